//! Forgetting what is over.

use super::{HOUR, since};
use crate::{
    Backend,
    failure::Result,
    storage::{sessions, sign_ins},
};
use domain::time::Timestamp;
use std::time::Duration;

/// How often.
const PAUSE: Duration = Duration::from_secs(600);

/// Deletes mails to sign in with that were asked for more than an hour ago, with the addresses of those who never came,
/// and sessions that are over.
///
/// # Errors
/// When the database fails.
pub async fn forget(backend: &Backend) -> Result<()> {
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    // For an hour they tell how many an address was sent.
    sign_ins::forget(&mut tx, Timestamp(now.0 - HOUR)).await?;
    sessions::forget(&mut tx, since(now)).await?;
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
