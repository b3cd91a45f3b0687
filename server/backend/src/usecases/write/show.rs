//! A draft as its authors see it.

use super::{is_editable, problems, title, writable};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, accounts, drafts,
        entries::Entry,
        events::{self, Past},
        links, redirects, trusts,
    },
    usecases::{curate::goes_live, links::BROKEN},
};
use domain::{
    FieldError, account::Actor, audit::INTERNAL, form, id::EntryId, revision::RevisionState, text::Slug, time::Timestamp, vocabulary::Kind,
};
use serde_json::{Map, Value};

/// An entry that somebody writes at.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The entry with what readers see of it.
    pub entry: Entry,
    /// Its title as it stands.
    pub title: String,
    /// The newest revision's state.
    pub state: RevisionState,
    /// Its number.
    pub number: i64,
    /// Guards the next write.
    pub version: i64,
    /// What it says.
    pub document: Map<String, Value>,
    /// Whether it was public until moderators took it back: then the entry cannot be deleted.
    pub is_kept: bool,
    /// Whether that was this revision: then it can be given up, and stays.
    pub was_public: bool,
    /// Whether readers see it at once when whoever asks hands it in.
    pub goes_live: bool,
    /// What keeps it from being handed in.
    pub problems: Vec<FieldError>,
    /// What is there of what helps readers most, and what to tell next.
    pub next: Next,
    /// When it was last saved.
    pub changed_at: Timestamp,
    /// Whether whoever asks saved it last.
    pub is_own_change: bool,
    /// What happened so far, newest first.
    pub past: Vec<Past>,
    /// Links in what readers see that lead nowhere.
    pub broken_links: Vec<String>,
    /// Projects that a lesson may come from: slug and title.
    pub projects: Vec<(Slug, String)>,
}

/// How complete it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// Of the fields that are needed or help most, how many are told.
    pub told: usize,
    /// How many there are.
    pub of: usize,
    /// Those that are missing: what is needed, then what helps most.
    pub missing: Vec<&'static str>,
}

impl Draft {
    /// Whether it can be written.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        is_editable(self.state)
    }

    /// Whether it waits for a decision.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.state == RevisionState::Submitted
    }

    /// Why its last revision came back, where it did.
    #[must_use]
    pub fn reason(&self) -> Option<&Past> {
        let came_back = matches!(self.state, RevisionState::ChangesRequested | RevisionState::Rejected);
        self.past.iter().find(|past| matches!(past.action.as_str(), "changes-requested" | "rejected")).filter(|_| came_back)
    }
}

/// What somebody's organisation writes.
///
/// # Errors
/// [`domain::Error::NotFound`] where it is not theirs.
pub async fn show_draft(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Draft> {
    let mut tx = backend.db.read().await?;
    let entry = writable(&mut tx, actor, id).await?;
    let revision = drafts::latest(&mut tx, id).await?.ok_or(domain::Error::NotFound)?;
    let problems = problems(&mut tx, backend.clock.now(), entry.organisation_id, entry.kind, &revision.document).await?;
    let projects = projects(&mut tx, &entry, &revision.document).await?;
    Ok(Draft {
        title: Some(title(&revision.document)).filter(|title| !title.is_empty()).unwrap_or_else(|| "…".into()),
        state: revision.state,
        number: revision.number,
        version: revision.version,
        next: next(entry.kind, &revision.document),
        document: revision.document,
        is_kept: entry.published_at.is_none() && trusts::was_checked(&mut tx, id).await?,
        was_public: trusts::is_checked(&mut tx, revision.id).await?,
        goes_live: goes_live(&mut tx, actor, &entry).await?,
        problems,
        changed_at: revision.changed_at,
        is_own_change: revision.changed_by == actor.label(),
        past: events::of_entry(&mut tx, id).await?.into_iter().filter(|past| !INTERNAL.contains(&past.action.as_str())).collect(),
        broken_links: broken_links(&mut tx, id).await?,
        projects,
        entry,
    })
}

async fn broken_links(tx: &mut Tx, id: EntryId) -> Result<Vec<String>> {
    let known = links::of_entry(tx, id).await?;
    Ok(known.into_iter().filter(|link| link.failures >= BROKEN).map(|link| link.url).collect())
}

fn next(kind: Kind, document: &Map<String, Value>) -> Next {
    let (told, of, missing) = form::told(kind, document);
    Next { told, of, missing }
}

/// Projects that a new lesson may come from: those of the organisations of whoever asks, and this one besides.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] of visitors.
pub async fn list_projects(backend: &Backend, actor: &Actor, besides: Option<&str>) -> Result<Vec<(Slug, String)>> {
    let account = actor.account().ok_or(domain::Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    let mut projects = projects_of(&mut tx, None, besides.into_iter()).await?;
    for (organisation, _) in accounts::memberships(&mut tx, account).await? {
        let own = projects_of(&mut tx, Some(organisation), [].into_iter()).await?;
        projects.extend(own.into_iter().filter(|(slug, _)| besides != Some(&**slug)));
    }
    Ok(projects)
}

/// The organisation's own, and those of others that the lesson names already.
async fn projects(tx: &mut Tx, entry: &Entry, document: &Map<String, Value>) -> Result<Vec<(Slug, String)>> {
    if entry.kind != Kind::Lesson {
        return Ok(vec![]);
    }
    projects_of(
        tx,
        entry.organisation_id,
        document.get("projects").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str),
    )
    .await
}

/// Slug and title of an organisation's projects, and of these besides.
async fn projects_of(tx: &mut Tx, organisation: Option<EntryId>, besides: impl Iterator<Item = &str>) -> Result<Vec<(Slug, String)>> {
    let own = match organisation {
        Some(organisation) => drafts::own(tx, organisation).await?,
        None => vec![],
    };
    let mut projects: Vec<(Slug, String)> =
        own.into_iter().filter(|listed| listed.kind == Kind::Project).map(|listed| (listed.slug, listed.title)).collect();
    for slug in besides.filter_map(|slug| slug.parse::<Slug>().ok()) {
        if projects.iter().any(|(known, _)| *known == slug) {
            continue;
        }
        let public = redirects::by_slug(tx, Kind::Project, &slug).await?.filter(|entry| entry.state.is_public());
        if let Some(revision) = public.and_then(|entry| entry.revision) {
            projects.push((slug, revision.document.title().to_owned()));
        }
    }
    Ok(projects)
}
