//! Files that no document names, and since when. Who sends one puts it here first; who sweeps removes only what has been
//! here for long, while nobody writes a document.

use super::{Tx, execute, on, statements};
use domain::time::Timestamp;

statements! {
    SENT = "INSERT INTO unused_file (file, since) VALUES ($1, $2) ON CONFLICT (file) DO UPDATE SET since = excluded.since";
    FOUND = "INSERT INTO unused_file (file, since) VALUES ($1, $2) ON CONFLICT (file) DO NOTHING";
    FORGET = "DELETE FROM unused_file WHERE file = $1";
    FORGET_OLD = "DELETE FROM unused_file WHERE file = $1 AND since <= $2";
    ALL_SINCE = "SELECT file FROM unused_file WHERE since <= $1 ORDER BY file";
    // Also where a text links to one of its sizes: its name stands in that address.
    COUNT_NAMED = "SELECT (SELECT COUNT(*) FROM revision WHERE document LIKE $1) + (SELECT COUNT(*) FROM decision WHERE before LIKE $1)
                        + (SELECT COUNT(*) FROM spot_check WHERE before LIKE $1) + (SELECT COUNT(*) FROM redirect WHERE moved LIKE $1)
                        + (SELECT COUNT(*) FROM suggestion WHERE changes LIKE $1) + (SELECT COUNT(*) FROM returned WHERE document LIKE $1)";
    DOCUMENTS = "SELECT id, document FROM revision WHERE id > $1 ORDER BY id LIMIT $2";
    BESIDES = "SELECT before FROM decision UNION ALL SELECT before FROM spot_check
               UNION ALL SELECT moved FROM redirect UNION ALL SELECT changes FROM suggestion UNION ALL SELECT document FROM returned";
    SWEPT = "INSERT INTO file_sweep (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at";
    LAST_SWEEP = "SELECT at FROM file_sweep WHERE id = 1";
}

/// Somebody sends a file: from now on it may take its time until a document names it. Waits for a sweep that removes it at
/// this moment.
///
/// # Errors
/// When the database fails.
pub async fn sent(tx: &mut Tx, file: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, SENT, file, at.0).map(drop)
}

/// No document names a file. Where that is known already, it stays known since when.
///
/// # Errors
/// When the database fails.
pub async fn found(tx: &mut Tx, file: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FOUND, file, at.0).map(drop)
}

/// A document names it.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, file: &str) -> sqlx::Result<()> {
    execute!(tx, FORGET, file).map(drop)
}

/// Takes it out where it is here since then or longer. Tells whether it was; nobody can send it until the end of this unit
/// of work.
///
/// # Errors
/// When the database fails.
pub async fn take(tx: &mut Tx, file: &str, since: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, FORGET_OLD, file, since.0)? > 0)
}

/// What is here since then or longer.
///
/// # Errors
/// When the database fails.
pub async fn since(tx: &mut Tx, since: Timestamp) -> sqlx::Result<Vec<String>> {
    on!(tx, |c| sqlx::query_scalar(ALL_SINCE).bind(since.0).fetch_all(c).await)
}

/// Keeps everybody from writing documents until the end of this unit of work, and waits for those who do.
///
/// # Errors
/// When the database fails.
pub async fn hold_documents(tx: &mut Tx) -> sqlx::Result<()> {
    match tx {
        // One writes at a time.
        Tx::Sqlite(_) => Ok(()),
        Tx::Postgres(tx) => sqlx::query("LOCK TABLE revision IN SHARE MODE").execute(&mut **tx).await.map(drop),
    }
}

/// Whether anything names a file: a document, whatever became of it, or what undoing gives back.
///
/// # Errors
/// When the database fails.
pub async fn is_named(tx: &mut Tx, file: &str) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(COUNT_NAMED).bind(format!("%{file}%")).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Documents of all revisions after this id, so many, with their ids.
///
/// # Errors
/// When the database fails.
pub async fn documents(tx: &mut Tx, after: &str, limit: i64) -> sqlx::Result<Vec<(String, String)>> {
    on!(tx, |c| sqlx::query_as(DOCUMENTS).bind(after).bind(limit).fetch_all(c).await)
}

/// What else may name files: what undoing gives back, and what readers suggest.
///
/// # Errors
/// When the database fails.
pub async fn besides(tx: &mut Tx) -> sqlx::Result<Vec<String>> {
    on!(tx, |c| sqlx::query_scalar(BESIDES).fetch_all(c).await)
}

/// A sweep was made.
///
/// # Errors
/// When the database fails.
pub async fn swept(tx: &mut Tx, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, SWEPT, at.0).map(drop)
}

/// When the last sweep was.
///
/// # Errors
/// When the database fails.
pub async fn last_sweep(tx: &mut Tx) -> sqlx::Result<Option<Timestamp>> {
    let at: Option<i64> = on!(tx, |c| sqlx::query_scalar(LAST_SWEEP).fetch_optional(c).await)?;
    Ok(at.map(Timestamp))
}
