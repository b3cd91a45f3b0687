//! Handing a draft in, and taking it back to go on.

use super::{held, is_editable, json, open_revision, problems, title, writable};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, drafts,
        drafts::Revision,
        entries::Entry,
        events::{self, Event},
    },
    usecases::{curate::publish_if_trusted, moderate::Counted},
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::Document,
    id::{EntryId, RevisionId},
    revision::Step,
};
use serde_json::{Map, Value};

/// Hands a draft in. From now on it waits for a decision and cannot be written; what members of a trusted organisation
/// hand in is published at once.
///
/// # Errors
/// [`Error::Invalid`] with everything that is wrong or missing; [`Error::Conflict`] where it is none any more.
pub async fn submit(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    let counted = counted(backend, actor, id).await?;
    let mut tx = backend.db.write().await?;
    let entry = held(&mut tx, actor, id).await?;
    let draft = open_revision(&mut tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?;
    let document = right(backend, &mut tx, &entry, &draft).await?;
    if entry.revision.as_ref().is_some_and(|published| published.document == document) {
        return Err(vec![FieldError::new("", Problem::Unchanged)].into());
    }
    let text = serde_json::to_string(&document).map_err(std::io::Error::from)?;
    step(backend, &mut tx, actor, &draft, Step::Submit, &text, "submitted").await?;
    let head = hand_in(backend, &mut tx, actor, &entry, (draft.id, &draft.document), counted).await?;
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    Ok(())
}

/// All that happens to a revision that waits from now on: what moderators may want to know is counted, and what members of
/// a trusted organisation hand in is published. Gives the number of the change then.
pub(in crate::usecases) async fn hand_in(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    entry: &Entry,
    (revision, document): (RevisionId, &Map<String, Value>),
    counted: Counted,
) -> Result<Option<i64>> {
    let organisation = entry.organisation_id.unwrap_or(entry.id);
    counted.keep(backend, tx, actor, revision, organisation, (entry.kind, document)).await?;
    publish_if_trusted(backend, tx, actor, entry, revision).await
}

/// What the search knows of the draft; it is asked before others have to wait for this unit of work.
async fn counted(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Counted> {
    let mut tx = backend.db.read().await?;
    let entry = writable(&mut tx, actor, id).await?;
    let draft = open_revision(&mut tx, id).await?.ok_or(Error::Conflict)?;
    drop(tx);
    Ok(Counted::before(backend, actor, entry.kind, id, &title(&draft.document)).await)
}

/// Takes back what waits.
///
/// # Errors
/// [`Error::Conflict`] where it was decided on meanwhile.
pub async fn take_back(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    let mut tx = backend.db.write().await?;
    held(&mut tx, actor, id).await?;
    let waiting = open_revision(&mut tx, id).await?.ok_or(Error::Conflict)?;
    let text = json(&waiting.document)?;
    step(backend, &mut tx, actor, &waiting, Step::Withdraw, &text, "taken-back").await?;
    Ok(tx.commit().await?)
}

async fn step(backend: &Backend, tx: &mut Tx, actor: &Actor, from: &Revision, step: Step, text: &str, action: &str) -> Result<()> {
    let (at, by) = (backend.clock.now(), actor.label());
    if !drafts::step(tx, from, from.state.after(step)?, text, &by, at).await? {
        return Err(Error::Conflict.into());
    }
    let event = Event { id: backend.clock.event_id(), entry: from.entry, revision: Some(from.id), actor: &by, action, reason: "", at };
    Ok(events::insert(tx, &event).await?)
}

/// The document, if nothing about it is wrong.
async fn right(backend: &Backend, tx: &mut Tx, entry: &Entry, draft: &Revision) -> Result<Document> {
    let problems = problems(tx, backend.clock.now(), entry.organisation_id, entry.kind, &draft.document).await?;
    if !problems.is_empty() {
        return Err(problems.into());
    }
    Ok(Document::parse(entry.kind, Value::Object(draft.document.clone()))?)
}
