//! One organisation with what it did and learned.

use super::{
    show_project::{of_organisation, readable},
    views::Card,
};
use crate::{Backend, failure::Result, storage::entries::Entry};
use domain::{Error, account::Actor, entry::Document, organisation::Organisation, vocabulary::Kind};

/// An organisation's page.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationView {
    /// Its root.
    pub entry: Entry,
    /// What it says.
    pub organisation: Organisation,
    /// Its projects.
    pub projects: Vec<Card>,
    /// Its lessons.
    pub lessons: Vec<Card>,
}

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_organisation(backend: &Backend, actor: &Actor, slug: &str) -> Result<OrganisationView> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, Kind::Organisation, slug).await?;
    let Some(Document::Organisation(organisation)) = entry.revision.as_ref().map(|r| r.document.clone()) else {
        return Err(Error::NotFound.into());
    };
    let projects = of_organisation(&mut tx, entry.id, Kind::Project).await?;
    let lessons = of_organisation(&mut tx, entry.id, Kind::Lesson).await?;
    Ok(OrganisationView { entry, organisation, projects, lessons })
}
