//! Selections against the plain meaning of the query language.

use super::{index, sample::documents};
use crate::{
    map::{Numbers, Selection},
    search::document::IndexDocument,
};
use domain::{geo::Point, query::Query};
use std::sync::Arc;

const COLOGNE: Point = Point { lat: 50.94, lon: 6.96 };

fn means(query: &Query, document: &IndexDocument) -> bool {
    let Some(point) = document.point else { return false };
    query.filters.iter().all(|(facet, chosen)| document.facets.get(facet).is_some_and(|values| !values.is_disjoint(chosen)))
        && query.bbox.is_none_or(|bbox| bbox.contains(point))
        && query.near.as_ref().is_none_or(|near| point.distance_km(COLOGNE) <= f64::from(near.km))
}

#[test]
fn a_query_selects_what_it_says() {
    let documents = documents(5_000);
    let index = index(&documents);
    for (text, some) in [
        ("", true),
        ("topic=care&topic=climate", true),
        ("topic=care&phase=live&phase=pilot&kind=project", true),
        ("organisation=organisation-7&organisation=organisation-8", true),
        ("organisation=nobody", false),
        ("organisation=nobody&topic=care", false),
        ("region=de-nw", false),
        ("bbox=5.9,50.3,9.5,52.5", true),
        ("bbox=170,-90,-170,90", true),
        ("bbox=5.9,50.3,9.5,52.5&topic=care", true),
        ("near=50667&km=25", true),
        ("near=50667&km=1000&kind=lesson", true),
    ] {
        let query = Query::parse(text).unwrap();
        let expected = documents.iter().filter(|document| means(&query, document)).count() as u64;
        let selection = Selection::of(&query, Some(COLOGNE));
        assert_eq!(index.count_with_point(&selection), expected, "{text}");
        assert_eq!(expected > 0, some, "{text}");
    }
}

#[test]
fn what_a_text_search_found_narrows_it_further() {
    let documents = documents(1_000);
    let index = index(&documents);
    let found: Numbers = documents.iter().step_by(3).map(|document| document.id.number()).collect();
    let query = Query::parse("kind=project").unwrap();
    let expected = documents.iter().step_by(3).filter(|document| means(&query, document)).count() as u64;
    let selection = Selection::of(&query, None).among(Arc::new(found));
    assert_eq!(index.count_with_point(&selection), expected);
    let nothing = Selection::default().among(Arc::default());
    assert_eq!((index.count_with_point(&nothing), index.tile(0, 0, 0, &nothing)), (0, Some(Vec::new())));
}

#[test]
fn a_query_without_its_centre_selects_by_the_rest() {
    let query = Query::parse("near=50667&topic=care").unwrap();
    assert_eq!(Selection::of(&query, None).around, None);
    assert_eq!(Selection::of(&query, Some(COLOGNE)).around, Some((COLOGNE, 30)));
}
