//! What all new entries have in common.

use super::{json, place, title};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        entries::{self, NewEntry},
        revisions::{self, NewRevision},
    },
    usecases::free_slug::free_slug,
};
use domain::{
    Lang,
    account::Actor,
    entry::EntryState,
    form,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    text::Slug,
    vocabulary::{Kind, Origin},
};
use serde_json::{Map, Value, json as value};

/// A new entry.
#[derive(Debug)]
pub(in crate::usecases) struct Added {
    pub id: EntryId,
    pub slug: Slug,
    pub revision: RevisionId,
}

/// What was typed into the form for a new entry, with the point of its place. `lang` is the language of the page, which is
/// that of the text until somebody says otherwise.
pub(in crate::usecases) async fn read(
    backend: &Backend,
    actor: &Actor,
    kind: Kind,
    typed: &[(String, String)],
    lang: Lang,
) -> Result<Map<String, Value>> {
    let mut document = Map::new();
    form::fill(&mut document, form::quick(kind), typed);
    document.entry("language").or_insert_with(|| value!(lang.id()));
    place::settle(backend, actor, &Map::new(), &mut document).await?;
    Ok(document)
}

/// Adds an entry that nobody reads yet, with its first revision.
pub(in crate::usecases) async fn add(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    (kind, organisation): (Kind, Option<EntryId>),
    document: &Map<String, Value>,
    state: RevisionState,
) -> Result<Added> {
    let (at, author, title) = (backend.clock.now(), actor.label(), title(document));
    let slug = free_slug(tx, kind, &title).await?;
    let (id, revision) = (backend.clock.entry_id(), backend.clock.revision_id());
    let (title, origin) = (title.as_str(), Origin::Organisation);
    entries::insert(tx, &NewEntry { id, kind, slug: &slug, title, organisation, state: EntryState::Unpublished, origin, at }).await?;
    let text = json(document)?;
    let new = NewRevision { id: revision, entry: id, state, schema_version: 1, document: &text, author: &author, based_on: None, at };
    revisions::insert(tx, &new).await?;
    Ok(Added { id, slug, revision })
}
