//! Organisations and who belongs to them.

use super::{Tx, execute, on, statements};
use domain::{
    Lang,
    account::{Email, Role},
    entry::EntryState,
    id::{AccountId, EntryId},
    permission::Subject,
    text::Slug,
    time::Timestamp,
};

statements! {
    BY_SLUG = "SELECT id, slug, title, state FROM entry WHERE kind = 'organisation' AND slug = $1";
    BY_ID = "SELECT id, slug, title, state FROM entry WHERE kind = 'organisation' AND id = $1";
    LOCK = "UPDATE entry SET version = version WHERE id = $1";
    OF = "SELECT a.id, a.email, a.language, m.role, m.created_at FROM membership m JOIN account a ON a.id = m.account_id
          WHERE m.organisation_id = $1 AND a.email IS NOT NULL ORDER BY m.created_at, a.email";
    OF_ACCOUNT = "SELECT e.id, e.slug, e.title, e.state, m.role, m.created_at FROM membership m JOIN entry e ON e.id = m.organisation_id
                  WHERE m.account_id = $1 ORDER BY m.created_at, e.title";
    SET_ROLE = "UPDATE membership SET role = $3 WHERE account_id = $1 AND organisation_id = $2";
    LEAVE = "DELETE FROM membership WHERE account_id = $1 AND organisation_id = $2";
}

/// An organisation, published or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its entry.
    pub id: EntryId,
    /// Its address.
    pub slug: Slug,
    /// What it is called; before it is published, what it wants to be called.
    pub name: String,
    /// Who may see it.
    pub state: EntryState,
}

impl Organisation {
    /// As permissions see it.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject { state: self.state, organisation: Some(self.id) }
    }
}

/// Somebody who belongs to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their account.
    pub account: AccountId,
    /// Where their mails go.
    pub email: Email,
    /// The language of their mails.
    pub language: Lang,
    /// What they may do.
    pub role: Role,
    /// Since when.
    pub since: Timestamp,
}

#[derive(sqlx::FromRow)]
struct OrganisationRow {
    id: String,
    slug: String,
    title: String,
    state: String,
}

impl TryFrom<OrganisationRow> for Organisation {
    type Error = sqlx::Error;
    fn try_from(row: OrganisationRow) -> sqlx::Result<Self> {
        let OrganisationRow { id, slug, title, state } = row;
        Ok(Self { id: super::read(&id)?, slug: super::read_checked(&slug)?, name: title, state: super::read_checked(&state)? })
    }
}

/// The organisation at this address, in any state.
///
/// # Errors
/// When the database fails.
pub async fn by_slug(tx: &mut Tx, slug: &Slug) -> sqlx::Result<Option<Organisation>> {
    let row: Option<OrganisationRow> = on!(tx, |c| sqlx::query_as(BY_SLUG).bind(&**slug).fetch_optional(c).await)?;
    row.map(Organisation::try_from).transpose()
}

/// An organisation, in any state.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, id: EntryId) -> sqlx::Result<Option<Organisation>> {
    let row: Option<OrganisationRow> = on!(tx, |c| sqlx::query_as(BY_ID).bind(id.to_string()).fetch_optional(c).await)?;
    row.map(Organisation::try_from).transpose()
}

/// Keeps an entry, and who belongs to it where it is an organisation, as it is until this unit of work ends: whoever changes
/// it takes this first, and then looks.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &mut Tx, entry: EntryId) -> sqlx::Result<()> {
    execute!(tx, LOCK, entry.to_string()).map(drop)
}

/// Everybody who belongs to an organisation, oldest members first.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<Vec<Member>> {
    let rows: Vec<(String, String, String, String, i64)> =
        on!(tx, |c| sqlx::query_as(OF).bind(organisation.to_string()).fetch_all(c).await)?;
    let member = |(account, email, language, role, since): (String, String, String, String, i64)| {
        Ok(Member {
            account: super::read(&account)?,
            email: super::read_checked(&email)?,
            language: super::read_checked(&language)?,
            role: super::read_checked(&role)?,
            since: Timestamp(since),
        })
    };
    rows.into_iter().map(member).collect()
}

/// The organisations that an account belongs to, in any state, with its role and since when; oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> sqlx::Result<Vec<(Organisation, Role, Timestamp)>> {
    let rows: Vec<(String, String, String, String, String, i64)> =
        on!(tx, |c| sqlx::query_as(OF_ACCOUNT).bind(account.to_string()).fetch_all(c).await)?;
    let membership = |(id, slug, title, state, role, since): (String, String, String, String, String, i64)| {
        Ok((OrganisationRow { id, slug, title, state }.try_into()?, super::read_checked(&role)?, Timestamp(since)))
    };
    rows.into_iter().map(membership).collect()
}

/// Gives a member another role.
///
/// # Errors
/// When the database fails.
pub async fn set_role(tx: &mut Tx, account: AccountId, organisation: EntryId, role: Role) -> sqlx::Result<()> {
    execute!(tx, SET_ROLE, account.to_string(), organisation.to_string(), role.id()).map(drop)
}

/// Ends a membership.
///
/// # Errors
/// When the database fails.
pub async fn leave(tx: &mut Tx, account: AccountId, organisation: EntryId) -> sqlx::Result<()> {
    execute!(tx, LEAVE, account.to_string(), organisation.to_string()).map(drop)
}
