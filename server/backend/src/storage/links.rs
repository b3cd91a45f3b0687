//! Links of entries and whether they lead somewhere.

use super::{Tx, execute, on, statements};
use domain::{id::EntryId, time::Timestamp};

statements! {
    OF_ENTRY = "SELECT url, checked_at, failures, failing_since, problem FROM link_check WHERE entry_id = $1 ORDER BY url";
    FORGET = "DELETE FROM link_check WHERE entry_id = $1 AND url = $2";
    WORKS = "INSERT INTO link_check (entry_id, url, checked_at) VALUES ($1, $2, $3) ON CONFLICT (entry_id, url) DO UPDATE
             SET checked_at = excluded.checked_at, failures = 0, failing_since = NULL, problem = NULL, told_at = NULL";
    FAILS = "INSERT INTO link_check (entry_id, url, checked_at, failures, failing_since, problem) VALUES ($1, $2, $3, 1, $3, $4)
             ON CONFLICT (entry_id, url) DO UPDATE SET checked_at = excluded.checked_at, failures = link_check.failures + 1,
             failing_since = COALESCE(link_check.failing_since, excluded.failing_since), problem = excluded.problem";
    TO_TELL = "SELECT e.id, e.title, l.url, COALESCE(e.organisation_id, e.id) AS owner FROM link_check l JOIN entry e ON e.id = l.entry_id
               WHERE l.failures >= $1 AND l.told_at IS NULL AND e.state IN ('published', 'archived') AND EXISTS (
                   SELECT 1 FROM membership m WHERE m.organisation_id = COALESCE(e.organisation_id, e.id)) ORDER BY owner, e.id, l.url LIMIT 500";
    TOLD = "UPDATE link_check SET told_at = $3 WHERE entry_id = $1 AND url = $2 AND told_at IS NULL AND failures > 0";
    BROKEN = "SELECT e.id, e.title, l.url, COALESCE(e.organisation_id, e.id) AS owner FROM link_check l JOIN entry e ON e.id = l.entry_id
              WHERE l.failures >= $1 AND e.state IN ('published', 'archived') ORDER BY l.failing_since, l.entry_id, l.url LIMIT $2 OFFSET $3";
    COUNT_BROKEN = "SELECT COUNT(*) FROM link_check l JOIN entry e ON e.id = l.entry_id
                    WHERE l.failures >= $1 AND e.state IN ('published', 'archived')";
}

/// What is known of a link.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Checked {
    /// Where it leads.
    pub url: String,
    /// When it was last followed, in microseconds since 1970.
    pub checked_at: i64,
    /// How often in a row it led nowhere.
    pub failures: i64,
    /// Since when.
    pub failing_since: Option<i64>,
    /// How: [`crate::links::Trouble::id`].
    pub problem: Option<String>,
}

/// A link that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The entry that it stands in.
    pub entry: EntryId,
    /// Its title.
    pub title: String,
    /// Where it led.
    pub url: String,
    /// Whose entry it is.
    pub owner: EntryId,
}

/// What is known of the links of an entry.
///
/// # Errors
/// When the database fails.
pub async fn of_entry(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Vec<Checked>> {
    on!(tx, |c| sqlx::query_as(OF_ENTRY).bind(entry.to_string()).fetch_all(c).await)
}

/// A link stands in the entry no more.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, entry: EntryId, url: &str) -> sqlx::Result<()> {
    execute!(tx, FORGET, entry.to_string(), url).map(drop)
}

/// A link was followed, and leads somewhere.
///
/// # Errors
/// When the database fails.
pub async fn works(tx: &mut Tx, entry: EntryId, url: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, WORKS, entry.to_string(), url, at.0).map(drop)
}

/// A link was followed, and leads nowhere.
///
/// # Errors
/// When the database fails.
pub async fn fails(tx: &mut Tx, entry: EntryId, url: &str, problem: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FAILS, entry.to_string(), url, at.0, problem).map(drop)
}

/// Links that led nowhere so often in a row, and whose authors do not know yet; by organisation, at most 500.
///
/// # Errors
/// When the database fails.
pub async fn to_tell(tx: &mut Tx, failures: i64) -> sqlx::Result<Vec<Broken>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(TO_TELL).bind(failures).fetch_all(c).await)?;
    rows.into_iter().map(broken).collect()
}

/// Notes that the authors are told of a link. False where they were already, or it works again.
///
/// # Errors
/// When the database fails.
pub async fn told(tx: &mut Tx, entry: EntryId, url: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, TOLD, entry.to_string(), url, at.0)? == 1)
}

/// Links that led nowhere so often in a row, longest first; and how many there are.
///
/// # Errors
/// When the database fails.
pub async fn all_broken(tx: &mut Tx, failures: i64, limit: i64, offset: i64) -> sqlx::Result<(Vec<Broken>, i64)> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(BROKEN).bind(failures).bind(limit).bind(offset).fetch_all(c).await)?;
    Ok((rows.into_iter().map(broken).collect::<sqlx::Result<_>>()?, count_broken(tx, failures).await?))
}

/// How many links led nowhere so often in a row.
///
/// # Errors
/// When the database fails.
pub async fn count_broken(tx: &mut Tx, failures: i64) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_BROKEN).bind(failures).fetch_one(c).await)
}

type Row = (String, String, String, String);

fn broken((entry, title, url, owner): Row) -> sqlx::Result<Broken> {
    Ok(Broken { entry: super::read(&entry)?, title, url, owner: super::read(&owner)? })
}
