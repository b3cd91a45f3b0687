//! Pairs of entries that may be the same, and what moderators said of them.

use super::{Tx, execute, on, statements};
use crate::duplicates::{Likeness, Pair};
use domain::{id::EntryId, text::Slug, time::Timestamp, vocabulary::Kind};
use std::collections::HashSet;

/// Pairs of which readers see both: others are nobody's question.
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT a.id AS a_id, a.slug AS a_slug, a.title AS a_title, ao.title AS a_organisation, a.kind,
                    b.id AS b_id, b.slug AS b_slug, b.title AS b_title, bo.title AS b_organisation,
                    d.why, d.dismissed_at
             FROM likely_duplicate d
             JOIN entry a ON a.id = d.a_id AND a.state IN ('published', 'archived')
             JOIN entry b ON b.id = d.b_id AND b.state IN ('published', 'archived')
             LEFT JOIN entry ao ON ao.id = a.organisation_id
             LEFT JOIN entry bo ON bo.id = b.organisation_id ",
            $rest
        )
    };
}

macro_rules! counted {
    ($rest:literal) => {
        concat!(
            "SELECT COUNT(*) FROM likely_duplicate d
             JOIN entry a ON a.id = d.a_id AND a.state IN ('published', 'archived')
             JOIN entry b ON b.id = d.b_id AND b.state IN ('published', 'archived') ",
            $rest
        )
    };
}

statements! {
    UNDECIDED = "SELECT a_id, b_id FROM likely_duplicate WHERE dismissed_at IS NULL ORDER BY a_id, b_id";
    FORGET = "DELETE FROM likely_duplicate WHERE a_id = $1 AND b_id = $2 AND dismissed_at IS NULL";
    KEEP = "INSERT INTO likely_duplicate (a_id, b_id, score, why, found_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (a_id, b_id) DO UPDATE SET score = excluded.score, why = excluded.why, found_at = excluded.found_at";
    IS_THERE = "SELECT COUNT(*) FROM entry WHERE id IN ($1, $2)";
    LOOKED = "INSERT INTO duplicate_look (id, at, compared) VALUES (1, $1, $2)
              ON CONFLICT (id) DO UPDATE SET at = excluded.at, compared = excluded.compared";
    LAST_LOOK = "SELECT at, compared FROM duplicate_look WHERE id = 1";
    OPEN = listed!("WHERE d.dismissed_at IS NULL ORDER BY d.score DESC, d.a_id, d.b_id LIMIT $1 OFFSET $2");
    DISMISSED = listed!("WHERE d.dismissed_at IS NOT NULL ORDER BY d.dismissed_at DESC, d.a_id, d.b_id LIMIT $1 OFFSET $2");
    COUNT_OPEN = counted!("WHERE d.dismissed_at IS NULL");
    COUNT_DISMISSED = counted!("WHERE d.dismissed_at IS NOT NULL");
    WHY = "SELECT why FROM likely_duplicate WHERE a_id = $1 AND b_id = $2";
    DISMISS = "UPDATE likely_duplicate SET dismissed_by = $3, dismissed_at = $4 WHERE a_id = $1 AND b_id = $2 AND dismissed_at IS NULL";
    RESTORE = "UPDATE likely_duplicate SET dismissed_by = NULL, dismissed_at = NULL WHERE a_id = $1 AND b_id = $2 AND dismissed_at IS NOT NULL";
}

/// An entry of a pair, as lists name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct One {
    /// Which.
    pub id: EntryId,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its organisation's name.
    pub organisation: Option<String>,
}

/// Two entries that may be the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// What both are.
    pub kind: Kind,
    /// The one with the smaller id.
    pub a: One,
    /// The other.
    pub b: One,
    /// Why.
    pub why: Likeness,
    /// When somebody said that they are not the same.
    pub dismissed_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    a_id: String,
    a_slug: String,
    a_title: String,
    a_organisation: Option<String>,
    kind: String,
    b_id: String,
    b_slug: String,
    b_title: String,
    b_organisation: Option<String>,
    why: String,
    dismissed_at: Option<i64>,
}

/// Replaces what was found before, but for what was dismissed.
///
/// # Errors
/// When the database fails.
pub async fn replace(tx: &mut Tx, pairs: &[Pair], compared: i64, at: Timestamp) -> sqlx::Result<()> {
    // None of those that were found again goes for a moment: somebody may be dismissing it just now.
    let before: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(UNDECIDED).fetch_all(c).await)?;
    let found: HashSet<(String, String)> = pairs.iter().map(|pair| (pair.a.to_string(), pair.b.to_string())).collect();
    for (a, b) in before.iter().filter(|pair| !found.contains(pair)) {
        execute!(tx, FORGET, a, b)?;
    }
    for Pair { a, b, likeness } in pairs {
        let (a, b) = (a.to_string(), b.to_string());
        // One may have been deleted while the others were compared.
        let there: i64 = on!(tx, |c| sqlx::query_scalar(IS_THERE).bind(&a).bind(&b).fetch_one(c).await)?;
        if there == 2 {
            let why = serde_json::to_string(likeness).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
            execute!(tx, KEEP, a, b, f64::from(likeness.score), why, at.0)?;
        }
    }
    execute!(tx, LOOKED, at.0, compared).map(drop)
}

/// When the directory was last looked over, and how many entries were compared.
///
/// # Errors
/// When the database fails.
pub async fn last_look(tx: &mut Tx) -> sqlx::Result<Option<(Timestamp, i64)>> {
    let row: Option<(i64, i64)> = on!(tx, |c| sqlx::query_as(LAST_LOOK).fetch_optional(c).await)?;
    Ok(row.map(|(at, compared)| (Timestamp(at), compared)))
}

/// Pairs that nobody decided on, likeliest first; or those that were dismissed, last first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn list(tx: &mut Tx, is_dismissed: bool, limit: i64, offset: i64) -> sqlx::Result<Vec<Likely>> {
    let sql = if is_dismissed { DISMISSED } else { OPEN };
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(sql).bind(limit).bind(offset).fetch_all(c).await)?;
    rows.into_iter().map(Likely::try_from).collect()
}

/// How many of them there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, is_dismissed: bool) -> sqlx::Result<i64> {
    let sql = if is_dismissed { COUNT_DISMISSED } else { COUNT_OPEN };
    on!(tx, |c| sqlx::query_scalar(sql).fetch_one(c).await)
}

/// Why these two may be the same, where that was found.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn why(tx: &mut Tx, a: EntryId, b: EntryId) -> sqlx::Result<Option<Likeness>> {
    let (a, b) = (a.min(b).to_string(), a.max(b).to_string());
    let why: Option<String> = on!(tx, |c| sqlx::query_scalar(WHY).bind(a).bind(b).fetch_optional(c).await)?;
    why.map(|why| serde_json::from_str(&why).map_err(|error| sqlx::Error::Decode(Box::new(error)))).transpose()
}

/// Remembers that these two are not the same. `false`: that was said already, or nobody thought so.
///
/// # Errors
/// When the database fails.
pub async fn dismiss(tx: &mut Tx, a: EntryId, b: EntryId, by: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, DISMISS, a.min(b).to_string(), a.max(b).to_string(), by, at.0)? == 1)
}

/// Takes that back. `false`: nobody had said so.
///
/// # Errors
/// When the database fails.
pub async fn restore(tx: &mut Tx, a: EntryId, b: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, RESTORE, a.min(b).to_string(), a.max(b).to_string())? == 1)
}

impl TryFrom<Row> for Likely {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        let one = |id: &str, slug: &str, title: String, organisation: Option<String>| {
            Ok::<_, sqlx::Error>(One { id: super::read(id)?, slug: super::read_checked(slug)?, title, organisation })
        };
        Ok(Self {
            kind: super::read_checked(&row.kind)?,
            a: one(&row.a_id, &row.a_slug, row.a_title, row.a_organisation)?,
            b: one(&row.b_id, &row.b_slug, row.b_title, row.b_organisation)?,
            why: serde_json::from_str(&row.why).map_err(|error| sqlx::Error::Decode(Box::new(error)))?,
            dismissed_at: row.dismissed_at.map(Timestamp),
        })
    }
}
