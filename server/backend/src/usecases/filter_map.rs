//! Tiles of the entries that a query selects.

use super::search_entries::centre;
use crate::{
    Backend,
    failure::Result,
    map::Selection,
    search::Request,
};
use domain::{Error, account::Actor, query::Query};
use std::sync::Arc;

/// One vector tile; empty where nothing is.
///
/// # Errors
/// [`Error::NotFound`] for a tile that does not exist, [`Error::Invalid`] for a place nobody knows.
pub fn filter_map(backend: &Backend, _actor: &Actor, query: &Query, (z, x, y): (u8, u32, u32)) -> Result<Vec<u8>> {
    let selection = selection(backend, query)?;
    Ok(backend.map.tile(z, x, y, &selection).ok_or(Error::NotFound)?)
}

/// What the query selects on the map. Text is answered by the search engine, all else by the map itself.
pub(super) fn selection(backend: &Backend, query: &Query) -> Result<Selection> {
    let centre = centre(backend, query)?.map(|place| place.point);
    let allowed = if query.text.is_empty() {
        None
    } else {
        let text_only = Query { text: query.text.clone(), ..Query::default() };
        Some(Arc::new(backend.search.matching(&Request { query: &text_only, centre: None })?))
    };
    let around = centre.zip(query.near.as_ref().map(|near| near.km));
    Ok(Selection { filters: query.filters.clone(), bbox: query.bbox, around, allowed })
}
