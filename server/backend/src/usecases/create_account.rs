//! Making an account by hand: the first moderator's.

use crate::{Backend, failure::Result, storage::accounts};
use domain::{
    Error, FieldError, Lang,
    account::{Actor, Email},
};

/// Makes an account for an address, or finds the one it has, and lets it curate the directory if that is asked. One that
/// curates already goes on doing so.
///
/// # Errors
/// [`Error::Invalid`] on `email`; [`Error::Forbidden`] of anybody but the operator.
pub async fn create_account(backend: &Backend, actor: &Actor, email: &str, is_moderator: bool) -> Result<()> {
    if *actor != Actor::System {
        return Err(Error::Forbidden.into());
    }
    let email: Email = email.parse().map_err(|problem| vec![FieldError::new("email", problem)])?;
    let mut tx = backend.db.write().await?;
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, Lang::De, backend.clock.now()).await?;
    if is_moderator {
        accounts::set_moderator(&mut tx, account.id, true).await?;
    }
    Ok(tx.commit().await?)
}
