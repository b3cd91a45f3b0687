//! Saying that something is wrong with an entry.

use super::{email, may_mail, read::public_entry, told, trap, words};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    secret::Secret,
    storage::{
        members, readers,
        reports::{self, NewReport},
    },
};
use domain::{
    Error, FieldError, Lang,
    account::Actor,
    limits, reader,
    time::{DAY, Timestamp},
    vocabulary::Kind,
};

/// What a reader sends.
#[derive(Debug)]
pub struct Complaint<'a> {
    /// What the entry is.
    pub kind: Kind,
    /// Its address.
    pub slug: &'a str,
    /// Of [`reader::REASONS`].
    pub reason: &'a str,
    /// In their own words.
    pub text: &'a str,
    /// Where the answer goes; may be empty.
    pub email: &'a str,
    /// A field that people do not see.
    pub trap: &'a str,
    /// The language of the page.
    pub language: Lang,
}

/// Keeps a report and gives the secret of the link to its state. With an address, a mail with that link goes there.
///
/// # Errors
/// [`Error::Invalid`] with every field that is wrong; [`Error::TooMany`] where many wait about this entry, or many were
/// made with this address.
pub async fn report(backend: &Backend, _actor: &Actor, complaint: &Complaint<'_>) -> Result<Secret> {
    let mut errors: Vec<FieldError> = vec![];
    let reason = told("reason", reader::reason(complaint.reason), &mut errors);
    let text = words("text", complaint.text, &mut errors);
    let email = if complaint.email.trim().is_empty() { None } else { email(complaint.email, &mut errors) };
    trap(complaint.trap, &mut errors);
    // Before others have to wait.
    let entry = public_entry(&mut backend.db.read().await?, complaint.kind, complaint.slug).await?;
    let Some(reason) = reason.filter(|_| errors.is_empty()) else { return Err(errors.into()) };
    let (now, link, id) = (backend.clock.now(), Secret::random(), uuid::Uuid::new_v4().to_string());
    let day = Timestamp(now.0 - DAY);
    let mut tx = backend.db.write().await?;
    // One after the other, so that the counts hold: about an entry, and with an address.
    members::lock(&mut tx, entry.id).await?;
    if email.is_some() {
        readers::lock(&mut tx).await?;
    }
    if reports::count_of(&mut tx, entry.id, day).await? >= limits::REPORTS_OF_ENTRY {
        return Err(Error::TooMany.into());
    }
    if let Some(email) = &email {
        may_mail(reports::count_from(&mut tx, email, day).await?)?;
    }
    let new = NewReport {
        id: &id,
        entry: entry.id,
        link: &link.hash(""),
        reason: reason.id,
        text: &text,
        email: email.as_ref(),
        language: complaint.language,
        at: now,
    };
    reports::insert(&mut tx, &new).await?;
    if let Some(email) = &email {
        let title = entry.revision.map(|revision| revision.document.title().to_owned()).unwrap_or_default();
        let letter = Letter::Reader(ReaderLetter::Reported { title, link: format!("/reports/{}", link.reveal()) });
        mail::post(&mut tx, &backend.clock, email, complaint.language, &letter, mail::USEFUL_FOR).await?;
    }
    tx.commit().await?;
    Ok(link)
}
