//! Links of entries that lead nowhere: followed once a week where the operator wants it, told to their authors.

mod check;
mod list;

pub use check::{BROKEN, Looked, check_links, check_links_always, tell_of_broken};
pub use list::{BrokenLinks, list_broken};
