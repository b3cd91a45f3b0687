//! What moderators do with entries beside deciding on submissions, and what they look at.

mod audit;
mod bar;
mod checks;
mod count_waiting;
mod digest;
mod feature;
mod notes;
mod remove;
mod statistics;
mod trust;

pub use audit::{Audit, list_events, next_events};
pub use bar::{Bar, Curated, show_bar, show_curated};
pub use checks::{Checks, Outcome, decide_check, list_checks};
pub use count_waiting::{Work, count_waiting};
pub use digest::{digest_always, send_digests, set_digest};
pub use feature::{Featured, Featuring, end_feature, feature, featured_of, list_featured};
pub use notes::{add_note, remove_note};
pub use remove::{remove_entry, restore_entry, why_removed};
pub use statistics::{Figures, Waits, Week, show_statistics};
pub use trust::{end_trust, list_trusted, trust};

pub(super) use trust::{goes_live, publish_if_trusted};

use super::moderate::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        entries::{self, Entry},
        events::{self, Event},
    },
};
use domain::{
    Error,
    account::Actor,
    id::EntryId,
    time::{Timestamp, ZONE},
};

async fn entry(tx: &mut Tx, id: EntryId) -> Result<Entry> {
    Ok(entries::by_ids(tx, &[id]).await?.pop().ok_or(Error::NotFound)?)
}

async fn record(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: EntryId, action: &str, reason: &str) -> Result<()> {
    let (id, at, by) = (backend.clock.event_id(), backend.clock.now(), actor.label());
    Ok(events::insert(tx, &Event { id, entry, revision: None, actor: &by, action, reason, at }).await?)
}

/// The first moment of a day in Berlin.
fn midnight(date: jiff::civil::Date) -> Option<Timestamp> {
    date.in_tz(ZONE).ok().map(|at| Timestamp(at.timestamp().as_microsecond()))
}

/// The day by the calendar of Berlin.
fn today(now: Timestamp) -> Option<jiff::civil::Date> {
    jiff::Timestamp::from_microsecond(now.0).and_then(|at| at.in_tz(ZONE)).ok().map(|at| at.date())
}

/// A whole day, where it is one of the calendar.
fn civil(date: domain::time::PartialDate) -> Option<jiff::civil::Date> {
    let (year, month, day) = (i16::try_from(date.year).ok()?, i8::try_from(date.month?).ok()?, i8::try_from(date.day?).ok()?);
    jiff::civil::Date::new(year, month, day).ok()
}
