//! Telling of a project or a lesson that is not there yet.

use super::{email, suggest_correction::keep, told, trap, words};
use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::suggestions::{self, NewSuggestion},
    usecases::write::{place, problems},
};
use domain::{Error, Lang, account::Actor, entry::Document, form, limits, reader, text::Line, vocabulary::Kind};
use serde_json::{Map, Value, json};

/// What a reader sends.
#[derive(Debug)]
pub struct Told<'a> {
    /// What it is.
    pub kind: Kind,
    /// What was typed, by field.
    pub typed: &'a [(String, String)],
    /// Whose it is, in words.
    pub organisation: &'a str,
    /// How they know of it.
    pub why: &'a str,
    /// Where the mail to confirm goes.
    pub email: &'a str,
    /// A field that people do not see.
    pub trap: &'a str,
    /// The language of the page.
    pub language: Lang,
}

/// Keeps it, and sends a mail to confirm it.
///
/// # Errors
/// [`Error::Invalid`] with every field that is wrong; [`Error::TooMany`] where many wait.
pub async fn suggest_entry(backend: &Backend, actor: &Actor, sent: &Told<'_>) -> Result<()> {
    if sent.kind == Kind::Organisation {
        return Err(Error::NotFound.into());
    }
    let mut document = Map::new();
    form::fill(&mut document, form::suggested(sent.kind), sent.typed);
    document.insert("language".into(), json!(sent.language.id()));
    place::settle(backend, actor, &Map::new(), &mut document).await?;
    let mut errors = problems(&mut backend.db.read().await?, backend.clock.now(), None, sent.kind, &document).await?;
    let organisation = told("organisation", Line::parse(sent.organisation), &mut errors);
    let why = words("why", sent.why, &mut errors);
    let email = email(sent.email, &mut errors);
    trap(sent.trap, &mut errors);
    let (Some(email), Some(organisation), true) = (email, organisation, errors.is_empty()) else { return Err(errors.into()) };
    let read = Document::parse(sent.kind, Value::Object(document))?;
    let changes = reader::changes(sent.kind, &Map::new(), &super::map(&read)?);
    let (now, link, id) = (backend.clock.now(), Secret::random(), uuid::Uuid::new_v4().to_string());
    let mut tx = backend.db.write().await?;
    if suggestions::count_new(&mut tx).await? >= limits::SUGGESTIONS_OF_NEW {
        return Err(Error::TooMany.into());
    }
    let new = NewSuggestion {
        id: &id,
        kind: sent.kind,
        entry: None,
        changes: &changes,
        organisation: &organisation,
        why: &why,
        email: &email,
        language: sent.language,
        link: &link.hash(""),
        at: now,
    };
    keep(backend, &mut tx, &new, &link, None).await?;
    Ok(tx.commit().await?)
}
