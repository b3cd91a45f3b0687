//! Signing in with what was sent.

use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{
        Tx, accounts, sessions,
        sign_ins::{self, SignIn},
    },
};
use domain::{Error, FieldError, Lang, Problem, account::Email, limits, local_path::LocalPath};

/// What somebody has from the mail.
#[derive(Debug)]
pub enum Proof<'a> {
    /// The end of the link.
    Link(&'a str),
    /// The code.
    Code(&'a str),
}

/// Somebody signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// What to put into the cookie of the session.
    pub session: Secret,
    /// Where they were on their way to.
    pub next: Option<LocalPath>,
}

/// Signs in. All of one address' browsers that asked before stay as
/// they are; what proved it is used up.
///
/// # Errors
/// [`Error::Invalid`] on `code`, or [`Error::NotFound`] for a link that is wrong, used up, too old, or of another browser.
pub async fn confirm(backend: &Backend, proof: Proof<'_>, browser: &Secret, language: Lang) -> Result<SignedIn> {
    let mut tx = backend.db.write().await?;
    let Some(asked) = proven(backend, &mut tx, &proof, browser).await? else {
        // With the wrong attempt counted.
        tx.commit().await?;
        return Err(refusal(&proof).into());
    };
    let now = backend.clock.now();
    if !sign_ins::use_up(&mut tx, &asked.id, now).await? {
        return Err(refusal(&proof).into());
    }
    let email: Email = asked.email.parse().map_err(|_| Error::NotFound)?;
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, language, now).await?;
    let session = Secret::random();
    sessions::insert(&mut tx, &session.hash(""), account.id, now).await?;
    tx.commit().await?;
    Ok(SignedIn { session, next: asked.next_page.parse().ok() })
}

/// Whether a link is good in this browser; nothing is used up by looking. Programs that scan mails follow links.
///
/// # Errors
/// When the database fails.
pub async fn is_browser_of(backend: &Backend, link: &str, browser: Option<&Secret>) -> Result<bool> {
    let asked = sign_ins::by_link(&mut backend.db.read().await?, &Secret::given(link).hash(""), backend.clock.now()).await?;
    let asked = asked.ok_or(Error::NotFound)?;
    Ok(browser.is_some_and(|browser| browser.hash("") == asked.browser))
}

/// Where somebody was on their way to who asked for the mail with this link: for those who open it in another browser, and
/// have to ask once more.
///
/// # Errors
/// [`Error::NotFound`] where the link is wrong, used up or too old.
pub async fn next_of(backend: &Backend, link: &str) -> Result<Option<LocalPath>> {
    let asked = sign_ins::by_link(&mut backend.db.read().await?, &Secret::given(link).hash(""), backend.clock.now()).await?;
    Ok(asked.ok_or(Error::NotFound)?.next_page.parse().ok())
}

async fn proven(backend: &Backend, tx: &mut Tx, proof: &Proof<'_>, browser: &Secret) -> Result<Option<SignIn>> {
    let (now, browser) = (backend.clock.now(), browser.hash(""));
    match proof {
        Proof::Link(link) => {
            let asked = sign_ins::by_link(tx, &Secret::given(link).hash(""), now).await?;
            Ok(asked.filter(|asked| asked.browser == browser))
        }
        Proof::Code(code) => {
            let Some(asked) = sign_ins::by_browser(tx, &browser, now).await? else { return Ok(None) };
            // Counted before it is compared: guesses sent at once count each.
            let digits: String = code.chars().filter(char::is_ascii_digit).collect();
            let may_try = sign_ins::miss(tx, &asked.id, limits::CODE_ATTEMPTS).await?;
            Ok((may_try && Secret::given(&digits).hash(&asked.id) == asked.code).then_some(asked))
        }
    }
}

fn refusal(proof: &Proof<'_>) -> Error {
    match proof {
        Proof::Link(_) => Error::NotFound,
        Proof::Code(_) => Error::Invalid(vec![FieldError::new("code", Problem::WrongCode)]),
    }
}
