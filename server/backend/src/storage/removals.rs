//! Entries that moderators took away.

use super::{Tx, execute, on, statements};
use crate::storage::entries::Entry;
use domain::{time::Timestamp, vocabulary::Kind};

statements! {
    REMOVE = "UPDATE entry SET removed_from = state, state = 'removed', removed_because = $2, version = version + 1, updated_at = $3
              WHERE id = $1 AND version = $4 AND state <> 'removed'";
    RESTORE = "UPDATE entry SET state = COALESCE(removed_from, 'published'), removed_from = NULL, removed_because = NULL,
                      version = version + 1, updated_at = $2 WHERE id = $1 AND version = $3 AND state = 'removed'";
    WHY = "SELECT removed_because FROM entry WHERE kind = $1 AND slug = $2 AND state = 'removed'";
}

/// Takes an entry away. `false`: somebody else changed it first.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, entry: &Entry, because: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, REMOVE, entry.id.to_string(), because, at.0, entry.version)? == 1)
}

/// Puts it back to what it was. `false`: somebody else changed it first.
///
/// # Errors
/// When the database fails.
pub async fn restore(tx: &mut Tx, entry: &Entry, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, RESTORE, entry.id.to_string(), at.0, entry.version)? == 1)
}

/// Why the entry at this address was taken away.
///
/// # Errors
/// When the database fails.
pub async fn why(tx: &mut Tx, kind: Kind, slug: &str) -> sqlx::Result<Option<String>> {
    let why: Option<Option<String>> = on!(tx, |c| sqlx::query_scalar(WHY).bind(kind.id()).bind(slug).fetch_optional(c).await)?;
    Ok(why.flatten())
}
