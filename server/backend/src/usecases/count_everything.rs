//! How many entries carry each value, of all there are: asked for at every letter that somebody types, so it is
//! counted once for each state of the change feed.

use crate::{Backend, failure::Result, feed::Mark, search::Request};
use arc_swap::ArcSwapOption;
use domain::{facet::FacetCounts, query::Query, vocabulary::Sort};
use std::sync::Arc;

/// The counts of the latest state that was asked for. Clones share them.
#[derive(Clone, Default)]
pub struct Counts(Arc<ArcSwapOption<Kept>>);

struct Kept {
    of: Mark,
    counts: Arc<FacetCounts>,
}

/// The counts of everything.
///
/// # Errors
/// A fault where the engine fails.
pub async fn count_everything(backend: &Backend) -> Result<Arc<FacetCounts>> {
    // Read before the counts are: they may be newer than it says, never older.
    let state = backend.indexer.mark();
    if let Some(kept) = backend.counts.0.load().as_ref().filter(|kept| kept.of == state) {
        return Ok(Arc::clone(&kept.counts));
    }
    // Only counts: in the order that costs least.
    let query = Query { per_page: 1, sort: Some(Sort::Newest), ..Query::default() };
    let counts = Arc::new(backend.search.search(&Request { query: &query, centre: None }).await?.facets);
    backend.counts.0.store(Some(Arc::new(Kept { of: state, counts: Arc::clone(&counts) })));
    Ok(counts)
}
