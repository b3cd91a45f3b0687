//! Undoing what was decided a moment ago, as far as nobody changed it meanwhile.

use super::{Before, bulk::why, may_decide, put_back};
use crate::{
    Backend,
    failure::Result,
    storage::{
        approvals,
        decisions::{self, Decision},
        entries::{self, Entry},
        events::{self, Event},
        feed, mails,
    },
    usecases::supersede::hold,
};
use domain::{Error, account::Actor, id::EntryId, revision::RevisionState, time::Timestamp};

/// What was decided with one press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// By this it is found.
    pub id: String,
    /// What was done first, then what was not.
    pub decisions: Vec<Decision>,
    /// Until when it can be undone, where it still can.
    pub undo_until: Option<Timestamp>,
}

/// What one decided with one press. Empty where it was somebody else, or long ago.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn show_batch(backend: &Backend, actor: &Actor, batch: &str) -> Result<Batch> {
    let account = may_decide(actor)?;
    let now = backend.clock.now();
    let decisions = decisions::of_batch(&mut backend.db.read().await?, batch, account).await?;
    let undo_until = decisions.iter().filter(|decision| is_open(decision, now)).map(|decision| decision.expires_at).max();
    Ok(Batch { id: batch.to_owned(), decisions, undo_until })
}

fn is_open(decision: &Decision, now: Timestamp) -> bool {
    decision.failed.is_empty() && decision.undone_at.is_none() && now < decision.expires_at
}

/// What one decided and can still undo, newest first.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn list_undoable(backend: &Backend, actor: &Actor) -> Result<Vec<Decision>> {
    let account = may_decide(actor)?;
    Ok(decisions::undoable(&mut backend.db.read().await?, account, backend.clock.now()).await?)
}

/// Puts back everything that was decided with one press, each in a unit of work of its own. What cannot be put back
/// keeps why ([`Decision::undo_failed`]).
///
/// # Errors
/// [`Error::Conflict`] where nothing is left to undo.
pub async fn undo(backend: &Backend, actor: &Actor, batch: &str) -> Result<()> {
    undo_some(backend, actor, batch, |_| true).await
}

/// Puts back one of what was decided with one press.
///
/// # Errors
/// As [`undo`].
pub async fn undo_only(backend: &Backend, actor: &Actor, batch: &str, decision: &str) -> Result<()> {
    undo_some(backend, actor, batch, |it| it.id == decision).await
}

async fn undo_some(backend: &Backend, actor: &Actor, batch: &str, is_meant: impl Fn(&Decision) -> bool) -> Result<()> {
    let now = backend.clock.now();
    let decisions = show_batch(backend, actor, batch).await?.decisions;
    let mut open: Vec<Decision> = decisions.into_iter().filter(|it| is_open(it, now) && is_meant(it)).collect();
    if open.is_empty() {
        return Err(Error::Conflict.into());
    }
    let ids: Vec<EntryId> = open.iter().map(|decision| decision.entry).collect();
    let rows = entries::by_ids(&mut backend.db.read().await?, &ids).await?;
    // What an organisation brought with it goes before the organisation, which stays where any of that stays.
    let owns = |organisation: EntryId, row: &Entry| row.organisation_id == Some(organisation);
    open.sort_by_key(|decision| rows.iter().any(|row| owns(decision.entry, row)));
    let mut failed = vec![];
    for decision in open {
        let is_needed = rows.iter().any(|row| owns(decision.entry, row) && failed.contains(&row.id));
        let undone = if is_needed { Err(Error::Conflict.into()) } else { undo_one(backend, actor, &decision).await };
        if let Err(failure) = undone {
            failed.push(decision.entry);
            let mut tx = backend.db.write().await?;
            decisions::fail(&mut tx, &decision.id, why(failure.tell())).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn undo_one(backend: &Backend, actor: &Actor, decision: &Decision) -> Result<()> {
    let (at, by) = (backend.clock.now(), actor.label());
    let mut tx = backend.db.write().await?;
    let entry = hold(&mut tx, decision.entry).await?;
    // Nobody must be told what is not so: a mail that is sent closes the decision first. One that is gone all the same went
    // with the address that it was for, and there is nobody to write to.
    if !decisions::claim(&mut tx, &decision.id, at).await? {
        return Err(Error::Conflict.into());
    }
    if let Some(mail) = &decision.mail {
        mails::drop_untried(&mut tx, mail).await?;
    }
    let is_approval = decision.action == "approved";
    let mut head = None;
    if is_approval {
        let is_as_it_was = decisions::versions(&mut tx, decision.revision).await?.0 == decision.revision_version;
        if !is_as_it_was || !approvals::delete(&mut tx, decision.revision).await? {
            return Err(Error::Conflict.into());
        }
    } else {
        let from = match decision.action.as_str() {
            "published" => RevisionState::Published,
            "changes-requested" => RevisionState::ChangesRequested,
            _ => RevisionState::Rejected,
        };
        let before: Before = serde_json::from_str(&decision.before).map_err(std::io::Error::from)?;
        for mail in &before.told {
            mails::drop_untried(&mut tx, mail).await?;
        }
        let versions = (decision.revision_version, decision.entry_version);
        put_back(&mut tx, (decision.revision, &entry), versions, &before, from, RevisionState::Submitted).await?;
        if from == RevisionState::Published {
            head = Some(feed::append(&mut tx, decision.entry, at).await?);
        }
    }
    let (id, revision) = (backend.clock.event_id(), Some(decision.revision));
    // That somebody agreed was told to nobody else.
    let action = if is_approval { "approval-undone" } else { "undone" };
    let event = Event { id, entry: decision.entry, revision, actor: &by, action, reason: "", at };
    events::insert(&mut tx, &event).await?;
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    Ok(())
}
