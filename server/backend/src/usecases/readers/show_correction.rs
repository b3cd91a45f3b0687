//! An entry that somebody wants to correct: what everybody may know of it, as its form shows it.

use super::{map, read::public_entry};
use crate::{
    Backend,
    failure::Result,
    public,
    storage::{
        Tx,
        entries::{self, Entry},
        redirects,
    },
};
use domain::{Error, account::Actor, id::RevisionId, text::Slug, vocabulary::Kind};
use serde_json::{Map, Value};

/// Projects to choose from are at most so many.
const PROJECTS: usize = 60;

/// What can be corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The entry.
    pub entry: Entry,
    /// The revision that readers see.
    pub revision: RevisionId,
    /// What it says, as exactly as readers may know.
    pub document: Map<String, Value>,
    /// Projects that a lesson may come from: slug and title.
    pub projects: Vec<(Slug, String)>,
}

/// A public entry and what its form shows.
///
/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn correctable(backend: &Backend, _actor: &Actor, kind: Kind, slug: &str) -> Result<Correction> {
    let mut tx = backend.db.read().await?;
    let entry = public::entry(public_entry(&mut tx, kind, slug).await?);
    let published = entry.revision.as_ref().ok_or(Error::NotFound)?;
    let (revision, document) = (published.id, map(&published.document)?);
    let projects = if kind == Kind::Lesson { projects(&mut tx, &entry).await? } else { vec![] };
    Ok(Correction { revision, document, projects, entry })
}

/// Public projects of the same organisation, and those that the lesson names already.
async fn projects(tx: &mut Tx, entry: &Entry) -> Result<Vec<(Slug, String)>> {
    let mut ids = match entry.organisation_id {
        Some(organisation) => entries::of_organisation(tx, organisation).await?,
        None => vec![],
    };
    ids.truncate(PROJECTS * 10);
    let own = entries::by_ids(tx, &ids).await?.into_iter().filter(|other| other.kind == Kind::Project && other.state.is_public());
    let titled = |project: Entry| project.revision.map(|revision| (project.slug, revision.document.title().to_owned()));
    let mut projects: Vec<_> = own.filter_map(titled).take(PROJECTS).collect();
    let named = entry.revision.as_ref().map(|revision| revision.document.projects().to_vec()).unwrap_or_default();
    for slug in named.into_iter().filter(|slug| !projects.iter().any(|(known, _)| known == slug)).collect::<Vec<_>>() {
        let project = redirects::by_slug(tx, Kind::Project, &slug).await?.filter(|project| project.state.is_public());
        projects.extend(project.and_then(titled));
    }
    Ok(projects)
}
