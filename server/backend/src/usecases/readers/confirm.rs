//! Confirming the address of a suggestion, which is sent to those who decide by that.

use super::close_suggestions;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    secret::Secret,
    storage::{
        Tx, entries, members, readers,
        suggestions::{self, Suggestion},
    },
};
use domain::{Error, account::Actor, entry::EntryState, limits, reader::SuggestionState, time::HOUR};

/// Confirms the suggestion of this link; once, and within a day. Confirming it again changes nothing.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or it was forgotten; [`Error::TooMany`] where as many wait as may: then it is as it
/// was, and can be confirmed later.
pub async fn confirm(backend: &Backend, _actor: &Actor, link: &str) -> Result<()> {
    let (link, now) = (Secret::given(link), backend.clock.now());
    if !link.is_whole() {
        return Err(Error::NotFound.into());
    }
    let mut tx = backend.db.write().await?;
    let found = suggestions::by_link(&mut tx, &link.hash("")).await?.ok_or(Error::NotFound)?;
    if found.state != SuggestionState::Unconfirmed {
        return Ok(());
    }
    if found.created_at.0 + limits::SUGGESTION_HOURS * HOUR <= now.0 {
        return Err(Error::NotFound.into());
    }
    if let Some(entry) = found.entry {
        members::lock(&mut tx, entry).await?;
    }
    // One after the other, so that the counts hold.
    readers::lock(&mut tx).await?;
    let (waiting, most) = match found.entry {
        Some(entry) => (suggestions::count_of(&mut tx, entry, SuggestionState::Open).await?, limits::SUGGESTIONS_OF_ENTRY),
        None => (suggestions::count_new(&mut tx).await?, limits::SUGGESTIONS_OF_NEW),
    };
    if waiting >= most {
        return Err(Error::TooMany.into());
    }
    if !suggestions::confirm(&mut tx, &found.id, now).await? {
        return Ok(());
    }
    if let Some(found) = suggestions::by_id(&mut tx, &found.id).await? {
        arrived(backend, &mut tx, &found).await?;
    }
    Ok(tx.commit().await?)
}

/// A mail to all who may decide on it; where the entry was withdrawn meanwhile, to its reader.
async fn arrived(backend: &Backend, tx: &mut Tx, suggestion: &Suggestion) -> Result<()> {
    let (Some(id), Some(number)) = (suggestion.entry, suggestion.number) else { return Ok(()) };
    let Some(entry) = entries::by_ids(tx, &[id]).await?.pop() else { return Ok(()) };
    if entry.state == EntryState::Unpublished {
        return close_suggestions(backend, tx, &Actor::System, &entry).await;
    }
    let link = format!("/submit/{id}/suggestions/{number}");
    let letter = Letter::Reader(ReaderLetter::Waiting { title: suggestion.title.clone(), link });
    // Whoever confirmed it has no account.
    mail::post_to_authors(tx, &backend.clock, &Actor::Visitor, &entry, &letter, mail::USEFUL_FOR).await
}
