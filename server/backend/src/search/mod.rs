//! The search port. Engines return ids, scores, counts and facets; use cases load the rows.

pub mod document;

use domain::{facet::FacetCounts, geo::Point, id::EntryId, query::Query};

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
    /// The hits of the asked page, in order.
    pub hits: Vec<Hit>,
    /// Counts by facet, each ignoring its own selection.
    pub facets: FacetCounts,
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

/// placeholder
#[derive(Debug, thiserror::Error)]
#[error("search")]
pub struct Error;
