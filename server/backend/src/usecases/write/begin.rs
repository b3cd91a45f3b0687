//! Going on to write what is published, or was refused.

use super::{held, is_editable, json, open_revision};
use crate::{
    Backend,
    failure::Result,
    storage::{
        drafts,
        revisions::{self, NewRevision},
    },
};
use domain::{Error, account::Actor, id::EntryId, revision::RevisionState};

/// Begins a draft from what the entry says now, or from the revision of this number. Where one is being written
/// already, that one is gone on with. What readers see stays.
///
/// # Errors
/// [`Error::Conflict`] where one waits for a decision.
pub async fn begin_revision(backend: &Backend, actor: &Actor, id: EntryId, from: Option<i64>) -> Result<()> {
    let mut tx = backend.db.write().await?;
    // One after the other, so that two who begin at once find one draft, and nobody begins from what was replaced meanwhile.
    let entry = held(&mut tx, actor, id).await?;
    if let Some(open) = open_revision(&mut tx, id).await? {
        // Somebody was faster; from an older one it would write over what they have.
        return if is_editable(open.state) && from.is_none() { Ok(()) } else { Err(Error::Conflict.into()) };
    }
    let base = match (from, &entry.revision) {
        (Some(number), _) => drafts::of_entry(&mut tx, id).await?.into_iter().find(|revision| revision.number == number),
        (None, Some(published)) => drafts::by_id(&mut tx, published.id).await?,
        (None, None) => drafts::latest(&mut tx, id).await?,
    };
    let base = base.ok_or(Error::NotFound)?;
    let revision = NewRevision {
        id: backend.clock.revision_id(),
        entry: id,
        state: RevisionState::Draft,
        schema_version: 1,
        document: &json(&base.document)?,
        author: &actor.label(),
        based_on: Some(base.id),
        at: backend.clock.now(),
    };
    revisions::insert(&mut tx, &revision).await?;
    Ok(tx.commit().await?)
}
