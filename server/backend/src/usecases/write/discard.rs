//! Throwing a draft away.

use super::{held, is_editable, open_revision};
use crate::{
    Backend,
    failure::Result,
    storage::{drafts, entries},
    usecases::readers::{End, tell_end},
};
use domain::{
    Error,
    account::Actor,
    id::EntryId,
    permission::{Action, permit},
    vocabulary::Kind,
};

/// Deletes the draft of an entry; the entry too, where nobody ever read it. Gives whether the entry is still there.
///
/// # Errors
/// [`Error::Conflict`] where it is none, or somebody saved it just now.
pub async fn discard_draft(backend: &Backend, actor: &Actor, id: EntryId, version: i64) -> Result<bool> {
    let mut tx = backend.db.write().await?;
    let entry = held(&mut tx, actor, id).await?;
    if entry.kind == Kind::Organisation && entry.published_at.is_none() {
        // With it go its members.
        permit(actor, Action::Archive, entry.subject())?;
    }
    let draft = open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?;
    tell_end(backend, &mut tx, &entry, draft.id, End::Dropped, 0).await?;
    if draft.version != version || !drafts::delete(&mut tx, &draft).await? {
        return Err(Error::Conflict.into());
    }
    let is_left = drafts::latest(&mut tx, id).await?.is_some();
    if !is_left && !entries::by_ids(&mut tx, &[id]).await?.is_empty() {
        // Something belongs to it.
        return Err(Error::Conflict.into());
    }
    tx.commit().await?;
    Ok(is_left)
}
