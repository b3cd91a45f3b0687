//! Invitations to write for an organisation. Links come in here as hashes only.

use super::{Tx, execute, on, statements};
use domain::{
    account::{Email, Role},
    id::EntryId,
    time::Timestamp,
};

statements! {
    INSERT = "INSERT INTO invitation (id, organisation_id, email, role, link, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OPEN_OF = "SELECT id, organisation_id, email, role, created_at, expires_at, ended_at FROM invitation
               WHERE organisation_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY created_at, email";
    OPEN_TO = "SELECT id, organisation_id, email, role, created_at, expires_at, ended_at FROM invitation
               WHERE email = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY created_at";
    BY_LINK = "SELECT id, organisation_id, email, role, created_at, expires_at, ended_at FROM invitation WHERE link = $1 AND expires_at > $2";
    COUNT_OF = "SELECT COUNT(*) FROM invitation WHERE organisation_id = $1 AND (created_at > $3 OR (ended_at IS NULL AND expires_at > $2))";
    COUNT_TO = "SELECT COUNT(*) FROM invitation WHERE email = $1 AND created_at > $2";
    END = "UPDATE invitation SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    WITHDRAW = "UPDATE invitation SET ended_at = $3 WHERE id = $1 AND organisation_id = $2 AND ended_at IS NULL";
    REPLACE = "UPDATE invitation SET ended_at = $3 WHERE organisation_id = $1 AND email = $2 AND ended_at IS NULL";
    DELETE_TO = "DELETE FROM invitation WHERE email = $1";
    FORGET = "DELETE FROM invitation WHERE expires_at <= $1 OR ended_at <= $2";
}

/// An invitation that did not run out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: String,
    /// The organisation's entry.
    pub organisation: EntryId,
    /// Who is invited.
    pub email: Email,
    /// As what.
    pub role: Role,
    /// When it was sent.
    pub created_at: Timestamp,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// Whether it can still be accepted.
    pub is_open: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    organisation_id: String,
    email: String,
    role: String,
    created_at: i64,
    expires_at: i64,
    ended_at: Option<i64>,
}

impl TryFrom<Row> for Invitation {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            organisation: super::read(&row.organisation_id)?,
            email: super::read_checked(&row.email)?,
            role: super::read_checked(&row.role)?,
            created_at: Timestamp(row.created_at),
            expires_at: Timestamp(row.expires_at),
            is_open: row.ended_at.is_none(),
            id: row.id,
        })
    }
}

/// Keeps an open invitation whose link has this hash.
///
/// # Errors
/// A unique violation where this address is invited already.
pub async fn insert(tx: &mut Tx, new: &Invitation, link: &str) -> sqlx::Result<()> {
    let organisation = new.organisation.to_string();
    execute!(tx, INSERT, &new.id, organisation, &*new.email, new.role.id(), link, new.created_at.0, new.expires_at.0).map(drop)
}

/// The open ones of an organisation, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn open_of(tx: &mut Tx, organisation: EntryId, now: Timestamp) -> sqlx::Result<Vec<Invitation>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OPEN_OF).bind(organisation.to_string()).bind(now.0).fetch_all(c).await)?;
    rows.into_iter().map(Invitation::try_from).collect()
}

/// The open ones to an address, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn open_to(tx: &mut Tx, email: &Email, now: Timestamp) -> sqlx::Result<Vec<Invitation>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OPEN_TO).bind(&**email).bind(now.0).fetch_all(c).await)?;
    rows.into_iter().map(Invitation::try_from).collect()
}

/// The one with this link.
///
/// # Errors
/// When the database fails.
pub async fn by_link(tx: &mut Tx, link: &str, now: Timestamp) -> sqlx::Result<Option<Invitation>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_LINK).bind(link).bind(now.0).fetch_optional(c).await)?;
    row.map(Invitation::try_from).transpose()
}

/// How many of an organisation are open, with those that it sent since then.
///
/// # Errors
/// When the database fails.
pub async fn count_of(tx: &mut Tx, organisation: EntryId, now: Timestamp, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_OF).bind(organisation.to_string()).bind(now.0).bind(since.0).fetch_one(c).await)
}

/// How many were sent to an address since then, by anybody.
///
/// # Errors
/// When the database fails.
pub async fn count_to(tx: &mut Tx, email: &Email, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_TO).bind(&**email).bind(since.0).fetch_one(c).await)
}

/// Ends one: it is accepted. False where it was ended before.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, id: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, END, id, at.0)? == 1)
}

/// Ends one of an organisation: it is withdrawn. False where there is no open one with this id.
///
/// # Errors
/// When the database fails.
pub async fn withdraw(tx: &mut Tx, id: &str, organisation: EntryId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, WITHDRAW, id, organisation.to_string(), at.0)? == 1)
}

/// Ends the one of an organisation to this address, if there is one: another follows, or it is of no use any more.
///
/// # Errors
/// When the database fails.
pub async fn replace(tx: &mut Tx, organisation: EntryId, email: &Email, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, REPLACE, organisation.to_string(), &**email, at.0).map(drop)
}

/// Deletes all to an address.
///
/// # Errors
/// When the database fails.
pub async fn delete_to(tx: &mut Tx, email: &Email) -> sqlx::Result<()> {
    execute!(tx, DELETE_TO, &**email).map(drop)
}

/// Deletes what ran out, and what was ended before then.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, now: Timestamp, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, now.0, before.0).map(drop)
}
