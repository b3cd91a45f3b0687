//! Organisations whose members publish without waiting, and what of it is looked at afterwards.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, EntryId, RevisionId},
    time::Timestamp,
};

macro_rules! checks {
    ($rest:literal) => {
        concat!(
            "SELECT s.revision_id, r.entry_id, e.kind, e.slug, e.title, o.title AS organisation, s.at, s.before
             FROM spot_check s JOIN revision r ON r.id = s.revision_id JOIN entry e ON e.id = r.entry_id JOIN entry o ON o.id = s.organisation_id ",
            $rest
        )
    };
}

statements! {
    TRUST = "INSERT INTO trust (organisation_id, account_id, reason, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (organisation_id) DO UPDATE SET account_id = excluded.account_id, reason = excluded.reason, at = excluded.at";
    END = "DELETE FROM trust WHERE organisation_id = $1";
    // Not of one that was taken away.
    HOLDS = "SELECT COUNT(*) FROM trust t JOIN entry o ON o.id = t.organisation_id
             WHERE t.organisation_id = $1 AND o.state IN ('published', 'archived')";
    OF = "SELECT reason, at FROM trust WHERE organisation_id = $1";
    LIST = "SELECT o.id, o.slug, o.title, t.reason, t.at FROM trust t JOIN entry o ON o.id = t.organisation_id ORDER BY o.title, o.id LIMIT 500";
    // Since it is trusted.
    CHECKED = "SELECT COUNT(*) FROM spot_check s JOIN trust t ON t.organisation_id = s.organisation_id WHERE s.organisation_id = $1 AND s.at >= t.at";
    // Who had to change it and hands it in again does so with the same revision.
    CHECK = "INSERT INTO spot_check (revision_id, organisation_id, before, at, state) VALUES ($1, $2, $3, $4, 'waiting')
             ON CONFLICT (revision_id) DO UPDATE SET organisation_id = excluded.organisation_id, before = excluded.before,
             at = excluded.at, state = excluded.state, decided_by = NULL, decided_at = NULL";
    // What nobody looked at yet says nothing of what was there before.
    TAKEN_BACK = "SELECT COUNT(*) FROM spot_check s JOIN revision r ON r.id = s.revision_id WHERE r.entry_id = $1 AND s.state = 'taken-back'
                  AND NOT EXISTS (SELECT 1 FROM spot_check later JOIN revision o ON o.id = later.revision_id
                                  WHERE o.entry_id = $1 AND later.at > s.at AND later.state <> 'waiting')";
    IS_CHECKED = "SELECT COUNT(*) FROM spot_check WHERE revision_id = $1";
    WAS_CHECKED = "SELECT COUNT(*) FROM spot_check s JOIN revision r ON r.id = s.revision_id WHERE r.entry_id = $1";
    WAITING = checks!("WHERE s.state = 'waiting' ORDER BY s.at, s.revision_id LIMIT $1");
    BY_ID = checks!("WHERE s.state = 'waiting' AND s.revision_id = $1");
    COUNT_WAITING = "SELECT COUNT(*) FROM spot_check WHERE state = 'waiting'";
    DECIDE = "UPDATE spot_check SET state = $2, before = '', decided_by = $3, decided_at = $4 WHERE revision_id = $1 AND state = 'waiting'";
}

/// Whether what an organisation hands in is published at once.
///
/// # Errors
/// When the database fails.
pub async fn holds(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(HOLDS).bind(organisation.to_string()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// A trusted organisation.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Trusted {
    /// Its entry.
    pub id: String,
    /// Its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Why it is trusted.
    pub reason: String,
    /// Since when, in microseconds since 1970.
    pub at: i64,
}

/// Something to be looked at afterwards.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `entry`, `revision` and `spot_check`")]
pub struct Check {
    pub revision_id: String,
    pub entry_id: String,
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub organisation: String,
    pub at: i64,
    pub before: String,
}

/// Trusts an organisation.
///
/// # Errors
/// When the database fails.
pub async fn trust(tx: &mut Tx, organisation: EntryId, by: AccountId, reason: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, TRUST, organisation.to_string(), by.to_string(), reason, at.0).map(drop)
}

/// Trusts it no more. `false`: it was not.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, END, organisation.to_string())? == 1)
}

/// Why and since when an organisation is trusted.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<Option<(String, Timestamp)>> {
    let row: Option<(String, i64)> = on!(tx, |c| sqlx::query_as(OF).bind(organisation.to_string()).fetch_optional(c).await)?;
    Ok(row.map(|(reason, at)| (reason, Timestamp(at))))
}

/// All that are trusted: at most 500.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx) -> sqlx::Result<Vec<Trusted>> {
    on!(tx, |c| sqlx::query_as(LIST).fetch_all(c).await)
}

/// How much of an organisation was chosen to be looked at since it is trusted.
///
/// # Errors
/// When the database fails.
pub async fn checked(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(CHECKED).bind(organisation.to_string()).fetch_one(c).await)
}

/// Whether the newest revision of an entry that was looked at was taken back.
///
/// # Errors
/// When the database fails.
pub async fn was_taken_back(tx: &mut Tx, entry: EntryId) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(TAKEN_BACK).bind(entry.to_string()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Whether a revision was chosen to be looked at, ever.
///
/// # Errors
/// When the database fails.
pub async fn is_checked(tx: &mut Tx, revision: RevisionId) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(IS_CHECKED).bind(revision.to_string()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Whether any revision of an entry was.
///
/// # Errors
/// When the database fails.
pub async fn was_checked(tx: &mut Tx, entry: EntryId) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(WAS_CHECKED).bind(entry.to_string()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Chooses a revision to be looked at, once more where it was taken back. `before` is what is needed to take it back.
///
/// # Errors
/// When the database fails.
pub async fn check(tx: &mut Tx, revision: RevisionId, organisation: EntryId, before: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, CHECK, revision.to_string(), organisation.to_string(), before, at.0).map(drop)
}

/// What is to be looked at, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<Check>> {
    on!(tx, |c| sqlx::query_as(WAITING).bind(limit).fetch_all(c).await)
}

/// One that is to be looked at.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, revision: RevisionId) -> sqlx::Result<Option<Check>> {
    on!(tx, |c| sqlx::query_as(BY_ID).bind(revision.to_string()).fetch_optional(c).await)
}

/// How many are to be looked at.
///
/// # Errors
/// When the database fails.
pub async fn count_waiting(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_WAITING).fetch_one(c).await)
}

/// Says what came of it. `false`: somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn decide(tx: &mut Tx, revision: RevisionId, state: &str, by: AccountId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, DECIDE, revision.to_string(), state, by.to_string(), at.0)? == 1)
}
