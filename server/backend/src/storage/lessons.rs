//! Which projects a lesson came from.

use super::{Tx, execute, on, statements};
use domain::id::EntryId;

statements! {
    CLEAR = "DELETE FROM lesson_project WHERE lesson_id = $1";
    LINK = "INSERT INTO lesson_project (lesson_id, project_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    OF_PROJECT = "SELECT lesson_id FROM lesson_project WHERE project_id = $1 ORDER BY lesson_id";
    PROJECTS = "SELECT project_id FROM lesson_project WHERE lesson_id = $1 ORDER BY project_id";
    PUBLIC_LESSONS = "SELECT l.lesson_id FROM lesson_project l
                      JOIN entry e ON e.id = l.lesson_id AND e.state IN ('published', 'archived')
                      WHERE l.project_id = $1 ORDER BY l.lesson_id DESC LIMIT $2";
    COUNT_LESSONS = "SELECT COUNT(*) FROM lesson_project l
                     JOIN entry e ON e.id = l.lesson_id AND e.state IN ('published', 'archived')
                     WHERE l.project_id = $1";
    PUBLIC_PROJECTS = "SELECT l.project_id FROM lesson_project l
                       JOIN entry e ON e.id = l.project_id AND e.state IN ('published', 'archived')
                       WHERE l.lesson_id = $1 ORDER BY l.project_id DESC LIMIT $2";
    COUNT_PROJECTS = "SELECT COUNT(*) FROM lesson_project l
                      JOIN entry e ON e.id = l.project_id AND e.state IN ('published', 'archived')
                      WHERE l.lesson_id = $1";
}

/// Which of the two is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The lessons of a project.
    Lessons,
    /// The projects of a lesson.
    Projects,
}

/// Replaces the projects of a lesson.
///
/// # Errors
/// When the database fails or a project is not there.
pub async fn set_projects(tx: &mut Tx, lesson: EntryId, projects: &[EntryId]) -> sqlx::Result<()> {
    execute!(tx, CLEAR, lesson.to_string())?;
    for project in projects {
        execute!(tx, LINK, lesson.to_string(), project.to_string())?;
    }
    Ok(())
}

/// The lessons of a project.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of_project(tx: &mut Tx, project: EntryId) -> sqlx::Result<Vec<EntryId>> {
    ids(tx, OF_PROJECT, project).await
}

/// The projects of a lesson.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn projects(tx: &mut Tx, lesson: EntryId) -> sqlx::Result<Vec<EntryId>> {
    ids(tx, PROJECTS, lesson).await
}

/// What everybody may read on the other side of an entry, newest first: at most `limit`.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn public(tx: &mut Tx, side: Side, of: EntryId, limit: i64) -> sqlx::Result<Vec<EntryId>> {
    let sql = if side == Side::Lessons { PUBLIC_LESSONS } else { PUBLIC_PROJECTS };
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(sql).bind(of.to_string()).bind(limit).fetch_all(c).await)?;
    decoded(ids)
}

/// How much everybody may read on the other side of an entry.
///
/// # Errors
/// When the database fails.
pub async fn count_public(tx: &mut Tx, side: Side, of: EntryId) -> sqlx::Result<u64> {
    let sql = if side == Side::Lessons { COUNT_LESSONS } else { COUNT_PROJECTS };
    let count: i64 = on!(tx, |c| sqlx::query_scalar(sql).bind(of.to_string()).fetch_one(c).await)?;
    Ok(count.unsigned_abs())
}

async fn ids(tx: &mut Tx, sql: &'static str, id: EntryId) -> sqlx::Result<Vec<EntryId>> {
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(sql).bind(id.to_string()).fetch_all(c).await)?;
    decoded(ids)
}

fn decoded(ids: Vec<String>) -> sqlx::Result<Vec<EntryId>> {
    ids.into_iter().map(|id| id.parse().map_err(|e| sqlx::Error::Decode(Box::new(e)))).collect()
}
