//! All claims that wait, for those who curate.

use crate::{
    Backend,
    failure::Result,
    storage::claims::{self, Claim},
};
use domain::{
    account::Actor,
    entry::EntryState,
    permission::{Action, Subject, permit},
};

/// Shown at most.
const SHOWN: i64 = 100;

/// What waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Those that have waited for longest: at most 100.
    pub claims: Vec<Claim>,
    /// How many there are.
    pub total: i64,
}

/// # Errors
/// [`domain::Error::Forbidden`] of those who do not curate.
pub async fn list_claims(backend: &Backend, actor: &Actor) -> Result<Waiting> {
    permit(actor, Action::DecideClaim, Subject { state: EntryState::Published, organisation: None })?;
    let mut tx = backend.db.read().await?;
    Ok(Waiting { claims: claims::open(&mut tx, SHOWN).await?, total: claims::count_open(&mut tx).await? })
}
