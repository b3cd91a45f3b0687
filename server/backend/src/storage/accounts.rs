//! Accounts and the organisations they write for.

use super::{Tx, execute, on, statements};
use domain::{
    Lang,
    account::{Email, Role},
    id::{AccountId, EntryId},
    time::Timestamp,
};

statements! {
    ADD = "INSERT INTO account (id, email, language, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING";
    BY_EMAIL = "SELECT id, email, language, is_moderator, created_at FROM account WHERE email = $1";
    BY_ID = "SELECT id, email, language, is_moderator, created_at FROM account WHERE id = $1 AND deleted_at IS NULL";
    SET_MODERATOR = "UPDATE account SET is_moderator = $2 WHERE id = $1";
    LOCK = "UPDATE account SET language = language WHERE id = $1 AND deleted_at IS NULL";
    SET_LANGUAGE = "UPDATE account SET language = $2 WHERE id = $1 AND deleted_at IS NULL";
    DELETE = "UPDATE account SET email = NULL, is_moderator = FALSE, deleted_at = $2 WHERE id = $1 AND deleted_at IS NULL";
    MEMBERSHIPS = "SELECT organisation_id, role FROM membership WHERE account_id = $1 ORDER BY created_at";
    JOIN = "INSERT INTO membership (account_id, organisation_id, role, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (account_id, organisation_id) DO NOTHING";
}

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Where its mails go.
    pub email: Email,
    /// The language of its mails.
    pub language: Lang,
    /// Whether it curates the directory.
    pub is_moderator: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    email: String,
    language: String,
    is_moderator: bool,
    created_at: i64,
}

impl TryFrom<Row> for Account {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: super::read(&row.id)?,
            email: super::read_checked(&row.email)?,
            language: super::read_checked(&row.language)?,
            is_moderator: row.is_moderator,
            created_at: Timestamp(row.created_at),
        })
    }
}

/// The account of an address, made where there is none.
///
/// # Errors
/// When the database fails.
pub async fn find_or_add(tx: &mut Tx, id: AccountId, email: &Email, language: Lang, at: Timestamp) -> sqlx::Result<Account> {
    execute!(tx, ADD, id.to_string(), &**email, language.id(), at.0)?;
    let row: Row = on!(tx, |c| sqlx::query_as(BY_EMAIL).bind(&**email).fetch_one(c).await)?;
    row.try_into()
}

/// The account of an address, where there is one.
///
/// # Errors
/// When the database fails.
pub async fn by_email(tx: &mut Tx, email: &Email) -> sqlx::Result<Option<Account>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_EMAIL).bind(&**email).fetch_optional(c).await)?;
    row.map(Account::try_from).transpose()
}

/// Keeps an account from being deleted until this unit of work ends. False where it is deleted already. Before any
/// organisation is locked, so that nobody waits for each other.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &mut Tx, id: AccountId) -> sqlx::Result<bool> {
    Ok(execute!(tx, LOCK, id.to_string())? == 1)
}

/// Chooses the language of an account's mails.
///
/// # Errors
/// When the database fails.
pub async fn set_language(tx: &mut Tx, id: AccountId, language: Lang) -> sqlx::Result<()> {
    execute!(tx, SET_LANGUAGE, id.to_string(), language.id()).map(drop)
}

/// Takes the address from an account: nobody is in it any more. Its id stays, for what it wrote.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, id: AccountId, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, DELETE, id.to_string(), at.0).map(drop)
}

/// An account that was not deleted.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, id: AccountId) -> sqlx::Result<Option<Account>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_ID).bind(id.to_string()).fetch_optional(c).await)?;
    row.map(Account::try_from).transpose()
}

/// Lets an account curate the directory, or no longer.
///
/// # Errors
/// When the database fails.
pub async fn set_moderator(tx: &mut Tx, id: AccountId, is_moderator: bool) -> sqlx::Result<()> {
    execute!(tx, SET_MODERATOR, id.to_string(), is_moderator).map(drop)
}

/// The organisations an account writes for, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn memberships(tx: &mut Tx, id: AccountId) -> sqlx::Result<Vec<(EntryId, Role)>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(MEMBERSHIPS).bind(id.to_string()).fetch_all(c).await)?;
    rows.iter().map(|(organisation, role)| Ok((super::read(organisation)?, super::read_checked(role)?))).collect()
}

/// Lets an account write for an organisation. Nothing changes where it does already.
///
/// # Errors
/// When the database fails.
pub async fn join(tx: &mut Tx, id: AccountId, organisation: EntryId, role: Role, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, JOIN, id.to_string(), organisation.to_string(), role.id(), at.0).map(drop)
}
