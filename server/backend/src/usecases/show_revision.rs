//! One entry as it read at an earlier time.

use super::show_project::readable;
use crate::{
    Backend,
    failure::Result,
    public,
    storage::entries::{self, Entry},
};
use domain::{Error, account::Actor, vocabulary::Kind};

/// An earlier revision's page.
#[derive(Debug, Clone, PartialEq)]
pub struct RevisionView {
    /// The entry as it is, but with the asked revision in place of the published one.
    pub entry: Entry,
    /// The number of the published revision.
    pub current: i64,
}

/// Readers may see what is published and what once was; drafts and what was refused are nobody's business here.
///
/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed the entry.
pub async fn show_revision(backend: &Backend, actor: &Actor, kind: Kind, slug: &str, number: i64) -> Result<RevisionView> {
    let mut tx = backend.db.read().await?;
    let now = readable(&mut tx, actor, kind, slug).await?;
    let current = now.revision.ok_or(Error::NotFound)?;
    let entry = entries::by_slug_at(&mut tx, kind, &now.slug, number).await?.ok_or(Error::NotFound)?;
    if entry.revision.is_none() {
        return Err(Error::NotFound.into());
    }
    Ok(RevisionView { entry: public::earlier(entry, &current.document), current: current.number })
}
