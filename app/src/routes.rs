//! Addresses that carry values. Which page belongs to which path stands in `shell`.

use domain::{query::Query, vocabulary::Kind};

/// Names beside the query language in addresses of pages.
pub const BESIDE: [&str; 2] = ["lang", "view"];

/// An entry's page.
pub fn entry(kind: Kind, slug: &str) -> String {
    format!("/{}/{slug}", kind.path())
}

/// The list, the facets and the map of a query.
pub fn explore(query: &Query) -> String {
    let query = query.to_query_string();
    if query.is_empty() { "/explore".into() } else { format!("/explore?{query}") }
}
