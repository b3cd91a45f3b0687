//! Keeping what became of a suggestion, and telling its reader.

use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    storage::{
        Tx,
        entries::Entry,
        events::{self, Event},
        mails::Stand,
        suggestions::{self, Outcome, Suggestion},
    },
};
use domain::{
    Error,
    account::Actor,
    id::{EntryId, RevisionId},
    reader::SuggestionState,
    revision::RevisionState,
};

/// Decides one, and tells its reader where to read what came of it.
pub(super) async fn settle(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    suggestion: &Suggestion,
    outcome: (SuggestionState, &str),
    (entry, revision): (Option<EntryId>, Option<RevisionId>),
    link: String,
) -> Result<()> {
    let (by, at, (state, reason)) = (actor.label(), backend.clock.now(), outcome);
    if !suggestions::decide(tx, &suggestion.id, &Outcome { state, reason, by: &by, revision, entry, at }).await? {
        return Err(Error::Conflict.into());
    }
    tell(backend, tx, suggestion, (state.id(), reason), link, None).await.map(drop)
}

/// What became of a revision that something was taken over into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Readers see it.
    Published,
    /// They never will.
    Dropped,
}

/// Tells those whose suggestions were taken over into a revision what became of it, after a wait within which it may be
/// undone. Gives the mails.
///
/// # Errors
/// When the database fails.
pub async fn tell_end(backend: &Backend, tx: &mut Tx, entry: &Entry, revision: RevisionId, end: End, wait: i64) -> Result<Vec<String>> {
    let state = if end == End::Published { SuggestionState::Published.id() } else { "dropped" };
    let after = if end == End::Published { RevisionState::Published } else { RevisionState::Rejected };
    // What is told at once is told before anything else can happen.
    let later = (wait > 0).then(|| (wait, Stand { revision, state: after, is_public: entry.state.is_public() }));
    let mut mails = vec![];
    for suggestion in suggestions::handed_in(tx, revision).await? {
        mails.extend(tell(backend, tx, &suggestion, (state, ""), address(entry), later).await?);
    }
    Ok(mails)
}

/// Where an entry is read.
pub(super) fn address(entry: &Entry) -> String {
    format!("/{}/{}", entry.kind.path(), entry.slug)
}

/// A mail of the outcome, where an address is still kept.
async fn tell(
    backend: &Backend,
    tx: &mut Tx,
    suggestion: &Suggestion,
    (state, reason): (&str, &str),
    link: String,
    later: Option<(i64, Stand)>,
) -> Result<Option<String>> {
    let Some(email) = &suggestion.email else { return Ok(None) };
    let letter = ReaderLetter::Decided { title: suggestion.title.clone(), state: state.to_owned(), reason: reason.to_owned(), link };
    let letter = Letter::Reader(letter);
    let mail = match later {
        Some((wait, stand)) => {
            mail::post_decision(tx, &backend.clock, (email, suggestion.language), &letter, stand, (wait, mail::USEFUL_FOR)).await?
        }
        None => mail::post_later(tx, &backend.clock, email, suggestion.language, &letter, (0, mail::USEFUL_FOR)).await?,
    };
    Ok(Some(mail))
}

/// One step in the life of the entry.
pub(super) async fn note(
    backend: &Backend,
    tx: &mut Tx,
    entry: EntryId,
    revision: Option<RevisionId>,
    actor: &Actor,
    action: &str,
) -> Result<()> {
    note_why(backend, tx, (entry, revision), actor, (action, "")).await
}

/// The same, and why.
pub(super) async fn note_why(
    backend: &Backend,
    tx: &mut Tx,
    (entry, revision): (EntryId, Option<RevisionId>),
    actor: &Actor,
    (action, reason): (&str, &str),
) -> Result<()> {
    let (id, by, at) = (backend.clock.event_id(), actor.label(), backend.clock.now());
    Ok(events::insert(tx, &Event { id, entry, revision, actor: &by, action, reason, at }).await?)
}
