//! One's own account.

use crate::{
    Backend,
    failure::Result,
    storage::{accounts, entries, sessions},
};
use domain::{
    Error,
    account::{Actor, Role},
    limits,
    time::Timestamp,
};

/// An account as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Where its mails go.
    pub email: String,
    /// Whether it curates the directory.
    pub is_moderator: bool,
    /// Slug, name and role.
    pub organisations: Vec<(String, String, Role)>,
    /// On how many devices it is signed in.
    pub sessions: i64,
}

/// The account of whoever asks.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn show_account(backend: &Backend, actor: &Actor) -> Result<Shown> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let memberships = accounts::memberships(&mut tx, id).await?;
    let ids: Vec<_> = memberships.iter().map(|(organisation, _)| *organisation).collect();
    let rows = entries::by_ids(&mut tx, &ids).await?;
    let named = |(organisation, role): &(_, Role)| {
        let row = rows.iter().find(|row| row.id == *organisation)?;
        let name = row.revision.as_ref().map(|revision| revision.document.title().to_owned());
        Some((row.slug.to_string(), name?, *role))
    };
    let organisations = memberships.iter().filter_map(named).collect();
    let since = Timestamp(backend.clock.now().0 - limits::SESSION_DAYS * 24 * 3_600_000_000);
    let sessions = sessions::count(&mut tx, id, since).await?;
    Ok(Shown { email: account.email.to_string(), is_moderator: account.is_moderator, organisations, sessions })
}
