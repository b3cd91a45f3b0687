//! Putting an entry away, and taking it out again.

use crate::{
    Backend,
    failure::Result,
    storage::{
        entries,
        events::{self, Event},
        feed, freshness,
    },
    usecases::readers::close_suggestions,
};
use domain::{
    Error,
    account::Actor,
    entry::EntryState,
    id::EntryId,
    permission::{Action, permit},
};
use std::str::FromStr;

/// What is done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Still readable, marked.
    Archive,
    /// Readable for its organisation only.
    Withdraw,
    /// As it was.
    Resume,
}

impl FromStr for Ending {
    type Err = Error;
    fn from_str(raw: &str) -> std::result::Result<Self, Error> {
        match raw {
            "archive" => Ok(Self::Archive),
            "withdraw" => Ok(Self::Withdraw),
            "resume" => Ok(Self::Resume),
            _ => Err(Error::NotFound),
        }
    }
}

/// Moves a published entry to another state.
///
/// # Errors
/// [`Error::Conflict`] where it is not in a state for that.
pub async fn end_entry(backend: &Backend, actor: &Actor, id: EntryId, ending: Ending) -> Result<()> {
    if *actor == Actor::Visitor {
        return Err(Error::Unauthenticated.into());
    }
    let mut tx = backend.db.write().await?;
    let entry = entries::by_ids(&mut tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
    permit(actor, Action::ReadUnpublished, entry.subject())?;
    permit(actor, Action::Archive, entry.subject())?;
    let (state, action) = match (ending, entry.state) {
        (Ending::Archive, EntryState::Published) => (EntryState::Archived, "archived"),
        (Ending::Withdraw, EntryState::Published | EntryState::Archived) => (EntryState::Unpublished, "withdrawn"),
        // What was never read has to be decided on first.
        (Ending::Resume, EntryState::Archived | EntryState::Unpublished) if entry.revision.is_some() => (EntryState::Published, "resumed"),
        _ => return Err(Error::Conflict.into()),
    };
    let at = backend.clock.now();
    if !entries::set_state(&mut tx, &entry, state, at).await? {
        return Err(Error::Conflict.into());
    }
    // Who shows it again stands for it; who puts it away need not be asked.
    match ending {
        Ending::Resume => freshness::confirm(&mut tx, id, at).await?,
        Ending::Archive | Ending::Withdraw => freshness::settle(&mut tx, id, at).await?,
    }
    if ending == Ending::Withdraw {
        close_suggestions(backend, &mut tx, actor, &entry).await?;
    }
    let event = Event { id: backend.clock.event_id(), entry: id, revision: None, actor: &actor.label(), action, reason: "", at };
    events::insert(&mut tx, &event).await?;
    let head = feed::append(&mut tx, id, at).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}
