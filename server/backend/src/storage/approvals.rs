//! Who agreed first, where two have to.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, RevisionId},
    time::Timestamp,
};

statements! {
    // One of another text, or of somebody who decides no more, counts no more.
    AGREE = "INSERT INTO approval (revision_id, version, account_id, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (revision_id) DO UPDATE SET version = excluded.version, account_id = excluded.account_id, at = excluded.at
             WHERE approval.version <> excluded.version
                OR NOT EXISTS (SELECT 1 FROM account a WHERE a.id = approval.account_id AND a.is_moderator)";
    OF = "SELECT p.account_id FROM approval p JOIN account a ON a.id = p.account_id
          WHERE p.revision_id = $1 AND p.version = $2 AND a.is_moderator";
    DELETE = "DELETE FROM approval WHERE revision_id = $1";
    DELETE_OF = "DELETE FROM approval WHERE account_id = $1";
}

/// Agrees to this version of a submission as the first. `false`: somebody has agreed to it already.
///
/// # Errors
/// When the database fails.
pub async fn agree(tx: &mut Tx, revision: RevisionId, version: i64, account: AccountId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, AGREE, revision.to_string(), version, account.to_string(), at.0)? == 1)
}

/// Who has agreed to this version.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of(tx: &mut Tx, revision: RevisionId, version: i64) -> sqlx::Result<Option<AccountId>> {
    let id: Option<String> = on!(tx, |c| sqlx::query_scalar(OF).bind(revision.to_string()).bind(version).fetch_optional(c).await)?;
    id.as_deref().map(super::read).transpose()
}

/// Deletes what was agreed to. Gives whether there was something.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, revision: RevisionId) -> sqlx::Result<bool> {
    Ok(execute!(tx, DELETE, revision.to_string())? == 1)
}

/// Deletes all that somebody agreed to.
///
/// # Errors
/// When the database fails.
pub async fn delete_of(tx: &mut Tx, account: AccountId) -> sqlx::Result<()> {
    execute!(tx, DELETE_OF, account.to_string()).map(drop)
}
