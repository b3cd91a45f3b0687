//! Founding an organisation: its entry, which waits for the moderators, and its first owner.

use super::{account, similar_names};
use crate::{
    Backend,
    failure::Result,
    storage::{
        accounts,
        events::{self, Event},
        members,
    },
    usecases::moderate::Counted,
    usecases::write::{new, problems},
};
use domain::{
    Error, FieldError, Lang, Problem,
    account::{Actor, Role},
    entry::EntryState,
    limits,
    revision::RevisionState,
    text::Slug,
    vocabulary::Kind,
};

/// A new organisation as somebody typed it.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the fields of the document")]
pub struct Founding<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub place: &'a str,
    pub website: &'a str,
    pub description: &'a str,
    /// The language that it is written in.
    pub language: Lang,
    /// Whether they saw those with similar names, and theirs is another.
    pub is_another: bool,
}

/// Makes an organisation that waits for the moderators, with whoever asks as its owner. Gives its slug.
///
/// # Errors
/// [`Error::Invalid`] on what is wrong; on `is_another` where others have similar names and nobody said that it is another.
pub async fn found(backend: &Backend, actor: &Actor, given: &Founding<'_>) -> Result<Slug> {
    let account = account(actor)?;
    let typed = given.typed();
    let document = new::read(backend, actor, Kind::Organisation, &typed, given.language).await?;
    let problems = problems(&mut backend.db.read().await?, backend.clock.now(), None, Kind::Organisation, &document).await?;
    if !problems.is_empty() {
        return Err(problems.into());
    }
    if !given.is_another && !similar_names(backend, actor, given.name).await?.is_empty() {
        return Err(vec![FieldError::new("is_another", Problem::SimilarNames)].into());
    }
    let (at, by) = (backend.clock.now(), actor.label());
    // It has no id yet: whatever is like it is another.
    let counted = Counted::before(backend, actor, Kind::Organisation, backend.clock.entry_id(), given.name).await;
    let mut tx = backend.db.write().await?;
    if !accounts::lock(&mut tx, account).await? {
        return Err(Error::Unauthenticated.into());
    }
    let waiting = members::of_account(&mut tx, account).await?;
    let waiting = waiting.iter().filter(|(organisation, ..)| organisation.state == EntryState::Unpublished).count();
    if waiting >= limits::FOUNDED {
        return Err(vec![FieldError::new("name", Problem::ManyWaiting { max: limits::FOUNDED })].into());
    }
    let added = new::add(backend, &mut tx, actor, (Kind::Organisation, None), &document, RevisionState::Submitted).await?;
    let (id, revision) = (backend.clock.event_id(), Some(added.revision));
    events::insert(&mut tx, &Event { id, entry: added.id, revision, actor: &by, action: "submitted", reason: "", at }).await?;
    counted.keep(backend, &mut tx, actor, added.revision, added.id, (Kind::Organisation, &document)).await?;
    accounts::join(&mut tx, account, added.id, Role::Owner, at).await?;
    tx.commit().await?;
    Ok(added.slug)
}

impl Founding<'_> {
    /// As the form of an organisation has it.
    fn typed(&self) -> Vec<(String, String)> {
        let fields =
            [("name", self.name), ("kind", self.kind), ("place", self.place), ("website", self.website), ("description", self.description)];
        fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
    }
}
