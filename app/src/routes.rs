//! Addresses that carry values. Which page belongs to which path stands in `shell`.

use domain::{query::Query, vocabulary::Kind};

/// Names beside the query language in addresses of pages: our own, and those that newsletters and social media
/// hang onto links without asking.
pub fn is_beside(name: &str) -> bool {
    matches!(name, "lang" | "view" | "fbclid" | "gclid" | "mc_cid" | "mc_eid") || name.starts_with("utm_")
}

/// An entry's page.
pub fn entry(kind: Kind, slug: &str) -> String {
    format!("/{}/{slug}", kind.path())
}

/// The list, the facets and the map of a query.
pub fn explore(query: &Query) -> String {
    let query = query.to_query_string();
    if query.is_empty() { "/explore".into() } else { format!("/explore?{query}") }
}
