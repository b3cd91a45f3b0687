//! Who somebody is by their cookie, and signing out.

use super::since;
use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{accounts, passkeys, sessions, sign_ins},
};
use domain::{
    Error,
    account::Actor,
    second_step::{self, Lacks, SecondStep},
    time::{HOUR, Timestamp},
};

/// That a session is in use is written down no more often than this, in microseconds.
const SEEN_STEP: i64 = HOUR;

/// Whom a session stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identified {
    /// Who asks.
    pub actor: Actor,
    /// What the session of somebody who could be a moderator lacks.
    pub lacks: Option<Lacks>,
}

/// Who a session belongs to; a visitor where it ended or never was.
///
/// # Errors
/// When the database fails.
pub async fn actor(backend: &Backend, session: &Secret) -> Result<Actor> {
    Ok(identify(backend, session).await?.actor)
}

/// The same, and what it lacks.
///
/// # Errors
/// When the database fails.
pub async fn identify(backend: &Backend, session: &Secret) -> Result<Identified> {
    let (now, token) = (backend.clock.now(), session.hash(""));
    let nobody = Identified { actor: Actor::Visitor, lacks: None };
    let mut tx = backend.db.read().await?;
    let Some(held) = sessions::held(&mut tx, &token, since(now)).await? else { return Ok(nobody) };
    let Some(account) = accounts::by_id(&mut tx, held.account).await? else { return Ok(nobody) };
    let memberships = accounts::memberships(&mut tx, account.id).await?;
    let step = SecondStep {
        is_required: backend.passkeys.are_required(),
        has_passkeys: account.is_moderator && passkeys::count(&mut tx, account.id).await? > 0,
        signed_in_at: held.created_at,
        done_at: held.second_step_at,
    };
    drop(tx);
    if now.0 - held.seen_at.0 > SEEN_STEP
        && let Err(failure) = see(backend, &token, now).await
    {
        // Who only reads does not wait for whoever writes.
        tracing::warn!(cause = %failure, "that a session is in use was not written down");
    }
    let (actor, lacks) = second_step::actor(account.id, account.is_moderator, memberships, &step);
    Ok(Identified { actor, lacks })
}

async fn see(backend: &Backend, token: &str, now: Timestamp) -> Result<()> {
    let mut tx = backend.db.write().await?;
    sessions::see(&mut tx, token, now).await?;
    Ok(tx.commit().await?)
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(backend: &Backend, session: &Secret) -> Result<()> {
    let token = session.hash("");
    // Whoever sends just anything does not hold up those who write.
    if sessions::held(&mut backend.db.read().await?, &token, Timestamp(0)).await?.is_none() {
        return Ok(());
    }
    let mut tx = backend.db.write().await?;
    sessions::end(&mut tx, &token).await?;
    Ok(tx.commit().await?)
}

/// Ends all sessions of whoever asks, on all their devices; mails on their way to them are good no more.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn sign_out_everywhere(backend: &Backend, actor: &Actor) -> Result<()> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.write().await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    sign_ins::end_all(&mut tx, &account.email, backend.clock.now()).await?;
    sessions::end_all(&mut tx, id).await?;
    Ok(tx.commit().await?)
}
