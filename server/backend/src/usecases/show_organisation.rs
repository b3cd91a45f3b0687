//! One organisation with what it did and learned.

use super::{belonging::of_organisation, selection::selection, show_project::readable, views::Listed};
use crate::{Backend, failure::Result, storage::entries::Entry};
use domain::{Error, account::Actor, entry::Document, facet::Facet, organisation::Organisation, query::Query, vocabulary::Kind};

/// Entries of each kind that are shown at most.
const SHOWN: u32 = 20;

/// An organisation's page.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationView {
    /// Its root.
    pub entry: Entry,
    /// What it says.
    pub organisation: Organisation,
    /// Its newest projects: at most 20.
    pub projects: Listed,
    /// Its newest lessons: at most 20.
    pub lessons: Listed,
    /// How many of its projects are on the map.
    pub located: u64,
}

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_organisation(backend: &Backend, actor: &Actor, slug: &str) -> Result<OrganisationView> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, Kind::Organisation, slug).await?;
    let Some(Document::Organisation(organisation)) = entry.revision.as_ref().map(|r| r.document.clone()) else {
        return Err(Error::NotFound.into());
    };
    let projects = of_organisation(backend, &mut tx, &entry.slug, Kind::Project, SHOWN).await?;
    let lessons = of_organisation(backend, &mut tx, &entry.slug, Kind::Lesson, SHOWN).await?;
    let its_projects = Query::default().toggled(Facet::Organisation, &entry.slug).toggled(Facet::Kind, Kind::Project.id());
    let located = backend.map.count_with_point(&selection(backend, &its_projects).await?);
    Ok(OrganisationView { entry, organisation, projects, lessons, located })
}
