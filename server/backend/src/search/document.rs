//! What engines know of an entry: public data only, built from current rows, the same for every engine.

use super::{checksum::Checksum, language::words};
use domain::{
    facet::Facet,
    geo::Point,
    id::EntryId,
    time::{HOUR, Timestamp},
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
    /// Names it can also be found by: organisation, place, partners and target groups.
    pub names: String,
    /// What it belongs to, in words that are not its own: the German and English labels of its facet values, and what
    /// the projects are about that a lesson came from or an organisation has.
    pub context: String,
    /// Facet values, all facets of the query language; absent facets have none.
    pub facets: BTreeMap<Facet, BTreeSet<String>>,
    /// Where it may be shown; `None` where its place is not public or has no point.
    pub point: Option<Point>,
    /// When it was first published.
    pub published_at: Timestamp,
    /// When its current revision was published.
    pub updated_at: Timestamp,
}

impl IndexDocument {
    /// The hour in which it was first published, since 1970. Newest means by the hour: an import brings hundreds of
    /// entries within a moment, one kind after the other; within an hour they are mixed (ties go by the random number
    /// of entries), so that the newest are not all alike.
    #[must_use]
    pub fn published_hour(&self) -> i64 {
        self.published_at.0.div_euclid(HOUR)
    }

    /// Tells one state of an entry from another, whatever changed: an index that holds it is up to date. 53 bits.
    #[must_use]
    pub fn version(&self) -> u64 {
        let mut sum = Checksum::default();
        for text in [&self.slug, &self.title, &self.summary, &self.body, &self.names, &self.context] {
            sum.text(text);
        }
        for (facet, values) in &self.facets {
            sum.text(facet.id());
            values.iter().for_each(|value| sum.text(value));
        }
        // Kind and language are facets too.
        for number in [self.published_at.0, self.updated_at.0] {
            sum.bytes(&number.to_le_bytes());
        }
        for degrees in self.point.iter().flat_map(|point| [point.lat, point.lon]) {
            sum.bytes(&degrees.to_le_bytes());
        }
        sum.finish() & ((1 << 53) - 1)
    }

    /// What titles are sorted by: their folded words.
    #[must_use]
    pub fn title_key(&self) -> String {
        words(&self.title).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
    }
}

/// A change to an index: the entry as it is now, or that it is no longer public.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Insert or replace.
    Put(Box<IndexDocument>),
    /// Take out, if it is in.
    Drop(EntryId),
}

impl Change {
    /// The entry that it is about.
    #[must_use]
    pub fn id(&self) -> EntryId {
        match self {
            Self::Put(document) => document.id,
            Self::Drop(id) => *id,
        }
    }
}
