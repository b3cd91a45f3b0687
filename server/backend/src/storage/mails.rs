//! Mails to be sent.

use super::{Tx, execute, on, statements};
use domain::time::Timestamp;

statements! {
    INSERT = "INSERT INTO mail (id, recipient, language, letter, created_at, due_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    DUE = "SELECT id, recipient, language, letter, attempts, due_at FROM mail WHERE due_at <= $1 ORDER BY due_at LIMIT 1";
    CLAIM = "UPDATE mail SET due_at = $3, attempts = attempts + 1 WHERE id = $1 AND due_at = $2";
    DELETE = "DELETE FROM mail WHERE id = $1";
    DROP_UNTRIED = "DELETE FROM mail WHERE id = $1 AND attempts = 0";
    DELETE_TO = "DELETE FROM mail WHERE recipient = $1";
    EXPIRED = "DELETE FROM mail WHERE expires_at <= $1";
    WAITING = "SELECT COUNT(*) FROM mail";
}

/// A mail to be sent.
pub struct NewMail<'a> {
    /// Its id; also its `Message-ID`, so that one that went out twice is shown once.
    pub id: &'a str,
    /// Who it is for.
    pub recipient: &'a str,
    /// In which language.
    pub language: domain::Lang,
    /// What it says, as JSON.
    pub letter: &'a str,
    /// Now.
    pub at: Timestamp,
    /// When it may be sent.
    pub due_at: Timestamp,
    /// When it is of no use any more.
    pub expires_at: Timestamp,
}

/// A mail that waits.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Mail {
    /// Its id.
    pub id: String,
    /// Who it is for.
    pub recipient: String,
    /// In which language.
    pub language: String,
    /// What it says, as JSON.
    pub letter: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is to be tried.
    pub due_at: i64,
}

/// Keeps a mail to be sent.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &NewMail<'_>) -> sqlx::Result<()> {
    execute!(tx, INSERT, new.id, new.recipient, new.language.id(), new.letter, new.at.0, new.due_at.0, new.expires_at.0).map(drop)
}

/// The mail that has been due for longest.
///
/// # Errors
/// When the database fails.
pub async fn due(tx: &mut Tx, now: Timestamp) -> sqlx::Result<Option<Mail>> {
    on!(tx, |c| sqlx::query_as(DUE).bind(now.0).fetch_optional(c).await)
}

/// Takes a mail for an attempt: until `again` nobody else tries it. False where somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn claim(tx: &mut Tx, mail: &Mail, again: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, CLAIM, &mail.id, mail.due_at, again.0)? == 1)
}

/// Deletes a mail: it was sent, or never can be.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, id: &str) -> sqlx::Result<()> {
    execute!(tx, DELETE, id).map(drop)
}

/// Deletes a mail that nobody tried to send yet. `false`: it may be on its way.
///
/// # Errors
/// When the database fails.
pub async fn drop_untried(tx: &mut Tx, id: &str) -> sqlx::Result<bool> {
    Ok(execute!(tx, DROP_UNTRIED, id)? == 1)
}

/// Deletes what waits for an address.
///
/// # Errors
/// When the database fails.
pub async fn delete_to(tx: &mut Tx, recipient: &str) -> sqlx::Result<()> {
    execute!(tx, DELETE_TO, recipient).map(drop)
}

/// Deletes what is of no use any more. Gives how many.
///
/// # Errors
/// When the database fails.
pub async fn expire(tx: &mut Tx, now: Timestamp) -> sqlx::Result<u64> {
    execute!(tx, EXPIRED, now.0)
}

/// How many wait.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(WAITING).fetch_one(c).await)
}
