//! What can go wrong between us and Meilisearch.

use std::{error::Error, time::Duration};

/// Meilisearch did not do what it was asked. Nothing in here says what was searched for, nor the key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No connection, or it broke off.
    #[error("Meilisearch cannot be reached: {0}")]
    Unreachable(String),
    /// No answer in the time that it had.
    #[error("Meilisearch did not answer within {} ms", .0.as_millis())]
    Late(Duration),
    /// It refused. Its message is left out: it repeats what it was asked.
    #[error("Meilisearch answered {status}{}{code}", if code.is_empty() { "" } else { " " })]
    Refused {
        /// HTTP status.
        status: u16,
        /// Meilisearch's name for the reason, `invalid_api_key` or `index_not_found`; may be empty.
        code: String,
    },
    /// An answer of another form than we know.
    #[error("Meilisearch gave an answer that cannot be read: {0}")]
    Garbled(String),
    /// Its index is not as it was left: emptied, put back to an older state, or kept by another process.
    #[error("the index in Meilisearch is not as it was left")]
    Changed,
    /// A task that it had taken on did not succeed.
    #[error("a task of Meilisearch {status}: {code}")]
    TaskFailed {
        /// `failed` or `canceled`.
        status: String,
        /// Meilisearch's name for the reason.
        code: String,
    },
}

impl Trouble {
    /// Whether it says that an index, a document or a task is not there.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Refused { status: 404, .. })
    }

    /// Whether to ask again may help: the network, or a server that is down or busy.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Late(_) => true,
            Self::Refused { status, .. } => *status >= 500 || *status == 429,
            Self::Garbled(_) | Self::Changed | Self::TaskFailed { .. } => false,
        }
    }

    /// A failed request, after at most `patience`.
    pub(super) fn of_request(error: reqwest::Error, patience: Duration) -> Self {
        if error.is_timeout() {
            return Self::Late(patience);
        }
        // The address is known from the settings; the innermost cause is what tells.
        let error = error.without_url();
        let mut cause: &dyn Error = &error;
        while let Some(deeper) = cause.source() {
            cause = deeper;
        }
        let cause = cause.to_string();
        if error.is_decode() { Self::Garbled(cause) } else { Self::Unreachable(cause) }
    }
}
