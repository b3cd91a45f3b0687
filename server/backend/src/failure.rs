//! What can go wrong behind the use cases: either something to be told, or a fault of ours.

use domain::{Error, FieldError};

/// The outcome of a use case.
pub type Result<T> = std::result::Result<T, Failure>;

/// Why a use case did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Something to be told as it is.
    #[error(transparent)]
    Told(#[from] Error),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The search engine failed.
    #[error("search: {0}")]
    Search(#[from] crate::search::Error),
    /// A file could not be read or written.
    #[error("{0}")]
    File(#[from] std::io::Error),
}

impl From<Vec<FieldError>> for Failure {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Told(Error::Invalid(errors))
    }
}

impl Failure {
    /// What the outside is told. A fault of ours is logged here, once, with the id that the user can quote.
    #[must_use]
    pub fn tell(self) -> Error {
        match self {
            Self::Told(error) => error,
            // Two wrote the same at once, and what keeps it from being there twice let one of them through.
            Self::Database(sqlx::Error::Database(refused)) if refused.is_unique_violation() => Error::Conflict,
            Self::Search(crate::search::Error::NotBuilt) => Error::Unavailable,
            fault => {
                let id = uuid::Uuid::new_v4().simple().to_string()[..8].to_uppercase();
                tracing::error!(%id, cause = %fault, "internal error");
                Error::Internal(id)
            }
        }
    }
}
