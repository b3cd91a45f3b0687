//! The change feed: which entries changed, in the order in which the changes became true.

use super::{Tx, execute, on, statements};
use domain::{id::EntryId, time::Timestamp};

statements! {
    NEXT = "UPDATE feed_head SET seq = seq + 1 WHERE id = 1 RETURNING seq";
    HOLD = "UPDATE feed_head SET seq = seq WHERE id = 1";
    INSERT = "INSERT INTO change (seq, entry_id, at) VALUES ($1, $2, $3)";
    AFTER = "SELECT seq, entry_id FROM change WHERE seq > $1 ORDER BY seq LIMIT $2";
    NAME = "UPDATE feed_head SET feed = $1 WHERE id = 1 AND feed = ''";
    NAMED = "SELECT feed FROM feed_head WHERE id = 1";
    HEAD = "SELECT seq FROM feed_head WHERE id = 1";
}

/// Says that an entry changed. In the transaction of the change, always.
///
/// # Errors
/// When the database fails.
pub async fn append(tx: &mut Tx, entry: EntryId, at: Timestamp) -> sqlx::Result<i64> {
    let seq: i64 = on!(tx, |c| sqlx::query_scalar(NEXT).fetch_one(c).await)?;
    execute!(tx, INSERT, seq, entry.to_string(), at.0)?;
    Ok(seq)
}

/// Lets nobody else append, nor hold, until this unit of work ends.
///
/// # Errors
/// When the database fails.
pub async fn hold(tx: &mut Tx) -> sqlx::Result<()> {
    on!(tx, |c| sqlx::query(HOLD).execute(c).await.map(drop))
}

/// The next changes behind `seq`, oldest first.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn after(tx: &mut Tx, seq: i64, limit: i64) -> sqlx::Result<Vec<(i64, EntryId)>> {
    let rows: Vec<(i64, String)> = on!(tx, |c| sqlx::query_as(AFTER).bind(seq).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|(seq, id)| Ok((seq, id.parse().map_err(|e| sqlx::Error::Decode(Box::new(e)))?))).collect()
}

/// The name of this feed: `fresh`, if it has none yet. What is built from a feed is kept under its name.
///
/// # Errors
/// When the database fails.
pub async fn name(tx: &mut Tx, fresh: &str) -> sqlx::Result<String> {
    execute!(tx, NAME, fresh)?;
    on!(tx, |c| sqlx::query_scalar(NAMED).fetch_one(c).await)
}

/// The number of the newest change; 0 before the first.
///
/// # Errors
/// When the database fails.
pub async fn head(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(HEAD).fetch_one(c).await)
}
