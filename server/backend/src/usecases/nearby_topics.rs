//! Nothing found: what lies near it. Topics that are named by the words, else those of what the words find elsewhere.

use super::labels::{self, Fit};
use crate::{Backend, failure::Result, search::Request, search::language::words};
use domain::{
    account::Actor,
    facet::{Facet, FacetCounts},
    query::Query,
    vocabulary::Sort,
};
use std::cmp::Reverse;

/// Facets that say what entries are about.
const ABOUT: &[Facet] = &[Facet::Topic, Facet::Technique, Facet::Theme];
/// Facets whose values people name, whether or not entries are found by them.
const NAMED: &[Facet] = &[Facet::Topic, Facet::Technique, Facet::Theme, Facet::Outcome, Facet::Phase, Facet::Scope, Facet::Sourcing];
/// How many are offered.
const OFFERED: usize = 5;

/// Something to look at instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearby {
    /// Of which facet.
    pub facet: Facet,
    /// Its value.
    pub value: String,
    /// What finds it, on page 1. With the text where that was found there.
    pub query: Query,
    /// How many that finds.
    pub total: u64,
}

/// Values near a query that finds nothing, the closest first. What a page has `fixed` is kept.
///
/// # Errors
/// A fault where the engine fails.
pub async fn nearby_topics(backend: &Backend, _actor: &Actor, query: &Query, fixed: &[Facet]) -> Result<Vec<Nearby>> {
    if query.text.is_empty() {
        return Ok(vec![]);
    }
    let kept = query.filters.iter().filter(|(facet, _)| fixed.contains(facet)).map(|(facet, values)| (*facet, values.clone()));
    let everything = Query { filters: kept.collect(), ..Query::default() };
    let named = named(backend, query, &everything).await?;
    if !named.is_empty() {
        return Ok(named);
    }
    found_elsewhere(backend, &Query { text: query.text.clone(), ..everything }).await
}

async fn named(backend: &Backend, query: &Query, everything: &Query) -> Result<Vec<Nearby>> {
    let (typed, reading) = (words(&query.text), backend.search.read(&query.text)?.of_whole_words());
    let concerned: Vec<_> = labels::of(NAMED).filter_map(|label| Some((label.concerns(&typed, &reading)?, label))).collect();
    if concerned.is_empty() {
        return Ok(vec![]);
    }
    let counts = counts(backend, everything).await?;
    // "Hat nicht geklappt" rather than "Hat geklappt", where "nicht" was typed.
    let mut found: Vec<(Fit, bool, Nearby)> = concerned
        .into_iter()
        .filter_map(|(fit, label)| {
            let total = counts.get(&label.facet)?.get(label.choice.id)?;
            Some((fit, !label.agrees(&typed), nearby(everything, label.facet, label.choice.id, total)))
        })
        .collect();
    found.sort_by_key(|(fit, differs, nearby)| (*fit, *differs, Reverse(nearby.total)));
    Ok(found.into_iter().map(|(_, _, nearby)| nearby).take(OFFERED).collect())
}

/// What the text finds without filters is about this.
async fn found_elsewhere(backend: &Backend, text: &Query) -> Result<Vec<Nearby>> {
    let counts = counts(backend, text).await?;
    let values = ABOUT.iter().flat_map(|facet| counts.get(facet).into_iter().flatten().map(|(value, count)| (*facet, value, count)));
    let mut found: Vec<Nearby> = values.map(|(facet, value, count)| nearby(text, facet, value, count)).collect();
    found.sort_by_key(|nearby| Reverse(nearby.total));
    found.truncate(OFFERED);
    Ok(found)
}

fn nearby(within: &Query, facet: Facet, value: &str, total: &u64) -> Nearby {
    Nearby { facet, value: value.to_owned(), query: within.toggled(facet, value), total: *total }
}

async fn counts(backend: &Backend, query: &Query) -> Result<FacetCounts> {
    // Only counts: in the order that costs least.
    let query = Query { per_page: 1, sort: Some(Sort::Newest), ..query.clone() };
    Ok(backend.search.search(&Request { query: &query, centre: None }).await?.facets)
}
