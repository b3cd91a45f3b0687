//! Using a passkey: the second step.

use super::{Held, runs_out};
use crate::{
    Backend,
    failure::Result,
    passkeys::{answered, wrong},
    secret::Secret,
    storage::{
        passkeys::{self, Purpose},
        sessions,
    },
};
use domain::Error;
use serde_json::Value;

/// Begins the second step. Gives what the browser is asked.
///
/// # Errors
/// [`Error::NotFound`] where the account has no passkey; [`Error::Unavailable`] where there can be none.
pub async fn begin_proving(backend: &Backend, session: &Secret) -> Result<Value> {
    let mut tx = backend.db.write().await?;
    let held = Held::read(backend, &mut tx, session).await?;
    if held.passkeys.is_empty() {
        return Err(Error::NotFound.into());
    }
    let begun = backend.passkeys.begin_proving(held.credentials())?;
    passkeys::begin(&mut tx, &held.token, Purpose::Use, &begun.state, runs_out(backend.clock.now())).await?;
    tx.commit().await?;
    Ok(begun.options)
}

/// Does the second step with what a browser answers: from now on the session acts as a moderator's.
///
/// # Errors
/// [`Error::Invalid`] on `credential` where the answer is wrong, or comes from a copy; [`Error::Conflict`] where nothing was
/// begun, or too long ago.
pub async fn prove(backend: &Backend, session: &Secret, answer: &str) -> Result<()> {
    let answer = answered(answer)?;
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    let held = Held::lock(backend, &mut tx, session).await?;
    let Some(state) = passkeys::take(&mut tx, &held.token, Purpose::Use, now).await? else { return Err(Error::Conflict.into()) };
    let proved = match backend.passkeys.prove(&state, &answer, held.credentials()) {
        Ok(proved) => proved,
        Err(failure) => {
            // With the beginning used up: each answer has one try.
            tx.commit().await?;
            return Err(failure);
        }
    };
    let used = held.passkeys.iter().find(|row| row.credential_id == proved.credential_id).ok_or_else(wrong)?;
    if passkeys::see(&mut tx, &used.id, held.account.id, &proved.credential, proved.counter, now).await? {
        sessions::step(&mut tx, &held.token, now).await?;
        return Ok(tx.commit().await?);
    }
    tracing::warn!("a passkey says that it signed no more often than before: there may be a copy of it");
    tx.commit().await?;
    Err(wrong().into())
}
