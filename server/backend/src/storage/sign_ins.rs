//! Mails to sign in with that were asked for. Of secrets only hashes come in here.

use super::{Tx, execute, on, statements};
use domain::{account::Email, local_path::LocalPath, time::Timestamp};

statements! {
    INSERT = "INSERT INTO sign_in (id, email, link, code, browser, next_page, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    COUNT = "SELECT COUNT(*) FROM sign_in WHERE email = $1 AND created_at > $2";
    BY_LINK = "SELECT id, email, code, browser, next_page FROM sign_in WHERE link = $1 AND used_at IS NULL AND expires_at > $2";
    BY_BROWSER = "SELECT id, email, code, browser, next_page FROM sign_in WHERE browser = $1 AND used_at IS NULL AND expires_at > $2 ORDER BY created_at DESC LIMIT 1";
    USE_UP = "UPDATE sign_in SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    MISS = "UPDATE sign_in SET attempts = attempts + 1 WHERE id = $1 AND attempts < $2";
    DELETE_OF = "DELETE FROM sign_in WHERE email = $1";
    END_ALL = "UPDATE sign_in SET used_at = $2 WHERE email = $1 AND used_at IS NULL";
    FORGET = "DELETE FROM sign_in WHERE created_at <= $1";
}

/// One that was asked for.
pub struct NewSignIn<'a> {
    /// Its id.
    pub id: &'a str,
    /// Who it is sent to.
    pub email: &'a Email,
    /// Hash of the link.
    pub link: &'a str,
    /// Hash of the code.
    pub code: &'a str,
    /// Hash of the browser's cookie.
    pub browser: &'a str,
    /// Where they are on their way to.
    pub next: Option<&'a LocalPath>,
    /// Now.
    pub at: Timestamp,
    /// When it is of no use any more.
    pub expires_at: Timestamp,
}

/// One that can still be used.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SignIn {
    /// Its id.
    pub id: String,
    /// Who it was sent to.
    pub email: String,
    /// Hash of the code.
    pub code: String,
    /// Hash of the browser's cookie.
    pub browser: String,
    /// Where they are on their way to; empty where nowhere in particular.
    pub next_page: String,
}

/// Keeps one that was asked for.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &NewSignIn<'_>) -> sqlx::Result<()> {
    let next = new.next.map_or("", |next| next);
    execute!(tx, INSERT, new.id, &**new.email, new.link, new.code, new.browser, next, new.at.0, new.expires_at.0).map(drop)
}

/// How many were asked for by an address since then.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, email: &Email, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).bind(&**email).bind(since.0).fetch_one(c).await)
}

/// The usable one of a link.
///
/// # Errors
/// When the database fails.
pub async fn by_link(tx: &mut Tx, link: &str, now: Timestamp) -> sqlx::Result<Option<SignIn>> {
    on!(tx, |c| sqlx::query_as(BY_LINK).bind(link).bind(now.0).fetch_optional(c).await)
}

/// The latest usable one of a browser.
///
/// # Errors
/// When the database fails.
pub async fn by_browser(tx: &mut Tx, browser: &str, now: Timestamp) -> sqlx::Result<Option<SignIn>> {
    on!(tx, |c| sqlx::query_as(BY_BROWSER).bind(browser).bind(now.0).fetch_optional(c).await)
}

/// Uses one up. False where somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn use_up(tx: &mut Tx, id: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, USE_UP, id, at.0)? == 1)
}

/// Counts a wrong code. False where it has been typed wrongly too often.
///
/// # Errors
/// When the database fails.
pub async fn miss(tx: &mut Tx, id: &str, most: i64) -> sqlx::Result<bool> {
    Ok(execute!(tx, MISS, id, most)? == 1)
}

/// Uses up all of an address.
///
/// # Errors
/// When the database fails.
pub async fn end_all(tx: &mut Tx, email: &Email, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, END_ALL, &**email, at.0).map(drop)
}

/// Deletes those that were asked for before then.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, before.0).map(drop)
}

/// Deletes all of an address.
///
/// # Errors
/// When the database fails.
pub async fn delete_of(tx: &mut Tx, email: &Email) -> sqlx::Result<()> {
    execute!(tx, DELETE_OF, &**email).map(drop)
}
