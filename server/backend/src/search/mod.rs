//! The search port. Engines return ids, scores, counts and facets; use cases load the rows.
//!
//! To add an engine: a variant of [`Search`], and its answers to the methods there. What words are and which
//! count as the same is in `language`, what of a text is marked in `highlight`: both the same for every engine.

mod checksum;
mod comparison;
pub mod document;
pub mod embedded;
mod error;
pub mod highlight;
pub mod language;
pub mod likeness;
pub mod meilisearch;

pub use comparison::Comparison;
pub use embedded::{Embedded, Rebuild, State};
pub use error::{Error, Result};
pub use meilisearch::Meilisearch;

use document::Change;
use domain::{facet::FacetCounts, geo::Point, id::EntryId, query::Query, vocabulary::Sort};
use language::{Synonyms, is_wordless, reading::Reading};
use likeness::Likeness;
use meilisearch::Address;
use std::{collections::HashMap, path::Path, sync::Arc};

/// A query with its place resolved: engines know no gazetteer.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// What is asked. Engines look at text, filters, bbox, order, page and per_page.
    pub query: &'a Query,
    /// The centre that `query.near` names; its radius is `query.near.km`.
    pub centre: Option<Point>,
}

impl Request<'_> {
    /// The order that applies: without words nothing is more relevant than anything else, so newest comes first.
    #[must_use]
    pub fn order(&self) -> Sort {
        match self.query.order() {
            Sort::Relevance if is_wordless(&self.query.text) => Sort::Newest,
            order => order,
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// All matches, exactly.
    pub total: u64,
    /// How many of them have a place that may be shown on a map; 0 where nothing is counted.
    pub located: u64,
    /// The hits of the asked page, in order.
    pub hits: Vec<Hit>,
    /// Counts by facet, each ignoring its own selection.
    pub facets: FacetCounts,
    /// `None` where every hit meets all words. Where hardly any entry does, some words are enough: how many hits meet
    /// all. In the order of relevance those come first.
    pub with_all: Option<u64>,
    /// How the text was read.
    pub reading: Arc<Reading>,
}

/// One hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The entry.
    pub id: EntryId,
    /// Engine's score; comparable only within one answer.
    pub score: f32,
    /// Distance to the centre in km, where there is one.
    pub distance_km: Option<f64>,
}

/// What an index holds: of each entry its [`document::IndexDocument::version`].
pub type Versions = HashMap<EntryId, u64>;

/// The engine in use: a closed set. Clones share it.
#[derive(Clone)]
pub enum Search {
    /// In this process.
    Embedded(Embedded),
    /// A server of its own, with the embedded engine behind it.
    Meilisearch(Meilisearch),
}

impl Search {
    /// The embedded engine on the index in this folder, which is made if it is not there; before it Meilisearch, where
    /// there is one, for the feed of this name.
    ///
    /// # Errors
    /// Where the folder cannot be used at all.
    pub fn open(dir: &Path, meilisearch: Option<(&Address, &str)>) -> Result<Self> {
        let opened = Embedded::open(dir)?;
        if let State::NeedsRebuild { reason } = opened.state {
            tracing::debug!(%reason, "the search index has to be built");
        }
        Ok(match meilisearch {
            None => Self::Embedded(opened.index),
            Some((address, feed)) => Self::Meilisearch(Meilisearch::new(opened.index, address, feed)?),
        })
    }

    /// The embedded engine: always there, and always kept in step.
    #[must_use]
    pub fn embedded(&self) -> &Embedded {
        match self {
            Self::Embedded(engine) => engine,
            Self::Meilisearch(engine) => engine.embedded(),
        }
    }

    /// Answers a request.
    ///
    /// # Errors
    /// Of the engine, never of the query.
    pub async fn search(&self, request: &Request<'_>) -> Result<Found> {
        match self {
            // A few milliseconds of computing: moving it to another thread would cost more than it frees.
            Self::Embedded(engine) => engine.search(request),
            Self::Meilisearch(engine) => engine.search(request).await,
        }
    }

    /// The same without counting facets, for lists that show none.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn hits(&self, request: &Request<'_>) -> Result<Found> {
        match self {
            Self::Embedded(engine) => engine.hits(request),
            Self::Meilisearch(engine) => engine.hits(request).await,
        }
    }

    /// The numbers ([`EntryId::number`]) of all that match, in no order; order and page are ignored.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn matching(&self, request: &Request<'_>) -> Result<Vec<u64>> {
        match self {
            Self::Embedded(engine) => engine.matching(request),
            Self::Meilisearch(engine) => engine.matching(request).await,
        }
    }

    /// How a text is read: what [`highlight`] marks by.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub fn read(&self, text: &str) -> Result<Reading> {
        self.embedded().read(text)
    }

    /// Reads texts with these synonyms from now on. True where they are others than before.
    pub fn set_synonyms(&self, synonyms: Synonyms) -> bool {
        self.embedded().set_synonyms(synonyms)
    }

    /// The entries that resemble one most, best first. About 2 ms at 100,000 entries on a busy machine. Always of the
    /// embedded engine: Meilisearch tells likeness only by embeddings.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn similar(&self, likeness: &Likeness<'_>) -> Result<Vec<EntryId>> {
        self.embedded().similar(likeness)
    }

    /// Applies changes to the embedded index and moves its mark; both or neither. Meilisearch has a mark of its own.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process writes; else of the engine. Try again later.
    pub async fn apply(&self, changes: Vec<Change>, mark: i64) -> Result<()> {
        // Writes and syncs files: off the threads that answer requests.
        let engine = self.embedded().clone();
        tokio::task::spawn_blocking(move || engine.apply(&changes, mark)).await.unwrap_or(Err(Error::Stopped))
    }

    /// Begins a new embedded index; the old one serves until the new one is finished.
    ///
    /// # Errors
    /// Of the engine.
    pub fn begin_rebuild(&self) -> Result<Rebuild> {
        self.embedded().begin_rebuild()
    }

    /// How far the change feed is applied to the embedded index; `None` without one.
    #[must_use]
    pub fn mark(&self) -> Option<i64> {
        self.embedded().mark()
    }

    /// What the embedded index holds, all of one moment.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn versions(&self) -> Result<Versions> {
        // Reads a column from end to end: off the threads that answer requests.
        let engine = self.embedded().clone();
        tokio::task::spawn_blocking(move || engine.versions()).await.unwrap_or(Err(Error::Stopped))
    }

    /// Takes up what another process did to the embedded index. True if there was anything.
    ///
    /// # Errors
    /// [`Error::Unusable`]; the old index goes on serving.
    pub async fn reload_if_changed(&self) -> Result<bool> {
        // Reads and checks files: off the threads that answer requests.
        let engine = self.embedded().clone();
        tokio::task::spawn_blocking(move || engine.reload_if_changed()).await.unwrap_or(Err(Error::Stopped))
    }

    /// Why the embedded index has to be built anew although it serves; see [`Embedded::is_lost`].
    pub async fn is_lost(&self, thorough: bool) -> Option<String> {
        let engine = self.embedded().clone();
        tokio::task::spawn_blocking(move || engine.is_lost(thorough)).await.unwrap_or_default()
    }
}
