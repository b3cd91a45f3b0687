//! Filters and counts, against a slow count by hand.

use super::sample::{Sample, query, text_query};
use crate::search::document::IndexDocument;
use domain::{
    facet::{Facet, FacetCounts},
    geo::Point,
    query::Query,
};

const COLOGNE: Point = Point { lat: 50.94, lon: 6.96 };

fn chosen(query: &Query, entry: &IndexDocument, but: Option<Facet>) -> bool {
    let of = |facet: &Facet| entry.facets.get(facet);
    query
        .filters
        .iter()
        .filter(|(facet, _)| Some(**facet) != but)
        .all(|(facet, values)| of(facet).is_some_and(|its| !its.is_disjoint(values)))
}

fn is_there(query: &Query, entry: &IndexDocument) -> bool {
    let near = query.near.as_ref().is_none_or(|near| entry.point.is_some_and(|point| point.distance_km(COLOGNE) <= f64::from(near.km)));
    near && query.bbox.is_none_or(|bbox| entry.point.is_some_and(|point| bbox.contains(point)))
}

fn by_hand(query: &Query, found: &[&IndexDocument]) -> FacetCounts {
    let mut counts = FacetCounts::new();
    for facet in Facet::ALL {
        for entry in found.iter().filter(|entry| chosen(query, entry, Some(*facet))) {
            for value in entry.facets.get(facet).into_iter().flatten() {
                *counts.entry(*facet).or_default().entry(value.clone()).or_default() += 1;
            }
        }
    }
    counts
}

const QUERIES: [&str; 12] = [
    "",
    "q=chatbot",
    "topic=care",
    "topic=care&topic=health",
    "topic=care&phase=live",
    "q=pflege&topic=care&topic=health&technique=chatbot&phase=live&phase=pilot",
    "kind=lesson&outcome=failed",
    "kind=lesson&topic=care",
    "theme=data-protection&kind=lesson&kind=project",
    "bbox=5.8,50.3,9.5,52.6&topic=social-counselling",
    "q=daten&near=50667&km=150&kind=organisation&org_kind=association",
    "organisation=no-such-organisation&phase=live",
];

#[test]
fn counts_ignore_their_own_selection_and_totals_are_exact() {
    for sample in [Sample::new(), Sample::in_pieces()] {
        for text in QUERIES {
            let query = query(text);
            let of_text = sample.set_of(&query.text);
            let found: Vec<_> =
                sample.entries.iter().filter(|entry| of_text.contains(&entry.id.number()) && is_there(&query, entry)).collect();
            let hits = found.iter().filter(|entry| chosen(&query, entry, None)).map(|entry| entry.id.number());
            let hits: std::collections::BTreeSet<u64> = hits.collect();
            let answer = sample.find(&query, Some(COLOGNE));
            assert_eq!(answer.facets, by_hand(&query, &found), "{text}");
            assert_eq!(answer.total, hits.len() as u64, "{text}");
            assert_eq!(sample.matching(&query, Some(COLOGNE)), hits, "{text}");
        }
    }
}

#[test]
fn every_value_of_every_facet_finds_what_is_counted() {
    let sample = Sample::new();
    let all = sample.ask("").facets;
    assert!(all.len() >= 11, "{}", all.len());
    for (facet, values) in &all {
        for (value, count) in values {
            let query = Query::default().toggled(*facet, value);
            let answer = sample.find(&query, None);
            assert_eq!(answer.total, *count, "{facet:?} {value}");
            assert_eq!(&answer.facets[facet], values, "{facet:?} {value}");
        }
    }
}

#[test]
fn a_selection_without_values_selects_everything() {
    let sample = Sample::new();
    let query = Query { filters: [(Facet::Topic, std::collections::BTreeSet::new())].into(), ..text_query("") };
    assert_eq!(sample.find(&query, None).total, sample.entries.len() as u64);
}
