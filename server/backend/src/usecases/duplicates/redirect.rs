//! Where an address leads whose entry is told in another.

use crate::{
    Backend,
    failure::Result,
    storage::{entries, redirects},
};
use domain::{entry::EntryState, text::Slug, vocabulary::Kind};

/// The address of the entry in which that of this address is told; `None` where it is told in no other. Nothing is told
/// of one that readers do not see.
///
/// # Errors
/// When the database fails.
pub async fn moved_to(backend: &Backend, kind: Kind, slug: &str) -> Result<Option<Slug>> {
    let Ok(slug) = slug.parse::<Slug>() else { return Ok(None) };
    let mut tx = backend.db.read().await?;
    let Some(entry) = entries::by_slug(&mut tx, kind, &slug).await?.filter(|entry| entry.state == EntryState::Removed) else {
        return Ok(None);
    };
    let now = redirects::by_slug(&mut tx, kind, &slug).await?;
    Ok(now.filter(|now| now.id != entry.id && now.state.is_public()).map(|now| now.slug))
}
