//! An entry that is not to be read any more, as its authors see it: when that was, and why. Never by whom.

use super::title;
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
        events, redirects, removals,
    },
};
use domain::{
    Error,
    account::Actor,
    entry::EntryState,
    id::EntryId,
    permission::{Action, permit},
    removal::Removal,
    text::Slug,
    time::Timestamp,
    vocabulary::Kind,
};

/// What its authors are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// What it was called.
    pub title: String,
    /// Since when.
    pub at: Option<Timestamp>,
    /// Why moderators took it away, as everybody is told.
    pub because: Option<Removal>,
    /// The same in their words; may be empty.
    pub reason: String,
    /// The entry in which it is told now.
    pub told_in: Option<ToldIn>,
}

/// The entry in which another is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldIn {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// What it is called.
    pub title: String,
}

/// What its authors are told of an entry that was taken away, or told in another; `None` of all others.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors; [`Error::NotFound`] where it is not theirs.
pub async fn show_removed(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Option<Removed>> {
    if *actor == Actor::Visitor {
        return Err(Error::Unauthenticated.into());
    }
    let mut tx = backend.db.read().await?;
    let entry = entries::by_ids(&mut tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
    permit(actor, Action::ReadUnpublished, entry.subject())?;
    if entry.state != EntryState::Removed {
        return Ok(None);
    }
    let past = events::of_entry(&mut tx, id).await?.into_iter().find(|past| matches!(past.action.as_str(), "removed" | "merged-away"));
    let because = removals::why(&mut tx, entry.kind, &entry.slug).await?;
    // Before the words stands the class, in the words of the house.
    let said = past.as_ref().filter(|past| past.action == "removed").and_then(|past| past.reason.split_once(": "));
    Ok(Some(Removed {
        title: title_of(&mut tx, &entry).await?,
        at: past.as_ref().map(|past| Timestamp(past.at)),
        because: because.and_then(|because| because.parse().ok()),
        reason: said.map(|(_, words)| words.to_owned()).unwrap_or_default(),
        told_in: told_in(&mut tx, id).await?,
    }))
}

/// What it is called: as readers saw it, or as it stands where they never did.
pub(in crate::usecases) async fn title_of(tx: &mut Tx, entry: &Entry) -> Result<String> {
    Ok(match &entry.revision {
        Some(published) => published.document.title().to_owned(),
        None => drafts::latest(tx, entry.id).await?.map(|latest| title(&latest.document)).unwrap_or_default(),
    })
}

/// The entry that everybody can read in which this one is told.
pub(super) async fn told_in(tx: &mut Tx, id: EntryId) -> Result<Option<ToldIn>> {
    let now = redirects::follow(tx, id).await?;
    if now == id {
        return Ok(None);
    }
    let entry = entries::by_ids(tx, &[now]).await?.pop().filter(|entry| entry.state.is_public());
    Ok(entry.and_then(|entry| {
        let title = entry.revision?.document.title().to_owned();
        Some(ToldIn { kind: entry.kind, slug: entry.slug, title })
    }))
}
