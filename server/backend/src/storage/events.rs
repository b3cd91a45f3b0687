//! Events: who did what to an entry, when, and why.

use super::{Tx, execute, on, statements};
use domain::{
    id::{EntryId, EventId, RevisionId},
    time::Timestamp,
};

statements! {
    INSERT = "INSERT INTO event (id, entry_id, revision_id, actor, action, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    // With what readers reported and suggested goes what they were answered; with what somebody claimed, too.
    FORGET_ANSWERS = "UPDATE event SET reason = '' WHERE action IN ('report-answered', 'suggestion-declined')
                      AND reason <> '' AND at <= $1";
    FORGET_REFUSALS = "UPDATE event SET reason = '' WHERE action = 'claim-refused' AND reason <> '' AND at <= $1";
    COUNT = "SELECT COUNT(*) FROM event";
    OF_ENTRY = "SELECT e.revision_id, e.actor, e.action, e.reason, e.at, r.number FROM event e LEFT JOIN revision r ON r.id = e.revision_id
                WHERE e.entry_id = $1 ORDER BY e.at DESC, e.id DESC LIMIT 200";
}

/// One step in the life of an entry.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// Its id.
    pub id: EventId,
    /// The entry.
    pub entry: EntryId,
    /// The revision, where one was concerned.
    pub revision: Option<RevisionId>,
    /// [`domain::account::Actor::label`].
    pub actor: &'a str,
    /// What was done: `published`, `imported`.
    pub action: &'a str,
    /// Why, in the actor's words.
    pub reason: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Past {
    /// The revision, where one was concerned.
    pub revision_id: Option<String>,
    /// Who.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// Why.
    pub reason: String,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// The number of the revision.
    pub number: Option<i64>,
}

/// What happened to an entry, newest first: at most 200.
///
/// # Errors
/// When the database fails.
pub async fn of_entry(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Vec<Past>> {
    on!(tx, |c| sqlx::query_as(OF_ENTRY).bind(entry.to_string()).fetch_all(c).await)
}

/// Records an event.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, event: &Event<'_>) -> sqlx::Result<()> {
    execute!(
        tx,
        INSERT,
        event.id.to_string(),
        event.entry.to_string(),
        event.revision.map(|id| id.to_string()),
        event.actor,
        event.action,
        event.reason,
        event.at.0
    )
    .map(drop)
}

/// Forgets what readers were answered before then; that they were stays.
///
/// # Errors
/// When the database fails.
pub async fn forget_answers(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET_ANSWERS, before.0).map(drop)
}

/// Forgets why claims were refused before then; that they were stays.
///
/// # Errors
/// When the database fails.
pub async fn forget_refusals(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET_REFUSALS, before.0).map(drop)
}

/// How many events there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).fetch_one(c).await)
}
