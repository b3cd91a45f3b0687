//! Removing a passkey.

use super::{Held, tell};
use crate::{Backend, failure::Result, mail::PasskeyChange, secret::Secret, storage::passkeys};
use domain::{Error, FieldError, Problem};

/// Removes a passkey of whoever asks; the last one only the operator removes, as whoever reads the mails could then add
/// another.
///
/// # Errors
/// [`Error::Invalid`] on `passkeys` where it is the last one, or who one is was proved too long ago; [`Error::Conflict`] where
/// there is no such any more.
pub async fn remove(backend: &Backend, session: &Secret, id: &str) -> Result<()> {
    let mut tx = backend.db.write().await?;
    let held = Held::lock(backend, &mut tx, session).await?;
    held.must_be_fresh(backend.clock.now())?;
    let passkey = held.passkeys.iter().find(|row| row.id == id).ok_or(Error::Conflict)?;
    if held.passkeys.len() == 1 {
        return Err(vec![FieldError::new("passkeys", Problem::LastPasskey)].into());
    }
    passkeys::remove(&mut tx, id, held.account.id).await?;
    tell(backend, &mut tx, &held.account, PasskeyChange::Removed, &passkey.name).await?;
    Ok(tx.commit().await?)
}
