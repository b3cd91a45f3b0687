//! What an entry is asked to resemble, the same for every engine.

use super::document::IndexDocument;
use domain::{facet::Facet, id::EntryId};

/// A search for what resembles an entry. Hits are of the same kind, and never the entry itself.
#[derive(Debug, Clone, Copy)]
pub struct Likeness<'a> {
    /// The entry.
    pub to: &'a IndexDocument,
    /// Hits share at least one value of at least one of these: what likeness rests on.
    pub through: &'a [Facet],
    /// Hits share a value of each of these.
    pub same: &'a [Facet],
    /// Entries that are not wanted among the hits.
    pub without: &'a [EntryId],
    /// Hits wanted at most.
    pub limit: usize,
}
