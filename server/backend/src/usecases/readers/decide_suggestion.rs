//! Taking a correction over, or declining it: one unit of work with its events, its feed row and its mails.

use super::{
    Turn, Which,
    apply::chosen,
    settle::{address, note, note_why, settle},
    take_over::TakeOver,
    turn,
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        entries::Entry,
        suggestions::{self, Suggestion},
    },
    usecases::{moderate::is_first_of_two, supersede::hold},
};
use domain::{Error, FieldError, account::Actor, id::RevisionId, limits, reader::SuggestionState, text::Text};
use serde::{Deserialize, Serialize};

/// What somebody decides.
#[derive(Debug, Clone)]
pub enum Decision {
    /// These fields are taken over.
    Accept {
        /// As the form names them.
        fields: Vec<String>,
        /// The public revision that whoever decides saw.
        public: RevisionId,
        /// The version of what is being written that they saw, where there was something.
        draft: Option<i64>,
    },
    /// Not, for this reason.
    Decline(String),
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Readers see it.
    Published,
    /// It waits for moderators.
    HandedIn,
    /// It stands in the draft that is being written.
    InDraft,
    /// It was declined.
    Declined,
    /// Another moderator still has to agree.
    Agreed,
}

/// What two moderators have to agree to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The fields that are taken over.
    pub fields: Vec<String>,
    /// The public revision that they saw.
    pub public: RevisionId,
}

impl Taken {
    /// By this it is found again.
    pub(super) fn about(suggestion: &str) -> String {
        format!("suggestion:{suggestion}")
    }
}

/// Decides on a correction. What a member takes over is handed in, or put into what is being written; what a moderator
/// takes over is published at once, or by the second where two have to agree, and put into what is being written where that
/// says nothing else.
///
/// # Errors
/// [`Error::Invalid`] on `field` and `reason`, with what would be wrong then, or where the same moderator agrees twice;
/// [`Error::Conflict`] where it was decided, or the entry changed, since whoever decides looked; [`Error::Forbidden`] while
/// it is the organisation's to decide.
pub async fn decide_suggestion(backend: &Backend, actor: &Actor, which: Which<'_>, decision: &Decision) -> Result<Decided> {
    let mut tx = backend.db.read().await?;
    let (suggestion, entry) = which.find(&mut tx, actor).await?;
    let taker = turn(backend, &mut tx, actor, &entry, &suggestion).await?;
    if suggestion.state != SuggestionState::Open {
        return Err(Error::Conflict.into());
    }
    let mut plan = match decision {
        // What nobody reads is not made better for anybody.
        Decision::Accept { .. } if taker == Turn::Moderators && !entry.state.is_public() => return Err(Error::Conflict.into()),
        Decision::Accept { fields, public, draft } => {
            let changes = chosen(&suggestion.changes, fields)?;
            // A geocoder and the search may have to be asked: while no unit of work is open.
            Some(TakeOver::plan(backend, tx, actor, (&entry, taker), changes, (*public, *draft)).await?)
        }
        Decision::Decline(_) => {
            drop(tx);
            None
        }
    };
    let mut tx = backend.db.write().await?;
    let entry = hold(&mut tx, entry.id).await?;
    // They may have left, or it may be another's turn, since.
    if turn(backend, &mut tx, actor, &entry, &suggestion).await? != taker || !is_open(&mut tx, &suggestion).await? {
        return Err(Error::Conflict.into());
    }
    if let Some(plan) = &mut plan {
        plan.check(backend, &mut tx, &entry).await?;
    }
    if let (Turn::Moderators, Some(account), Some(plan)) = (taker, actor.account(), &plan)
        && is_first_of_two(backend, &mut tx, account, &Taken::about(&suggestion.id), &plan.taken()).await?
    {
        note(backend, &mut tx, entry.id, None, actor, "approved").await?;
        tx.commit().await?;
        return Ok(Decided::Agreed);
    }
    let (decided, head) = match (decision, plan) {
        (_, Some(plan)) => plan.carry_out(backend, &mut tx, actor, &entry, &suggestion).await?,
        (Decision::Decline(reason), None) => (decline(backend, &mut tx, actor, &entry, &suggestion, reason).await?, None),
        (Decision::Accept { .. }, None) => return Err(Error::Conflict.into()),
    };
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    Ok(decided)
}

/// Whether nobody decided on it meanwhile.
pub(super) async fn is_open(tx: &mut Tx, suggestion: &Suggestion) -> Result<bool> {
    let now = suggestions::by_id(tx, &suggestion.id).await?;
    Ok(now.is_some_and(|now| now.state == SuggestionState::Open && now.entry == suggestion.entry))
}

async fn decline(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, suggestion: &Suggestion, reason: &str) -> Result<Decided> {
    let reason = reason_of(reason)?;
    settle(backend, tx, actor, suggestion, (SuggestionState::Declined, &reason), (None, None), address(entry)).await?;
    note_why(backend, tx, (entry.id, None), actor, ("suggestion-declined", &reason)).await?;
    Ok(Decided::Declined)
}

/// Why something is declined.
pub(super) fn reason_of(raw: &str) -> Result<String> {
    let reason = Text::<1, { limits::READER_TEXT }>::parse(raw).map_err(|problem| vec![FieldError::new("reason", problem)])?;
    Ok(reason.to_string())
}
