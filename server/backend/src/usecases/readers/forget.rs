//! Forgetting what nobody needs any more.

use crate::{
    failure::Result,
    storage::{Tx, events, readers, suggestions, word_events},
};
use domain::{
    limits,
    time::{DAY, HOUR, Timestamp},
};

/// Deletes what was never confirmed, the addresses of those whose matter was decided some time ago, and at last the matter
/// itself.
pub(in crate::usecases) async fn forget(tx: &mut Tx, now: Timestamp) -> Result<()> {
    suggestions::forget_unconfirmed(tx, Timestamp(now.0 - limits::SUGGESTION_HOURS * HOUR)).await?;
    let addresses = Timestamp(now.0 - limits::READER_EMAIL_DAYS * DAY);
    readers::forget_addresses(tx, addresses).await?;
    let all = Timestamp(now.0 - limits::READER_ANSWER_DAYS * DAY);
    readers::forget(tx, all).await?;
    events::forget_answers(tx, all).await?;
    word_events::forget_suggested(tx, all).await?;
    Ok(())
}
