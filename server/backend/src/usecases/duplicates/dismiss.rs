//! Saying that two entries are not the same, and taking that back.

use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, duplicates,
        events::{self, Event},
    },
    usecases::moderate::may_decide,
};
use domain::{account::Actor, id::EntryId};

/// Remembers that two entries are not the same. Said twice is said once.
///
/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn dismiss(backend: &Backend, actor: &Actor, a: EntryId, b: EntryId) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    if duplicates::dismiss(&mut tx, a, b, &actor.label(), backend.clock.now()).await? {
        record(backend, &mut tx, actor, [a, b], "not-duplicate").await?;
    }
    Ok(tx.commit().await?)
}

/// Takes that back.
///
/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn restore(backend: &Backend, actor: &Actor, a: EntryId, b: EntryId) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    if duplicates::restore(&mut tx, a, b).await? {
        record(backend, &mut tx, actor, [a, b], "maybe-duplicate").await?;
    }
    Ok(tx.commit().await?)
}

async fn record(backend: &Backend, tx: &mut Tx, actor: &Actor, both: [EntryId; 2], action: &str) -> Result<()> {
    let (at, by) = (backend.clock.now(), actor.label());
    for entry in both {
        let event = Event { id: backend.clock.event_id(), entry, revision: None, actor: &by, action, reason: "", at };
        events::insert(tx, &event).await?;
    }
    Ok(())
}
