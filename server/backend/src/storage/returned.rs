//! What revisions said when their authors were asked for changes.

use super::{Tx, execute, on, statements};
use domain::{id::RevisionId, time::Timestamp};
use serde_json::{Map, Value};

statements! {
    INSERT = "INSERT INTO returned (revision_id, at, document) VALUES ($1, $2, $3) ON CONFLICT (revision_id, at) DO NOTHING";
    DELETE = "DELETE FROM returned WHERE revision_id = $1 AND at = $2";
    LATEST = "SELECT at, document FROM returned WHERE revision_id = $1 ORDER BY at DESC LIMIT 1";
}

/// Keeps what a revision said when its authors were asked for changes.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, revision: RevisionId, at: Timestamp, document: &str) -> sqlx::Result<()> {
    execute!(tx, INSERT, revision.to_string(), at.0, document).map(drop)
}

/// They were not, after all.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, revision: RevisionId, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, DELETE, revision.to_string(), at.0).map(drop)
}

/// When they were last asked, and what it said then.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn latest(tx: &mut Tx, revision: RevisionId) -> sqlx::Result<Option<(Timestamp, Map<String, Value>)>> {
    let row: Option<(i64, String)> = on!(tx, |c| sqlx::query_as(LATEST).bind(revision.to_string()).fetch_optional(c).await)?;
    let read = |text: &str| serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)));
    row.map(|(at, document)| Ok((Timestamp(at), read(&document)?))).transpose()
}
