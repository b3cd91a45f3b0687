//! How much waits at the editors' desk, part by part.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{claims, duplicates, links, queue, reports, suggestions, trusts},
    usecases::{links::BROKEN, readers::due},
};
use domain::account::Actor;

/// How much waits, in the order in which the desk names it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// Submissions.
    pub submissions: i64,
    /// Claims to organisations.
    pub claims: i64,
    /// Entries with reports that nobody answered.
    pub reports: i64,
    /// Suggestions that moderators decide on.
    pub suggestions: i64,
    /// What is to be looked at afterwards.
    pub checks: i64,
    /// Pairs that may be the same.
    pub duplicates: i64,
    /// Links that lead nowhere.
    pub links: i64,
}

impl Work {
    /// Whether nothing waits at all.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Counts all of it in one unit of reading.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] or [`domain::Error::Forbidden`] of those who do not decide.
pub async fn count_waiting(backend: &Backend, actor: &Actor) -> Result<Work> {
    may_decide(actor)?;
    let now = backend.clock.now();
    let mut tx = backend.db.read().await?;
    Ok(Work {
        submissions: queue::count_all(&mut tx).await?,
        claims: claims::count_open(&mut tx).await?,
        reports: reports::count_groups(&mut tx).await?,
        suggestions: suggestions::count_queue(&mut tx, due(now)).await?,
        checks: trusts::count_waiting(&mut tx).await?,
        duplicates: duplicates::count(&mut tx, false).await?,
        links: links::count_broken(&mut tx, BROKEN).await?,
    })
}
