//! What one account wrote and did, for a copy of it.

use super::{Tx, on, statements};
use domain::id::AccountId;

statements! {
    // Of what nobody read yet, only what they wrote last, or may read anyway: others may have gone on in what they began.
    REVISIONS = "SELECT e.kind, e.slug, r.number, r.state, r.document, r.created_at FROM revision r JOIN entry e ON e.id = r.entry_id
                 WHERE COALESCE(r.changed_by, r.author) = $1
                    OR (r.author = $1 AND (r.state IN ('published', 'superseded') OR EXISTS (
                        SELECT 1 FROM membership m WHERE m.account_id = $1 AND m.organisation_id = COALESCE(e.organisation_id, e.id))))
                 ORDER BY r.created_at, r.id";
    EVENTS = "SELECT e.kind, e.slug, v.action, v.reason, v.at FROM event v JOIN entry e ON e.id = v.entry_id
              WHERE v.actor = $1 ORDER BY v.at, v.id";
}

/// A revision that somebody wrote.
#[derive(Debug, Clone, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `entry` and `revision`")]
pub struct Written {
    pub kind: String,
    pub slug: String,
    pub number: i64,
    pub state: String,
    pub document: String,
    pub created_at: i64,
}

/// Something that somebody did.
#[derive(Debug, Clone, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `entry` and `event`")]
pub struct Done {
    pub kind: String,
    pub slug: String,
    pub action: String,
    pub reason: String,
    pub at: i64,
}

/// All that an account wrote and may still know of, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn revisions(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<Written>> {
    on!(tx, |c| sqlx::query_as(REVISIONS).bind(account.to_string()).fetch_all(c).await)
}

/// All that an account did, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn events(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<Done>> {
    on!(tx, |c| sqlx::query_as(EVENTS).bind(account.to_string()).fetch_all(c).await)
}
