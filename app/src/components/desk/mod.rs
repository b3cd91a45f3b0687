//! What pages of the editors' desk share.

mod bar;
mod decided;
mod hidden_owner;
mod nav;
mod signs;
mod why;

pub use bar::ModeratorBar;
pub use decided::JustDecided;
pub use hidden_owner::HiddenOwnerHere;
pub use nav::DeskNav;
pub use signs::Signs;
pub use why::Why;

use crate::{context::here, i18n::t};
use domain::queue::QueueQuery;

/// Names beside the filters in addresses of the desk.
pub fn is_beside(name: &str) -> bool {
    name == "batch" || crate::routes::is_beside(name)
}

/// The filters in this page's address; none where they are wrong.
pub fn asked() -> QueueQuery {
    QueueQuery::parse(&here().query, is_beside).unwrap_or_default()
}

/// An address with these filters.
pub fn with_filters(path: &str, asked: &QueueQuery) -> String {
    let query = asked.to_query_string();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// What was done, in a word.
pub fn done_word(action: &str) -> String {
    t!("done-word", action = action)
}

/// Somebody by their address, among moderators only; by the beginning of their id where they have left.
pub fn somebody(email: Option<&str>, id: &str) -> String {
    email.map_or_else(|| t!("somebody-gone", id = id.chars().take(4).collect::<String>()), str::to_owned)
}
