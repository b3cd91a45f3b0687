//! Entries that stay true: once a year their authors are asked whether they are still right.
//!
//! [`keep_fresh`] takes every step that is due ([`Step`]); each happens once, however often and from however many processes
//! it is called. Who answers, by a link from the mail or signed in, sets the clock back to the start.

mod answer;
mod keep;
mod terms;

pub use crate::storage::freshness::Step;
pub use answer::{Answer, Question, answer, confirm_entry, show_answered, show_question};
pub use keep::{Kept, keep_fresh, keep_fresh_always};
