//! Outgoing mail. A use case keeps a [`Letter`] in the transaction of what it tells ([`post`]); [`Postman`] sends it, as
//! often as it takes, and never from within a request.
//!
//! To add a letter: a variant of [`Letter`], and its texts where letters are written (`app`).

mod postman;
mod transport;

pub use postman::Postman;
pub use transport::{Transport, WrongTransport};

use crate::{
    clock::Clock,
    failure::Result,
    storage::{
        Tx,
        mails::{self, NewMail},
    },
};
use domain::{Lang, account::Email, time::Timestamp};
use serde::{Deserialize, Serialize};

/// What a mail says, without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Letter {
    /// To sign in with.
    SignIn {
        /// Path of the link.
        link: String,
        /// To be typed where the link cannot be used.
        code: String,
    },
    /// Somebody is asked to write for an organisation.
    Invitation {
        /// Its name.
        organisation: String,
        /// [`domain::account::Role::id`].
        role: String,
        /// Path of the link.
        link: String,
    },
    /// To owners: somebody says that they belong to the organisation.
    ClaimWaiting {
        /// Its name.
        organisation: String,
        /// Path of the page where it is decided.
        link: String,
    },
    /// They do.
    ClaimAccepted {
        /// Its name.
        organisation: String,
        /// [`domain::account::Role::id`].
        role: String,
        /// Path of its members.
        link: String,
    },
    /// They do not.
    ClaimRefused {
        /// Its name.
        organisation: String,
        /// Why.
        reason: String,
    },
    /// What became of something that was handed in.
    Decided {
        /// Its title.
        title: String,
        /// What was decided.
        verdict: Verdict,
        /// Why, in the moderator's words; may be empty.
        reason: String,
        /// Path of its page.
        link: String,
    },
    /// To moderators: what waits for them.
    Waiting {
        /// Submissions.
        waiting: i64,
        /// For how many days the oldest has waited.
        days: i64,
        /// What is to be looked at afterwards.
        checks: i64,
        /// Claims of organisations.
        claims: i64,
        /// Path of the queue.
        link: String,
    },
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Readers see it.
    Published,
    /// It is in order; its owners have put it away meanwhile.
    Accepted,
    /// It came back.
    ChangesRequested,
    /// It was refused.
    Rejected,
}

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its subject.
    pub subject: String,
    /// All of it, as plain text.
    pub text: String,
    /// All of it, as HTML.
    pub html: String,
}

/// Puts a letter into words.
pub type Writer = fn(&Letter, Lang, &str) -> Written;

/// Keeps a letter to be sent, within the caller's unit of work. `useful_for` is in microseconds.
///
/// # Errors
/// When the database fails.
pub async fn post(tx: &mut Tx, clock: &Clock, to: &Email, language: Lang, letter: &Letter, useful_for: i64) -> Result<()> {
    post_later(tx, clock, to, language, letter, (0, useful_for)).await.map(drop)
}

/// The same with a wait before it is sent, in microseconds, for what may be undone until then. Gives its id.
///
/// # Errors
/// When the database fails.
pub async fn post_later(
    tx: &mut Tx,
    clock: &Clock,
    to: &Email,
    language: Lang,
    letter: &Letter,
    (wait, useful_for): (i64, i64),
) -> Result<String> {
    let (at, id) = (clock.now(), clock.mail_id());
    let letter = serde_json::to_string(letter).map_err(std::io::Error::from)?;
    let (due_at, expires_at) = (Timestamp(at.0 + wait), Timestamp(at.0 + wait + useful_for));
    mails::insert(tx, &NewMail { id: &id, recipient: to, language, letter: &letter, at, due_at, expires_at }).await?;
    Ok(id)
}
