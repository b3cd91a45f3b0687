//! What readers report. Links come in here as hashes only.

use super::{Tx, execute, on, readers::Forgetting, statements};
use domain::{Lang, account::Email, id::EntryId, text::Slug, time::Timestamp, vocabulary::Kind};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.entry_id, e.kind, e.slug, e.title, r.reason, r.text, r.email, r.language, r.answer, r.created_at, r.answered_at
             FROM report r JOIN entry e ON e.id = r.entry_id WHERE ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO report (id, entry_id, link, reason, text, email, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    COUNT_OF = "SELECT COUNT(*) FROM report WHERE entry_id = $1 AND (answered_at IS NULL OR created_at > $2)";
    COUNT_FROM = "SELECT COUNT(*) FROM report WHERE email = $1 AND created_at > $2";
    BY_LINK = select!("r.link = $1");
    OPEN_OF = select!("r.entry_id = $1 AND r.answered_at IS NULL ORDER BY r.created_at, r.id");
    FROM_ADDRESS = select!("r.email = $1 ORDER BY r.created_at, r.id");
    GROUPS = "SELECT e.id, e.kind, e.slug, e.title, COUNT(*) AS reports, MIN(r.created_at) AS since FROM report r JOIN entry e ON e.id = r.entry_id
              WHERE r.answered_at IS NULL GROUP BY e.id, e.kind, e.slug, e.title ORDER BY MIN(r.created_at), e.id LIMIT $1";
    COUNT_GROUPS = "SELECT COUNT(DISTINCT entry_id) FROM report WHERE answered_at IS NULL";
    WAITING = "SELECT COUNT(*), MIN(created_at) FROM report WHERE answered_at IS NULL";
    ANSWER = "UPDATE report SET answer = $2, answered_at = $3, answered_by = $4 WHERE id = $1 AND answered_at IS NULL";
    FORGET_ADDRESSES = "UPDATE report SET email = NULL WHERE email IS NOT NULL AND answered_at <= $1";
    FORGET_ADDRESS = "UPDATE report SET email = NULL WHERE email = $1";
    FORGET = "DELETE FROM report WHERE answered_at <= $1";
}

/// What of these is about persons.
pub(super) const FORGETTING: Forgetting = Forgetting { addresses: FORGET_ADDRESSES, address: FORGET_ADDRESS, all: FORGET };

/// One that is made.
pub struct NewReport<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is about.
    pub entry: EntryId,
    /// Hash of the link to its state.
    pub link: &'a str,
    /// Of [`domain::reader::REASONS`].
    pub reason: &'a str,
    /// In the reader's words.
    pub text: &'a str,
    /// Where the answer goes.
    pub email: Option<&'a Email>,
    /// The language of the answer's mail.
    pub language: Lang,
    /// Now.
    pub at: Timestamp,
}

/// One that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub entry: EntryId,
    /// What that is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Of [`domain::reader::REASONS`].
    pub reason: String,
    /// In the reader's words.
    pub text: String,
    /// Where the answer goes, while that is kept.
    pub email: Option<Email>,
    /// The language of the answer's mail.
    pub language: Lang,
    /// What moderators say; may be empty.
    pub answer: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

/// All open reports about one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The entry.
    pub entry: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// How many there are.
    pub reports: i64,
    /// Since when the oldest waits.
    pub since: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    entry_id: String,
    kind: String,
    slug: String,
    title: String,
    reason: String,
    text: String,
    email: Option<String>,
    language: String,
    answer: String,
    created_at: i64,
    answered_at: Option<i64>,
}

impl TryFrom<Row> for Report {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            entry: super::read(&row.entry_id)?,
            kind: super::read_checked(&row.kind)?,
            slug: super::read_checked(&row.slug)?,
            email: row.email.as_deref().map(super::read_checked).transpose()?,
            language: super::read_checked(&row.language)?,
            created_at: Timestamp(row.created_at),
            answered_at: row.answered_at.map(Timestamp),
            id: row.id,
            title: row.title,
            reason: row.reason,
            text: row.text,
            answer: row.answer,
        })
    }
}

/// Keeps a report that waits.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &NewReport<'_>) -> sqlx::Result<()> {
    let (entry, email) = (new.entry.to_string(), new.email.map(|email| email.to_string()));
    execute!(tx, INSERT, new.id, entry, new.link, new.reason, new.text, email, new.language.id(), new.at.0).map(drop)
}

/// How many about an entry wait, with those made since then.
///
/// # Errors
/// When the database fails.
pub async fn count_of(tx: &mut Tx, entry: EntryId, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_OF).bind(entry.to_string()).bind(since.0).fetch_one(c).await)
}

/// How many were made with an address since then.
///
/// # Errors
/// When the database fails.
pub async fn count_from(tx: &mut Tx, email: &Email, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_FROM).bind(&**email).bind(since.0).fetch_one(c).await)
}

/// The one with this link.
///
/// # Errors
/// When the database fails.
pub async fn by_link(tx: &mut Tx, link: &str) -> sqlx::Result<Option<Report>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_LINK).bind(link).fetch_optional(c).await)?;
    row.map(Report::try_from).transpose()
}

/// Those about an entry that wait, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn open_of(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Vec<Report>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OPEN_OF).bind(entry.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Report::try_from).collect()
}

/// Those made with an address that is still kept, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn from_address(tx: &mut Tx, email: &Email) -> sqlx::Result<Vec<Report>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(FROM_ADDRESS).bind(&**email).fetch_all(c).await)?;
    rows.into_iter().map(Report::try_from).collect()
}

/// The `limit` entries whose oldest report has waited for longest.
///
/// # Errors
/// When the database fails.
pub async fn groups(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<Group>> {
    let rows: Vec<(String, String, String, String, i64, i64)> = on!(tx, |c| sqlx::query_as(GROUPS).bind(limit).fetch_all(c).await)?;
    let group = |(entry, kind, slug, title, reports, since): (String, String, String, String, i64, i64)| {
        let (entry, kind, slug) = (super::read(&entry)?, super::read_checked(&kind)?, super::read_checked(&slug)?);
        Ok(Group { entry, kind, slug, title, reports, since: Timestamp(since) })
    };
    rows.into_iter().map(group).collect()
}

/// About how many entries reports wait.
///
/// # Errors
/// When the database fails.
pub async fn count_groups(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_GROUPS).fetch_one(c).await)
}

/// How many wait, and since when the oldest.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx) -> sqlx::Result<(i64, Option<Timestamp>)> {
    let (count, oldest): (i64, Option<i64>) = on!(tx, |c| sqlx::query_as(WAITING).fetch_one(c).await)?;
    Ok((count, oldest.map(Timestamp)))
}

/// Answers one that waits. False where somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn answer(tx: &mut Tx, id: &str, answer: &str, by: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, ANSWER, id, answer, at.0, by)? == 1)
}
