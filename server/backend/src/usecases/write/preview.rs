//! A draft as readers would see it.

use super::{is_editable, title, writable};
use crate::{
    Backend,
    failure::Result,
    public,
    storage::{drafts, entries::Entry},
};
use domain::{Error, account::Actor, entry::Document, id::EntryId};
use serde_json::Value;

/// What would be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Previewed {
    /// The entry.
    pub entry: Entry,
    /// Its title as it stands.
    pub title: String,
    /// What it would say; nothing where something in it is wrong.
    pub document: Option<Document>,
    /// Whether it is being written, and can be handed in.
    pub is_editable: bool,
}

/// The newest revision of an entry, with its place as coarse as readers would see it.
///
/// # Errors
/// [`Error::NotFound`] where it is not theirs.
pub async fn preview_draft(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Previewed> {
    let mut tx = backend.db.read().await?;
    let entry = writable(&mut tx, actor, id).await?;
    let revision = drafts::latest(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let title = title(&revision.document);
    let document = Document::parse(entry.kind, Value::Object(revision.document)).ok().map(public::document);
    Ok(Previewed { entry: public::entry(entry), title, document, is_editable: is_editable(revision.state) })
}
