//! Beginning an entry with the few things nothing goes without.

use super::{held, new, problems, writable};
use crate::{Backend, failure::Result, storage::drafts};
use domain::{Error, FieldError, Problem, account::Actor, id::EntryId, limits, revision::RevisionState, vocabulary::Kind};
use serde_json::json;

/// What somebody begins with.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// What it will be.
    pub kind: Kind,
    /// For which organisation.
    pub organisation: EntryId,
    /// What was typed, by field.
    pub typed: &'a [(String, String)],
    /// The language of the page, which is that of the text until somebody says otherwise.
    pub lang: domain::Lang,
}

/// Begins a project or a lesson. Nothing is kept where something is wrong: whoever typed it still has it before them.
///
/// # Errors
/// [`Error::Invalid`] with every field that is wrong.
pub async fn create_entry(backend: &Backend, actor: &Actor, new: &Beginning<'_>) -> Result<EntryId> {
    writable(&mut backend.db.read().await?, actor, new.organisation).await?;
    let mut document = new::read(backend, actor, new.kind, new.typed, new.lang).await?;
    // Before others have to wait.
    let problems = problems(&mut backend.db.read().await?, backend.clock.now(), Some(new.organisation), new.kind, &document).await?;
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let mut tx = backend.db.write().await?;
    // It may be on its way into another: then what is begun goes along, or is not begun.
    let organisation = held(&mut tx, actor, new.organisation).await?;
    if organisation.kind != Kind::Organisation || new.kind == Kind::Organisation {
        return Err(Error::NotFound.into());
    }
    if drafts::unread(&mut tx, organisation.id).await? >= limits::DRAFTS as i64 {
        return Err(vec![FieldError::new("title", Problem::TooMany { max: limits::DRAFTS })].into());
    }
    document.insert("organisation".into(), json!(organisation.slug));
    let owner = (new.kind, Some(organisation.id));
    let added = new::add(backend, &mut tx, actor, owner, &document, RevisionState::Draft).await?;
    tx.commit().await?;
    Ok(added.id)
}
