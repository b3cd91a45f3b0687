//! Passkeys of moderators, and what is under way with them. Sessions come in here as hashes only.

use super::{Tx, execute, on, statements};
use domain::{id::AccountId, time::Timestamp};

statements! {
    INSERT = "INSERT INTO passkey (id, account_id, credential_id, credential, counter, name, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF = "SELECT id, credential_id, credential, counter, name, created_at, used_at FROM passkey WHERE account_id = $1 ORDER BY created_at, id";
    COUNT = "SELECT COUNT(*) FROM passkey WHERE account_id = $1";
    // Of two answers with the same count, or an older one, one is a copy's.
    SEE = "UPDATE passkey SET credential = $3, counter = $4, used_at = $5
           WHERE id = $1 AND account_id = $2 AND (counter < $4 OR (counter = 0 AND $4 = 0))";
    RENAME = "UPDATE passkey SET name = $3 WHERE id = $1 AND account_id = $2";
    REMOVE = "DELETE FROM passkey WHERE id = $1 AND account_id = $2";
    REMOVE_ALL = "DELETE FROM passkey WHERE account_id = $1";
    BEGIN = "INSERT INTO passkey_ceremony (session, purpose, state, expires_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (session, purpose) DO UPDATE SET state = $3, expires_at = $4";
    TAKE = "DELETE FROM passkey_ceremony WHERE session = $1 AND purpose = $2 RETURNING state, expires_at";
    FORGET = "DELETE FROM passkey_ceremony WHERE expires_at <= $1";
}

/// A passkey as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What its authenticator calls it, in hexadecimal digits.
    pub credential_id: String,
    /// JSON of the library.
    pub credential: String,
    /// How often it says that it signed.
    pub counter: i64,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: i64,
    /// When it was used last.
    pub used_at: Option<i64>,
}

/// A new one.
pub struct NewPasskey<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose it is.
    pub account: AccountId,
    /// What its authenticator calls it, in hexadecimal digits.
    pub credential_id: &'a str,
    /// JSON of the library.
    pub credential: &'a str,
    /// How often it says that it signed.
    pub counter: u32,
    /// What its owner calls it.
    pub name: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A passkey is being added.
    Add,
    /// One is being used.
    Use,
}

impl Purpose {
    fn id(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Use => "use",
        }
    }
}

/// Adds one.
///
/// # Errors
/// When the database fails; a unique violation where it is somebody's already.
pub async fn insert(tx: &mut Tx, new: &NewPasskey<'_>) -> sqlx::Result<()> {
    let account = new.account.to_string();
    execute!(tx, INSERT, new.id, account, new.credential_id, new.credential, i64::from(new.counter), new.name, new.at.0).map(drop)
}

/// Those of an account, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<Row>> {
    on!(tx, |c| sqlx::query_as(OF).bind(account.to_string()).fetch_all(c).await)
}

/// How many an account has.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, account: AccountId) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).bind(account.to_string()).fetch_one(c).await)
}

/// Remembers that one was used. False where it is gone, or its count did not grow.
///
/// # Errors
/// When the database fails.
pub async fn see(tx: &mut Tx, id: &str, account: AccountId, credential: &str, counter: u32, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, SEE, id, account.to_string(), credential, i64::from(counter), at.0)? == 1)
}

/// Calls one of an account something else. False where it has no such.
///
/// # Errors
/// When the database fails.
pub async fn rename(tx: &mut Tx, id: &str, account: AccountId, name: &str) -> sqlx::Result<bool> {
    Ok(execute!(tx, RENAME, id, account.to_string(), name)? == 1)
}

/// Removes one of an account. False where it has no such.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, id: &str, account: AccountId) -> sqlx::Result<bool> {
    Ok(execute!(tx, REMOVE, id, account.to_string())? == 1)
}

/// Removes all of an account. Gives how many there were.
///
/// # Errors
/// When the database fails.
pub async fn remove_all(tx: &mut Tx, account: AccountId) -> sqlx::Result<u64> {
    execute!(tx, REMOVE_ALL, account.to_string())
}

/// Keeps what a session begins; what it began before for this purpose is of no use any more.
///
/// # Errors
/// When the database fails.
pub async fn begin(tx: &mut Tx, session: &str, purpose: Purpose, state: &str, expires_at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, BEGIN, session, purpose.id(), state, expires_at.0).map(drop)
}

/// Takes what a session began, where it is still good: nobody can take it again.
///
/// # Errors
/// When the database fails.
pub async fn take(tx: &mut Tx, session: &str, purpose: Purpose, now: Timestamp) -> sqlx::Result<Option<String>> {
    let row: Option<(String, i64)> = on!(tx, |c| sqlx::query_as(TAKE).bind(session).bind(purpose.id()).fetch_optional(c).await)?;
    Ok(row.filter(|(_, expires_at)| *expires_at > now.0).map(|(state, _)| state))
}

/// Deletes what nobody finished.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, now: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, now.0).map(drop)
}
