//! What readers see next of an entry: the one place where a revision gives way to another.
//!
//! Whoever changes an entry takes its row first ([`hold`]) and looks then, or names the version that it saw; its revisions
//! and all that hangs on them come after it. Of several entries, organisations come before projects and projects before
//! lessons, those of a kind by their ids. The change feed comes last: whoever has it takes no entry any more that others may
//! have. Nobody who keeps to that waits for somebody who waits for them.

use crate::{
    clock::Clock,
    failure::Result,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
        lessons, members, redirects,
        revisions::{self, NewRevision},
    },
};
use domain::{
    Error, FieldError, Problem,
    entry::Document,
    id::{EntryId, RevisionId},
    revision::{RevisionState, Step},
    vocabulary::Kind,
};

/// What readers see next.
#[derive(Debug)]
pub struct Next<'a> {
    /// What it says.
    pub document: &'a Document,
    /// Whose it is then.
    pub organisation: Option<EntryId>,
    /// The projects that a lesson came from.
    pub projects: Vec<EntryId>,
}

/// An entry as it stays until this unit of work ends, unless this unit of work changes it.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn hold(tx: &mut Tx, id: EntryId) -> Result<Entry> {
    members::lock(tx, id).await?;
    Ok(entries::by_ids(tx, &[id]).await?.pop().ok_or(Error::NotFound)?)
}

/// Lets what readers see give way. The caller says what takes its place, within the same unit of work. Gives what gave way.
///
/// # Errors
/// [`Error::Conflict`] where somebody else changed the entry in between.
pub async fn supersede(tx: &mut Tx, clock: &Clock, entry: &Entry, next: &Next<'_>) -> Result<Option<RevisionId>> {
    if !entries::publish(tx, entry, next.document.title(), next.organisation, clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    let before = entry.revision.as_ref().map(|revision| revision.id);
    if let Some(before) = before
        && !revisions::set_state(tx, before, RevisionState::Published, RevisionState::Published.after(Step::Supersede)?).await?
    {
        return Err(Error::Conflict.into());
    }
    lessons::set_projects(tx, entry.id, &next.projects).await?;
    Ok(before)
}

/// Publishes a new revision of an entry in place of the one before. What is being written, or waits, comes after it.
///
/// # Errors
/// As [`supersede`].
pub async fn replace(tx: &mut Tx, clock: &Clock, author: &str, entry: &Entry, id: RevisionId, next: &Next<'_>) -> Result<()> {
    let before = supersede(tx, clock, entry, next).await?;
    add(tx, clock, author, entry.id, (id, before), next.document).await?;
    Ok(drafts::rebase(tx, entry.id, id).await?)
}

/// Adds what readers see.
///
/// # Errors
/// When the database fails.
pub async fn add(
    tx: &mut Tx,
    clock: &Clock,
    author: &str,
    entry: EntryId,
    (id, based_on): (RevisionId, Option<RevisionId>),
    document: &Document,
) -> Result<()> {
    let text = serde_json::to_string(document).map_err(std::io::Error::from)?;
    let (state, schema_version, at) = (RevisionState::Published, document.schema_version(), clock.now());
    Ok(revisions::insert(tx, &NewRevision { id, entry, state, schema_version, document: &text, author, based_on, at }).await?)
}

/// The projects that a document names; what became part of another is that other.
///
/// # Errors
/// [`Error::Invalid`] on those that are not there.
pub async fn named_projects(tx: &mut Tx, document: &Document) -> Result<Vec<EntryId>> {
    let mut projects = vec![];
    for (index, slug) in document.projects().iter().enumerate() {
        let project = redirects::by_slug(tx, Kind::Project, slug).await?;
        let unknown = || FieldError::new(format!("projects[{index}]"), Problem::UnknownReference { value: slug.to_string() });
        projects.push(project.ok_or_else(|| Error::Invalid(vec![unknown()]))?.id);
    }
    Ok(projects)
}
