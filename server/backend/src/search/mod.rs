//! The search port. Engines return ids, scores, counts and facets; use cases load the rows.
//!
//! To add an engine: a variant of [`Search`], and its answers to the methods there. What words are and which
//! count as the same is in `language`, what of a text is marked in `highlight`: both the same for every engine.

pub mod document;
pub mod embedded;
mod error;
pub mod highlight;
pub mod language;
pub mod likeness;

pub use embedded::{Embedded, Rebuild, State};
pub use error::{Error, Result};

use document::Change;
use domain::{facet::FacetCounts, geo::Point, id::EntryId, query::Query};
use language::{Synonyms, reading::Reading};
use likeness::Likeness;
use std::{path::Path, sync::Arc};

/// A query with its place resolved: engines know no gazetteer.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// What is asked. Engines look at text, filters, bbox, order, page and per_page.
    pub query: &'a Query,
    /// The centre that `query.near` names; its radius is `query.near.km`.
    pub centre: Option<Point>,
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

/// The engine in use: a closed set. Clones share it.
#[derive(Clone)]
pub enum Search {
    /// In this process.
    Embedded(Embedded),
}

impl Search {
    /// The embedded engine on the index in this folder, which is made if it is not there.
    ///
    /// # Errors
    /// Where the folder cannot be used at all.
    pub fn open(dir: &Path) -> Result<Self> {
        let opened = Embedded::open(dir)?;
        if let State::NeedsRebuild { reason } = opened.state {
            tracing::debug!(%reason, "the search index has to be built");
        }
        Ok(Self::Embedded(opened.index))
    }

    /// Answers a request.
    ///
    /// # Errors
    /// Of the engine, never of the query.
    pub async fn search(&self, request: &Request<'_>) -> Result<Found> {
        match self {
            // A few milliseconds of computing: moving it to another thread would cost more than it frees.
            Self::Embedded(engine) => engine.search(request),
        }
    }

    /// The same without counting facets, for lists that show none.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn hits(&self, request: &Request<'_>) -> Result<Found> {
        match self {
            Self::Embedded(engine) => engine.hits(request),
        }
    }

    /// The numbers ([`EntryId::number`]) of all that match, in no order; order and page are ignored.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn matching(&self, request: &Request<'_>) -> Result<Vec<u64>> {
        match self {
            Self::Embedded(engine) => engine.matching(request),
        }
    }

    /// How a text is read: what [`highlight`] marks by.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub fn read(&self, text: &str) -> Result<Reading> {
        match self {
            Self::Embedded(engine) => engine.read(text),
        }
    }

    /// Reads texts with these synonyms from now on. True where they are others than before.
    pub fn set_synonyms(&self, synonyms: Synonyms) -> bool {
        match self {
            Self::Embedded(engine) => engine.set_synonyms(synonyms),
        }
    }

    /// The entries that resemble one most, best first. About 2 ms at 100,000 entries on a busy machine.
    ///
    /// # Errors
    /// As [`Search::search`].
    pub async fn similar(&self, likeness: &Likeness<'_>) -> Result<Vec<EntryId>> {
        match self {
            Self::Embedded(engine) => engine.similar(likeness),
        }
    }

    /// Applies changes and moves the feed mark; both or neither.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process writes; else of the engine. Try again later.
    pub async fn apply(&self, changes: Vec<Change>, mark: i64) -> Result<()> {
        match self {
            // Writes and syncs files: off the threads that answer requests.
            Self::Embedded(engine) => {
                let engine = engine.clone();
                tokio::task::spawn_blocking(move || engine.apply(&changes, mark)).await.unwrap_or(Err(Error::Stopped))
            }
        }
    }

    /// Begins a new index; the old one serves until the new one is finished.
    ///
    /// # Errors
    /// Of the engine.
    pub fn begin_rebuild(&self) -> Result<Rebuild> {
        match self {
            Self::Embedded(engine) => engine.begin_rebuild(),
        }
    }

    /// How far the change feed is applied; `None` without an index.
    #[must_use]
    pub fn mark(&self) -> Option<i64> {
        match self {
            Self::Embedded(engine) => engine.mark(),
        }
    }

    /// Takes up what another process did to the index. True if there was anything.
    ///
    /// # Errors
    /// [`Error::Unusable`]; the old index goes on serving.
    pub async fn reload_if_changed(&self) -> Result<bool> {
        match self {
            // Reads and checks files: off the threads that answer requests.
            Self::Embedded(engine) => {
                let engine = engine.clone();
                tokio::task::spawn_blocking(move || engine.reload_if_changed()).await.unwrap_or(Err(Error::Stopped))
            }
        }
    }
}
