//! Organisations whose members publish without waiting.

use super::{entry, may_decide, record};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, Verdict},
    storage::{
        Tx, accounts, decisions, drafts,
        entries::Entry,
        events::{self, Event},
        feed,
        trusts::{self, Trusted},
    },
    usecases::{
        moderate::{before, current, publish},
        readers::{End, tell_end},
        write::title,
    },
};
use domain::{
    Error, FieldError,
    account::Actor,
    audit::TRUST_RULE,
    id::{EntryId, RevisionId},
    limits,
    revision::Step,
    text::Text,
    vocabulary::Kind,
};
use rand::RngExt;
use serde_json::json;

/// From now on, what members of this organisation hand in is published at once. What waits already goes on waiting.
///
/// # Errors
/// [`Error::Invalid`] on `reason`; [`Error::Conflict`] where it is no organisation that everybody can read.
pub async fn trust(backend: &Backend, actor: &Actor, id: EntryId, reason: &str) -> Result<()> {
    let account = may_decide(actor)?;
    let reason = Text::<1, { limits::SUMMARY }>::parse(reason).map_err(|problem| vec![FieldError::new("trust", problem)])?;
    let mut tx = backend.db.write().await?;
    let entry = entry(&mut tx, id).await?;
    if entry.kind != Kind::Organisation || !entry.state.is_public() {
        return Err(Error::Conflict.into());
    }
    trusts::trust(&mut tx, id, account, &reason, backend.clock.now()).await?;
    record(backend, &mut tx, actor, id, "trusted", &reason).await?;
    Ok(tx.commit().await?)
}

/// Trusts it no more.
///
/// # Errors
/// [`Error::Conflict`] where it was not.
pub async fn end_trust(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    if !trusts::end(&mut tx, id).await? {
        return Err(Error::Conflict.into());
    }
    record(backend, &mut tx, actor, id, "trust-ended", "").await?;
    Ok(tx.commit().await?)
}

/// All that are trusted.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn list_trusted(backend: &Backend, actor: &Actor) -> Result<Vec<Trusted>> {
    may_decide(actor)?;
    Ok(trusts::list(&mut backend.db.read().await?).await?)
}

/// Publishes what a member of a trusted organisation has just handed in, in the same unit of work, by the rule and not by
/// a person. Some of it is chosen to be looked at afterwards: the first, and then by chance. Gives the number of the change.
pub async fn publish_if_trusted(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, id: RevisionId) -> Result<Option<i64>> {
    if !goes_live(tx, actor, entry).await? {
        return Ok(None);
    }
    let organisation = owner(entry);
    let at = backend.clock.now();
    let revision = drafts::by_id(tx, id).await?.ok_or(Error::NotFound)?;
    let before = before(tx, entry, &revision, at).await?;
    let document = current(entry, &revision)?;
    publish(backend, tx, entry, &document, at).await?;
    let text = serde_json::to_string(&document).map_err(std::io::Error::from)?;
    if !drafts::step(tx, &revision, revision.state.after(Step::Publish)?, &text, &revision.changed_by, at).await? {
        return Err(Error::Conflict.into());
    }
    let event = backend.clock.event_id();
    let event = Event { id: event, entry: entry.id, revision: Some(id), actor: TRUST_RULE, action: "published", reason: "", at };
    events::insert(tx, &event).await?;
    // By chance, so that nobody can tell which is looked at.
    let is_due = trusts::checked(tx, organisation).await? == 0 || trusts::was_taken_back(tx, entry.id).await?;
    if is_due || rand::rng().random_range(0..limits::SPOT_CHECK) == 0 {
        let versions = decisions::versions(tx, id).await?;
        let kept = json!({ "before": before, "versions": versions });
        trusts::check(tx, id, organisation, &kept.to_string(), at).await?;
    }
    if entry.state.is_public() {
        tell_end(backend, tx, entry, id, End::Published, 0).await?;
    }
    tell(backend, tx, actor, entry, title(&revision.document)).await?;
    Ok(Some(feed::append(tx, entry.id, at).await?))
}

/// Whether what this actor hands in of an entry is published at once.
pub async fn goes_live(tx: &mut Tx, actor: &Actor, entry: &Entry) -> Result<bool> {
    let organisation = owner(entry);
    let Actor::Member { memberships, .. } = actor else { return Ok(false) };
    Ok(memberships.iter().any(|(own, _)| *own == organisation) && trusts::holds(tx, organisation).await?)
}

fn owner(entry: &Entry) -> EntryId {
    if entry.kind == Kind::Organisation { entry.id } else { entry.organisation_id.unwrap_or(entry.id) }
}

async fn tell(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, title: String) -> Result<()> {
    let Some(account) = actor.account() else { return Ok(()) };
    let Some(account) = accounts::by_id(tx, account).await? else { return Ok(()) };
    let link = format!("/{}/{}", entry.kind.path(), entry.slug);
    let letter = Letter::Decided { title, verdict: Verdict::Published, reason: String::new(), link };
    mail::post(tx, &backend.clock, &account.email, account.language, &letter, mail::DECISION_USEFUL_FOR).await
}
