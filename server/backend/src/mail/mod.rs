//! Outgoing mail. A use case keeps a [`Letter`] in the transaction of what it tells ([`post`]); [`Postman`] sends it, as
//! often as it takes, and never from within a request.
//!
//! To add a letter: a variant of [`Letter`], and its texts where letters are written (`app`).

mod postman;
mod readers;
mod transport;

pub use postman::Postman;
pub use readers::ReaderLetter;
pub use transport::{Transport, WrongTransport};

use crate::{
    clock::Clock,
    failure::Result,
    storage::{
        Tx,
        entries::Entry,
        mails::{self, NewMail, Stand},
        members::{self, Member},
    },
};
use domain::{
    Lang,
    account::{Actor, Email},
    id::EntryId,
    time::{DAY, Timestamp},
};
use serde::{Deserialize, Serialize};

/// For how long it is tried to send a mail that is in no hurry, in microseconds.
pub(crate) const USEFUL_FOR: i64 = 7 * DAY;
/// The same of one that tells what moderators decided.
pub(crate) const DECISION_USEFUL_FOR: i64 = 14 * DAY;

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
    /// To a moderator: a passkey was added or removed.
    Passkey {
        /// Which of it.
        change: PasskeyChange,
        /// What they call it; empty where it was all of them.
        name: String,
        /// Path of the page with those they have.
        link: String,
    },
    /// Are these entries still right?
    StillRight {
        /// Whose they are.
        organisation: String,
        /// Which.
        entries: Vec<Asked>,
        /// Whether it was asked before.
        again: bool,
    },
    /// These links lead nowhere.
    BrokenLinks {
        /// Whose entries they stand in.
        organisation: String,
        /// Which.
        links: Vec<Missing>,
    },
    /// Nobody answered: these entries are put away.
    PutAway {
        /// Whose they are.
        organisation: String,
        /// Which.
        entries: Vec<Asked>,
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
    /// To its authors: moderators took an entry away from readers.
    Removed {
        /// Its title.
        title: String,
        /// [`domain::removal::Removal::id`].
        because: String,
        /// Why, in the moderator's words.
        reason: String,
        /// Path of the page that says so.
        link: String,
    },
    /// To its authors: it is there again.
    Restored {
        /// Its title.
        title: String,
        /// Path of the page where it stands.
        link: String,
    },
    /// To its authors: an entry is told in another now.
    Merged {
        /// Its title.
        title: String,
        /// The title of the other.
        into: String,
        /// Path of the other.
        link: String,
        /// Path of the page to object on.
        object: String,
    },
    /// To its authors: it is one of its own again.
    Unmerged {
        /// Its title.
        title: String,
        /// The title of the other.
        into: String,
        /// Its path.
        link: String,
    },
    /// To readers who help, and about what they suggest.
    Reader(ReaderLetter),
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
        /// What readers reported and suggested.
        #[serde(default)]
        readers: ReadersWait,
        /// Path of the queue.
        link: String,
    },
}

/// What of readers' waits for moderators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadersWait {
    /// Reports.
    pub reports: i64,
    /// For how many days the oldest has waited.
    pub reports_days: i64,
    /// Suggestions that moderators decide on.
    pub suggestions: i64,
    /// For how many days the oldest has waited.
    pub suggestions_days: i64,
}

/// What was done with a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PasskeyChange {
    /// There is one more.
    Added,
    /// There is one less.
    Removed,
    /// The operator removed all.
    Reset,
}

/// An entry that somebody is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// [`domain::vocabulary::Kind::id`].
    #[serde(default)]
    pub kind: Option<String>,
    /// Its title.
    pub title: String,
    /// Path of the page to answer on.
    pub link: String,
}

/// A link that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Title of the entry it stands in.
    pub title: String,
    /// Where it led.
    pub url: String,
    /// Path of the page to edit the entry on.
    pub link: String,
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
    /// It was looked at afterwards: readers do not see the entry any more until it is changed.
    TakenOffline,
    /// It was looked at afterwards: readers see what they saw before.
    TakenBack,
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
pub async fn post_later(tx: &mut Tx, clock: &Clock, to: &Email, language: Lang, letter: &Letter, times: (i64, i64)) -> Result<String> {
    keep(tx, clock, (to, language), (None, None), letter, times).await
}

/// The same about a decision: it is not sent where that does not stand any more by then.
///
/// # Errors
/// When the database fails.
pub async fn post_decision(
    tx: &mut Tx,
    clock: &Clock,
    (to, language): (&Email, Lang),
    letter: &Letter,
    decision: Stand,
    times: (i64, i64),
) -> Result<String> {
    keep(tx, clock, (to, language), (None, Some(decision)), letter, times).await
}

/// The same to a member of an organisation, as such: who leaves it before the mail went out is not sent it.
///
/// # Errors
/// When the database fails.
pub async fn post_to_member(
    tx: &mut Tx,
    clock: &Clock,
    organisation: EntryId,
    member: &Member,
    letter: &Letter,
    useful_for: i64,
) -> Result<()> {
    keep(tx, clock, (&member.email, member.language), (Some(organisation), None), letter, (0, useful_for)).await.map(drop)
}

/// The same to all who write for an entry, but for whoever did what it tells.
///
/// # Errors
/// When the database fails.
pub async fn post_to_authors(tx: &mut Tx, clock: &Clock, actor: &Actor, entry: &Entry, letter: &Letter, useful_for: i64) -> Result<()> {
    let Some(organisation) = entry.subject().organisation else { return Ok(()) };
    for member in members::of(tx, organisation).await? {
        if Some(member.account) != actor.account() {
            post_to_member(tx, clock, organisation, &member, letter, useful_for).await?;
        }
    }
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    clock: &Clock,
    (recipient, language): (&Email, Lang),
    (organisation, decision): (Option<EntryId>, Option<Stand>),
    letter: &Letter,
    (wait, useful_for): (i64, i64),
) -> Result<String> {
    let (at, id) = (clock.now(), clock.mail_id());
    let letter = serde_json::to_string(letter).map_err(std::io::Error::from)?;
    let (due_at, expires_at) = (Timestamp(at.0 + wait), Timestamp(at.0 + wait + useful_for));
    let mail = NewMail { id: &id, recipient, language, letter: &letter, at, organisation, decision, due_at, expires_at };
    mails::insert(tx, &mail).await?;
    Ok(id)
}
