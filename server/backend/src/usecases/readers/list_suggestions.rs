//! Suggestions that wait for a decision: by moderators, and by members.

use super::{due, may_decide};
use crate::{
    Backend,
    failure::Result,
    storage::{
        accounts, entries,
        suggestions::{self, Suggestion},
    },
};
use domain::{
    Error,
    account::Actor,
    id::EntryId,
    permission::{Action, permit},
};

/// Shown at a time.
const SHOWN: i64 = 50;

/// What moderators decide on, longest waiting first.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestions {
    /// At most 50.
    pub waiting: Vec<Suggestion>,
    /// How many there are.
    pub total: i64,
}

/// New entries, what belongs to nobody, and what its organisation did not decide in time.
///
/// # Errors
/// [`Error::Unauthenticated`] or [`Error::Forbidden`] of those who do not curate.
pub async fn list_suggestions(backend: &Backend, actor: &Actor) -> Result<Suggestions> {
    may_decide(actor)?;
    let due = due(backend.clock.now());
    let mut tx = backend.db.read().await?;
    Ok(Suggestions { waiting: suggestions::queue(&mut tx, due, SHOWN).await?, total: suggestions::count_queue(&mut tx, due).await? })
}

/// What waits for an entry, or without one for all that whoever asks writes for.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors; [`Error::NotFound`] where the entry is not theirs.
pub async fn list_waiting(backend: &Backend, actor: &Actor, entry: Option<EntryId>) -> Result<Vec<Suggestion>> {
    let account = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    if let Some(id) = entry {
        let entry = entries::by_ids(&mut tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
        permit(actor, Action::ReadUnpublished, entry.subject())?;
        return Ok(suggestions::open_of(&mut tx, id).await?);
    }
    let mut waiting = vec![];
    for (organisation, _) in accounts::memberships(&mut tx, account).await? {
        waiting.extend(suggestions::open_for(&mut tx, organisation).await?);
    }
    Ok(waiting)
}
