//! Publishing a document: the revision, its event, its links and the feed row, in one unit of work.

use crate::{
    clock::Clock,
    failure::Result,
    storage::{
        Tx,
        entries::{self, Entry, NewEntry},
        events::{self, Event},
        feed, lessons, redirects,
        revisions::{self, NewRevision},
    },
};
use domain::{
    Error,
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    revision::{RevisionState, Step},
    text::Slug,
    vocabulary::Origin,
};

/// A document that becomes what readers see, with its references resolved.
#[derive(Debug)]
pub struct Publication<'a> {
    /// Its address.
    pub slug: &'a Slug,
    /// What it says.
    pub document: &'a Document,
    /// Its organisation.
    pub organisation: Option<EntryId>,
    /// The projects that a lesson came from.
    pub projects: Vec<EntryId>,
    /// Where it comes from.
    pub origin: Origin,
    /// What the event says was done.
    pub action: &'a str,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A new entry.
    Created(EntryId),
    /// A new revision of an entry.
    Changed(EntryId),
    /// The published revision says just this already; or the entry was withdrawn, archived or removed, and stays so.
    Unchanged(EntryId),
}

impl Outcome {
    /// The entry.
    #[must_use]
    pub fn id(self) -> EntryId {
        match self {
            Self::Created(id) | Self::Changed(id) | Self::Unchanged(id) => id,
        }
    }
}

/// Publishes, within the caller's unit of work. Permission is the caller's to ask.
///
/// # Errors
/// [`Error::Conflict`] where somebody else changed the entry in between.
pub async fn publish(tx: &mut Tx, clock: &Clock, actor: &Actor, new: &Publication<'_>) -> Result<Outcome> {
    let existing = entries::by_slug(tx, new.document.kind(), new.slug).await?;
    let outcome = match &existing {
        Some(entry) if is_settled(entry, new) || is_put_together(tx, entry, new).await? => return Ok(Outcome::Unchanged(entry.id)),
        Some(entry) => Outcome::Changed(supersede(tx, clock, entry, new).await?),
        None => Outcome::Created(create(tx, clock, new).await?),
    };
    let based_on = existing.and_then(|entry| entry.revision).map(|revision| revision.id);
    record(tx, clock, actor, outcome.id(), based_on, new).await?;
    Ok(outcome)
}

fn is_settled(entry: &Entry, new: &Publication<'_>) -> bool {
    let same_text = entry.revision.as_ref().is_some_and(|revision| revision.document == *new.document);
    // What an organisation stands for is not overwritten with what others compiled.
    let is_theirs = entry.origin == Origin::Organisation && new.origin == Origin::PublicSources;
    is_theirs || entry.state != EntryState::Published || (entry.organisation_id == new.organisation && same_text)
}

/// What a moderator put together of two entries is not overwritten with one of them.
async fn is_put_together(tx: &mut Tx, entry: &Entry, new: &Publication<'_>) -> Result<bool> {
    Ok(new.origin == Origin::PublicSources && redirects::is_target(tx, entry.id).await?)
}

async fn create(tx: &mut Tx, clock: &Clock, new: &Publication<'_>) -> Result<EntryId> {
    let entry = NewEntry {
        id: clock.entry_id(),
        kind: new.document.kind(),
        slug: new.slug,
        title: new.document.title(),
        organisation: new.organisation,
        state: EntryState::Published,
        origin: new.origin,
        at: clock.now(),
    };
    entries::insert(tx, &entry).await?;
    Ok(entry.id)
}

async fn supersede(tx: &mut Tx, clock: &Clock, entry: &Entry, new: &Publication<'_>) -> Result<EntryId> {
    if !entries::publish(tx, entry, new.document.title(), new.organisation, clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    if let Some(current) = &entry.revision {
        let next = RevisionState::Published.after(Step::Supersede)?;
        if !revisions::set_state(tx, current.id, RevisionState::Published, next).await? {
            return Err(Error::Conflict.into());
        }
    }
    Ok(entry.id)
}

async fn record(
    tx: &mut Tx,
    clock: &Clock,
    actor: &Actor,
    entry: EntryId,
    based_on: Option<RevisionId>,
    new: &Publication<'_>,
) -> Result<()> {
    let (id, at, author) = (clock.revision_id(), clock.now(), actor.label());
    let document = serde_json::to_string(new.document).map_err(std::io::Error::from)?;
    let schema_version = new.document.schema_version();
    let revision =
        NewRevision { id, entry, state: RevisionState::Published, schema_version, document: &document, author: &author, based_on, at };
    revisions::insert(tx, &revision).await?;
    lessons::set_projects(tx, entry, &new.projects).await?;
    let event = Event { id: clock.event_id(), entry, revision: Some(id), actor: &author, action: new.action, reason: "", at };
    events::insert(tx, &event).await?;
    feed::append(tx, entry, at).await?;
    Ok(())
}
