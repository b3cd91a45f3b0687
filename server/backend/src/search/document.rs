//! What engines know of an entry: public data only, built from current rows, the same for every engine.

use domain::{
    facet::Facet,
    geo::Point,
    id::EntryId,
    time::Timestamp,
    vocabulary::{Kind, Lang},
};
use std::collections::{BTreeMap, BTreeSet};

/// An entry as the search index and the map index take it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexDocument {
    /// The entry. `id.number()` is its number in indexes and tiles.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: String,
    /// The language of its text: decides on stemming.
    pub language: Lang,
    /// Title or name.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// All other passages, one after the other.
    pub body: String,
    /// Names and words it can also be found by: organisation, place, partners, target groups and the
    /// German and English labels of its facet values.
    pub names: String,
    /// Facet values, all facets of the query language; absent facets have none.
    pub facets: BTreeMap<Facet, BTreeSet<String>>,
    /// Where it may be shown; `None` where its place is not public or has no point.
    pub point: Option<Point>,
    /// When it was first published.
    pub published_at: Timestamp,
    /// When its current revision was published.
    pub updated_at: Timestamp,
}

/// A change to an index: the entry as it is now, or that it is no longer public.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Insert or replace.
    Put(Box<IndexDocument>),
    /// Take out, if it is in.
    Drop(EntryId),
}
