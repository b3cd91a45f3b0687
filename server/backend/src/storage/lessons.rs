//! Which projects a lesson came from.

use super::{Tx, execute, on, statements};
use domain::id::EntryId;

statements! {
    CLEAR = "DELETE FROM lesson_project WHERE lesson_id = $1";
    LINK = "INSERT INTO lesson_project (lesson_id, project_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    OF_PROJECT = "SELECT lesson_id FROM lesson_project WHERE project_id = $1 ORDER BY lesson_id";
    PROJECTS = "SELECT project_id FROM lesson_project WHERE lesson_id = $1 ORDER BY project_id";
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

async fn ids(tx: &mut Tx, sql: &'static str, id: EntryId) -> sqlx::Result<Vec<EntryId>> {
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(sql).bind(id.to_string()).fetch_all(c).await)?;
    ids.into_iter().map(|id| id.parse().map_err(|e| sqlx::Error::Decode(Box::new(e)))).collect()
}
