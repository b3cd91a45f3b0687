//! Keeping what was typed.

use super::{Seen, held, is_editable, json, merge, open_revision, place, title, writable};
use crate::{
    Backend,
    failure::Result,
    storage::{drafts, drafts::Revision, entries},
};
use domain::{
    Error,
    account::Actor,
    form::{self, Input, Section},
    id::EntryId,
};
use serde_json::{Map, Value};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Kept, as this version of the draft.
    As(i64),
    /// Other words were saved in the same field in between; nothing was kept. This is the version that stands now.
    Overtaken(i64),
}

/// How often what was typed is put to what others save at the same time.
const TRIES: usize = 8;

/// Keeps what was typed into the section of this id, right or wrong, beside what others saved meanwhile. `version` is the
/// one that was before whoever typed; what its form showed comes with what was typed, as `seen`.
///
/// # Errors
/// [`Error::NotFound`] where there is no such section; [`Error::Conflict`] where the draft was handed in or decided on
/// meanwhile.
pub async fn save_draft(
    backend: &Backend,
    actor: &Actor,
    id: EntryId,
    section: &str,
    typed: &[(String, String)],
    version: i64,
) -> Result<Saved> {
    let seen = Seen::read(typed.iter().find(|(name, _)| name == "seen").map_or("", |(_, seen)| seen));
    let mut newest = version;
    for _ in 0..TRIES {
        let (section, before) = read(backend, actor, id, section).await?;
        newest = before.version;
        let merged = merge(&before.document, section, typed, &seen, before.version == version);
        if !merged.torn.is_empty() {
            return Ok(Saved::Overtaken(before.version));
        }
        let mut document = merged.document;
        // A geocoder may have to be asked: not while others wait to write.
        if section.fields.iter().any(|field| field.input == Input::Place) {
            place::settle(backend, actor, &before.document, &mut document).await?;
        }
        if document == before.document {
            return Ok(Saved::As(before.version));
        }
        if written(backend, actor, &before, &document).await? {
            return Ok(Saved::As(before.version + 1));
        }
    }
    Ok(Saved::Overtaken(newest))
}

async fn read(backend: &Backend, actor: &Actor, id: EntryId, section: &str) -> Result<(&'static Section, Revision)> {
    let mut tx = backend.db.read().await?;
    let entry = writable(&mut tx, actor, id).await?;
    let section = form::sections(entry.kind).iter().find(|known| known.id == section).ok_or(Error::NotFound)?;
    Ok((section, open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?))
}

/// `false`: somebody saved something just now.
async fn written(backend: &Backend, actor: &Actor, before: &Revision, document: &Map<String, Value>) -> Result<bool> {
    let mut tx = backend.db.write().await?;
    // Once more, as it may have changed while the place was looked up.
    held(&mut tx, actor, before.entry).await?;
    let (text, by, at) = (json(document)?, actor.label(), backend.clock.now());
    if !drafts::save(&mut tx, before.id, before.version, &text, &by, at).await? {
        return Ok(false);
    }
    if !title(document).is_empty() {
        let title: String = title(document).chars().take(domain::limits::TITLE).collect();
        entries::rename(&mut tx, before.entry, &title).await?;
    }
    tx.commit().await?;
    Ok(true)
}
