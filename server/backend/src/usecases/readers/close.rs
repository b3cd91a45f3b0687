//! Suggestions for what readers cannot read any more.

use super::settle::{address, note, settle};
use crate::{
    Backend,
    failure::Result,
    storage::{Tx, entries::Entry, suggestions},
};
use domain::{Lang, account::Actor, reader::SuggestionState};

/// Why they are declined.
const WITHDRAWN_DE: &str = "Die Organisation hat den Eintrag zurückgezogen.";
const WITHDRAWN_EN: &str = "The organisation has withdrawn the entry.";

/// Declines all that wait for an entry that was withdrawn, in the same unit of work: nobody decides on them any more, and
/// whoever sent them is told.
///
/// # Errors
/// [`domain::Error::Conflict`] where somebody decided on one of them just now.
pub async fn close_suggestions(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry) -> Result<()> {
    for suggestion in suggestions::open_of(tx, entry.id).await? {
        let reason = if suggestion.language == Lang::De { WITHDRAWN_DE } else { WITHDRAWN_EN };
        settle(backend, tx, actor, &suggestion, (SuggestionState::Declined, reason), (None, None), address(entry)).await?;
        note(backend, tx, entry.id, None, actor, "suggestion-declined").await?;
    }
    Ok(())
}
