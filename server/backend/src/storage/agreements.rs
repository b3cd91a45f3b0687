//! Who agreed first to what is no submission, where two have to.

use super::{Tx, execute, on, statements};
use domain::{id::AccountId, time::Timestamp};

statements! {
    // To something else, or of somebody who decides no more, counts no more.
    AGREE = "INSERT INTO agreement (about, what, account_id, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (about) DO UPDATE SET what = excluded.what, account_id = excluded.account_id, at = excluded.at
             WHERE agreement.what <> excluded.what
                OR NOT EXISTS (SELECT 1 FROM account a WHERE a.id = agreement.account_id AND a.is_moderator)";
    OF = "SELECT g.account_id, g.what FROM agreement g JOIN account a ON a.id = g.account_id WHERE g.about = $1 AND a.is_moderator";
    DELETE = "DELETE FROM agreement WHERE about = $1";
    DELETE_OF = "DELETE FROM agreement WHERE account_id = $1";
    FORGET = "DELETE FROM agreement WHERE at <= $1";
}

/// Agrees to just this as the first. `false`: somebody has agreed to it already.
///
/// # Errors
/// When the database fails.
pub async fn agree(tx: &mut Tx, about: &str, what: &str, account: AccountId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, AGREE, about, what, account.to_string(), at.0)? == 1)
}

/// Who has agreed, and to what.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of(tx: &mut Tx, about: &str) -> sqlx::Result<Option<(AccountId, String)>> {
    let row: Option<(String, String)> = on!(tx, |c| sqlx::query_as(OF).bind(about).fetch_optional(c).await)?;
    row.map(|(account, what)| Ok((super::read(&account)?, what))).transpose()
}

/// Deletes what was agreed to.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, about: &str) -> sqlx::Result<()> {
    execute!(tx, DELETE, about).map(drop)
}

/// Deletes all that somebody agreed to.
///
/// # Errors
/// When the database fails.
pub async fn delete_of(tx: &mut Tx, account: AccountId) -> sqlx::Result<()> {
    execute!(tx, DELETE_OF, account.to_string()).map(drop)
}

/// Deletes what was agreed to before.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, before.0).map(drop)
}
