//! Publishing what was handed in, asking for changes, or refusing it: one unit of work with its event, its feed row, what
//! is needed to undo it, and the mail that tells its author once it can be undone no more.

use super::{before, current, may_decide, publish, reserved_until};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, Verdict},
    storage::{
        Tx,
        accounts::{self, Account},
        approvals, decisions, drafts,
        drafts::Revision,
        entries::{self, Entry},
        events::{self, Event},
        feed,
        mails::Stand,
        readings, returned, templates,
    },
    usecases::{
        readers::{End, tell_end},
        supersede::hold,
        write::title,
    },
};
use domain::{
    Error, FieldError, Lang, Problem,
    account::Actor,
    entry::EntryState,
    id::{AccountId, RevisionId},
    limits,
    permission::{Action, permit},
    revision::{RevisionState, Step},
    text::Text,
    time::{MINUTE, Timestamp},
};

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
            // Nothing was chosen.
            "" => Err(Error::Invalid(vec![FieldError::new("decision", Problem::Required)])),
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

    /// What it is to readers whose suggestions were taken over; nothing while it may still become one or the other.
    fn end(self, entry: &Entry) -> Option<End> {
        match self {
            Self::Publish => entry.state.is_public().then_some(End::Published),
            Self::RequestChanges => None,
            Self::Reject => Some(End::Dropped),
        }
    }
}

/// What a moderator says to a submission.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// What becomes of it.
    pub decision: Decision,
    /// The id of a reason that is kept, or nothing; it stands before the other, in the author's language.
    pub template: &'a str,
    /// Why, in the moderator's words. Asked for where it is not published and no other was chosen.
    pub reason: &'a str,
}

impl Answer<'_> {
    /// Whether what has to be said is said, before any submission is looked at.
    pub(super) fn check(&self) -> Result<()> {
        Text::<0, { limits::REASON }>::parse(self.reason).map_err(|problem| vec![FieldError::new("reason", problem)])?;
        if self.decision != Decision::Publish && self.reason.trim().is_empty() && self.template.is_empty() {
            return Err(vec![FieldError::new("reason", Problem::Required)].into());
        }
        Ok(())
    }

    /// All that is told to somebody who reads this language.
    async fn told(&self, tx: &mut Tx, lang: Lang) -> Result<String> {
        let kept = match self.template {
            "" => None,
            // Somebody removed it since the page was drawn.
            id => Some(templates::by_id(tx, id).await?.ok_or_else(|| vec![FieldError::new("template", Problem::Required)])?),
        };
        let parts = [kept.as_ref().map_or("", |kept| kept.text(lang)), self.reason.trim()];
        let whole = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
        let whole = Text::<0, { limits::REASON }>::parse(&whole).map_err(|problem| vec![FieldError::new("reason", problem)])?;
        Ok(whole.to_string())
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// By this it is found again, to be undone.
    pub batch: String,
    /// Whether another still has to agree.
    pub is_first: bool,
}

/// Decides on a submission as it was when the moderator read it: `version` is the one they saw. Where two have to agree,
/// the first to publish only says so.
///
/// # Errors
/// [`Error::Invalid`] on `reason`, `template` or `decision`; [`Error::Reserved`] while another reads it;
/// [`Error::Conflict`] where it was decided on, taken back or changed meanwhile.
pub async fn decide(backend: &Backend, actor: &Actor, id: RevisionId, version: i64, answer: &Answer<'_>) -> Result<Decided> {
    may_decide(actor)?;
    answer.check()?;
    let batch = backend.clock.fresh_id();
    let is_first = settle(backend, actor, (id, version), answer, &batch).await?;
    Ok(Decided { batch, is_first })
}

/// One decision of a batch, all of it in one unit of work. Gives whether another still has to agree.
pub(super) async fn settle(
    backend: &Backend,
    actor: &Actor,
    (id, version): (RevisionId, i64),
    answer: &Answer<'_>,
    batch: &str,
) -> Result<bool> {
    let mut tx = backend.db.write().await?;
    let (is_first, head) = settle_in(backend, &mut tx, actor, (id, version), answer, batch).await?;
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    Ok(is_first)
}

/// The same as part of a unit of work. Gives besides how far the feed goes then.
pub(super) async fn settle_in(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    (id, version): (RevisionId, i64),
    answer: &Answer<'_>,
    batch: &str,
) -> Result<(bool, Option<i64>)> {
    let account = may_decide(actor)?;
    let now = backend.clock.now();
    let entry = drafts::by_id(tx, id).await?.ok_or(Error::NotFound)?.entry;
    // Of two at once the second waits here, and finds it decided on.
    let entry = hold(tx, entry).await?;
    let revision = drafts::by_id(tx, id).await?.ok_or(Error::NotFound)?;
    permit(actor, Action::Decide, entry.subject())?;
    if revision.version != version || revision.state != RevisionState::Submitted || entry.state == EntryState::Removed {
        return Err(Error::Conflict.into());
    }
    if !readings::take(tx, id, account, now, reserved_until(now)).await? {
        let until = readings::of(tx, id, now).await?.map_or(now, |reading| reading.until);
        return Err(Error::Reserved(until).into());
    }
    let author = author(tx, &revision).await?;
    let reason = answer.told(tx, author.as_ref().map_or(Lang::De, |author| author.language)).await?;
    let mut was = before(tx, &entry, &revision, now).await?;
    let mut kept = kept(backend, (account, batch), &entry, &revision);
    let is_first = answer.decision == Decision::Publish && backend.rules.two_person && is_first(tx, (id, version), account, now).await?;
    let head = if is_first {
        record(backend, tx, actor, &entry, &revision, ("approved", &reason)).await?;
        "approved".clone_into(&mut kept.action);
        None
    } else {
        let (verdict, head) = step(backend, tx, actor, (&entry, &revision), answer.decision, &reason, now).await?;
        if let Some(end) = answer.decision.end(&entry) {
            was.told = tell_end(backend, tx, &entry, id, end, backend.rules.undo_minutes * MINUTE).await?;
        }
        answer.decision.step().1.clone_into(&mut kept.action);
        kept.mail = tell(backend, tx, author, &entry, &revision, verdict, &reason).await?;
        head
    };
    kept.before = serde_json::to_string(&was).map_err(std::io::Error::from)?;
    (kept.revision_version, kept.entry_version) = decisions::versions(tx, id).await?;
    decisions::insert(tx, &kept).await?;
    readings::free(tx, id, account).await?;
    Ok((is_first, head))
}

/// Whether this is the first of two to agree; says so then.
async fn is_first(tx: &mut Tx, (id, version): (RevisionId, i64), account: AccountId, now: Timestamp) -> Result<bool> {
    if approvals::agree(tx, id, version, account, now).await? {
        return Ok(true);
    }
    if approvals::of(tx, id, version).await? == Some(account) {
        return Err(vec![FieldError::new("decision", Problem::NeedsAnother)].into());
    }
    Ok(false)
}

/// Moves it on.
async fn step(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    (entry, revision): (&Entry, &Revision),
    decision: Decision,
    reason: &str,
    at: Timestamp,
) -> Result<(Verdict, Option<i64>)> {
    let (step, action, verdict) = decision.step();
    // What is sent back may be of a shape that would not be taken any more.
    let document = if decision == Decision::Publish { Some(current(entry, revision)?) } else { None };
    if let Some(document) = &document {
        publish(backend, tx, entry, document, at).await?;
    }
    let text = match &document {
        Some(document) => serde_json::to_string(document),
        None => serde_json::to_string(&revision.document),
    };
    let text = text.map_err(std::io::Error::from)?;
    // Who handed it in stays who last changed it.
    if !drafts::step(tx, revision, revision.state.after(step)?, &text, &revision.changed_by, at).await? {
        return Err(Error::Conflict.into());
    }
    if decision == Decision::RequestChanges {
        returned::insert(tx, revision.id, at, &text).await?;
    }
    approvals::delete(tx, revision.id).await?;
    record(backend, tx, actor, entry, revision, (action, reason)).await?;
    let head = if document.is_some() { Some(feed::append(tx, entry.id, at).await?) } else { None };
    Ok((verdict, head))
}

async fn record(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    entry: &Entry,
    revision: &Revision,
    (action, reason): (&str, &str),
) -> Result<()> {
    let (id, at, by) = (backend.clock.event_id(), backend.clock.now(), actor.label());
    Ok(events::insert(tx, &Event { id, entry: entry.id, revision: Some(revision.id), actor: &by, action, reason, at }).await?)
}

fn kept(backend: &Backend, (account, batch): (AccountId, &str), entry: &Entry, revision: &Revision) -> decisions::Decision {
    let at = backend.clock.now();
    decisions::Decision {
        id: backend.clock.fresh_id(),
        batch: batch.to_owned(),
        account,
        revision: revision.id,
        entry: entry.id,
        title: title(&revision.document),
        action: String::new(),
        failed: String::new(),
        before: String::new(),
        revision_version: 0,
        entry_version: 0,
        mail: None,
        at,
        expires_at: Timestamp(at.0 + backend.rules.undo_minutes * MINUTE),
        undone_at: None,
        undo_failed: String::new(),
    }
}

/// Keeps that one of a batch was not decided on, and why.
pub(super) async fn keep_failure(backend: &Backend, account: AccountId, id: RevisionId, batch: &str, why: &str) -> Result<()> {
    let mut tx = backend.db.write().await?;
    // There is nothing to be said of what was never there.
    let Some(revision) = drafts::by_id(&mut tx, id).await? else { return Ok(()) };
    let Some(entry) = entries::by_ids(&mut tx, &[revision.entry]).await?.pop() else { return Ok(()) };
    let mut kept = kept(backend, (account, batch), &entry, &revision);
    why.clone_into(&mut kept.failed);
    decisions::insert(&mut tx, &kept).await?;
    Ok(tx.commit().await?)
}

/// Whoever handed it in, if they can still be reached.
async fn author(tx: &mut Tx, revision: &Revision) -> Result<Option<Account>> {
    let Ok(account) = revision.changed_by.parse() else { return Ok(None) };
    Ok(accounts::by_id(tx, account).await?)
}

/// A mail to them. It waits for as long as the decision can be undone.
async fn tell(
    backend: &Backend,
    tx: &mut Tx,
    author: Option<Account>,
    entry: &Entry,
    revision: &Revision,
    verdict: Verdict,
    reason: &str,
) -> Result<Option<String>> {
    let Some(author) = author else { return Ok(None) };
    // What its owners put away stays so.
    let is_put_away = entry.state == EntryState::Unpublished && entry.published_at.is_some();
    let verdict = if verdict == Verdict::Published && is_put_away { Verdict::Accepted } else { verdict };
    let link = match verdict {
        Verdict::Published => format!("/{}/{}", entry.kind.path(), entry.slug),
        _ => format!("/submit/{}", entry.id),
    };
    let (state, is_public) = match verdict {
        Verdict::Published => (RevisionState::Published, true),
        Verdict::Accepted => (RevisionState::Published, false),
        Verdict::Rejected => (RevisionState::Rejected, entry.state.is_public()),
        _ => (RevisionState::ChangesRequested, entry.state.is_public()),
    };
    let letter = Letter::Decided { title: title(&revision.document), verdict, reason: reason.to_owned(), link };
    let times = (backend.rules.undo_minutes * MINUTE, mail::DECISION_USEFUL_FOR);
    let stand = Stand { revision: revision.id, state, is_public };
    mail::post_decision(tx, &backend.clock, (&author.email, author.language), &letter, stand, times).await.map(Some)
}
