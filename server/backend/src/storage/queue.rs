//! What waits for a decision, as moderators ask for it.

use super::{Tx, execute, on, statements};
use domain::{
    account::Email,
    entry::EntryState,
    id::{AccountId, EntryId, RevisionId},
    queue::QueueQuery,
    signal::Signals,
    text::Slug,
    time::Timestamp,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// Now, kind, signals, organisation, reader, who asks.
macro_rules! waiting {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM revision r JOIN entry e ON e.id = r.entry_id
             LEFT JOIN entry o ON o.id = CASE WHEN e.kind = 'organisation' THEN e.id ELSE e.organisation_id END
             LEFT JOIN reading l ON l.revision_id = r.id AND l.expires_at > $1
             LEFT JOIN account reader ON reader.id = l.account_id
             LEFT JOIN approval a ON a.revision_id = r.id AND a.version = r.version
                 AND EXISTS (SELECT 1 FROM account first WHERE first.id = a.account_id AND first.is_moderator)
             WHERE r.state = 'submitted' AND e.state <> 'removed'
             AND ($2 = '' OR e.kind = $2) AND (r.signals & $3) = $3 AND ($4 = '' OR o.slug = $4)
             AND ($5 = '' OR ($5 = 'free' AND (l.account_id IS NULL OR l.account_id = $6)) OR ($5 = 'read' AND l.account_id IS NOT NULL)
                  OR ($5 = 'approved' AND a.account_id IS NOT NULL)) ",
            $rest
        )
    };
}

statements! {
    LIST = waiting!(
        "e.id AS entry_id, e.kind, e.title, e.state, r.id, r.version, r.document, COALESCE(r.changed_at, r.created_at) AS since, o.title AS organisation,
         r.signals, COALESCE(r.completeness, 0) AS completeness, l.account_id AS reader_id, reader.email AS reader, l.expires_at AS until,
         a.account_id AS approved_by, (SELECT MAX(b.at) FROM returned b WHERE b.revision_id = r.id) AS returned_at",
        "ORDER BY CASE $7 WHEN 'completeness' THEN -COALESCE(r.completeness, 0)
                          WHEN 'signals' THEN (r.signals & 1) + (r.signals & 2) / 2 + (r.signals & 4) / 4 + (r.signals & 8) / 8 + (r.signals & 16) / 16
                          ELSE 0 END, COALESCE(r.changed_at, r.created_at), r.id LIMIT $8 OFFSET $9");
    // Whoever has agreed already is not shown it again.
    NEXT = waiting!(
        "r.id",
        "AND (l.account_id IS NULL OR l.account_id = $6) AND (a.account_id IS NULL OR a.account_id <> $6) AND r.id <> $8
         ORDER BY CASE $7 WHEN 'completeness' THEN -COALESCE(r.completeness, 0)
                          WHEN 'signals' THEN (r.signals & 1) + (r.signals & 2) / 2 + (r.signals & 4) / 4 + (r.signals & 8) / 8 + (r.signals & 16) / 16
                          ELSE 0 END, COALESCE(r.changed_at, r.created_at), r.id LIMIT 1");
    COUNT = waiting!("COUNT(*)", "");
    ALL_WAITING = "SELECT COUNT(*) FROM revision r JOIN entry e ON e.id = r.entry_id WHERE r.state = 'submitted' AND e.state <> 'removed'";
    OLDEST = "SELECT MIN(COALESCE(r.changed_at, r.created_at)) FROM revision r JOIN entry e ON e.id = r.entry_id
              WHERE r.state = 'submitted' AND e.state <> 'removed'";
    ORGANISATIONS = "SELECT DISTINCT o.slug, o.title FROM revision r JOIN entry e ON e.id = r.entry_id
                     JOIN entry o ON o.id = CASE WHEN e.kind = 'organisation' THEN e.id ELSE e.organisation_id END
                     WHERE r.state = 'submitted' AND e.state <> 'removed' ORDER BY o.title, o.slug LIMIT 500";
    MARK = "UPDATE revision SET signals = $2, completeness = $3 WHERE id = $1";
    MARKED = "SELECT signals, COALESCE(completeness, 0) FROM revision WHERE id = $1";
    PUBLISHED_OF = "SELECT COUNT(*) FROM entry WHERE (organisation_id = $1 OR id = $1) AND published_at IS NOT NULL
                    AND state IN ('published', 'archived')";
    UNCOUNTED = "SELECT r.id, e.kind, r.document FROM revision r JOIN entry e ON e.id = r.entry_id
                 WHERE r.completeness IS NULL AND r.state IN ('published', 'submitted') ORDER BY r.id LIMIT $1";
    COUNTED = "UPDATE revision SET completeness = $2 WHERE id = $1 AND completeness IS NULL";
}

/// A submission in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Its entry.
    pub entry: EntryId,
    /// What it is.
    pub kind: Kind,
    /// The title that it gives.
    pub title: String,
    /// Whether its entry is to be read already.
    pub state: EntryState,
    /// The revision.
    pub revision: RevisionId,
    /// Guards the decision.
    pub version: i64,
    /// When it was handed in.
    pub since: Timestamp,
    /// When its authors were last asked for changes, which they made since.
    pub returned_at: Option<Timestamp>,
    /// Its organisation's name.
    pub organisation: Option<String>,
    /// What was counted.
    pub signals: Signals,
    /// In hundredths.
    pub completeness: i64,
    /// Who reads it, and until when.
    pub reader: Option<(AccountId, Option<Email>, Timestamp)>,
    /// Who has agreed to publish it.
    pub approved_by: Option<AccountId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    entry_id: String,
    kind: String,
    title: String,
    state: String,
    id: String,
    version: i64,
    document: String,
    since: i64,
    organisation: Option<String>,
    signals: i64,
    completeness: i64,
    reader_id: Option<String>,
    reader: Option<String>,
    until: Option<i64>,
    approved_by: Option<String>,
    returned_at: Option<i64>,
}

impl TryFrom<Row> for Waiting {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        let document: Map<String, Value> = serde_json::from_str(&row.document).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let said = ["title", "name"].iter().find_map(|name| document.get(*name)?.as_str()).filter(|title| !title.trim().is_empty());
        let reader = match (row.reader_id, row.until) {
            (Some(id), Some(until)) => {
                Some((super::read(&id)?, row.reader.as_deref().map(super::read_checked).transpose()?, Timestamp(until)))
            }
            _ => None,
        };
        Ok(Self {
            entry: super::read(&row.entry_id)?,
            returned_at: row.returned_at.map(Timestamp),
            kind: super::read_checked(&row.kind)?,
            title: said.map_or(row.title, str::to_owned),
            state: super::read_checked(&row.state)?,
            revision: super::read(&row.id)?,
            version: row.version,
            since: Timestamp(row.since),
            organisation: row.organisation,
            signals: Signals(row.signals),
            completeness: row.completeness,
            reader,
            approved_by: row.approved_by.as_deref().map(super::read).transpose()?,
        })
    }
}

/// Binds what every statement asks first.
macro_rules! asked {
    ($query:expr, $now:expr, $asked:expr, $who:expr) => {
        $query
            .bind($now.0)
            .bind($asked.kind.map_or("", |kind| kind.id()))
            .bind($asked.signals.0)
            .bind($asked.organisation.as_ref().map_or("", |slug| &**slug))
            .bind($asked.reader.id())
            .bind($who.to_string())
    };
}

/// Those that are asked for, in the order that is asked for.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn list(tx: &mut Tx, asked: &QueueQuery, who: AccountId, now: Timestamp, limit: i64, offset: i64) -> sqlx::Result<Vec<Waiting>> {
    let rows: Vec<Row> =
        on!(tx, |c| asked!(sqlx::query_as(LIST), now, asked, who).bind(asked.order.id()).bind(limit).bind(offset).fetch_all(c).await)?;
    rows.into_iter().map(Waiting::try_from).collect()
}

/// The first of those that nobody else reads and that whoever asks has not agreed to yet, besides this one.
///
/// # Errors
/// When the database fails.
pub async fn next(
    tx: &mut Tx,
    asked: &QueueQuery,
    who: AccountId,
    now: Timestamp,
    besides: RevisionId,
) -> sqlx::Result<Option<RevisionId>> {
    let id: Option<String> = on!(tx, |c| {
        let query = asked!(sqlx::query_scalar(NEXT), now, asked, who);
        query.bind(asked.order.id()).bind(besides.to_string()).fetch_optional(c).await
    })?;
    id.as_deref().map(super::read).transpose()
}

/// How many are asked for.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, asked: &QueueQuery, who: AccountId, now: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| asked!(sqlx::query_scalar(COUNT), now, asked, who).fetch_one(c).await)
}

/// How many wait in all.
///
/// # Errors
/// When the database fails.
pub async fn count_all(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(ALL_WAITING).fetch_one(c).await)
}

/// Since when the oldest waits.
///
/// # Errors
/// When the database fails.
pub async fn oldest(tx: &mut Tx) -> sqlx::Result<Option<Timestamp>> {
    let at: Option<i64> = on!(tx, |c| sqlx::query_scalar(OLDEST).fetch_one(c).await)?;
    Ok(at.map(Timestamp))
}

/// Slug and name of the organisations of what waits: at most 500.
///
/// # Errors
/// When the database fails.
pub async fn organisations(tx: &mut Tx) -> sqlx::Result<Vec<(Slug, String)>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(ORGANISATIONS).fetch_all(c).await)?;
    rows.into_iter().map(|(slug, title)| Ok((super::read_checked(&slug)?, title))).collect()
}

/// Keeps what was counted of a revision.
///
/// # Errors
/// When the database fails.
pub async fn mark(tx: &mut Tx, revision: RevisionId, signals: Signals, completeness: i64) -> sqlx::Result<()> {
    execute!(tx, MARK, revision.to_string(), signals.0, completeness).map(drop)
}

/// What was counted of a revision: its signals, and how complete it is.
///
/// # Errors
/// When the database fails.
pub async fn marked(tx: &mut Tx, revision: RevisionId) -> sqlx::Result<(Signals, i64)> {
    let (signals, completeness): (i64, i64) = on!(tx, |c| sqlx::query_as(MARKED).bind(revision.to_string()).fetch_one(c).await)?;
    Ok((Signals(signals), completeness))
}

/// How much of an organisation, itself counted, everybody can read.
///
/// # Errors
/// When the database fails.
pub async fn published_of(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(PUBLISHED_OF).bind(organisation.to_string()).fetch_one(c).await)
}

/// Revisions of which nobody counted yet how complete they are: id, kind and document.
///
/// # Errors
/// When the database fails.
pub async fn uncounted(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<(String, String, String)>> {
    on!(tx, |c| sqlx::query_as(UNCOUNTED).bind(limit).fetch_all(c).await)
}

/// Keeps how complete one is.
///
/// # Errors
/// When the database fails.
pub async fn set_counted(tx: &mut Tx, id: &str, completeness: i64) -> sqlx::Result<()> {
    execute!(tx, COUNTED, id, completeness).map(drop)
}
