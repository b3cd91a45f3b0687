//! Putting two entries together.

use super::{
    document::{ORGANISATION, merged},
    moved::Moved,
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
        events::{self, Event},
        feed, lessons, members, moving, redirects,
        revisions::{self, NewRevision},
    },
    usecases::moderate::may_decide,
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    permission::{Action, permit},
    revision::{RevisionState, Step},
    time::Timestamp,
    vocabulary::Kind,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How two become one.
#[derive(Debug, Clone)]
pub struct Merge {
    /// The one that stays, and its version as whoever decides saw it.
    pub stays: (EntryId, i64),
    /// The one that goes, and its version.
    pub goes: (EntryId, i64),
    /// The fields that are taken from the one that goes; `organisation` among them.
    pub taken: BTreeSet<String>,
}

/// Publishes what both say as a revision of the one that stays, moves all that points to the other, and leads its address
/// on: all of it or nothing.
///
/// # Errors
/// [`Error::Conflict`] where somebody changed one of them since it was seen; [`Error::Invalid`] where what was chosen does
/// not go together, or the one that goes still waits for a decision.
pub async fn merge(backend: &Backend, actor: &Actor, merge: &Merge) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    let (stays, goes) = both(&mut tx, merge).await?;
    permit(actor, Action::Decide, stays.subject())?;
    permit(actor, Action::Remove, goes.subject())?;
    if drafts::latest(&mut tx, goes.id).await?.is_some_and(|latest| latest.state == RevisionState::Submitted) {
        return Err(vec![FieldError::new("stays", Problem::AwaitsDecision)].into());
    }
    let (at, by) = (backend.clock.now(), actor.label());
    let mut moved = publish(backend, &mut tx, actor, (&stays, &goes), &merge.taken).await?;
    if !entries::set_state(&mut tx, &goes, EntryState::Removed, at).await? {
        return Err(Error::Conflict.into());
    }
    moved.go(&mut tx, goes.id, stays.id, at).await?;
    let told = serde_json::to_string(&moved).map_err(std::io::Error::from)?;
    redirects::insert(&mut tx, goes.id, stays.id, &told, &by, at).await?;
    for (entry, revision, action, other) in [(&stays, Some(moved.after), "merged", &goes), (&goes, None, "merged-away", &stays)] {
        let (id, reason) = (backend.clock.event_id(), title(other));
        events::insert(&mut tx, &Event { id, entry: entry.id, revision, actor: &by, action, reason, at }).await?;
    }
    let head = tell_of(&mut tx, [stays.id, goes.id], &moved, at).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}

/// Both as they were seen, locked: neither changes until this unit of work ends.
async fn both(tx: &mut Tx, merge: &Merge) -> Result<(Entry, Entry)> {
    let ((stays, seen), (goes, other_seen)) = (merge.stays, merge.goes);
    if stays == goes {
        return Err(Error::NotFound.into());
    }
    // In one order, so that two who merge the same do not wait for each other.
    members::lock(tx, stays.min(goes)).await?;
    members::lock(tx, stays.max(goes)).await?;
    let both: [Entry; 2] = entries::by_ids(tx, &[stays, goes]).await?.try_into().map_err(|_| Error::NotFound)?;
    let [stays, goes] = both;
    if stays.kind != goes.kind {
        return Err(Error::NotFound.into());
    }
    let is_as_seen = stays.version == seen && goes.version == other_seen && stays.state.is_public() && goes.state.is_public();
    if is_as_seen { Ok((stays, goes)) } else { Err(Error::Conflict.into()) }
}

/// Publishes what both say.
async fn publish(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    (stays, goes): (&Entry, &Entry),
    taken: &BTreeSet<String>,
) -> Result<Moved> {
    let (before, mut said) = said(tx, stays).await?;
    let (_, others) = self::said(tx, goes).await?;
    said = merged(&said, &others, |field| taken.contains(field), stays.kind);
    let owner = if taken.contains(ORGANISATION) { goes } else { stays };
    if stays.kind != Kind::Organisation {
        said.remove(ORGANISATION);
        if let Some(owner) = &owner.organisation {
            said.insert(ORGANISATION.into(), json!(owner.slug));
        }
    }
    let document = Document::parse(stays.kind, Value::Object(said))?;
    let revision = backend.clock.revision_id();
    let moved = Moved {
        state: goes.state.id().to_owned(),
        before,
        after: revision,
        organisation: stays.organisation_id,
        projects: lessons::projects(tx, stays.id).await?,
        lessons: vec![],
        contradictions: vec![],
        entries: vec![],
        members: vec![],
        claims: moving::Asked::default(),
        invitations: moving::Asked::default(),
        reports: vec![],
        suggestions: vec![],
    };
    supersede(backend, tx, actor, stays, (revision, &document, owner.organisation_id)).await?;
    Ok(moved)
}

/// Publishes a revision in place of the one that readers see. Nobody confirmed it, and where it comes from stays.
pub(super) async fn supersede(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    entry: &Entry,
    (id, document, organisation): (RevisionId, &Document, Option<EntryId>),
) -> Result<()> {
    let (at, author) = (backend.clock.now(), actor.label());
    let based_on = entry.revision.as_ref().map(|revision| revision.id).ok_or(Error::Conflict)?;
    if !entries::publish(tx, entry, document.title(), organisation, at).await?
        || !revisions::set_state(tx, based_on, RevisionState::Published, RevisionState::Published.after(Step::Supersede)?).await?
    {
        return Err(Error::Conflict.into());
    }
    let text = serde_json::to_string(document).map_err(std::io::Error::from)?;
    let schema_version = document.schema_version();
    let (state, based_on) = (RevisionState::Published, Some(based_on));
    let revision = NewRevision { id, entry: entry.id, state, schema_version, document: &text, author: &author, based_on, at };
    revisions::insert(tx, &revision).await?;
    let mut projects = vec![];
    for (index, slug) in document.projects().iter().enumerate() {
        let project = redirects::by_slug(tx, Kind::Project, slug).await?;
        let unknown = || FieldError::new(format!("projects[{index}]"), Problem::UnknownReference { value: slug.to_string() });
        projects.push(project.ok_or_else(|| Error::Invalid(vec![unknown()]))?.id);
    }
    Ok(lessons::set_projects(tx, entry.id, &projects).await?)
}

/// What an entry says to readers, word for word.
async fn said(tx: &mut Tx, entry: &Entry) -> Result<(RevisionId, Map<String, Value>)> {
    let published = entry.revision.as_ref().ok_or(Error::Conflict)?.id;
    let revision = drafts::by_id(tx, published).await?.ok_or(Error::Conflict)?;
    Ok((published, revision.document))
}

/// Says to the feed that these changed, and all that moved.
pub(super) async fn tell_of(tx: &mut Tx, both: [EntryId; 2], moved: &Moved, at: Timestamp) -> Result<i64> {
    let mut head = 0;
    for id in moved.touched().into_iter().chain(both) {
        head = feed::append(tx, id, at).await?;
    }
    Ok(head)
}

pub(super) fn title(entry: &Entry) -> &str {
    entry.revision.as_ref().map_or("", |revision| revision.document.title())
}
