//! What filters and places select, by looking at one entry after the other.

use crate::engine::{Engine, name};
use backend::search::document::IndexDocument;
use domain::{
    facet::{Facet, FacetCounts},
    geo::Point,
    query::Query,
};
use std::collections::BTreeSet;

/// Whether an entry meets all filters but, if given, one, and is where it is asked for.
fn meets(query: &Query, centre: Option<Point>, entry: &IndexDocument, but: Option<Facet>) -> bool {
    let has = |facet: &Facet, chosen: &BTreeSet<String>| entry.facets.get(facet).is_some_and(|own| !own.is_disjoint(chosen));
    let filters = query.filters.iter().filter(|(facet, _)| Some(**facet) != but).all(|(facet, chosen)| has(facet, chosen));
    let in_box = query.bbox.is_none_or(|bbox| entry.point.is_some_and(|point| bbox.contains(point)));
    let km = query.near.as_ref().map(|near| f64::from(near.km));
    let close = centre.zip(km).is_none_or(|(centre, km)| entry.point.is_some_and(|point| centre.distance_km(point) <= km));
    filters && in_box && close
}

pub fn centre(engine: &Engine, query: &Query) -> Option<Point> {
    query.near.as_ref().map(|near| engine.backend().gazetteer.find(&near.place)[0].point)
}

/// What a query without text selects.
pub fn selected(engine: &Engine, query: &Query) -> BTreeSet<String> {
    let centre = centre(engine, query);
    engine.entries.iter().filter(|entry| meets(query, centre, entry, None)).map(name).collect()
}

/// How many of those have a place.
pub fn located(engine: &Engine, query: &Query) -> u64 {
    let centre = centre(engine, query);
    engine.entries.iter().filter(|entry| entry.point.is_some() && meets(query, centre, entry, None)).count() as u64
}

/// The counts beside each facet, each ignoring its own selection.
pub fn counts(engine: &Engine, query: &Query) -> FacetCounts {
    let centre = centre(engine, query);
    let mut counts = FacetCounts::new();
    for entry in &engine.entries {
        for (facet, values) in entry.facets.iter().filter(|(facet, _)| meets(query, centre, entry, Some(**facet))) {
            for value in values {
                *counts.entry(*facet).or_default().entry(value.clone()).or_default() += 1;
            }
        }
    }
    counts
}
