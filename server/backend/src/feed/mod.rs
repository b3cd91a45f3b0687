//! The change feed's readers. Each builds from the *current* rows, so order and repeats do not matter, and
//! moves its mark only after its target confirmed. No handler ever calls them.

mod compare;
mod document;
mod indexer;
mod lease;
mod mirror;
mod nightly;
mod source;

pub use document::{index_document, index_documents, index_documents_with, names, passages};
pub use indexer::{Indexer, Mark, Progress};
pub use lease::{LASTS, Lease};
pub use mirror::Mirror;
pub(crate) use nightly::is_due;
pub use source::Source;
