//! Publishing a document: the revision, its event, its links and the feed row, in one unit of work.

use crate::{
    clock::Clock,
    failure::Result,
    storage::{
        Tx,
        entries::{self, Entry, NewEntry},
        events::{self, Event},
        feed, lessons, redirects,
    },
    usecases::supersede::{Next, add, replace},
};
use domain::{
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
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
/// [`domain::Error::Conflict`] where somebody else changed the entry in between.
pub async fn publish(tx: &mut Tx, clock: &Clock, actor: &Actor, new: &Publication<'_>) -> Result<Outcome> {
    let revision = clock.revision_id();
    let next = Next { document: new.document, organisation: new.organisation, projects: new.projects.clone() };
    let outcome = match entries::by_slug(tx, new.document.kind(), new.slug).await? {
        Some(entry) if is_settled(&entry, new) || is_put_together(tx, &entry, new).await? => return Ok(Outcome::Unchanged(entry.id)),
        Some(entry) => {
            replace(tx, clock, &actor.label(), &entry, revision, &next).await?;
            Outcome::Changed(entry.id)
        }
        None => {
            let id = create(tx, clock, new).await?;
            add(tx, clock, &actor.label(), id, (revision, None), new.document).await?;
            lessons::set_projects(tx, id, &new.projects).await?;
            Outcome::Created(id)
        }
    };
    record(tx, clock, actor, outcome.id(), revision, new.action).await?;
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

/// The event, and the change in the feed.
async fn record(tx: &mut Tx, clock: &Clock, actor: &Actor, entry: EntryId, revision: RevisionId, action: &str) -> Result<()> {
    let (at, by) = (clock.now(), actor.label());
    events::insert(tx, &Event { id: clock.event_id(), entry, revision: Some(revision), actor: &by, action, reason: "", at }).await?;
    feed::append(tx, entry, at).await?;
    Ok(())
}
