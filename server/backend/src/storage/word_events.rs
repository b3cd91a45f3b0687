//! What was done that belongs to no entry: with labels and synonyms, and with suggested entries that never became one.

use super::{
    Tx,
    audit::{Asked, Done, asked, small, small_letters},
    execute, on, statements,
};
use domain::{id::EventId, time::Timestamp};

/// The columns of [`Done`] and where they come from.
macro_rules! done {
    ($rest:literal) => {
        concat!(
            "SELECT v.id, v.at, v.actor, CASE WHEN a.is_moderator THEN a.email END AS email, v.action, v.reason, v.kind, v.subject AS slug,
                    v.title, CAST(NULL AS BIGINT) AS number
             FROM word_event v LEFT JOIN account a ON a.id = v.actor ",
            $rest
        )
    };
}

/// Actor, machine or person, action, kind of entry, part of title or subject, from, to: as in `audit`. There is nothing of
/// these where entries of a kind are asked for.
macro_rules! asked_for {
    ($select:expr, $rest:literal) => {
        concat!(
            $select,
            "WHERE ($1 = '' OR v.actor = $1)
             AND ($2 = '' OR ($2 = 'person' AND v.actor LIKE '________-____-____-____-____________')
                          OR ($2 = 'machine' AND v.actor NOT LIKE '________-____-____-____-____________'))
             AND ($3 = '' OR v.action = $3) AND $4 = ''
             AND ($5 = '' OR ",
            small_letters!("v.title"),
            " LIKE $5 ESCAPE '!' OR v.subject LIKE $5 ESCAPE '!') AND v.at >= $6 AND v.at < $7 ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO word_event (id, kind, subject, title, actor, action, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    LIST = asked_for!(done!(""), "ORDER BY v.at DESC, v.id DESC LIMIT $8");
    AFTER = asked_for!(done!(""), "AND (v.at < $8 OR (v.at = $8 AND v.id < $9)) ORDER BY v.at DESC, v.id DESC LIMIT $10");
    COUNT = asked_for!("SELECT COUNT(*) FROM word_event v ", "");
    FORGET_SUGGESTED = "UPDATE word_event SET title = '', reason = '' WHERE kind = 'suggestion' AND title <> '' AND at <= $1";
    OF_ACTOR = "SELECT kind, subject, action, reason, at FROM word_event WHERE actor = $1 ORDER BY at, id";
    OF_SUBJECT = done!("WHERE v.subject = $1 ORDER BY v.at DESC, v.id DESC LIMIT 1");
}

/// Something that was done.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the columns of `word_event`")]
pub struct WordEvent<'a> {
    pub id: EventId,
    pub kind: &'a str,
    pub subject: &'a str,
    pub title: &'a str,
    pub actor: &'a str,
    pub action: &'a str,
    pub reason: &'a str,
    pub at: Timestamp,
}

/// Something that somebody did, for them to take with them.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `word_event`")]
pub struct Own {
    pub kind: String,
    pub subject: String,
    pub action: String,
    pub reason: String,
    pub at: i64,
}

/// Records it.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, event: &WordEvent<'_>) -> sqlx::Result<()> {
    let WordEvent { id, kind, subject, title, actor, action, reason, at } = *event;
    execute!(tx, INSERT, id.to_string(), kind, subject, title, actor, action, reason, at.0).map(drop)
}

/// Deletes what suggested entries were called, and why they were declined, of those decided on until then; that they were
/// stays.
///
/// # Errors
/// When the database fails.
pub async fn forget_suggested(tx: &mut Tx, until: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET_SUGGESTED, until.0).map(drop)
}

/// The newest, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx, asked: &Asked, limit: i64) -> sqlx::Result<Vec<Done>> {
    on!(tx, |c| asked!(sqlx::query_as(LIST), asked).bind(limit).fetch_all(c).await)
}

/// The next `limit` behind the one of this time and id, newest first.
///
/// # Errors
/// When the database fails.
pub async fn after(tx: &mut Tx, asked: &Asked, (at, id): (i64, &str), limit: i64) -> sqlx::Result<Vec<Done>> {
    on!(tx, |c| asked!(sqlx::query_as(AFTER), asked).bind(at).bind(id).bind(limit).fetch_all(c).await)
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, asked: &Asked) -> sqlx::Result<i64> {
    on!(tx, |c| asked!(sqlx::query_scalar(COUNT), asked).fetch_one(c).await)
}

/// All that an account did, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_actor(tx: &mut Tx, actor: &str) -> sqlx::Result<Vec<Own>> {
    on!(tx, |c| sqlx::query_as(OF_ACTOR).bind(actor).fetch_all(c).await)
}

/// The last that was done with a label or a group.
///
/// # Errors
/// When the database fails.
pub async fn last_of(tx: &mut Tx, subject: &str) -> sqlx::Result<Option<Done>> {
    on!(tx, |c| sqlx::query_as(OF_SUBJECT).bind(subject).fetch_optional(c).await)
}
