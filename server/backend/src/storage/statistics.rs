//! Figures of deciding, and of the directory.

use super::{Tx, on, statements};
use domain::time::Timestamp;

statements! {
    // What was undone within the hour was no decision.
    DECIDED = "SELECT d.action, d.actor, d.at,
                      (SELECT MAX(s.at) FROM event s WHERE s.revision_id = d.revision_id AND s.action = 'submitted' AND s.at <= d.at) AS submitted_at
               FROM event d WHERE d.action IN ('published', 'changes-requested', 'rejected') AND d.revision_id IS NOT NULL AND d.at >= $1
               AND NOT EXISTS (SELECT 1 FROM event u WHERE u.revision_id = d.revision_id AND u.action = 'undone'
                               AND u.at >= d.at AND u.at <= d.at + 3600000000)
               ORDER BY d.at";
    COMPLETENESS = "SELECT e.kind, r.completeness / 20 AS fifth, COUNT(*) FROM entry e JOIN revision r ON r.entry_id = e.id
                    WHERE e.state = 'published' AND r.state = 'published' AND r.completeness IS NOT NULL
                    GROUP BY e.kind, r.completeness / 20 ORDER BY e.kind, r.completeness / 20";
    UNCOUNTED = "SELECT COUNT(*) FROM revision r WHERE r.state = 'published' AND r.completeness IS NULL";
    OLDEST = "SELECT kind, slug, title, confirmed_at, updated_at FROM entry WHERE state = 'published'
              ORDER BY COALESCE(confirmed_at, 0), updated_at, id LIMIT $1";
    PUBLIC = "SELECT COUNT(*) FROM entry WHERE state = 'published'";
    UNCONFIRMED = "SELECT COUNT(*) FROM entry WHERE state = 'published' AND confirmed_at IS NULL";
}

/// A decision and how long it was waited for.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `event`")]
pub struct Decided {
    pub action: String,
    pub actor: String,
    pub at: i64,
    pub submitted_at: Option<i64>,
}

/// An entry and when somebody last said that it is right.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `entry`")]
pub struct Old {
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub confirmed_at: Option<i64>,
    pub updated_at: i64,
}

/// What was decided since then, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn decided(tx: &mut Tx, since: Timestamp) -> sqlx::Result<Vec<Decided>> {
    on!(tx, |c| sqlx::query_as(DECIDED).bind(since.0).fetch_all(c).await)
}

/// How many entries of a kind tell how many fifths of what helps most; the sixth are those that tell all.
///
/// # Errors
/// When the database fails.
pub async fn completeness(tx: &mut Tx) -> sqlx::Result<Vec<(String, i64, i64)>> {
    on!(tx, |c| sqlx::query_as(COMPLETENESS).fetch_all(c).await)
}

/// How many are not counted yet.
///
/// # Errors
/// When the database fails.
pub async fn uncounted(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(UNCOUNTED).fetch_one(c).await)
}

/// The `limit` entries that nobody has confirmed for longest.
///
/// # Errors
/// When the database fails.
pub async fn oldest(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<Old>> {
    on!(tx, |c| sqlx::query_as(OLDEST).bind(limit).fetch_all(c).await)
}

/// How many entries are published, and how many of them nobody ever confirmed.
///
/// # Errors
/// When the database fails.
pub async fn unconfirmed(tx: &mut Tx) -> sqlx::Result<(i64, i64)> {
    let public = on!(tx, |c| sqlx::query_scalar(PUBLIC).fetch_one(c).await)?;
    Ok((public, on!(tx, |c| sqlx::query_scalar(UNCONFIRMED).fetch_one(c).await)?))
}
