//! Beginning an entry with the few things nothing goes without.

use super::{json, place, problems, title, writable};
use crate::{
    Backend,
    failure::Result,
    storage::{
        drafts,
        entries::{self, NewEntry},
        revisions::{self, NewRevision},
    },
    usecases::free_slug::free_slug,
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::EntryState,
    form,
    id::EntryId,
    limits,
    revision::RevisionState,
    vocabulary::{Kind, Origin},
};
use serde_json::{Map, json as value};

/// What somebody begins with.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// What it will be.
    pub kind: Kind,
    /// For which organisation.
    pub organisation: EntryId,
    /// What was typed, by field.
    pub typed: &'a [(String, String)],
    /// The language of the page, which is that of the text until somebody says otherwise.
    pub lang: domain::Lang,
}

/// Begins a project or a lesson. Nothing is kept where something is wrong: whoever typed it still has it before them.
///
/// # Errors
/// [`Error::Invalid`] with every field that is wrong.
pub async fn create_entry(backend: &Backend, actor: &Actor, new: &Beginning<'_>) -> Result<EntryId> {
    let mut document = Map::from_iter([("language".to_owned(), value!(new.lang.id()))]);
    form::fill(&mut document, form::quick(new.kind), new.typed);
    writable(&mut backend.db.read().await?, actor, new.organisation).await?;
    place::settle(backend, actor, &Map::new(), &mut document).await?;
    // Before others have to wait.
    let problems = problems(&mut backend.db.read().await?, Some(new.organisation), new.kind, &document).await?;
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let mut tx = backend.db.write().await?;
    let organisation = writable(&mut tx, actor, new.organisation).await?;
    if organisation.kind != Kind::Organisation || new.kind == Kind::Organisation {
        return Err(Error::NotFound.into());
    }
    let drafts = drafts::own(&mut tx, organisation.id).await?;
    if drafts.iter().filter(|listed| listed.state == EntryState::Unpublished).count() >= limits::DRAFTS {
        return Err(vec![FieldError::new("title", Problem::TooMany { max: limits::DRAFTS })].into());
    }
    document.insert("organisation".into(), value!(organisation.slug));
    let (at, author) = (backend.clock.now(), actor.label());
    let slug = free_slug(&mut tx, new.kind, &title(&document)).await?;
    let entry = NewEntry {
        id: backend.clock.entry_id(),
        kind: new.kind,
        slug: &slug,
        title: &title(&document),
        organisation: Some(organisation.id),
        state: EntryState::Unpublished,
        origin: Origin::Organisation,
        at,
    };
    entries::insert(&mut tx, &entry).await?;
    let revision = NewRevision {
        id: backend.clock.revision_id(),
        entry: entry.id,
        state: RevisionState::Draft,
        schema_version: 1,
        document: &json(&document)?,
        author: &author,
        based_on: None,
        at,
    };
    revisions::insert(&mut tx, &revision).await?;
    tx.commit().await?;
    Ok(entry.id)
}
