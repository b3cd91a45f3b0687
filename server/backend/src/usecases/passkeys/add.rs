//! Adding a passkey.

use super::{Held, name, runs_out, tell};
use crate::{
    Backend,
    failure::Result,
    mail::PasskeyChange,
    passkeys::answered,
    secret::Secret,
    storage::{
        passkeys::{self, NewPasskey, Purpose},
        sessions,
    },
};
use domain::Error;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is kept while a passkey is being added.
#[derive(Serialize, Deserialize)]
struct Adding {
    name: String,
    state: String,
}

/// Begins to add a passkey under this name. Gives what the browser is asked.
///
/// # Errors
/// [`Error::Invalid`] on `name`; on `passkeys` where there are many, or who one is was proved too long ago;
/// [`Error::Unavailable`] where there can be none.
pub async fn begin_adding(backend: &Backend, session: &Secret, typed: &str) -> Result<Value> {
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    let held = Held::read(backend, &mut tx, session).await?;
    held.must_be_fresh(now)?;
    held.must_have_room()?;
    let name = name(typed)?;
    let begun = backend.passkeys.begin_adding(held.account.id, &held.account.email, held.credentials())?;
    let adding = Adding { name: name.to_string(), state: begun.state };
    let adding = serde_json::to_string(&adding).map_err(std::io::Error::from)?;
    passkeys::begin(&mut tx, &held.token, Purpose::Add, &adding, runs_out(now)).await?;
    tx.commit().await?;
    Ok(begun.options)
}

/// Adds the passkey that a browser answers with. The session's second step is done by that.
///
/// # Errors
/// [`Error::Invalid`] on `credential` where the answer is wrong; [`Error::Conflict`] where nothing was begun, or too long ago,
/// or the passkey is somebody's already.
pub async fn add(backend: &Backend, session: &Secret, answer: &str) -> Result<()> {
    let answer = answered(answer)?;
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    let held = Held::lock(backend, &mut tx, session).await?;
    let Some(adding) = passkeys::take(&mut tx, &held.token, Purpose::Add, now).await? else { return Err(Error::Conflict.into()) };
    let adding: Adding = serde_json::from_str(&adding).map_err(std::io::Error::from)?;
    // Meanwhile another session may have added the first one.
    let added = held.must_be_fresh(now).and_then(|()| held.must_have_room()).and_then(|()| backend.passkeys.add(&adding.state, &answer));
    let added = match added {
        Ok(added) => added,
        Err(failure) => {
            // With the beginning used up: each answer has one try.
            tx.commit().await?;
            return Err(failure);
        }
    };
    let id = uuid::Uuid::new_v4().to_string();
    let new = NewPasskey {
        id: &id,
        account: held.account.id,
        credential_id: &added.credential_id,
        credential: &added.credential,
        counter: added.counter,
        name: &adding.name,
        at: now,
    };
    passkeys::insert(&mut tx, &new).await?;
    sessions::step(&mut tx, &held.token, now).await?;
    tell(backend, &mut tx, &held.account, PasskeyChange::Added, &adding.name).await?;
    Ok(tx.commit().await?)
}
