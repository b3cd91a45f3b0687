//! What pages of the editors' desk share.

mod also;
mod bar;
mod decided;
pub mod done;
mod hidden_owner;
mod nav;
mod said;
mod signs;
mod stacked;
mod undoable;
mod why;
mod wrong_by_now;

pub use also::AlsoWaiting;
pub use bar::ModeratorBar;
pub use decided::JustDecided;
pub use hidden_owner::{HiddenOwnerHere, WithOwner};
pub use nav::DeskNav;
pub use said::{Summary, by_name, missing, wrong_at};
pub use signs::{MaybeDoubles, Signs, SoundsAlike};
pub use stacked::Stacked;
pub use undoable::Undoable;
pub use why::Why;
pub use wrong_by_now::WrongByNow;

use crate::{context::here, i18n::t};
use domain::{Lang, queue::QueueQuery, removal::Removal};

/// Names beside the filters in addresses of the desk.
pub fn is_beside(name: &str) -> bool {
    matches!(name, "batch" | "done") || crate::routes::is_beside(name)
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

/// Why it was done, as people read it: what was taken away has a class before the words.
pub fn reason_said(action: &str, reason: &str) -> String {
    let parts = reason.split_once(": ").filter(|_| action == "removed");
    match parts.and_then(|(class, words)| Some((class.parse::<Removal>().ok()?, words))) {
        Some((class, words)) => format!("{} {words}", t!("removal", because = class.id())),
        None => reason.to_owned(),
    }
}

/// Somebody by their address, among moderators only; by the end of their id where they have left.
pub fn somebody(email: Option<&str>, id: &str) -> String {
    email.map_or_else(|| t!("somebody-gone", id = pseudonym(id)), str::to_owned)
}

/// What tells accounts apart without naming anybody. Ids begin with the time, which those of one day share.
pub fn pseudonym(id: &str) -> String {
    id.chars().skip(id.chars().count().saturating_sub(6)).collect()
}

/// The same as the log calls an account.
pub fn account_name(lang: Lang, id: &str) -> String {
    let mut args = fluent_bundle::FluentArgs::new();
    args.set("id", pseudonym(id));
    crate::i18n::text(lang, "curate-member-id", &args)
}
