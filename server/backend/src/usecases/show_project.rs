//! One project with all that belongs to it.

use super::{
    belonging::{linked, siblings},
    similar::similar_projects,
    views::{Listed, Similar},
};
use crate::{
    Backend,
    failure::Result,
    public,
    storage::{
        Tx,
        entries::{self, Entry},
        lessons::Side,
        redirects,
    },
};
use domain::{
    Error,
    account::Actor,
    entry::{Document, EntryState},
    permission::{Action, permit},
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
    /// What was learned in it: at most 30.
    pub lessons: Listed,
    /// Other projects of the same organisation: at most 6.
    pub siblings: Listed,
    /// Projects of any organisation that resemble it most, best first: at most 4.
    pub similar: Vec<Similar>,
}

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_project(backend: &Backend, actor: &Actor, slug: &str) -> Result<ProjectView> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, Kind::Project, slug).await?;
    let Some(Document::Project(project)) = entry.revision.as_ref().map(|r| r.document.clone()) else { return Err(Error::NotFound.into()) };
    let lessons = linked(&mut tx, &entry, Side::Lessons).await?;
    let siblings = siblings(backend, &mut tx, &entry).await?;
    let similar = similar_projects(backend, &mut tx, &entry).await?;
    Ok(ProjectView { entry, project, lessons, siblings, similar })
}

/// The entry at this address, if this actor may read it, as everybody may know it.
pub(super) async fn readable(tx: &mut Tx, actor: &Actor, kind: Kind, slug: &str) -> Result<Entry> {
    // What is no slug is no address, and may hold what PostgreSQL refuses in texts.
    let slug: Slug = slug.parse().map_err(|_| Error::NotFound)?;
    let entry = entries::by_slug(tx, kind, &slug).await?.ok_or(Error::NotFound)?;
    // Whoever asks is led on, those who may read what was removed as well.
    if entry.state == EntryState::Removed && redirects::of(tx, entry.id).await?.is_some() {
        return Err(Error::Gone.into());
    }
    permit(actor, Action::Read, entry.subject())?;
    Ok(public::entry(entry))
}
