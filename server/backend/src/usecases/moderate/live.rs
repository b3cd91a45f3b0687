//! Making a revision what readers see, and making it undone. Steps of other use cases, in their unit of work.

use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        decisions::{self, EntryBefore},
        drafts::Revision,
        entries::{self, Entry},
        freshness, lessons, redirects, revisions,
    },
};
use domain::{
    Error, FieldError, Problem,
    entry::Document,
    id::{EntryId, RevisionId},
    revision::{RevisionState, Step},
    time::Timestamp,
    vocabulary::Kind,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// How an entry and its revision were before a decision.
#[derive(Debug, Serialize, Deserialize)]
pub struct Before {
    /// What the revision said.
    pub document: Map<String, Value>,
    /// When it was handed in.
    pub changed_at: i64,
    /// The revision that readers saw.
    pub previous: Option<RevisionId>,
    /// The entry.
    pub entry: EntryBefore,
    /// The projects that a lesson came from.
    pub projects: Vec<EntryId>,
}

/// How they are now.
///
/// # Errors
/// When the database fails.
pub async fn before(tx: &mut Tx, entry: &Entry, revision: &Revision) -> Result<Before> {
    let title = match &entry.revision {
        Some(published) => published.document.title().to_owned(),
        None => crate::usecases::write::title(&revision.document),
    };
    Ok(Before {
        document: revision.document.clone(),
        changed_at: revision.changed_at.0,
        previous: entry.revision.as_ref().map(|published| published.id),
        entry: EntryBefore {
            title,
            state: entry.state.id().to_owned(),
            origin: entry.origin.id().to_owned(),
            published_at: entry.published_at.map(|at| at.0),
            updated_at: entry.updated_at.0,
            confirmed_at: entry.confirmed_at.map(|at| at.0),
            stale_at: entry.stale_at.map(|at| at.0),
        },
        projects: if entry.kind == Kind::Lesson { lessons::projects(tx, entry.id).await? } else { vec![] },
    })
}

/// What was handed in, with its organisation's address as it is now.
///
/// # Errors
/// [`Error::Invalid`] where it would not be taken any more.
pub fn current(entry: &Entry, revision: &Revision) -> Result<Document> {
    let mut document = revision.document.clone();
    if let Some(owner) = entry.organisation.as_ref().filter(|_| entry.kind != Kind::Organisation) {
        document.insert("organisation".into(), json!(owner.slug));
    }
    Ok(Document::parse(entry.kind, Value::Object(document))?)
}

/// Makes way for a revision: the one before is superseded, the entry is public and its organisation's own.
///
/// # Errors
/// [`Error::Conflict`] where somebody else changed the entry in between.
pub async fn publish(backend: &Backend, tx: &mut Tx, entry: &Entry, document: &Document) -> Result<()> {
    let at = backend.clock.now();
    if let Some(published) = &entry.revision {
        let next = RevisionState::Published.after(Step::Supersede)?;
        if !revisions::set_state(tx, published.id, RevisionState::Published, next).await? {
            return Err(Error::Conflict.into());
        }
    }
    if !entries::publish(tx, entry, document.title(), entry.organisation_id, at).await? {
        return Err(Error::Conflict.into());
    }
    entries::own(tx, entry.id).await?;
    freshness::confirm(tx, entry.id, at).await?;
    let mut projects: Vec<EntryId> = vec![];
    for (index, slug) in document.projects().iter().enumerate() {
        let project = redirects::by_slug(tx, Kind::Project, slug).await?;
        let unknown = || FieldError::new(format!("projects[{index}]"), Problem::UnknownReference { value: slug.to_string() });
        projects.push(project.ok_or_else(|| Error::Invalid(vec![unknown()]))?.id);
    }
    lessons::set_projects(tx, entry.id, &projects).await?;
    Ok(())
}

/// Puts everything back as it was; the revision is in state `to` then. Nothing may have changed since the revision came
/// into state `from` with these versions of revision and entry.
///
/// # Errors
/// [`Error::Conflict`] where something did: then nothing of this unit of work must be kept.
pub async fn put_back(
    tx: &mut Tx,
    (revision, entry): (RevisionId, EntryId),
    (revision_version, entry_version): (i64, i64),
    before: &Before,
    from: RevisionState,
    to: RevisionState,
) -> Result<()> {
    if to != RevisionState::Rejected && decisions::is_written_besides(tx, entry, revision).await? {
        return Err(Error::Conflict.into());
    }
    let text = serde_json::to_string(&before.document).map_err(std::io::Error::from)?;
    let of = (revision, revision_version, from.id());
    if !decisions::restore_revision(tx, of, &text, Timestamp(before.changed_at), to.id()).await? {
        return Err(Error::Conflict.into());
    }
    if from != RevisionState::Published {
        return Ok(());
    }
    if let Some(previous) = before.previous
        && !revisions::set_state(tx, previous, RevisionState::Superseded, RevisionState::Published).await?
    {
        return Err(Error::Conflict.into());
    }
    if !decisions::restore_entry(tx, entry, entry_version, &before.entry).await? {
        return Err(Error::Conflict.into());
    }
    // They may have become part of others since.
    let mut projects = vec![];
    for project in &before.projects {
        let project = redirects::follow(tx, *project).await?;
        if !projects.contains(&project) {
            projects.push(project);
        }
    }
    lessons::set_projects(tx, entry, &projects).await?;
    Ok(())
}
