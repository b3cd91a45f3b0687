//! What moderators tell each other about an entry.

use super::{entry, may_decide, record};
use crate::{Backend, failure::Result, storage::notes};
use domain::{Error, FieldError, Problem, account::Actor, id::EntryId, limits, text::Text};

/// Adds a note.
///
/// # Errors
/// [`Error::Invalid`] on `text`; [`Error::Forbidden`] of those who do not decide.
pub async fn add_note(backend: &Backend, actor: &Actor, id: EntryId, text: &str) -> Result<()> {
    let account = may_decide(actor)?;
    let text = Text::<1, { limits::REASON }>::parse(text).map_err(|problem| vec![FieldError::new("text", problem)])?;
    let mut tx = backend.db.write().await?;
    entry(&mut tx, id).await?;
    if usize::try_from(notes::count(&mut tx, id).await?).is_ok_and(|count| count >= limits::NOTES) {
        return Err(vec![FieldError::new("text", Problem::TooMany { max: limits::NOTES })].into());
    }
    notes::insert(&mut tx, &backend.clock.fresh_id(), id, account, &text, backend.clock.now()).await?;
    // What it says stays in one place.
    record(backend, &mut tx, actor, id, "noted", "").await?;
    Ok(tx.commit().await?)
}

/// Removes one, whoever wrote it.
///
/// # Errors
/// [`Error::Conflict`] where it is gone already.
pub async fn remove_note(backend: &Backend, actor: &Actor, id: EntryId, note: &str) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    if !notes::remove(&mut tx, note, id).await? {
        return Err(Error::Conflict.into());
    }
    record(backend, &mut tx, actor, id, "note-removed", "").await?;
    Ok(tx.commit().await?)
}
