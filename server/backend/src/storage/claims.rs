//! Who says that an organisation is theirs, and what became of it.

use super::{Tx, execute, on, statements};
use domain::{
    Lang,
    account::Email,
    id::{AccountId, EntryId},
    text::Slug,
    time::Timestamp,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.account_id, a.email, a.language, e.slug, e.title, c.note, c.state, c.reason, c.created_at, c.decided_at,
                    (SELECT COUNT(*) FROM membership m WHERE m.organisation_id = c.organisation_id AND m.role = 'owner') AS owners
             FROM claim c JOIN account a ON a.id = c.account_id JOIN entry e ON e.id = c.organisation_id
             WHERE a.email IS NOT NULL AND ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO claim (id, organisation_id, account_id, note, state, created_at) VALUES ($1, $2, $3, $4, 'open', $5)";
    OPEN = select!("c.state = 'open' ORDER BY c.created_at, c.id LIMIT $1");
    COUNT_OPEN = "SELECT COUNT(*) FROM claim WHERE state = 'open'";
    OPEN_OF = select!("c.state = 'open' AND c.organisation_id = $1 ORDER BY c.created_at, c.id");
    OF_ACCOUNT = select!("c.account_id = $1 ORDER BY c.created_at, c.id");
    BY_ID = select!("c.id = $1 AND c.organisation_id = $2");
    DECIDE = "UPDATE claim SET state = $2, reason = $3, decided_at = $4 WHERE id = $1 AND state = 'open'";
    SETTLE = "UPDATE claim SET state = 'accepted', decided_at = $3 WHERE account_id = $1 AND organisation_id = $2 AND state = 'open'";
    WITHDRAW = "DELETE FROM claim WHERE account_id = $1 AND organisation_id = $2 AND state = 'open'";
    DELETE_OF = "DELETE FROM claim WHERE account_id = $1";
    FORGET = "DELETE FROM claim WHERE decided_at <= $1";
}

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimState {
    /// It waits.
    Open,
    /// It was confirmed.
    Accepted,
    /// It was not.
    Refused,
}

impl ClaimState {
    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
        }
    }
}

/// Somebody's claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub account: AccountId,
    /// Where their mails go.
    pub email: Email,
    /// The language of their mails.
    pub language: Lang,
    /// The organisation's address.
    pub slug: Slug,
    /// What it is called.
    pub name: String,
    /// What they say about it.
    pub note: String,
    /// Where it stands.
    pub state: ClaimState,
    /// Why it was refused.
    pub reason: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// How many manage the organisation already.
    pub owners: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    account_id: String,
    email: String,
    language: String,
    slug: String,
    title: String,
    note: String,
    state: String,
    reason: String,
    created_at: i64,
    decided_at: Option<i64>,
    owners: i64,
}

impl TryFrom<Row> for Claim {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        let states = [ClaimState::Open, ClaimState::Accepted, ClaimState::Refused];
        let state = states.into_iter().find(|state| state.id() == row.state);
        Ok(Self {
            account: super::read(&row.account_id)?,
            email: super::read_checked(&row.email)?,
            language: super::read_checked(&row.language)?,
            slug: super::read_checked(&row.slug)?,
            state: state.ok_or_else(|| sqlx::Error::Decode("unknown state of a claim".into()))?,
            id: row.id,
            name: row.title,
            note: row.note,
            reason: row.reason,
            created_at: Timestamp(row.created_at),
            decided_at: row.decided_at.map(Timestamp),
            owners: row.owners,
        })
    }
}

/// Keeps a claim that waits.
///
/// # Errors
/// A unique violation where one of this account waits already.
pub async fn insert(tx: &mut Tx, id: &str, organisation: EntryId, account: AccountId, note: &str, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, INSERT, id, organisation.to_string(), account.to_string(), note, at.0).map(drop)
}

/// The `limit` that have waited for longest.
///
/// # Errors
/// When the database fails.
pub async fn open(tx: &mut Tx, limit: i64) -> sqlx::Result<Vec<Claim>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OPEN).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// How many wait.
///
/// # Errors
/// When the database fails.
pub async fn count_open(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_OPEN).fetch_one(c).await)
}

/// Those of an organisation that wait, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn open_of(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<Vec<Claim>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OPEN_OF).bind(organisation.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// All of an account, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<Claim>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OF_ACCOUNT).bind(account.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// One of an organisation.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, id: &str, organisation: EntryId) -> sqlx::Result<Option<Claim>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_ID).bind(id).bind(organisation.to_string()).fetch_optional(c).await)?;
    row.map(Claim::try_from).transpose()
}

/// Decides one that waits. False where somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn decide(tx: &mut Tx, id: &str, state: ClaimState, reason: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, DECIDE, id, state.id(), reason, at.0)? == 1)
}

/// Accepts the one of an account that waits, if there is one: they belong to the organisation by other means.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &mut Tx, account: AccountId, organisation: EntryId, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, SETTLE, account.to_string(), organisation.to_string(), at.0).map(drop)
}

/// Deletes the one of an account that waits, if there is one.
///
/// # Errors
/// When the database fails.
pub async fn withdraw(tx: &mut Tx, account: AccountId, organisation: EntryId) -> sqlx::Result<()> {
    execute!(tx, WITHDRAW, account.to_string(), organisation.to_string()).map(drop)
}

/// Deletes all of an account.
///
/// # Errors
/// When the database fails.
pub async fn delete_of(tx: &mut Tx, account: AccountId) -> sqlx::Result<()> {
    execute!(tx, DELETE_OF, account.to_string()).map(drop)
}

/// Deletes what was decided before then.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, before.0).map(drop)
}
