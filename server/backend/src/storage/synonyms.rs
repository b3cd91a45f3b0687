//! Words of one meaning, as moderators keep them.

use super::{Tx, execute, on, statements};
use domain::time::Timestamp;

statements! {
    LIST = "SELECT id, words, version FROM synonym_group ORDER BY id";
    COUNT = "SELECT COUNT(*) FROM synonym_group";
    INSERT = "INSERT INTO synonym_group (id, words, created_at, updated_at, version) VALUES ($1, $2, $3, $3, 1)";
    CHANGE = "UPDATE synonym_group SET words = $3, updated_at = $4, version = version + 1 WHERE id = $1 AND version = $2";
    REMOVE = "DELETE FROM synonym_group WHERE id = $1 AND version = $2";
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Words and phrases, as people write them.
    pub words: Vec<String>,
    /// Guards the next write.
    pub version: i64,
}

/// All groups, oldest first.
///
/// # Errors
/// When the database fails or a group cannot be read.
pub async fn list(tx: &mut Tx) -> sqlx::Result<Vec<Group>> {
    let rows: Vec<(String, String, i64)> = on!(tx, |c| sqlx::query_as(LIST).fetch_all(c).await)?;
    let group = |(id, words, version): (String, String, i64)| {
        let words = serde_json::from_str(&words).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        Ok(Group { id, words, version })
    };
    rows.into_iter().map(group).collect()
}

/// The words of all groups.
///
/// # Errors
/// As [`list`].
pub async fn groups(tx: &mut Tx) -> sqlx::Result<Vec<Vec<String>>> {
    Ok(list(tx).await?.into_iter().map(|group| group.words).collect())
}

/// How many groups there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).fetch_one(c).await)
}

/// Adds a group.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, id: &str, words: &[String], at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, INSERT, id, json(words)?, at.0).map(drop)
}

/// Changes a group. `false`: somebody changed or removed it.
///
/// # Errors
/// When the database fails.
pub async fn change(tx: &mut Tx, id: &str, version: i64, words: &[String], at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, CHANGE, id, version, json(words)?, at.0)? == 1)
}

/// Removes a group. `false`: somebody changed or removed it.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, id: &str, version: i64) -> sqlx::Result<bool> {
    Ok(execute!(tx, REMOVE, id, version)? == 1)
}

fn json(words: &[String]) -> sqlx::Result<String> {
    serde_json::to_string(words).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}
