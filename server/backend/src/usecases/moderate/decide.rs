//! Publishing what was handed in, asking for changes, or refusing it: one unit of work with its event, its feed row and
//! the mail that tells its author.

use super::queue::may_decide;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, Verdict},
    storage::{
        Tx, accounts, drafts,
        drafts::Revision,
        entries::{self, Entry},
        events::{self, Event},
        feed, freshness, lessons, redirects, revisions,
    },
    usecases::write::title,
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    limits,
    permission::{Action, permit},
    revision::{RevisionState, Step},
    text::Text,
    vocabulary::Kind,
};
use serde_json::{Value, json};

/// A fortnight, in microseconds: so long is tried to send the mail.
const USEFUL_FOR: i64 = 14 * 24 * 60 * 60 * 1_000_000;

/// What becomes of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Readers see it.
    Publish,
    /// Back to its authors.
    RequestChanges,
    /// Not for here.
    Reject,
}

impl std::str::FromStr for Decision {
    type Err = Error;
    fn from_str(raw: &str) -> std::result::Result<Self, Error> {
        match raw {
            "publish" => Ok(Self::Publish),
            "request-changes" => Ok(Self::RequestChanges),
            "reject" => Ok(Self::Reject),
            _ => Err(Error::NotFound),
        }
    }
}

impl Decision {
    fn step(self) -> (Step, &'static str, Verdict) {
        match self {
            Self::Publish => (Step::Publish, "published", Verdict::Published),
            Self::RequestChanges => (Step::RequestChanges, "changes-requested", Verdict::ChangesRequested),
            Self::Reject => (Step::Reject, "rejected", Verdict::Rejected),
        }
    }
}

/// Decides on a submission as it was when the moderator read it: `version` is the one they saw. A reason is asked for
/// where it is not published.
///
/// # Errors
/// [`Error::Invalid`] on `reason`; [`Error::Conflict`] where it was decided on, taken back or changed meanwhile.
pub async fn decide(backend: &Backend, actor: &Actor, id: RevisionId, version: i64, decision: Decision, reason: &str) -> Result<()> {
    may_decide(actor)?;
    let reason = Text::<0, { limits::REASON }>::parse(reason).map_err(|problem| vec![FieldError::new("reason", problem)])?;
    if decision != Decision::Publish && reason.is_empty() {
        return Err(vec![FieldError::new("reason", Problem::Required)].into());
    }
    let mut tx = backend.db.write().await?;
    let revision = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let entry = entries::by_ids(&mut tx, &[revision.entry]).await?.pop().ok_or(Error::NotFound)?;
    permit(actor, Action::Decide, entry.subject())?;
    if revision.version != version || revision.state != RevisionState::Submitted || entry.state == EntryState::Removed {
        return Err(Error::Conflict.into());
    }
    let (step, action, verdict) = decision.step();
    // What is sent back may be of a shape that would not be taken any more.
    let document = if decision == Decision::Publish { Some(current(&entry, &revision)?) } else { None };
    if let Some(document) = &document {
        publish(backend, &mut tx, &entry, document).await?;
    }
    let (at, by) = (backend.clock.now(), actor.label());
    let text = match &document {
        Some(document) => serde_json::to_string(document),
        None => serde_json::to_string(&revision.document),
    };
    let text = text.map_err(std::io::Error::from)?;
    // Who handed it in stays who last changed it.
    if !drafts::step(&mut tx, &revision, revision.state.after(step)?, &text, &revision.changed_by, at).await? {
        return Err(Error::Conflict.into());
    }
    let event = Event { id: backend.clock.event_id(), entry: entry.id, revision: Some(id), actor: &by, action, reason: &reason, at };
    events::insert(&mut tx, &event).await?;
    tell(backend, &mut tx, &entry, &revision, verdict, &reason).await?;
    let head = if decision == Decision::Publish { Some(feed::append(&mut tx, entry.id, at).await?) } else { None };
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    Ok(())
}

/// What was handed in, with its organisation's address as it is now.
fn current(entry: &Entry, revision: &Revision) -> Result<Document> {
    let mut document = revision.document.clone();
    if let Some(owner) = entry.organisation.as_ref().filter(|_| entry.kind != Kind::Organisation) {
        document.insert("organisation".into(), json!(owner.slug));
    }
    Ok(Document::parse(entry.kind, Value::Object(document))?)
}

async fn publish(backend: &Backend, tx: &mut Tx, entry: &Entry, document: &Document) -> Result<()> {
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

/// A mail to whoever handed it in, if they can still be reached.
async fn tell(backend: &Backend, tx: &mut Tx, entry: &Entry, revision: &Revision, verdict: Verdict, reason: &str) -> Result<()> {
    let Ok(account) = revision.changed_by.parse() else { return Ok(()) };
    let Some(account) = accounts::by_id(tx, account).await? else { return Ok(()) };
    // What its owners put away stays so.
    let is_put_away = entry.state == EntryState::Unpublished && entry.published_at.is_some();
    let verdict = if verdict == Verdict::Published && is_put_away { Verdict::Accepted } else { verdict };
    let link = match verdict {
        Verdict::Published => format!("/{}/{}", entry.kind.path(), entry.slug),
        _ => format!("/submit/{}", entry.id),
    };
    let letter = Letter::Decided { title: title(&revision.document), verdict, reason: reason.to_owned(), link };
    mail::post(tx, &backend.clock, &account.email, account.language, &letter, USEFUL_FOR).await
}
