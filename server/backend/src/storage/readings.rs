//! Who reads what waits, so that two do not read the same.

use super::{Tx, execute, on, statements};
use domain::{
    account::Email,
    id::{AccountId, RevisionId},
    time::Timestamp,
};

statements! {
    TAKE = "INSERT INTO reading (revision_id, account_id, expires_at) VALUES ($1, $2, $3)
            ON CONFLICT (revision_id) DO UPDATE SET account_id = excluded.account_id, expires_at = excluded.expires_at
            WHERE reading.account_id = excluded.account_id OR reading.expires_at <= $4";
    SEIZE = "INSERT INTO reading (revision_id, account_id, expires_at) VALUES ($1, $2, $3)
             ON CONFLICT (revision_id) DO UPDATE SET account_id = excluded.account_id, expires_at = excluded.expires_at";
    OF = "SELECT r.account_id, a.email, r.expires_at FROM reading r JOIN account a ON a.id = r.account_id
          WHERE r.revision_id = $1 AND r.expires_at > $2";
    FREE = "DELETE FROM reading WHERE revision_id = $1 AND account_id = $2";
    FREE_ALL = "DELETE FROM reading WHERE account_id = $1";
    FORGET = "DELETE FROM reading WHERE expires_at <= $1";
}

/// Who reads one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Their account.
    pub account: AccountId,
    /// Their address, by which moderators know each other.
    pub email: Option<Email>,
    /// Until when it is theirs.
    pub until: Timestamp,
}

/// Reserves a submission until then. `false`: another reads it.
///
/// # Errors
/// When the database fails.
pub async fn take(tx: &mut Tx, revision: RevisionId, account: AccountId, now: Timestamp, until: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, TAKE, revision.to_string(), account.to_string(), until.0, now.0)? == 1)
}

/// Reserves a submission until then, whoever reads it.
///
/// # Errors
/// When the database fails.
pub async fn seize(tx: &mut Tx, revision: RevisionId, account: AccountId, until: Timestamp) -> sqlx::Result<()> {
    execute!(tx, SEIZE, revision.to_string(), account.to_string(), until.0).map(drop)
}

/// Who reads it now.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of(tx: &mut Tx, revision: RevisionId, now: Timestamp) -> sqlx::Result<Option<Reading>> {
    let row: Option<(String, Option<String>, i64)> =
        on!(tx, |c| sqlx::query_as(OF).bind(revision.to_string()).bind(now.0).fetch_optional(c).await)?;
    row.map(|(account, email, until)| {
        let email = email.as_deref().map(super::read_checked).transpose()?;
        Ok(Reading { account: super::read(&account)?, email, until: Timestamp(until) })
    })
    .transpose()
}

/// Frees what this account reads of it.
///
/// # Errors
/// When the database fails.
pub async fn free(tx: &mut Tx, revision: RevisionId, account: AccountId) -> sqlx::Result<()> {
    execute!(tx, FREE, revision.to_string(), account.to_string()).map(drop)
}

/// Frees all that an account reads.
///
/// # Errors
/// When the database fails.
pub async fn free_all(tx: &mut Tx, account: AccountId) -> sqlx::Result<()> {
    execute!(tx, FREE_ALL, account.to_string()).map(drop)
}

/// Deletes what has expired.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, now: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, now.0).map(drop)
}
