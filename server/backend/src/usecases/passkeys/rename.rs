//! Calling a passkey something else.

use super::{Held, name};
use crate::{Backend, failure::Result, secret::Secret, storage::passkeys};
use domain::Error;

/// Calls a passkey of whoever asks something else. Nobody is told: it opens nothing.
///
/// # Errors
/// [`Error::Invalid`] on `name`, or on `passkeys` where who one is was proved too long ago: a name that leads astray could
/// make somebody remove the wrong one; [`Error::Conflict`] where there is no such any more.
pub async fn rename(backend: &Backend, session: &Secret, id: &str, new: &str) -> Result<()> {
    let mut tx = backend.db.write().await?;
    let held = Held::lock(backend, &mut tx, session).await?;
    held.must_be_fresh(backend.clock.now())?;
    let new = name(new)?;
    if !passkeys::rename(&mut tx, id, held.account.id, &new).await? {
        return Err(Error::Conflict.into());
    }
    Ok(tx.commit().await?)
}
