//! What moderators recommend, and why.

use super::{Tx, execute, on, statements};
use domain::{
    Lang,
    id::{AccountId, EntryId},
    time::Timestamp,
};

statements! {
    PUT = "INSERT INTO feature (entry_id, line_de, line_en, account_id, created_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (entry_id) DO UPDATE SET line_de = excluded.line_de, line_en = excluded.line_en, account_id = excluded.account_id,
                                                created_at = excluded.created_at, ends_at = excluded.ends_at";
    END = "DELETE FROM feature WHERE entry_id = $1";
    OF = "SELECT f.entry_id, f.line_de, f.line_en, f.ends_at FROM feature f WHERE f.entry_id = $1 AND f.ends_at > $2";
    RUNNING = "SELECT f.entry_id, f.line_de, f.line_en, f.ends_at FROM feature f JOIN entry e ON e.id = f.entry_id
               WHERE f.ends_at > $1 AND e.state = 'published' ORDER BY f.created_at DESC, f.entry_id LIMIT $2";
    COUNT_BESIDES = "SELECT COUNT(*) FROM feature f JOIN entry e ON e.id = f.entry_id
                     WHERE f.ends_at > $1 AND e.state = 'published' AND f.entry_id <> $2";
}

/// One recommendation.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Feature {
    /// The entry.
    pub entry_id: String,
    /// Why, in German.
    pub line_de: String,
    /// In English.
    pub line_en: String,
    /// Until when, in microseconds since 1970.
    pub ends_at: i64,
}

impl Feature {
    /// Why.
    #[must_use]
    pub fn line(&self, lang: Lang) -> &str {
        if lang == Lang::De { &self.line_de } else { &self.line_en }
    }
}

/// Recommends an entry until then.
///
/// # Errors
/// When the database fails.
pub async fn put(
    tx: &mut Tx,
    entry: EntryId,
    (de, en): (&str, &str),
    by: AccountId,
    at: Timestamp,
    ends_at: Timestamp,
) -> sqlx::Result<()> {
    execute!(tx, PUT, entry.to_string(), de, en, by.to_string(), at.0, ends_at.0).map(drop)
}

/// Ends it. `false`: it was none.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, entry: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, END, entry.to_string())? == 1)
}

/// That of an entry, while it lasts.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, entry: EntryId, now: Timestamp) -> sqlx::Result<Option<Feature>> {
    on!(tx, |c| sqlx::query_as(OF).bind(entry.to_string()).bind(now.0).fetch_optional(c).await)
}

/// Those of entries that everybody can read, newest first.
///
/// # Errors
/// When the database fails.
pub async fn running(tx: &mut Tx, now: Timestamp, limit: i64) -> sqlx::Result<Vec<Feature>> {
    on!(tx, |c| sqlx::query_as(RUNNING).bind(now.0).bind(limit).fetch_all(c).await)
}

/// How many there are besides this entry's.
///
/// # Errors
/// When the database fails.
pub async fn count_besides(tx: &mut Tx, entry: EntryId, now: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_BESIDES).bind(now.0).bind(entry.to_string()).fetch_one(c).await)
}
