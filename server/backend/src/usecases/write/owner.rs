//! Whose an entry is that somebody decides on, where readers cannot read that yet.

use super::title;
use crate::{
    Backend,
    failure::Result,
    storage::{drafts, entries},
};
use domain::{
    account::Actor,
    id::{EntryId, RevisionId},
    permission::{Action, permit},
    revision::RevisionState,
};

/// An organisation that is not public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenOwner {
    /// The organisation.
    pub id: EntryId,
    /// Its name as it stands.
    pub name: String,
    /// What of it waits for a decision, and in which version.
    pub waits: Option<(RevisionId, i64)>,
}

/// The organisation of an entry, where that is not public: readers would see an entry of nobody.
///
/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn hidden_owner(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Option<HiddenOwner>> {
    let mut tx = backend.db.read().await?;
    let Some(entry) = entries::by_ids(&mut tx, &[id]).await?.pop() else { return Ok(None) };
    permit(actor, Action::Decide, entry.subject())?;
    let Some(owner) = entry.organisation_id else { return Ok(None) };
    let Some(owner) = entries::by_ids(&mut tx, &[owner]).await?.pop().filter(|owner| !owner.state.is_public()) else { return Ok(None) };
    let Some(revision) = drafts::latest(&mut tx, owner.id).await? else { return Ok(None) };
    let waits = (revision.state == RevisionState::Submitted).then_some((revision.id, revision.version));
    Ok(Some(HiddenOwner { id: owner.id, name: title(&revision.document), waits }))
}
