//! Going on with a submission that somebody else has open: they may have left it so.

use super::{may_decide, reserved_until};
use crate::{
    Backend,
    failure::Result,
    storage::{
        drafts,
        events::{self, Event},
        readings,
    },
    usecases::supersede::hold,
};
use domain::{Error, account::Actor, entry::EntryState, id::RevisionId, revision::RevisionState};

/// Reserves a submission for whoever asks, although another reads it. The log says so.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] where it does not wait any more; [`Error::Forbidden`] of those who do not decide.
pub async fn take_over(backend: &Backend, actor: &Actor, id: RevisionId) -> Result<()> {
    let account = may_decide(actor)?;
    let at = backend.clock.now();
    let mut tx = backend.db.write().await?;
    let entry = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.entry;
    // Whoever decides just now is waited for.
    let entry = hold(&mut tx, entry).await?;
    let revision = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if revision.state != RevisionState::Submitted || entry.state == EntryState::Removed {
        return Err(Error::Conflict.into());
    }
    if readings::of(&mut tx, id, at).await?.is_some_and(|reading| reading.account != account) {
        let (event, by) = (backend.clock.event_id(), actor.label());
        let event = Event { id: event, entry: entry.id, revision: Some(id), actor: &by, action: "reading-taken", reason: "", at };
        events::insert(&mut tx, &event).await?;
    }
    readings::seize(&mut tx, id, account, reserved_until(at)).await?;
    Ok(tx.commit().await?)
}
