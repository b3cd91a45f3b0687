//! A query that finds nothing: what it would find without one of its filters.

use crate::{Backend, failure::Result, search::Request};
use domain::{account::Actor, query::Query, vocabulary::Sort};

use super::selection::centre;

/// Tried at most; each is a search.
const TRIED: usize = 6;

/// A query with one thing less, that finds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Looser {
    /// The same query without it, on page 1.
    pub query: Query,
    /// How many it finds.
    pub total: u64,
}

/// What each filter, the place, the section and the text of a query keep out, the fewest first. At most six are tried.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn loosen_query(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Vec<Looser>> {
    let mut found = vec![];
    for query in without_one(query).into_iter().take(TRIED) {
        let centre = centre(backend, &query)?.map(|place| place.point);
        let total = backend.search.search(&Request { query: &Query { per_page: 1, ..query.clone() }, centre }).await?.total;
        if total > 0 {
            found.push(Looser { query, total });
        }
    }
    found.sort_by_key(|looser| looser.total);
    Ok(found)
}

fn without_one(query: &Query) -> Vec<Query> {
    let values = query.filters.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)));
    let mut all: Vec<Query> = values.map(|(facet, value)| query.toggled(facet, value)).collect();
    if query.near.is_some() {
        let sort = query.sort.filter(|sort| *sort != Sort::Distance);
        all.push(Query { near: None, sort, ..query.on_page(1) });
    }
    if query.bbox.is_some() {
        all.push(Query { bbox: None, ..query.on_page(1) });
    }
    if !query.text.is_empty() && !all.is_empty() {
        let sort = query.sort.filter(|sort| *sort != Sort::Relevance);
        all.push(Query { text: String::new(), sort, ..query.on_page(1) });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filter_is_taken_away_alone() {
        let query = Query::parse("q=a&topic=care&topic=health&near=50667&sort=distance&page=3").unwrap();
        let all: Vec<String> = without_one(&query).iter().map(Query::to_query_string).collect();
        assert_eq!(
            all,
            [
                "q=a&topic=health&near=50667&sort=distance",
                "q=a&topic=care&near=50667&sort=distance",
                "q=a&topic=care&topic=health",
                "topic=care&topic=health&near=50667&sort=distance"
            ]
        );
        assert_eq!(without_one(&Query::parse("q=a").unwrap()), []);
    }
}
