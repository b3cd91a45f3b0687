//! Who somebody is by their cookie, and signing out.

use super::MINUTE;
use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{accounts, sessions},
};
use domain::{Error, account::Actor, limits, time::Timestamp};

/// That a session is in use is written down no more often than this, in microseconds.
const SEEN_STEP: i64 = 60 * MINUTE;

/// Who a session belongs to; a visitor where it ended or never was.
///
/// # Errors
/// When the database fails.
pub async fn actor(backend: &Backend, session: &Secret) -> Result<Actor> {
    let (now, token) = (backend.clock.now(), session.hash(""));
    let since = Timestamp(now.0 - limits::SESSION_DAYS * 24 * 60 * MINUTE);
    let mut tx = backend.db.read().await?;
    let Some((id, seen)) = sessions::find(&mut tx, &token, since).await? else { return Ok(Actor::Visitor) };
    let Some(account) = accounts::by_id(&mut tx, id).await? else { return Ok(Actor::Visitor) };
    let memberships = accounts::memberships(&mut tx, id).await?;
    drop(tx);
    if now.0 - seen.0 > SEEN_STEP
        && let Err(failure) = see(backend, &token, now, since).await
    {
        // Who only reads does not wait for whoever writes.
        tracing::warn!(cause = %failure, "that a session is in use was not written down");
    }
    Ok(if account.is_moderator { Actor::Moderator { account: id } } else { Actor::Member { account: id, memberships } })
}

async fn see(backend: &Backend, token: &str, now: Timestamp, since: Timestamp) -> Result<()> {
    let mut tx = backend.db.write().await?;
    sessions::see(&mut tx, token, now).await?;
    sessions::forget(&mut tx, since).await?;
    Ok(tx.commit().await?)
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(backend: &Backend, session: &Secret) -> Result<()> {
    let mut tx = backend.db.write().await?;
    sessions::end(&mut tx, &session.hash("")).await?;
    Ok(tx.commit().await?)
}

/// Ends all sessions of whoever asks, on all their devices.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn sign_out_everywhere(backend: &Backend, actor: &Actor) -> Result<()> {
    let account = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.write().await?;
    sessions::end_all(&mut tx, account).await?;
    Ok(tx.commit().await?)
}
