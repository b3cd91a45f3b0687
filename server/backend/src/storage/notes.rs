//! What moderators tell each other about an entry. Read by moderators and, in their own copy of their data, by whoever wrote it.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, EntryId},
    time::Timestamp,
};

statements! {
    INSERT = "INSERT INTO note (id, entry_id, account_id, text, at) VALUES ($1, $2, $3, $4, $5)";
    OF_ENTRY = "SELECT n.id, n.account_id, a.email, n.text, n.at FROM note n LEFT JOIN account a ON a.id = n.account_id
                WHERE n.entry_id = $1 ORDER BY n.at DESC, n.id DESC LIMIT 200";
    COUNT = "SELECT COUNT(*) FROM note WHERE entry_id = $1";
    REMOVE = "DELETE FROM note WHERE id = $1 AND entry_id = $2";
    OF_ACCOUNT = "SELECT e.kind, e.slug, n.text, n.at FROM note n JOIN entry e ON e.id = n.entry_id WHERE n.account_id = $1 ORDER BY n.at, n.id";
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Note {
    /// Its id.
    pub id: String,
    /// Who wrote it.
    pub account_id: String,
    /// Their address, while they have an account.
    pub email: Option<String>,
    /// What it says.
    pub text: String,
    /// When, in microseconds since 1970.
    pub at: i64,
}

/// Keeps a note.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, id: &str, entry: EntryId, account: AccountId, text: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, INSERT, id, entry.to_string(), account.to_string(), text, at.0).map(drop)
}

/// The notes on an entry, newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_entry(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Vec<Note>> {
    on!(tx, |c| sqlx::query_as(OF_ENTRY).bind(entry.to_string()).fetch_all(c).await)
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, entry: EntryId) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).bind(entry.to_string()).fetch_one(c).await)
}

/// Deletes a note. `false`: it is gone already.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, id: &str, entry: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, REMOVE, id, entry.to_string())? == 1)
}

/// What an account wrote: kind and slug of the entry, text and time.
///
/// # Errors
/// When the database fails.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<(String, String, String, i64)>> {
    on!(tx, |c| sqlx::query_as(OF_ACCOUNT).bind(account.to_string()).fetch_all(c).await)
}
