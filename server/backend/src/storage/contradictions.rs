//! Pairs of lessons that pull in different directions.

use super::{Tx, execute, on, statements};
use domain::{id::EntryId, time::Timestamp};

statements! {
    SAY = "INSERT INTO contradiction (a_id, b_id, why, created_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (a_id, b_id) DO UPDATE SET why = excluded.why WHERE contradiction.why <> excluded.why";
    IDS_OF_LESSON = "SELECT CASE WHEN a_id = $1 THEN b_id ELSE a_id END FROM contradiction WHERE a_id = $1 OR b_id = $1";
    OF_LESSON = "SELECT e.id, c.why FROM contradiction c
                 JOIN entry e ON e.id = CASE WHEN c.a_id = $1 THEN c.b_id ELSE c.a_id END AND e.state IN ('published', 'archived')
                 WHERE c.a_id = $1 OR c.b_id = $1 ORDER BY c.created_at DESC, c.a_id, c.b_id LIMIT $2";
    COUNT_OF_LESSON = "SELECT COUNT(*) FROM contradiction c
                       JOIN entry e ON e.id = CASE WHEN c.a_id = $1 THEN c.b_id ELSE c.a_id END AND e.state IN ('published', 'archived')
                       WHERE c.a_id = $1 OR c.b_id = $1";
    PUBLIC = "SELECT c.a_id, c.b_id, c.why FROM contradiction c
              JOIN entry a ON a.id = c.a_id AND a.state IN ('published', 'archived')
              JOIN entry b ON b.id = c.b_id AND b.state IN ('published', 'archived')
              ORDER BY c.created_at DESC, c.a_id, c.b_id LIMIT $1 OFFSET $2";
    COUNT_PUBLIC = "SELECT COUNT(*) FROM contradiction c
                    JOIN entry a ON a.id = c.a_id AND a.state IN ('published', 'archived')
                    JOIN entry b ON b.id = c.b_id AND b.state IN ('published', 'archived')";
}

/// Two lessons that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// One lesson.
    pub a: EntryId,
    /// The other.
    pub b: EntryId,
    /// Why they pull in different directions.
    pub why: String,
}

/// Says that two lessons contradict each other, and why. `false`: that was said already.
///
/// # Errors
/// When the database fails or a lesson is not there.
pub async fn say(tx: &mut Tx, one: EntryId, other: EntryId, why: &str, at: Timestamp) -> sqlx::Result<bool> {
    let (one, other) = (one.to_string(), other.to_string());
    let (a, b) = if one < other { (one, other) } else { (other, one) };
    let rows = execute!(tx, SAY, a, b, why, at.0)?;
    Ok(rows == 1)
}

/// The lessons that contradict this one, whatever their state.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn ids_of_lesson(tx: &mut Tx, lesson: EntryId) -> sqlx::Result<Vec<EntryId>> {
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(IDS_OF_LESSON).bind(lesson.to_string()).fetch_all(c).await)?;
    ids.iter().map(|id| decode(id)).collect()
}

/// The public lessons that contradict this one, each with why, the newest contradictions first: at most `limit`.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of_lesson(tx: &mut Tx, lesson: EntryId, limit: i64) -> sqlx::Result<Vec<(EntryId, String)>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(OF_LESSON).bind(lesson.to_string()).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|(id, why)| Ok((decode(&id)?, why))).collect()
}

/// How many public lessons contradict this one.
///
/// # Errors
/// When the database fails.
pub async fn count_of_lesson(tx: &mut Tx, lesson: EntryId) -> sqlx::Result<u64> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(COUNT_OF_LESSON).bind(lesson.to_string()).fetch_one(c).await)?;
    Ok(count.unsigned_abs())
}

/// Pairs of which everybody may read both, newest first: `limit` of them behind the first `offset`.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn public(tx: &mut Tx, limit: i64, offset: i64) -> sqlx::Result<Vec<Pair>> {
    let rows: Vec<(String, String, String)> = on!(tx, |c| sqlx::query_as(PUBLIC).bind(limit).bind(offset).fetch_all(c).await)?;
    rows.into_iter().map(|(a, b, why)| Ok(Pair { a: decode(&a)?, b: decode(&b)?, why })).collect()
}

/// How many pairs there are of which everybody may read both.
///
/// # Errors
/// When the database fails.
pub async fn count_public(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_PUBLIC).fetch_one(c).await)
}

fn decode(id: &str) -> sqlx::Result<EntryId> {
    id.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
