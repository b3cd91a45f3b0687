//! Deciding what becomes public.

mod decide;
mod queue;
mod show;

pub use decide::{Decision, decide};
pub(in crate::usecases) use queue::may_decide;
pub use queue::{Queue, list_queue};
pub use show::{Submission, show_submission};
