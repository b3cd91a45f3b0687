//! Forgetting what is over.

use super::since;
use crate::{
    Backend,
    failure::Result,
    storage::{agreements, claims, decisions, events, freshness, invitations, passkeys, readings, sessions, sign_ins},
    usecases::readers,
};
use domain::{
    limits,
    time::{DAY, HOUR, Timestamp},
};
use std::time::Duration;

/// How often.
const PAUSE: Duration = Duration::from_secs(600);

/// Deletes mails to sign in with that were asked for more than an hour ago, with the addresses of those who never came,
/// sessions that are over, invitations that ran out, claims that were decided and links that were answered long ago, and what
/// readers wrote and nobody needs any more.
///
/// # Errors
/// When the database fails.
pub async fn forget(backend: &Backend) -> Result<()> {
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    // For an hour they tell how many an address was sent.
    sign_ins::forget(&mut tx, Timestamp(now.0 - HOUR)).await?;
    sessions::forget(&mut tx, since(now)).await?;
    passkeys::forget(&mut tx, now).await?;
    // For a day they tell how many somebody was sent.
    invitations::forget(&mut tx, now, Timestamp(now.0 - DAY)).await?;
    readings::forget(&mut tx, now).await?;
    // What could be undone, and what it was before.
    decisions::forget(&mut tx, Timestamp(now.0 - DAY)).await?;
    agreements::forget(&mut tx, Timestamp(now.0 - limits::AGREEMENT_DAYS * DAY)).await?;
    let claimed = Timestamp(now.0 - limits::CLAIM_DAYS * DAY);
    claims::forget(&mut tx, claimed).await?;
    events::forget_refusals(&mut tx, claimed).await?;
    freshness::forget(&mut tx, Timestamp(now.0 - limits::ANSWERED_LINK_DAYS * DAY), now).await?;
    readers::forget(&mut tx, now).await?;
    Ok(tx.commit().await?)
}

/// Does so for as long as the process runs.
pub async fn forget_always(backend: Backend) {
    loop {
        if let Err(failure) = forget(&backend).await {
            tracing::error!(cause = %failure, "what is over cannot be deleted; trying again");
        }
        tokio::time::sleep(PAUSE).await;
    }
}
