//! Keeping what was typed.

use super::{held, is_editable, json, open_revision, place, title, writable};
use crate::{
    Backend,
    failure::Result,
    storage::{drafts, entries},
};
use domain::{
    Error,
    account::Actor,
    form::{self, Input},
    id::EntryId,
};

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Kept, as this version of the draft.
    As(i64),
    /// Somebody else saved other words in between; nothing was kept. This is the version that stands now.
    Overtaken(i64),
}

/// Keeps what was typed into the section of this id, right or wrong. `version` is the one that was before whoever typed.
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
    let (section, before) = {
        let mut tx = backend.db.read().await?;
        let entry = writable(&mut tx, actor, id).await?;
        let section = form::sections(entry.kind).iter().find(|known| known.id == section).ok_or(Error::NotFound)?;
        (section, open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?)
    };
    let mut document = before.document.clone();
    form::fill(&mut document, section.fields, typed);
    // A geocoder may have to be asked: not while others wait to write.
    if section.fields.iter().any(|field| field.input == Input::Place) {
        place::settle(backend, actor, &before.document, &mut document).await?;
    }
    if document == before.document {
        return Ok(Saved::As(before.version));
    }
    if before.version != version {
        return Ok(Saved::Overtaken(before.version));
    }
    let mut tx = backend.db.write().await?;
    // Once more, as it may have changed while the place was looked up.
    held(&mut tx, actor, id).await?;
    let (text, by, at) = (json(&document)?, actor.label(), backend.clock.now());
    if !drafts::save(&mut tx, before.id, version, &text, &by, at).await? {
        let now = open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?;
        return Ok(Saved::Overtaken(now.version));
    }
    if !title(&document).is_empty() {
        let title: String = title(&document).chars().take(domain::limits::TITLE).collect();
        entries::rename(&mut tx, id, &title).await?;
    }
    tx.commit().await?;
    Ok(Saved::As(version + 1))
}
