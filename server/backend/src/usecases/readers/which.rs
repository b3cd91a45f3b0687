//! Which suggestion is meant, and whose turn it is to decide on it.

use super::{as_member, due, may_decide, owner};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        entries::{self, Entry},
        members,
        suggestions::{self, Suggestion},
    },
};
use domain::{
    Error,
    account::Actor,
    id::EntryId,
    permission::{Action, permit},
    reader::SuggestionState,
};

/// Which suggestion is meant.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// By its number in an entry, as members have it.
    Of(EntryId, i64),
    /// By its id, as moderators have it.
    Id(&'a str),
}

impl Which<'_> {
    /// The confirmed correction and its entry, where this actor may know of them.
    pub(super) async fn find(self, tx: &mut Tx, actor: &Actor) -> Result<(Suggestion, Entry)> {
        if *actor == Actor::Visitor {
            return Err(Error::Unauthenticated.into());
        }
        if matches!(self, Self::Id(_)) {
            may_decide(actor)?;
        }
        let found = match self {
            Self::Of(entry, number) => {
                let entry = entries::by_ids(tx, &[entry]).await?.pop().ok_or(Error::NotFound)?;
                permit(actor, Action::ReadUnpublished, entry.subject())?;
                suggestions::by_number(tx, entry.id, number).await?
            }
            Self::Id(id) => suggestions::by_id(tx, id).await?,
        };
        let found = found.filter(|it| !it.is_new && it.state != SuggestionState::Unconfirmed).ok_or(Error::NotFound)?;
        let entry = entries::by_ids(tx, &[found.entry.ok_or(Error::NotFound)?]).await?.pop().ok_or(Error::NotFound)?;
        permit(actor, Action::ReadUnpublished, entry.subject())?;
        Ok((found, entry))
    }
}

/// Whose turn it is to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Members of its organisation.
    Members,
    /// Moderators.
    Moderators,
}

/// Members decide first, and moderators where there are none or they took too long. Whose turn it is that this actor takes.
pub(super) async fn turn(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, suggestion: &Suggestion) -> Result<Turn> {
    let account = actor.account().ok_or(Error::Unauthenticated)?;
    if permit(&as_member(tx, account).await?, Action::Edit, entry.subject()).is_ok() {
        return Ok(Turn::Members);
    }
    permit(actor, Action::Decide, entry.subject())?;
    let is_due = suggestion.confirmed_at.is_some_and(|at| at <= due(backend.clock.now()));
    let has_members = match owner(entry) {
        Some(organisation) => !members::of(tx, organisation).await?.is_empty(),
        None => false,
    };
    if has_members && !is_due { Err(Error::Forbidden.into()) } else { Ok(Turn::Moderators) }
}
