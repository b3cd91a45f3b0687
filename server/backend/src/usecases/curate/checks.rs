//! Looking afterwards at what trusted organisations published.

use super::{may_decide, record};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, Verdict},
    storage::{
        accounts, drafts, feed,
        mails::Stand,
        returned,
        trusts::{self, Check},
    },
    usecases::{
        moderate::{Before, put_back},
        readers::{End, tell_end},
        supersede::hold,
        write::title,
    },
};
use domain::{Error, FieldError, account::Actor, entry::EntryState, id::RevisionId, limits, revision::RevisionState, text::Text};
use serde::Deserialize;

/// Shown at a time.
const SHOWN: i64 = 50;

/// What is to be looked at, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checks {
    /// At most 50.
    pub waiting: Vec<Check>,
    /// How many there are.
    pub total: i64,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// It stays.
    Fine,
    /// Readers see again what they saw before; its authors are told why.
    TakeBack(&'a str),
}

#[derive(Deserialize)]
struct Kept {
    before: Before,
    versions: (i64, i64),
}

/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn list_checks(backend: &Backend, actor: &Actor) -> Result<Checks> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    Ok(Checks { waiting: trusts::waiting(&mut tx, SHOWN).await?, total: trusts::count_waiting(&mut tx).await? })
}

/// Says what came of it. What is taken back goes to its authors as if changes had been asked for; where they have begun
/// another text since, it is kept as refused.
///
/// # Errors
/// [`Error::Invalid`] on `reason`; [`Error::Conflict`] where somebody was faster, or it was changed meanwhile.
pub async fn decide_check(backend: &Backend, actor: &Actor, id: RevisionId, outcome: Outcome<'_>) -> Result<()> {
    let account = may_decide(actor)?;
    let at = backend.clock.now();
    let mut tx = backend.db.write().await?;
    let entry = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.entry;
    let entry = hold(&mut tx, entry).await?;
    let check = trusts::by_id(&mut tx, id).await?.ok_or(Error::Conflict)?;
    let revision = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let state = if outcome == Outcome::Fine { "fine" } else { "taken-back" };
    if !trusts::decide(&mut tx, id, state, account, at).await? {
        return Err(Error::Conflict.into());
    }
    let Outcome::TakeBack(reason) = outcome else {
        record(backend, &mut tx, actor, revision.entry, "checked", "").await?;
        return Ok(tx.commit().await?);
    };
    let reason = Text::<1, { limits::REASON }>::parse(reason).map_err(|problem| vec![FieldError::new("reason", problem)])?;
    let kept: Kept = serde_json::from_str(&check.before).map_err(std::io::Error::from)?;
    let is_written = crate::storage::decisions::is_written_besides(&mut tx, revision.entry, id).await?;
    let to = if is_written { RevisionState::Rejected } else { RevisionState::ChangesRequested };
    put_back(&mut tx, (id, &entry), kept.versions, &kept.before, RevisionState::Published, to).await?;
    if to == RevisionState::ChangesRequested {
        let said = serde_json::to_string(&kept.before.document).map_err(std::io::Error::from)?;
        returned::insert(&mut tx, id, at, &said).await?;
    }
    if to == RevisionState::Rejected {
        tell_end(backend, &mut tx, &entry, id, End::Dropped, 0).await?;
    }
    record(backend, &mut tx, actor, revision.entry, "check-taken-back", &reason).await?;
    if let Ok(author) = revision.changed_by.parse()
        && let Some(author) = accounts::by_id(&mut tx, author).await?
    {
        let (title, link) = (title(&revision.document), format!("/submit/{}", revision.entry));
        // What they see is that it went, where readers saw nothing of it before.
        let is_public = kept.before.entry.state.parse().is_ok_and(|state: EntryState| state.is_public());
        let verdict = if is_public { Verdict::TakenBack } else { Verdict::TakenOffline };
        let letter = Letter::Decided { title, verdict, reason: reason.to_string(), link };
        let stand = Stand { revision: id, state: to, is_public };
        mail::post_decision(&mut tx, &backend.clock, (&author.email, author.language), &letter, stand, (0, mail::DECISION_USEFUL_FOR))
            .await?;
    }
    let head = feed::append(&mut tx, revision.entry, at).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}
