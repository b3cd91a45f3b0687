//! From a query to what engines need: its place looked up, its text answered.

use crate::{Backend, failure::Result, gazetteer::Meant, map::Selection, search::Request};
use domain::{Error, FieldError, Problem, query::Query, vocabulary::Sort};
use std::sync::Arc;

/// The place that `near` names, and others of its name.
///
/// # Errors
/// [`Error::Invalid`] where nobody knows it.
pub(super) fn centre(backend: &Backend, query: &Query) -> Result<Option<Meant>> {
    let Some(near) = &query.near else { return Ok(None) };
    let unknown = || {
        let problem = Problem::UnknownPlace { value: near.place.clone() };
        Error::Invalid(vec![FieldError::new("near", problem)])
    };
    Ok(Some(backend.gazetteer.meant(&near.place).ok_or_else(unknown)?))
}

/// How many the query finds.
pub(super) async fn count(backend: &Backend, query: &Query) -> Result<u64> {
    let centre = centre(backend, query)?.map(|meant| meant.place.point);
    // Only how many: in the order that costs least.
    let counted = Query { per_page: 1, sort: Some(Sort::Newest), ..query.clone() };
    Ok(backend.search.hits(&Request { query: &counted, centre }).await?.total)
}

/// What the query selects on the map. Text is answered by the search engine, all else by the map itself.
pub(super) async fn selection(backend: &Backend, query: &Query) -> Result<Selection> {
    let centre = centre(backend, query)?.map(|meant| meant.place.point);
    let selection = Selection::of(query, centre);
    if query.text.is_empty() {
        return Ok(selection);
    }
    let text = Query { text: query.text.clone(), ..Query::default() };
    let numbers = backend.search.matching(&Request { query: &text, centre: None }).await?;
    Ok(selection.among(Arc::new(numbers.into_iter().collect())))
}
