//! The entry that a reader means.

use crate::{
    failure::Result,
    storage::{
        Tx,
        entries::{self, Entry},
    },
};
use domain::{Error, account::Actor, permission::Action, permission::permit, text::Slug, vocabulary::Kind};

/// A public entry, as storage holds it. What only its members see is nobody's to report.
///
/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub(super) async fn public_entry(tx: &mut Tx, kind: Kind, slug: &str) -> Result<Entry> {
    let slug: Slug = slug.parse().map_err(|_| Error::NotFound)?;
    let entry = entries::by_slug(tx, kind, &slug).await?.ok_or(Error::NotFound)?;
    permit(&Actor::Visitor, Action::Read, entry.subject())?;
    Ok(entry)
}
