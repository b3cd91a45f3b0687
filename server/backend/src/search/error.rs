//! What can go wrong in search.

use std::{io, path::PathBuf};
use tantivy::{TantivyError, directory::error::LockError};

/// A failure of an engine, never of a query: every query has an answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no usable index; a rebuild is needed or under way.
    #[error("the search index is not built yet")]
    NotBuilt,
    /// Another writer holds the index.
    #[error("another process is writing to the search index")]
    Busy,
    /// Another rebuild, begun later, was finished first.
    #[error("a later rebuild of the search index has taken over")]
    Superseded,
    /// The index that took over cannot be used by this process.
    #[error("the search index cannot be used: {0}")]
    Unusable(String),
    /// Files of the index could not be read or written.
    #[error("search index files at {path}: {source}")]
    Io {
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The engine failed.
    #[error("search engine: {0}")]
    Engine(#[source] TantivyError),
    /// Meilisearch did not do what it was asked. Of searches never: there the embedded engine answers.
    #[error(transparent)]
    Meilisearch(#[from] super::meilisearch::Trouble),
    /// Work on the index broke off with a panic; what it did was not committed.
    #[error("work on the search index broke off")]
    Stopped,
}

impl Error {
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.into(), source }
    }
}

impl From<TantivyError> for Error {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            error => Self::Engine(error),
        }
    }
}

/// Of search.
pub type Result<T> = std::result::Result<T, Error>;
