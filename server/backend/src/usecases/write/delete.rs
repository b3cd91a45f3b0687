//! Deleting what nobody ever read.

use crate::{
    Backend,
    failure::Result,
    storage::{drafts, trusts},
    usecases::supersede::hold,
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    id::EntryId,
    permission::{Action, permit},
};

/// Deletes an entry that was never published, with all that was written at it and decided on it. What was public once
/// can be withdrawn: others may have named it, and its history is kept.
///
/// # Errors
/// [`Error::Conflict`] where it was published, waits for a decision, or something belongs to it; [`Error::Invalid`] where
/// it was public until moderators took it back.
pub async fn delete_entry(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    if *actor == Actor::Visitor {
        return Err(Error::Unauthenticated.into());
    }
    let mut tx = backend.db.write().await?;
    // Who hands it in at this moment is first, or too late.
    let entry = hold(&mut tx, id).await?;
    permit(actor, Action::ReadUnpublished, entry.subject())?;
    permit(actor, Action::Archive, entry.subject())?;
    if entry.published_at.is_none() && trusts::was_checked(&mut tx, id).await? {
        return Err(vec![FieldError::new("", Problem::WasTakenBack)].into());
    }
    if !drafts::delete_unread(&mut tx, &entry).await? {
        return Err(Error::Conflict.into());
    }
    Ok(tx.commit().await?)
}
