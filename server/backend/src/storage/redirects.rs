//! Entries that are told in another, and where their addresses lead.

use super::{
    Tx,
    entries::{self, Entry},
    execute, on, statements,
};
use domain::{entry::EntryState, id::EntryId, text::Slug, time::Timestamp, vocabulary::Kind};
use std::collections::HashMap;

/// More are no chain but a mistake.
const LONGEST: usize = 50;

statements! {
    INSERT = "INSERT INTO redirect (from_id, to_id, moved, merged_by, merged_at) VALUES ($1, $2, $3, $4, $5)";
    DELETE = "DELETE FROM redirect WHERE from_id = $1 AND to_id = $2";
    OF = "SELECT to_id FROM redirect WHERE from_id = $1";
    MOVED = "SELECT to_id, moved FROM redirect WHERE from_id = $1";
    ALL_OF_THEM = "SELECT from_id, to_id FROM redirect";
    IS_TARGET = "SELECT COUNT(*) FROM redirect WHERE to_id = $1";
    COUNT = "SELECT COUNT(*) FROM redirect";
    LIST = "SELECT f.kind, f.id AS from_id, f.title AS from_title, t.id AS to_id, t.slug AS to_slug, t.title AS to_title, r.merged_at,
                   (SELECT COUNT(*) FROM redirect further WHERE further.from_id = r.to_id) AS further
            FROM redirect r JOIN entry f ON f.id = r.from_id JOIN entry t ON t.id = r.to_id
            ORDER BY r.merged_at DESC, r.from_id LIMIT $1 OFFSET $2";
}

/// An entry that was told in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What both are.
    pub kind: Kind,
    /// The one that went.
    pub from: EntryId,
    /// Its title.
    pub from_title: String,
    /// The one that stayed.
    pub to: EntryId,
    /// Its address.
    pub to_slug: Slug,
    /// Its title.
    pub to_title: String,
    /// When.
    pub at: Timestamp,
    /// Whether the one that stayed is told in a third by now.
    pub is_further: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: String,
    from_id: String,
    from_title: String,
    to_id: String,
    to_slug: String,
    to_title: String,
    merged_at: i64,
    further: i64,
}

/// Says that an entry is told in another. `moved` is what went with it, as JSON.
///
/// # Errors
/// A unique violation where it is told in another already.
pub async fn insert(tx: &mut Tx, from: EntryId, to: EntryId, moved: &str, by: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, INSERT, from.to_string(), to.to_string(), moved, by, at.0).map(drop)
}

/// Takes that back. `false`: somebody else did.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, DELETE, from.to_string(), to.to_string())? == 1)
}

/// Where an entry is told, and what went with it.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of(tx: &mut Tx, from: EntryId) -> sqlx::Result<Option<(EntryId, String)>> {
    let row: Option<(String, String)> = on!(tx, |c| sqlx::query_as(MOVED).bind(from.to_string()).fetch_optional(c).await)?;
    row.map(|(to, moved)| Ok((super::read(&to)?, moved))).transpose()
}

/// The entry in which this one is told in the end: itself, where it is told in no other.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn follow(tx: &mut Tx, id: EntryId) -> sqlx::Result<EntryId> {
    let mut now = id;
    for _ in 0..LONGEST {
        let next: Option<String> = on!(tx, |c| sqlx::query_scalar(OF).bind(now.to_string()).fetch_optional(c).await)?;
        match next {
            Some(next) => now = super::read(&next)?,
            None => break,
        }
    }
    Ok(now)
}

/// The entry at this address, or the one in which it is told by now.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_slug(tx: &mut Tx, kind: Kind, slug: &str) -> sqlx::Result<Option<Entry>> {
    let Some(entry) = entries::by_slug(tx, kind, slug).await? else { return Ok(None) };
    if entry.state != EntryState::Removed {
        return Ok(Some(entry));
    }
    let now = follow(tx, entry.id).await?;
    if now == entry.id { Ok(Some(entry)) } else { Ok(entries::by_ids(tx, &[now]).await?.pop()) }
}

/// Where each entry that is told in another is told in the end.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn all(tx: &mut Tx) -> sqlx::Result<HashMap<EntryId, EntryId>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(ALL_OF_THEM).fetch_all(c).await)?;
    let next: HashMap<EntryId, EntryId> =
        rows.into_iter().map(|(from, to)| Ok((super::read(&from)?, super::read(&to)?))).collect::<sqlx::Result<_>>()?;
    let last = |from: EntryId| std::iter::successors(Some(from), |now| next.get(now).copied()).take(LONGEST).last().unwrap_or(from);
    Ok(next.keys().map(|from| (*from, last(*from))).collect())
}

/// Whether others are told in this entry.
///
/// # Errors
/// When the database fails.
pub async fn is_target(tx: &mut Tx, id: EntryId) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(IS_TARGET).bind(id.to_string()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// All of them, newest first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn list(tx: &mut Tx, limit: i64, offset: i64) -> sqlx::Result<Vec<Merged>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(LIST).bind(limit).bind(offset).fetch_all(c).await)?;
    rows.into_iter().map(Merged::try_from).collect()
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).fetch_one(c).await)
}

impl TryFrom<Row> for Merged {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            kind: super::read_checked(&row.kind)?,
            from: super::read(&row.from_id)?,
            from_title: row.from_title,
            to: super::read(&row.to_id)?,
            to_slug: super::read_checked(&row.to_slug)?,
            to_title: row.to_title,
            at: Timestamp(row.merged_at),
            is_further: row.further > 0,
        })
    }
}
