//! Whose an entry is that somebody decides on, where readers cannot read that yet.

use super::title;
use crate::{
    Backend,
    failure::Result,
    storage::{
        drafts,
        entries::{self, Entry},
        readings::{self, Reading},
    },
};
use domain::{
    account::Actor,
    entry::EntryState,
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
    /// Whether nobody ever read it: then publishing makes it public. What its owners put away, and what moderators took
    /// away, stays so whatever is published of it.
    pub is_new: bool,
    /// What of a new one waits for a decision, and in which version.
    pub waits: Option<(RevisionId, i64)>,
    /// Who else reads that: nobody but them decides on it.
    pub other: Option<Reading>,
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
    let is_new = is_new(&owner);
    let waits = (is_new && revision.state == RevisionState::Submitted).then_some((revision.id, revision.version));
    let other = match waits {
        Some((waits, _)) => readings::of(&mut tx, waits, backend.clock.now()).await?,
        None => None,
    };
    let other = other.filter(|reading| Some(reading.account) != actor.account());
    Ok(Some(HiddenOwner { id: owner.id, name: title(&revision.document), is_new, waits, other }))
}

/// Whether nobody ever read it.
pub(in crate::usecases) fn is_new(owner: &Entry) -> bool {
    owner.state == EntryState::Unpublished && owner.published_at.is_none()
}
