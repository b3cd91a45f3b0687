//! Pairs of lessons that pull in different directions.

use super::{Tx, execute, on, statements};
use domain::{id::EntryId, time::Timestamp};

statements! {
    SAY = "INSERT INTO contradiction (a_id, b_id, why, created_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (a_id, b_id) DO UPDATE SET why = excluded.why WHERE contradiction.why <> excluded.why";
    OF_LESSON = "SELECT CASE WHEN a_id = $1 THEN b_id ELSE a_id END, why FROM contradiction WHERE a_id = $1 OR b_id = $1 ORDER BY created_at, a_id, b_id";
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

/// The lessons that contradict this one, each with why.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of_lesson(tx: &mut Tx, lesson: EntryId) -> sqlx::Result<Vec<(EntryId, String)>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(OF_LESSON).bind(lesson.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(|(id, why)| Ok((id.parse().map_err(|e| sqlx::Error::Decode(Box::new(e)))?, why))).collect()
}
