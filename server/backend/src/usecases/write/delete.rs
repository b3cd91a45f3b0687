//! Deleting what nobody ever read.

use crate::{Backend, failure::Result, storage::drafts, usecases::supersede::hold};
use domain::{
    Error,
    account::Actor,
    id::EntryId,
    permission::{Action, permit},
};

/// Deletes an entry that was never published, with all that was written at it and decided on it. What was public once
/// can be withdrawn: others may have named it, and its history is kept.
///
/// # Errors
/// [`Error::Conflict`] where it was published, waits for a decision, or something belongs to it.
pub async fn delete_entry(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    if *actor == Actor::Visitor {
        return Err(Error::Unauthenticated.into());
    }
    let mut tx = backend.db.write().await?;
    // Who hands it in at this moment is first, or too late.
    let entry = hold(&mut tx, id).await?;
    permit(actor, Action::ReadUnpublished, entry.subject())?;
    permit(actor, Action::Archive, entry.subject())?;
    if !drafts::delete_unread(&mut tx, &entry).await? {
        return Err(Error::Conflict.into());
    }
    Ok(tx.commit().await?)
}
