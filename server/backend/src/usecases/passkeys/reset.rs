//! Removing all passkeys of an account, for somebody who lost theirs.

use super::tell;
use crate::{
    Backend,
    failure::Result,
    mail::PasskeyChange,
    storage::{accounts, passkeys, sessions, sign_ins},
};
use domain::{
    Error, FieldError, Problem,
    account::{Actor, Email},
};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reset {
    /// Passkeys that were removed.
    pub passkeys: u64,
    /// Sessions that were ended.
    pub sessions: u64,
}

/// Removes all passkeys of an account and ends its sessions; mails to sign in with that are on their way are good no more.
/// Whoever signs in next adds a new one. The operator does it, who can ask whether it is them: no moderator can.
///
/// # Errors
/// [`Error::Invalid`] on `email` where there is no such account, or it is no moderator's; [`Error::Forbidden`] of anybody but the operator.
pub async fn reset(backend: &Backend, actor: &Actor, email: &str) -> Result<Reset> {
    if *actor != Actor::System {
        return Err(Error::Forbidden.into());
    }
    let email: Email = email.parse().map_err(|problem| vec![FieldError::new("email", problem)])?;
    let mut tx = backend.db.write().await?;
    let unknown = || vec![FieldError::new("email", Problem::malformed("there is no account with this address"))];
    let account = accounts::by_email(&mut tx, &email).await?.ok_or_else(unknown)?;
    if !account.is_moderator {
        return Err(vec![FieldError::new("email", Problem::malformed("this is no moderator's account: it has no passkeys"))].into());
    }
    accounts::lock(&mut tx, account.id).await?;
    let passkeys = passkeys::remove_all(&mut tx, account.id).await?;
    sign_ins::end_all(&mut tx, &email, backend.clock.now()).await?;
    let sessions = sessions::end_all(&mut tx, account.id).await?;
    if passkeys > 0 {
        tell(backend, &mut tx, &account, PasskeyChange::Reset, "").await?;
    }
    tx.commit().await?;
    Ok(Reset { passkeys, sessions })
}
