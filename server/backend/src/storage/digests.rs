//! Which moderators are told that something waits, and when they were last.

use super::{Tx, execute, on, statements};
use domain::{Lang, account::Email, id::AccountId, time::Timestamp};

statements! {
    WANTS = "SELECT wants_digest FROM account WHERE id = $1";
    SET = "UPDATE account SET wants_digest = $2 WHERE id = $1 AND deleted_at IS NULL";
    // Whoever came after the hour is told from the next day on.
    DUE = "SELECT id, email, language FROM account WHERE is_moderator AND wants_digest AND deleted_at IS NULL
           AND COALESCE(digest_at, created_at) < $1 ORDER BY id";
    CLAIM = "UPDATE account SET digest_at = $2 WHERE id = $1 AND is_moderator AND wants_digest AND deleted_at IS NULL
             AND COALESCE(digest_at, created_at) < $3";
}

/// Whether an account wants to be told.
///
/// # Errors
/// When the database fails.
pub async fn wants(tx: &mut Tx, account: AccountId) -> sqlx::Result<bool> {
    let wants: Option<bool> = on!(tx, |c| sqlx::query_scalar(WANTS).bind(account.to_string()).fetch_optional(c).await)?;
    Ok(wants.unwrap_or_default())
}

/// Chooses so.
///
/// # Errors
/// When the database fails.
pub async fn set(tx: &mut Tx, account: AccountId, wants: bool) -> sqlx::Result<()> {
    execute!(tx, SET, account.to_string(), wants).map(drop)
}

/// Moderators who were last told before then.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn due(tx: &mut Tx, hour: Timestamp) -> sqlx::Result<Vec<(AccountId, Email, Lang)>> {
    let rows: Vec<(String, String, String)> = on!(tx, |c| sqlx::query_as(DUE).bind(hour.0).fetch_all(c).await)?;
    rows.iter().map(|(id, email, lang)| Ok((super::read(id)?, super::read_checked(email)?, super::read_checked(lang)?))).collect()
}

/// Says that one is told now. `false`: another process did.
///
/// # Errors
/// When the database fails.
pub async fn claim(tx: &mut Tx, account: AccountId, now: Timestamp, hour: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, CLAIM, account.to_string(), now.0, hour.0)? == 1)
}
