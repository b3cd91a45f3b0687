//! Tiles of the entries that a query selects.

use super::search_entries::centre;
use crate::{Backend, failure::Result, map::Selection, search::Request};
use domain::{Error, account::Actor, query::Query};
use std::sync::Arc;

/// One vector tile; empty where nothing is.
///
/// # Errors
/// [`Error::NotFound`] for a tile that does not exist, [`Error::Invalid`] for a place nobody knows.
pub async fn filter_map(backend: &Backend, _actor: &Actor, query: &Query, (z, x, y): (u8, u32, u32)) -> Result<Vec<u8>> {
    let selection = selection(backend, query).await?;
    Ok(backend.map.tile(z, x, y, &selection).ok_or(Error::NotFound)?)
}

/// What the query selects on the map. Text is answered by the search engine, all else by the map itself.
pub(super) async fn selection(backend: &Backend, query: &Query) -> Result<Selection> {
    let centre = centre(backend, query)?.map(|place| place.point);
    let selection = Selection::of(query, centre);
    if query.text.is_empty() {
        return Ok(selection);
    }
    let text = Query { text: query.text.clone(), ..Query::default() };
    let numbers = backend.search.matching(&Request { query: &text, centre: None }).await?;
    Ok(selection.among(Arc::new(numbers.into_iter().collect())))
}
