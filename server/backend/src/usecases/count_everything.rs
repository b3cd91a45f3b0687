//! How many entries carry each value, of all there are: asked for at every letter that somebody types, so it is
//! counted once for each state of the change feed.

use crate::{Backend, failure::Result, feed::Mark, search::Request};
use domain::{facet::FacetCounts, query::Query, vocabulary::Sort};
use std::sync::{Arc, Mutex, PoisonError};

/// Counts and the state they are of. Clones share them.
#[derive(Clone, Default)]
pub struct Counts(Arc<Mutex<Option<Kept>>>);

type Kept = (Mark, Arc<FacetCounts>);

/// The counts of everything.
///
/// # Errors
/// A fault where the engine fails.
pub async fn count_everything(backend: &Backend) -> Result<Arc<FacetCounts>> {
    // Read before the counts are: they may be newer than it says, never older.
    let state = backend.indexer.mark();
    let kept = backend.counts.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, counts)) = kept.filter(|(of, _)| *of == state) {
        return Ok(counts);
    }
    // Only counts: in the order that costs least.
    let query = Query { per_page: 1, sort: Some(Sort::Newest), ..Query::default() };
    let counts = Arc::new(backend.search.search(&Request { query: &query, centre: None }).await?.facets);
    *backend.counts.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((state, Arc::clone(&counts)));
    Ok(counts)
}
