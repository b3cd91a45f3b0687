//! Throwing a draft away.

use super::{held, is_editable, json, open_revision};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        drafts::{self, Revision},
        entries,
        events::{self, Event},
        trusts,
    },
    usecases::readers::{End, tell_end},
};
use domain::{
    Error,
    account::Actor,
    id::EntryId,
    permission::{Action, permit},
    revision::RevisionState,
    vocabulary::Kind,
};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discarded {
    /// The draft is gone.
    Draft,
    /// The entry is gone with it.
    Entry,
    /// It is kept as refused: it was public until moderators took it back.
    Kept,
}

/// Deletes the draft of an entry; the entry too, where nobody ever read it. What moderators looked at, and took back, is
/// written no more but kept, with what they said of it: else whoever publishes by trust could leave no trace of it.
///
/// # Errors
/// [`Error::Conflict`] where it is none, or somebody saved it just now.
pub async fn discard_draft(backend: &Backend, actor: &Actor, id: EntryId, version: i64) -> Result<Discarded> {
    let mut tx = backend.db.write().await?;
    let entry = held(&mut tx, actor, id).await?;
    if entry.kind == Kind::Organisation && entry.published_at.is_none() {
        // With it go its members.
        permit(actor, Action::Archive, entry.subject())?;
    }
    let draft = open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?;
    tell_end(backend, &mut tx, &entry, draft.id, End::Dropped, 0).await?;
    if draft.version == version && trusts::is_checked(&mut tx, draft.id).await? {
        keep(backend, &mut tx, actor, &draft).await?;
        tx.commit().await?;
        return Ok(Discarded::Kept);
    }
    if draft.version != version || !drafts::delete(&mut tx, &draft).await? {
        return Err(Error::Conflict.into());
    }
    let is_left = drafts::latest(&mut tx, id).await?.is_some();
    if !is_left && !entries::by_ids(&mut tx, &[id]).await?.is_empty() {
        // Something belongs to it.
        return Err(Error::Conflict.into());
    }
    tx.commit().await?;
    Ok(if is_left { Discarded::Draft } else { Discarded::Entry })
}

async fn keep(backend: &Backend, tx: &mut Tx, actor: &Actor, draft: &Revision) -> Result<()> {
    let (text, at, by) = (json(&draft.document)?, backend.clock.now(), actor.label());
    if !drafts::step(tx, draft, RevisionState::Rejected, &text, &by, at).await? {
        return Err(Error::Conflict.into());
    }
    let (id, revision) = (backend.clock.event_id(), Some(draft.id));
    Ok(events::insert(tx, &Event { id, entry: draft.entry, revision, actor: &by, action: "given-up", reason: "", at }).await?)
}
