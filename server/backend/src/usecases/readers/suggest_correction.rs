//! Suggesting other words for the fields of one section of an entry.

use super::{email, map, may_mail, show_correction::correctable, trap, words};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    secret::Secret,
    storage::{
        Tx, members, readers,
        suggestions::{self, NewSuggestion},
    },
    usecases::write::{place, problems},
};
use domain::{
    Error, FieldError, Lang, Problem,
    account::{Actor, Email},
    entry::Document,
    form::{self, Input, Section},
    limits,
    reader::{self, SuggestionState},
    time::{DAY, HOUR, Timestamp},
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// What a reader sends.
#[derive(Debug)]
pub struct Corrected<'a> {
    /// What the entry is.
    pub kind: Kind,
    /// Its address.
    pub slug: &'a str,
    /// The section of its form.
    pub section: &'a str,
    /// What stands in the fields now.
    pub typed: &'a [(String, String)],
    /// Why, and where that is to be read.
    pub why: &'a str,
    /// Where the mail to confirm goes.
    pub email: &'a str,
    /// A field that people do not see.
    pub trap: &'a str,
    /// The language of the page.
    pub language: Lang,
}

/// Keeps what differs from what is public, and sends a mail to confirm it. Nobody else hears of it before.
///
/// # Errors
/// [`Error::Invalid`] with every field that is wrong, or where nothing differs; [`Error::TooMany`] where many wait for this
/// entry, with this address, or altogether.
pub async fn suggest_correction(backend: &Backend, actor: &Actor, sent: &Corrected<'_>) -> Result<()> {
    let shown = correctable(backend, actor, sent.kind, sent.slug).await?;
    let section = form::sections(sent.kind).iter().find(|known| known.id == sent.section).ok_or(Error::NotFound)?;
    let mut errors = vec![];
    let mut document = shown.document.clone();
    form::fill(&mut document, section.fields, sent.typed);
    // What is only missing where it was missing before is nobody's mistake.
    if section.fields.iter().any(|field| field.input == Input::Place) {
        place::settle(backend, actor, &shown.document, &mut document).await?;
    }
    let wrong = problems(&mut backend.db.read().await?, backend.clock.now(), shown.entry.organisation_id, sent.kind, &document).await?;
    errors.extend(wrong.into_iter().filter(|error| is_of(sent.kind, section, &shown.document, &document, error)));
    let why = words("why", sent.why, &mut errors);
    let email = email(sent.email, &mut errors);
    trap(sent.trap, &mut errors);
    let Some(email) = email.filter(|_| errors.is_empty()) else { return Err(errors.into()) };
    let read = Document::read_stored(sent.kind, Value::Object(document))?;
    let changes = reader::changes(sent.kind, &shown.document, &map(&read)?);
    if changes.is_empty() {
        return Err(vec![FieldError::new("", Problem::Unchanged)].into());
    }
    let (now, link, id) = (backend.clock.now(), Secret::random(), uuid::Uuid::new_v4().to_string());
    let mut tx = backend.db.write().await?;
    // One after the other, so that the counts hold.
    members::lock(&mut tx, shown.entry.id).await?;
    let most =
        [(SuggestionState::Open, limits::SUGGESTIONS_OF_ENTRY), (SuggestionState::Unconfirmed, limits::SUGGESTIONS_UNCONFIRMED_OF_ENTRY)];
    for (state, most) in most {
        if suggestions::count_of(&mut tx, shown.entry.id, state).await? >= most {
            return Err(Error::TooMany.into());
        }
    }
    let new = NewSuggestion {
        id: &id,
        kind: sent.kind,
        entry: Some((shown.entry.id, shown.revision)),
        changes: &changes,
        organisation: "",
        why: &why,
        email: &email,
        language: sent.language,
        link: &link.hash(""),
        at: now,
    };
    let title = shown.entry.revision.as_ref().map(|revision| revision.document.title().to_owned());
    keep(backend, &mut tx, &new, &link, title).await?;
    Ok(tx.commit().await?)
}

/// Keeps a suggestion and posts the mail that confirms it.
pub(super) async fn keep(backend: &Backend, tx: &mut Tx, new: &NewSuggestion<'_>, link: &Secret, title: Option<String>) -> Result<()> {
    // One after the other, so that the counts hold: with an address, and altogether.
    readers::lock(tx).await?;
    if suggestions::count_unconfirmed(tx).await? >= limits::SUGGESTIONS_UNCONFIRMED {
        return Err(Error::TooMany.into());
    }
    let address: &Email = new.email;
    may_mail(suggestions::count_from(tx, address, Timestamp(new.at.0 - DAY)).await?)?;
    suggestions::insert(tx, new).await?;
    let letter = Letter::Reader(ReaderLetter::Confirm { title, link: format!("/suggestions/{}", link.reveal()) });
    mail::post(tx, &backend.clock, address, new.language, &letter, limits::SUGGESTION_HOURS * HOUR).await
}

/// Whether an error is about a field of this section that was changed.
fn is_of(kind: Kind, section: &Section, old: &Map<String, Value>, new: &Map<String, Value>, error: &FieldError) -> bool {
    let Some(field) = form::field_of(kind, &error.field) else { return false };
    section.fields.contains(field) && form::value_of(old, field.name) != form::value_of(new, field.name)
}
