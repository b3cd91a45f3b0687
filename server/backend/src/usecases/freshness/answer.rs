//! What authors answer: it is still right, or it is over. Whoever has the link from the mail answers for the member that it
//! was sent to, without signing in: it says nothing but this, and of one entry.

use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{
        Tx,
        entries::{self, Entry},
        events::{self, Event},
        feed, freshness, members,
    },
};
use domain::{
    Error,
    account::Actor,
    entry::EntryState,
    id::{AccountId, EntryId},
    permission::{Action, permit},
};
use std::str::FromStr;

/// What authors say of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is still as it says.
    Right,
    /// It is over: it stays to be read, and is marked.
    Over,
}

impl FromStr for Answer {
    type Err = Error;
    fn from_str(raw: &str) -> std::result::Result<Self, Error> {
        match raw {
            "right" => Ok(Self::Right),
            "over" => Ok(Self::Over),
            _ => Err(Error::NotFound),
        }
    }
}

/// What a link from a mail asks about.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The entry.
    pub entry: Entry,
}

/// What a link from a mail asks.
///
/// # Errors
/// [`Error::NotFound`] where it was answered already, or whoever got the mail does not belong to the organisation any more.
pub async fn show_question(backend: &Backend, link: &str) -> Result<Question> {
    let mut tx = backend.db.read().await?;
    let (entry, _) = asked(&mut tx, link).await?;
    Ok(Question { entry })
}

/// What a link was about that asks nothing any more: somebody answered, or whoever got the mail does not belong to the
/// organisation. `None` where readers do not see that entry.
///
/// # Errors
/// [`Error::NotFound`] where there never was such a link.
pub async fn show_answered(backend: &Backend, link: &str) -> Result<Option<Entry>> {
    let link = Secret::given(link);
    let mut tx = backend.db.read().await?;
    let known = if link.is_whole() { freshness::known(&mut tx, &link.hash("")).await? } else { None };
    let id = known.ok_or(Error::NotFound)?;
    Ok(entries::by_ids(&mut tx, &[id]).await?.pop().filter(|entry| entry.state.is_public()))
}

/// Answers by a link from a mail. Gives the entry as it was.
///
/// # Errors
/// As [`show_question`]; [`Error::Conflict`] where somebody changed the entry at the same moment.
pub async fn answer(backend: &Backend, link: &str, answer: Answer) -> Result<Entry> {
    let mut tx = backend.db.write().await?;
    let (entry, _) = asked(&mut tx, link).await?;
    // One answer after the other, and none while a step is taken.
    members::lock(&mut tx, entry.id).await?;
    let (entry, account) = asked(&mut tx, link).await?;
    settle(backend, tx, &entry, answer, &account.to_string()).await?;
    Ok(entry)
}

/// Somebody who writes for an entry says that it is still right.
///
/// # Errors
/// [`Error::Conflict`] where readers do not see it.
pub async fn confirm_entry(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    if *actor == Actor::Visitor {
        return Err(Error::Unauthenticated.into());
    }
    let mut tx = backend.db.write().await?;
    members::lock(&mut tx, id).await?;
    let entry = entries::by_ids(&mut tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
    permit(actor, Action::ReadUnpublished, entry.subject())?;
    permit(actor, Action::Edit, entry.subject())?;
    if entry.state != EntryState::Published {
        return Err(Error::Conflict.into());
    }
    settle(backend, tx, &entry, Answer::Right, &actor.label()).await
}

async fn asked(tx: &mut Tx, link: &str) -> Result<(Entry, AccountId)> {
    let link = Secret::given(link);
    let found = if link.is_whole() { freshness::by_link(tx, &link.hash("")).await? } else { None };
    let (id, account) = found.ok_or(Error::NotFound)?;
    let entry = entries::by_ids(tx, &[id]).await?.pop().filter(|entry| entry.state.is_public()).ok_or(Error::NotFound)?;
    Ok((entry, account))
}

async fn settle(backend: &Backend, mut tx: Tx, entry: &Entry, answer: Answer, by: &str) -> Result<()> {
    let at = backend.clock.now();
    // Whoever puts an entry away settles the question: one that is put away and still asked about was put away by the rule.
    let state = if answer == Answer::Right { EntryState::Published } else { EntryState::Archived };
    if entry.state != state && !entries::set_state(&mut tx, entry, state, at).await? {
        return Err(Error::Conflict.into());
    }
    let action = match answer {
        Answer::Right => {
            freshness::confirm(&mut tx, entry.id, at).await?;
            "confirmed"
        }
        Answer::Over => {
            freshness::settle(&mut tx, entry.id, at).await?;
            "archived"
        }
    };
    events::insert(&mut tx, &Event { id: backend.clock.event_id(), entry: entry.id, revision: None, actor: by, action, reason: "", at })
        .await?;
    let head = feed::append(&mut tx, entry.id, at).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}
