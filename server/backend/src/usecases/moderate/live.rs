//! Making a revision what readers see, and making it undone. Steps of other use cases, in their unit of work.

use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, approvals,
        decisions::{self, EntryBefore},
        drafts::Revision,
        entries::{self, Entry},
        freshness::{self, Asked},
        lessons, redirects, revisions,
    },
    usecases::supersede::{Next, named_projects, supersede},
};
use domain::{
    Error,
    entry::{Document, EntryState},
    id::{AccountId, EntryId, RevisionId},
    revision::RevisionState,
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
    /// When it was decided.
    #[serde(default)]
    pub at: Option<i64>,
    /// What its authors were asked.
    #[serde(default)]
    pub asked: Option<Asked>,
    /// Who had agreed as the first of two.
    #[serde(default)]
    pub approved_by: Option<AccountId>,
    /// Mails that wait, to readers whose suggestions the revision holds.
    #[serde(default)]
    pub told: Vec<String>,
}

/// How they are now.
///
/// # Errors
/// When the database fails.
pub async fn before(tx: &mut Tx, entry: &Entry, revision: &Revision, at: Timestamp) -> Result<Before> {
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
        at: Some(at.0),
        asked: freshness::asked(tx, entry.id).await?,
        approved_by: approvals::of(tx, revision.id, revision.version).await?,
        told: vec![],
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
pub async fn publish(backend: &Backend, tx: &mut Tx, entry: &Entry, document: &Document, at: Timestamp) -> Result<()> {
    let projects = named_projects(tx, document).await?;
    supersede(tx, &backend.clock, entry, &Next { document, organisation: entry.organisation_id, projects }).await?;
    entries::own(tx, entry.id).await?;
    Ok(freshness::confirm(tx, entry.id, at).await?)
}

/// Puts everything back as it was; the revision is in state `to` then. Nothing may have changed since the revision came
/// into state `from` with these versions of revision and entry.
///
/// # Errors
/// [`Error::Conflict`] where something did: then nothing of this unit of work must be kept.
pub async fn put_back(
    tx: &mut Tx,
    (revision, entry): (RevisionId, &Entry),
    (revision_version, entry_version): (i64, i64),
    before: &Before,
    from: RevisionState,
    to: RevisionState,
) -> Result<()> {
    // Nothing waits of an entry that is not there.
    if entry.state == EntryState::Removed || to != RevisionState::Rejected && decisions::is_written_besides(tx, entry.id, revision).await? {
        return Err(Error::Conflict.into());
    }
    let text = serde_json::to_string(&before.document).map_err(std::io::Error::from)?;
    let of = (revision, revision_version, from.id());
    if !decisions::restore_revision(tx, of, &text, Timestamp(before.changed_at), to.id()).await? {
        return Err(Error::Conflict.into());
    }
    if let Some(first) = before.approved_by.filter(|_| to == RevisionState::Submitted) {
        approvals::agree(tx, revision, revision_version + 1, first, Timestamp(before.at.unwrap_or_default())).await?;
    }
    if from != RevisionState::Published {
        return Ok(());
    }
    if let Some(previous) = before.previous
        && !revisions::set_state(tx, previous, RevisionState::Superseded, RevisionState::Published).await?
    {
        return Err(Error::Conflict.into());
    }
    restore_entry(tx, entry, entry_version, before).await?;
    // They may have become part of others since.
    let mut projects = vec![];
    for project in &before.projects {
        let project = redirects::follow(tx, *project).await?;
        if !projects.contains(&project) {
            projects.push(project);
        }
    }
    lessons::set_projects(tx, entry.id, &projects).await?;
    Ok(())
}

/// The entry as it was; what its authors said of it since stays.
async fn restore_entry(tx: &mut Tx, entry: &Entry, version: i64, before: &Before) -> Result<()> {
    let mut was = before.entry.clone();
    let is_confirmed_since = before.at.is_some_and(|at| entry.confirmed_at > Some(Timestamp(at)));
    if is_confirmed_since {
        (was.confirmed_at, was.stale_at) = (entry.confirmed_at.map(|at| at.0), entry.stale_at.map(|at| at.0));
    }
    if !decisions::restore_entry(tx, entry.id, version, &was).await? {
        return Err(Error::Conflict.into());
    }
    match &before.asked {
        Some(asked) if !is_confirmed_since => Ok(freshness::ask_again(tx, entry.id, asked).await?),
        _ => Ok(()),
    }
}
