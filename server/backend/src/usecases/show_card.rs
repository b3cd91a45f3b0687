//! One entry, as briefly as in a list.

use super::{show_project::readable, views::Card};
use crate::{Backend, failure::Result};
use domain::{Error, account::Actor, vocabulary::Kind};

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_card(backend: &Backend, actor: &Actor, kind: Kind, slug: &str) -> Result<Card> {
    let entry = readable(&mut backend.db.read().await?, actor, kind, slug).await?;
    Ok(Card::of(&entry).ok_or(Error::NotFound)?)
}
