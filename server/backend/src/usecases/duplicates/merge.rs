//! Putting two entries together.

use super::{
    document::{ORGANISATION, merged},
    moved::Moved,
    tell::{Told, tell_authors},
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
        events::{self, Event},
        feed, lessons, members, moving, redirects, trusts,
    },
    usecases::{
        moderate::{is_first_of_two, may_decide},
        supersede::{Next, hold, named_projects, replace},
    },
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    permission::{Action, permit},
    revision::RevisionState,
    time::Timestamp,
    vocabulary::Kind,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How two become one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The one that stays, and its version as whoever decides saw it.
    pub stays: (EntryId, i64),
    /// The one that goes, and its version.
    pub goes: (EntryId, i64),
    /// The fields that are taken from the one that goes; `organisation` among them.
    pub taken: BTreeSet<String>,
}

impl Merge {
    /// By this it is found that somebody agreed to it.
    pub(super) fn about(one: EntryId, other: EntryId) -> String {
        format!("merge:{}:{}", one.min(other), one.max(other))
    }
}

/// Publishes what both say as a revision of the one that stays, moves all that points to the other, and leads its address
/// on: all of it or nothing. Gives whether another moderator still has to agree to just this; nothing is done before.
///
/// # Errors
/// [`Error::Conflict`] where somebody changed one of them since it was seen; [`Error::Invalid`] where what was chosen does
/// not go together, the one that goes still waits for a decision, or the same moderator agrees twice.
pub async fn merge(backend: &Backend, actor: &Actor, merge: &Merge) -> Result<bool> {
    let account = may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    let (stays, goes) = both(&mut tx, merge).await?;
    permit(actor, Action::Decide, stays.subject())?;
    permit(actor, Action::Remove, goes.subject())?;
    if drafts::latest(&mut tx, goes.id).await?.is_some_and(|latest| latest.state == RevisionState::Submitted) {
        return Err(vec![FieldError::new("stays", Problem::AwaitsDecision)].into());
    }
    let (at, by) = (backend.clock.now(), actor.label());
    if is_first_of_two(backend, &mut tx, account, &Merge::about(stays.id, goes.id), merge).await? {
        // Whatever could not be put together says so to the first.
        together(&mut tx, (&stays, &goes), &merge.taken).await?;
        record(backend, &mut tx, actor, [(&stays, None, "approved", &goes), (&goes, None, "approved", &stays)]).await?;
        tx.commit().await?;
        return Ok(true);
    }
    let ends_trust = ends_trust(&mut tx, &stays, &goes).await?;
    tell_authors(backend, &mut tx, actor, &goes, &stays, Told::Together).await?;
    let mut moved = publish(backend, &mut tx, actor, (&stays, &goes), &merge.taken).await?;
    if !entries::set_state(&mut tx, &goes, EntryState::Removed, at).await? {
        return Err(Error::Conflict.into());
    }
    moved.go(&mut tx, goes.id, stays.id, at).await?;
    let told = serde_json::to_string(&moved).map_err(std::io::Error::from)?;
    redirects::insert(&mut tx, goes.id, stays.id, &told, &by, at).await?;
    record(backend, &mut tx, actor, [(&stays, Some(moved.after), "merged", &goes), (&goes, None, "merged-away", &stays)]).await?;
    if ends_trust && trusts::end(&mut tx, stays.id).await? {
        let id = backend.clock.event_id();
        let event = Event { id, entry: stays.id, revision: None, actor: &by, action: "trust-ended", reason: title(&goes), at };
        events::insert(&mut tx, &event).await?;
    }
    let head = tell_of(&mut tx, [stays.id, goes.id], &moved, at).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(false)
}

/// One step in the life of both, with the other's title as its reason.
async fn record(backend: &Backend, tx: &mut Tx, actor: &Actor, steps: [(&Entry, Option<RevisionId>, &str, &Entry); 2]) -> Result<()> {
    let (at, by) = (backend.clock.now(), actor.label());
    for (entry, revision, action, other) in steps {
        let (id, reason) = (backend.clock.event_id(), title(other));
        events::insert(tx, &Event { id, entry: entry.id, revision, actor: &by, action, reason, at }).await?;
    }
    Ok(())
}

/// Whether an organisation is trusted no more when another goes into it: nobody said that the other's members may publish
/// without waiting.
pub(super) async fn ends_trust(tx: &mut Tx, stays: &Entry, goes: &Entry) -> Result<bool> {
    let is_trusted = stays.kind == Kind::Organisation && trusts::holds(tx, stays.id).await?;
    Ok(is_trusted && !trusts::holds(tx, goes.id).await? && !members::of(tx, goes.id).await?.is_empty())
}

/// Both as they were seen, locked: neither changes until this unit of work ends.
async fn both(tx: &mut Tx, merge: &Merge) -> Result<(Entry, Entry)> {
    let ((stays, seen), (goes, other_seen)) = (merge.stays, merge.goes);
    if stays == goes {
        return Err(Error::NotFound.into());
    }
    hold_both(tx, stays, goes).await?;
    moving::hold_rest(tx, goes).await?;
    let both: [Entry; 2] = entries::by_ids(tx, &[stays, goes]).await?.try_into().map_err(|_| Error::NotFound)?;
    let [stays, goes] = both;
    if stays.kind != goes.kind {
        return Err(Error::NotFound.into());
    }
    let is_as_seen = stays.version == seen && goes.version == other_seen && stays.state.is_public() && goes.state.is_public();
    if is_as_seen { Ok((stays, goes)) } else { Err(Error::Conflict.into()) }
}

/// In one order, so that two who merge the same do not wait for each other.
pub(super) async fn hold_both(tx: &mut Tx, one: EntryId, other: EntryId) -> Result<()> {
    hold(tx, one.min(other)).await?;
    hold(tx, one.max(other)).await?;
    Ok(())
}

/// What the one that stays said, and what it says of both.
async fn together(tx: &mut Tx, (stays, goes): (&Entry, &Entry), taken: &BTreeSet<String>) -> Result<(RevisionId, Document)> {
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
    Ok((before, Document::parse(stays.kind, Value::Object(said))?))
}

/// Publishes what both say.
async fn publish(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    (stays, goes): (&Entry, &Entry),
    taken: &BTreeSet<String>,
) -> Result<Moved> {
    let (before, document) = together(tx, (stays, goes), taken).await?;
    let owner = if taken.contains(ORGANISATION) { goes } else { stays };
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
        is_managed: false,
        claims: moving::Asked::default(),
        invitations: moving::Asked::default(),
        reports: vec![],
        suggestions: vec![],
    };
    let next = Next { document: &document, organisation: owner.organisation_id, projects: named_projects(tx, &document).await? };
    replace(tx, &backend.clock, &actor.label(), stays, revision, &next).await?;
    Ok(moved)
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
