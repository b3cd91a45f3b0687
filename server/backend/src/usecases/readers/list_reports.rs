//! What readers reported and nobody answered yet.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{
        entries,
        reports::{self, Group, Report},
    },
};
use domain::{Error, account::Actor, id::EntryId};

/// Entries shown at a time.
const SHOWN: i64 = 50;

/// Entries that were reported, longest waiting first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reports {
    /// At most 50, each with all its reports: a flood about one entry is one row.
    pub groups: Vec<Group>,
    /// How many there are.
    pub total: i64,
}

/// # Errors
/// [`Error::Unauthenticated`] or [`Error::Forbidden`] of those who do not curate.
pub async fn list_reports(backend: &Backend, actor: &Actor) -> Result<Reports> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    Ok(Reports { groups: reports::groups(&mut tx, SHOWN).await?, total: reports::count_groups(&mut tx).await? })
}

/// The reports about one entry that wait, oldest first; none where all are answered.
///
/// # Errors
/// [`Error::NotFound`] where there is no such entry.
pub async fn list_reports_of(backend: &Backend, actor: &Actor, entry: EntryId) -> Result<(entries::Entry, Vec<Report>)> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let found = entries::by_ids(&mut tx, &[entry]).await?.pop().ok_or(Error::NotFound)?;
    Ok((found, reports::open_of(&mut tx, entry).await?))
}
