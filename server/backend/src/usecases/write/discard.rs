//! Throwing a draft away.

use super::{is_editable, open_revision, writable};
use crate::{Backend, failure::Result, storage::drafts};
use domain::{Error, account::Actor, id::EntryId};

/// Deletes the draft of an entry; the entry too, where nobody ever read it. Gives whether the entry is still there.
///
/// # Errors
/// [`Error::Conflict`] where it is none, or somebody saved it just now.
pub async fn discard_draft(backend: &Backend, actor: &Actor, id: EntryId, version: i64) -> Result<bool> {
    let mut tx = backend.db.write().await?;
    writable(&mut tx, actor, id).await?;
    let draft = open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?;
    if draft.version != version || !drafts::delete(&mut tx, &draft).await? {
        return Err(Error::Conflict.into());
    }
    let is_left = drafts::latest(&mut tx, id).await?.is_some();
    tx.commit().await?;
    Ok(is_left)
}
