//! Readers without an account help: they report what is wrong, suggest other words, and tell of what is missing.
//!
//! What a reader typed goes to no address before its owner confirmed it, is published by nobody but members and
//! moderators, and names nobody. To add a way to help: a verb here, its rows in `storage`, what is forgotten in `forget`.

mod answer_reports;
mod apply;
mod close;
mod confirm;
mod decide_new;
mod decide_suggestion;
mod forget;
mod list_reports;
mod list_suggestions;
mod read;
mod report;
mod settle;
mod show_correction;
mod show_report;
mod show_suggestion;
mod suggest_correction;
mod suggest_entry;
mod take_over;
mod which;

pub use answer_reports::answer_reports;
pub use close::close_suggestions;
pub use confirm::confirm;
pub use decide_new::{NewDecision, decide_new};
pub use decide_suggestion::{Decided, Decision, Taken, decide_suggestion};
pub(super) use forget::forget;
pub use list_reports::{Reports, ReportsOf, list_reports, list_reports_of};
pub use list_suggestions::{Suggestions, list_suggestions, list_waiting};
pub use report::{Complaint, report};
pub use show_correction::{Correction, correctable};
pub use show_report::show_report;
pub use show_suggestion::{Considered, ConsideredNew, FieldChange, State, consider, consider_new, show_suggestion};
pub use suggest_correction::{Corrected, suggest_correction};
pub use suggest_entry::{Told, suggest_entry};
pub use which::{Turn, Which};

pub(super) use settle::{End, tell_end};
use which::turn;

use crate::{
    failure::Result,
    storage::{Tx, accounts, entries::Entry},
    usecases::moderate::may_decide,
};
use domain::{
    Error, FieldError, Problem,
    account::{Actor, Email},
    id::{AccountId, EntryId},
    limits,
    text::Text,
    time::{DAY, Timestamp},
};
use serde_json::{Map, Value};

/// What was confirmed before then is the moderators' to decide.
pub(super) fn due(now: Timestamp) -> Timestamp {
    Timestamp(now.0 - limits::READER_DAYS * DAY)
}

/// A reader's own words.
fn words(field: &str, raw: &str, errors: &mut Vec<FieldError>) -> String {
    told(field, Text::<1, { limits::READER_TEXT }>::parse(raw), errors).map(|text| text.to_string()).unwrap_or_default()
}

/// What was given for a field; why it cannot be taken is kept.
fn told<T>(field: &str, given: std::result::Result<T, Problem>, errors: &mut Vec<FieldError>) -> Option<T> {
    given.map_err(|problem| errors.push(FieldError::new(field, problem))).ok()
}

/// A field that nobody sees is empty, unless a program filled it in.
fn trap(given: &str, errors: &mut Vec<FieldError>) {
    if !given.trim().is_empty() {
        errors.push(FieldError::new("nickname", Problem::LeftEmpty));
    }
}

/// A document as a map.
fn map<T: serde::Serialize>(document: &T) -> Result<Map<String, Value>> {
    match serde_json::to_value(document).map_err(std::io::Error::from)? {
        Value::Object(map) => Ok(map),
        _ => Err(Error::NotFound.into()),
    }
}

/// An address whose mails are not too many: nobody is sent many whom somebody else named.
fn may_mail(count: i64) -> Result<()> {
    if count >= limits::READER_MAILS { Err(Error::TooMany.into()) } else { Ok(()) }
}

/// Whoever asks, as a member of what they belong to now; those who curate, too.
async fn as_member(tx: &mut Tx, account: AccountId) -> Result<Actor> {
    Ok(Actor::Member { account, memberships: accounts::memberships(tx, account).await? })
}

/// The organisation whose members decide on an entry.
fn owner(entry: &Entry) -> Option<EntryId> {
    entry.subject().organisation
}

fn email(raw: &str, errors: &mut Vec<FieldError>) -> Option<Email> {
    told("email", raw.parse(), errors)
}
