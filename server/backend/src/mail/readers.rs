//! Mails to readers who help, and about what they suggest.

use serde::{Deserialize, Serialize};

/// What such a mail says. Nothing that a reader typed goes to an address that is not confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum ReaderLetter {
    /// A report came in.
    Reported {
        /// The title of the entry.
        title: String,
        /// Path of its state.
        link: String,
    },
    /// It was answered.
    Answered {
        /// The title of the entry.
        title: String,
        /// In the moderators' words; empty where it was closed without.
        answer: String,
        /// Path of the entry.
        link: String,
    },
    /// A suggestion is to be confirmed.
    Confirm {
        /// The title of the entry; none of a new one, as that would be the reader's own words.
        title: Option<String>,
        /// Path of its state.
        link: String,
    },
    /// To members: a suggestion waits.
    Waiting {
        /// The title of the entry.
        title: String,
        /// Path of the page where it is decided.
        link: String,
    },
    /// What became of it.
    Decided {
        /// The title of the entry.
        title: String,
        /// [`domain::reader::SuggestionState::id`]; `dropped` where it was taken over, and nothing came of that.
        state: String,
        /// Why it was declined.
        reason: String,
        /// Path of the entry.
        link: String,
    },
    /// To members: what they left lying was decided by moderators, or is in their draft.
    TakenOver {
        /// The title of the entry.
        title: String,
        /// Whether readers see it already.
        is_published: bool,
        /// Whether something of it stands in a draft now.
        in_draft: bool,
        /// Whether a member decided, and no moderator.
        #[serde(default)]
        by_member: bool,
        /// Path of the draft.
        link: String,
    },
}
