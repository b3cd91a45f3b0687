//! Asking for a mail to sign in with.

use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    secret::Secret,
    storage::sign_ins::{self, NewSignIn},
};
use domain::{
    Error, FieldError, Lang,
    account::Email,
    limits,
    local_path::LocalPath,
    time::{HOUR, MINUTE, Timestamp},
};

/// What the browser that asked is given.
#[derive(Debug)]
pub struct Asked {
    /// For its cookie: link and code are good only beside it.
    pub browser: Secret,
}

/// Sends a mail to sign in with to an address. `browser` is what this browser was given before, if it was; `next` is where
/// they go from there.
///
/// # Errors
/// [`Error::Invalid`] on `email`; [`Error::TooMany`] where this address was sent many already.
pub async fn ask(backend: &Backend, email: &str, language: Lang, browser: Option<Secret>, next: Option<&LocalPath>) -> Result<Asked> {
    let email: Email = email.parse().map_err(|problem| vec![FieldError::new("email", problem)])?;
    let (now, id) = (backend.clock.now(), uuid::Uuid::new_v4().to_string());
    let (link, code, browser) = (Secret::random(), Secret::code(limits::CODE), browser.unwrap_or_else(Secret::random));
    let useful_for = limits::SIGN_IN_MINUTES * MINUTE;
    let mut tx = backend.db.write().await?;
    if sign_ins::count(&mut tx, &email, Timestamp(now.0 - HOUR)).await? >= i64::from(limits::SIGN_IN_MAILS) {
        return Err(Error::TooMany.into());
    }
    let new = NewSignIn {
        id: &id,
        email: &email,
        link: &link.hash(""),
        code: &code.hash(&id),
        browser: &browser.hash(""),
        next,
        at: now,
        expires_at: Timestamp(now.0 + useful_for),
    };
    sign_ins::insert(&mut tx, &new).await?;
    let letter = Letter::SignIn { link: format!("/sign-in/{}", link.reveal()), code: code.reveal().to_owned() };
    mail::post(&mut tx, &backend.clock, &email, language, &letter, useful_for).await?;
    tx.commit().await?;
    Ok(Asked { browser })
}
