//! The language of one's mails.

use crate::{Backend, failure::Result, storage::accounts};
use domain::{Error, Lang, account::Actor};

/// Chooses the language of the mails to whoever asks.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn change_language(backend: &Backend, actor: &Actor, language: Lang) -> Result<()> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.write().await?;
    accounts::set_language(&mut tx, id, language).await?;
    Ok(tx.commit().await?)
}
