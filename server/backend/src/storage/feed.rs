//! The change feed: which entries changed, in the order in which the changes became true.

use super::{Tx, execute, on, statements};
use domain::{id::EntryId, time::Timestamp};

statements! {
    NEXT = "UPDATE feed_head SET seq = seq + 1 WHERE id = 1 RETURNING seq";
    HOLD = "UPDATE feed_head SET seq = seq WHERE id = 1";
    INSERT = "INSERT INTO change (seq, entry_id, at) VALUES ($1, $2, $3)";
    ADVANCE = "UPDATE feed_head SET seq = seq + $1 WHERE id = 1 RETURNING seq";
    // Finds a few that only quote the value, which does no harm.
    INSERT_TAGGED = "INSERT INTO change (seq, entry_id, at)
                     SELECT CAST($1 AS BIGINT) + ROW_NUMBER() OVER (ORDER BY e.id), e.id, CAST($2 AS BIGINT) FROM entry e
                     JOIN revision r ON r.entry_id = e.id AND r.state = 'published'
                     LEFT JOIN revision o ON o.entry_id = e.organisation_id AND o.state = 'published'
                     WHERE r.document LIKE $3 OR o.document LIKE $3";
    TAGGED = "SELECT e.id FROM entry e
              JOIN revision r ON r.entry_id = e.id AND r.state = 'published'
              LEFT JOIN revision o ON o.entry_id = e.organisation_id AND o.state = 'published'
              WHERE r.document LIKE $1 OR o.document LIKE $1 ORDER BY e.id";
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

/// Says of every entry that carries a value of a vocabulary, or whose organisation does, that it changed: they are found by
/// what it is called. Gives how far the feed goes then. Nobody else appends until this unit of work ends.
///
/// # Errors
/// When the database fails.
pub async fn append_tagged(tx: &mut Tx, value: &str, at: Timestamp) -> sqlx::Result<i64> {
    hold(tx).await?;
    let before = head(tx).await?;
    let appended = execute!(tx, INSERT_TAGGED, before, at.0, quoted(value))?;
    let appended = i64::try_from(appended).unwrap_or(i64::MAX);
    on!(tx, |c| sqlx::query_scalar(ADVANCE).bind(appended).fetch_one(c).await)
}

/// The entries of which [`append_tagged`] would say so.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn tagged(tx: &mut Tx, value: &str) -> sqlx::Result<Vec<EntryId>> {
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(TAGGED).bind(quoted(value)).fetch_all(c).await)?;
    ids.iter().map(|id| super::read(id)).collect()
}

/// A value as it stands in documents.
fn quoted(value: &str) -> String {
    format!("%\"{value}\"%")
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
