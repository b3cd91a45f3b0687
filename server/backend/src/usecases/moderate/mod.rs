//! Deciding what becomes public.

mod decide;
mod queue;
mod show;

pub use decide::{Decision, decide};
pub use queue::{Queue, list_queue};
pub use show::{Submission, show_submission};
