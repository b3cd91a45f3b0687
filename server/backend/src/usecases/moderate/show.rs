//! One submission, beside what is public.

use super::queue::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{
        drafts,
        drafts::Revision,
        entries::{self, Entry},
        events::{self, Past},
    },
    usecases::{
        difference::{Change, difference},
        views::Card,
        write::find_duplicates,
    },
};
use domain::{Error, Lang, account::Actor, entry::Document, id::RevisionId};
use serde_json::{Map, Value};

/// What a moderator decides on.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// The entry with what is public.
    pub entry: Entry,
    /// What is to be decided on, or was.
    pub revision: Revision,
    /// What it says, where it can be read.
    pub document: Option<Document>,
    /// What it says differently from what is public; of a new entry, all of it.
    pub changes: Vec<Change>,
    /// Public entries with a title like it.
    pub alike: Vec<Card>,
    /// What happened before, newest first.
    pub past: Vec<Past>,
}

/// A submission with all that helps to decide.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] of those who do not decide.
pub async fn show_submission(backend: &Backend, actor: &Actor, id: RevisionId, lang: Lang) -> Result<Submission> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let revision = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let entry = entries::by_ids(&mut tx, &[revision.entry]).await?.pop().ok_or(Error::NotFound)?;
    let old = match entry.revision.as_ref().filter(|published| published.id != id) {
        Some(published) => drafts::by_id(&mut tx, published.id).await?.map(|published| published.document),
        None => None,
    };
    let past = events::of_entry(&mut tx, entry.id).await?;
    drop(tx);
    let document = Document::read_stored(entry.kind, Value::Object(revision.document.clone())).ok();
    let title = document.as_ref().map_or("", |document| document.title());
    // Without a search one can decide all the same.
    let alike = find_duplicates(backend, actor, entry.kind, title)
        .await
        .unwrap_or_default()
        .into_iter()
        .filter(|card| card.id != entry.id)
        .collect();
    let changes = difference(entry.kind, lang, &old.unwrap_or_else(Map::new), &revision.document);
    Ok(Submission { changes, alike, past, document, entry, revision })
}
