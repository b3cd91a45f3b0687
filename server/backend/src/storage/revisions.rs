//! Revisions: what an entry said, and says.

use super::{Tx, execute, on, statements};
use domain::{
    id::{EntryId, RevisionId},
    revision::RevisionState,
    time::Timestamp,
};

statements! {
    INSERT = "INSERT INTO revision (id, entry_id, number, state, schema_version, document, author, based_on, created_at)
              SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8 FROM revision WHERE entry_id = $2";
    SET_STATE = "UPDATE revision SET state = $3 WHERE id = $1 AND state = $2";
    COUNT = "SELECT COUNT(*) FROM revision";
}

/// What a new revision starts with. Its number follows from the ones before it.
#[derive(Debug, Clone)]
pub struct NewRevision<'a> {
    /// Its id.
    pub id: RevisionId,
    /// The entry.
    pub entry: EntryId,
    /// Its state.
    pub state: RevisionState,
    /// The version of the document's shape.
    pub schema_version: i64,
    /// JSON.
    pub document: &'a str,
    /// Who wrote it.
    pub author: &'a str,
    /// The revision it was made from.
    pub based_on: Option<RevisionId>,
    /// Now.
    pub at: Timestamp,
}

/// Adds a revision.
///
/// # Errors
/// A unique violation where two writers raced, or a second one would be published.
pub async fn insert(tx: &mut Tx, new: &NewRevision<'_>) -> sqlx::Result<()> {
    execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.entry.to_string(),
        new.state.id(),
        new.schema_version,
        new.document,
        new.author,
        new.based_on.map(|id| id.to_string()),
        new.at.0
    )
    .map(drop)
}

/// Moves a revision from one state to another. `false`: it was not in the first one.
///
/// # Errors
/// When the database fails.
pub async fn set_state(tx: &mut Tx, id: RevisionId, from: RevisionState, to: RevisionState) -> sqlx::Result<bool> {
    let rows = execute!(tx, SET_STATE, id.to_string(), from.id(), to.id())?;
    Ok(rows == 1)
}

/// How many revisions there are, in any state.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).fetch_one(c).await)
}
