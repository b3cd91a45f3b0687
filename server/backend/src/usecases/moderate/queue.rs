//! What waits for a decision.

use crate::{
    Backend,
    failure::Result,
    storage::{drafts, drafts::Listed},
};
use domain::{
    Error,
    account::Actor,
    entry::EntryState,
    permission::{Action, Subject, permit},
};

/// Shown at a time.
pub const SHOWN: i64 = 50;

/// What waits longest.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// At most [`SHOWN`].
    pub waiting: Vec<Listed>,
    /// How many there are.
    pub total: i64,
}

/// What waits for a decision, longest first.
///
/// # Errors
/// [`Error::Unauthenticated`] or [`Error::Forbidden`] of those who do not decide.
pub async fn list_queue(backend: &Backend, actor: &Actor) -> Result<Queue> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    Ok(Queue { waiting: drafts::queue(&mut tx, SHOWN, 0).await?, total: drafts::waiting(&mut tx).await? })
}

/// Whether this actor decides on entries at all.
pub(in crate::usecases) fn may_decide(actor: &Actor) -> std::result::Result<(), Error> {
    permit(actor, Action::Decide, Subject { state: EntryState::Unpublished, organisation: None })
}
