//! Making an account by hand: the first moderator's, or the first of an organisation's.

use crate::{
    Backend,
    failure::Result,
    storage::{accounts, entries},
};
use domain::{
    Error, FieldError, Lang, Problem,
    account::{Actor, Email, Role},
    vocabulary::Kind,
};

/// Makes an account for an address, or finds the one it has, and lets it curate the directory if that is asked. One that
/// curates already goes on doing so. With the slug of an organisation it becomes one of its owners.
///
/// # Errors
/// [`Error::Invalid`] on `email` or `owner-of`; [`Error::Forbidden`] of anybody but the operator.
pub async fn create_account(backend: &Backend, actor: &Actor, email: &str, is_moderator: bool, owner_of: Option<&str>) -> Result<()> {
    if *actor != Actor::System {
        return Err(Error::Forbidden.into());
    }
    let email: Email = email.parse().map_err(|problem| vec![FieldError::new("email", problem)])?;
    let mut tx = backend.db.write().await?;
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, Lang::De, backend.clock.now()).await?;
    if is_moderator {
        accounts::set_moderator(&mut tx, account.id, true).await?;
    }
    if let Some(slug) = owner_of {
        let organisation = entries::by_slug(&mut tx, Kind::Organisation, slug).await?;
        let unknown = || Error::Invalid(vec![FieldError::new("owner-of", Problem::UnknownReference { value: slug.to_owned() })]);
        let organisation = organisation.ok_or_else(unknown)?;
        accounts::join(&mut tx, account.id, organisation.id, Role::Owner, backend.clock.now()).await?;
    }
    Ok(tx.commit().await?)
}
