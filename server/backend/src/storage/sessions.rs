//! Who is signed in where. Cookies come in here as hashes only.

use super::{Tx, execute, on, statements};
use domain::{id::AccountId, time::Timestamp};

statements! {
    INSERT = "INSERT INTO session (token, account_id, created_at, seen_at) VALUES ($1, $2, $3, $3)";
    HELD = "SELECT account_id, created_at, seen_at, second_step_at FROM session WHERE token = $1 AND seen_at > $2";
    STEP = "UPDATE session SET second_step_at = $2 WHERE token = $1";
    SEE = "UPDATE session SET seen_at = $2 WHERE token = $1 AND seen_at < $2";
    END = "DELETE FROM session WHERE token = $1";
    END_ALL = "DELETE FROM session WHERE account_id = $1";
    COUNT = "SELECT COUNT(*) FROM session WHERE account_id = $1 AND seen_at > $2";
    TIMES = "SELECT created_at, seen_at FROM session WHERE account_id = $1 ORDER BY created_at";
    FORGET = "DELETE FROM session WHERE seen_at <= $1";
}

/// Begins a session.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, token: &str, account: AccountId, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, INSERT, token, account.to_string(), at.0).map(drop)
}

/// A session that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was seen last.
    pub seen_at: Timestamp,
    /// When its second step was done last.
    pub second_step_at: Option<Timestamp>,
}

/// A session, where it was last seen later than `since`.
///
/// # Errors
/// When the database fails.
pub async fn held(tx: &mut Tx, token: &str, since: Timestamp) -> sqlx::Result<Option<Session>> {
    let row: Option<(String, i64, i64, Option<i64>)> = on!(tx, |c| sqlx::query_as(HELD).bind(token).bind(since.0).fetch_optional(c).await)?;
    row.map(|(account, created, seen, step)| {
        Ok(Session {
            account: super::read(&account)?,
            created_at: Timestamp(created),
            seen_at: Timestamp(seen),
            second_step_at: step.map(Timestamp),
        })
    })
    .transpose()
}

/// Remembers that the second step of a session was done.
///
/// # Errors
/// When the database fails.
pub async fn step(tx: &mut Tx, token: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, STEP, token, at.0).map(drop)
}

/// Remembers that a session was in use.
///
/// # Errors
/// When the database fails.
pub async fn see(tx: &mut Tx, token: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, SEE, token, at.0).map(drop)
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, token: &str) -> sqlx::Result<()> {
    execute!(tx, END, token).map(drop)
}

/// Ends all sessions of an account. Gives how many there were.
///
/// # Errors
/// When the database fails.
pub async fn end_all(tx: &mut Tx, account: AccountId) -> sqlx::Result<u64> {
    execute!(tx, END_ALL, account.to_string())
}

/// How many sessions of an account were in use since then.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, account: AccountId, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).bind(account.to_string()).bind(since.0).fetch_one(c).await)
}

/// When each session of an account began and was last in use, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn times(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<(Timestamp, Timestamp)>> {
    let rows: Vec<(i64, i64)> = on!(tx, |c| sqlx::query_as(TIMES).bind(account.to_string()).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(began, seen)| (Timestamp(began), Timestamp(seen))).collect())
}

/// Deletes those that were not in use since then.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, since: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, since.0).map(drop)
}
