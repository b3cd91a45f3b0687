//! From a query to what engines need: its place looked up, its text answered.

use crate::{Backend, failure::Result, gazetteer, map::Selection, search::Request};
use domain::{Error, FieldError, Problem, query::Query};
use std::sync::Arc;

/// The place that `near` names.
///
/// # Errors
/// [`Error::Invalid`] where nobody knows it.
pub(super) fn centre(backend: &Backend, query: &Query) -> Result<Option<gazetteer::Hit>> {
    let Some(near) = &query.near else { return Ok(None) };
    let unknown = || {
        let problem = Problem::UnknownPlace { value: near.place.clone() };
        Error::Invalid(vec![FieldError::new("near", problem)])
    };
    Ok(Some(backend.gazetteer.find(&near.place).into_iter().next().ok_or_else(unknown)?))
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
