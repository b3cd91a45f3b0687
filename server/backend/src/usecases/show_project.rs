//! One project with all that belongs to it.

use super::{
    similar::similar_projects,
    views::{Card, Similar, cards},
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        entries::{self, Entry},
        lessons,
    },
};
use domain::{
    Error,
    account::Actor,
    entry::Document,
    id::EntryId,
    permission::{Action, Subject, permit},
    project::Project,
    text::Slug,
    vocabulary::Kind,
};

/// A project's page.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectView {
    /// Its root.
    pub entry: Entry,
    /// What it says.
    pub project: Project,
    /// What was learned in it.
    pub lessons: Vec<Card>,
    /// Other projects of the same organisation.
    pub siblings: Vec<Card>,
    /// Projects of any organisation that resemble it most, best first: at most 4.
    pub similar: Vec<Similar>,
}

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_project(backend: &Backend, actor: &Actor, slug: &str) -> Result<ProjectView> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, Kind::Project, slug).await?;
    let Some(Document::Project(project)) = entry.revision.as_ref().map(|r| r.document.clone()) else { return Err(Error::NotFound.into()) };
    let lessons = lessons::of_project(&mut tx, entry.id).await?;
    let lessons = cards(&mut tx, &lessons).await?;
    let siblings = siblings(&mut tx, &entry, Kind::Project).await?;
    let similar = similar_projects(backend, &mut tx, &entry).await?;
    Ok(ProjectView { entry, project, lessons, siblings, similar })
}

/// The entry at this address, if this actor may read it.
pub(super) async fn readable(tx: &mut Tx, actor: &Actor, kind: Kind, slug: &str) -> Result<Entry> {
    // What is no slug is no address, and may hold what PostgreSQL refuses in texts.
    let slug: Slug = slug.parse().map_err(|_| Error::NotFound)?;
    let entry = entries::by_slug(tx, kind, &slug).await?.ok_or(Error::NotFound)?;
    permit(actor, Action::Read, Subject { state: entry.state, organisation: entry.organisation_id })?;
    Ok(entry)
}

/// Other public entries of the same kind and organisation.
pub(super) async fn siblings(tx: &mut Tx, entry: &Entry, kind: Kind) -> Result<Vec<Card>> {
    let Some(owner) = &entry.organisation else { return Ok(vec![]) };
    let others = of_organisation(tx, owner.id, kind).await?;
    Ok(others.into_iter().filter(|card| card.id != entry.id).collect())
}

/// Public entries of this kind that belong to an organisation.
pub(super) async fn of_organisation(tx: &mut Tx, organisation: EntryId, kind: Kind) -> Result<Vec<Card>> {
    let ids = entries::of_organisation(tx, organisation).await?;
    Ok(cards(tx, &ids).await?.into_iter().filter(|card| card.kind == kind).collect())
}
