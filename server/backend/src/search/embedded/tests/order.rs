//! Orders, pages and totals.

use super::sample::{Sample, entry, query};
use crate::search::{document::IndexDocument, language::words};
use domain::{
    geo::Point,
    id::EntryId,
    query::Query,
    time::{HOUR, Timestamp},
    vocabulary::Sort,
};
use std::collections::HashSet;

const BERLIN: Point = Point { lat: 52.52, lon: 13.4 };

fn all_pages(sample: &Sample, query: &Query) -> Vec<EntryId> {
    let mut ids = Vec::new();
    for page in 1.. {
        let found = sample.find(&query.on_page(page), Some(BERLIN));
        if found.hits.is_empty() {
            assert_eq!(found.total, ids.len() as u64);
            return ids;
        }
        ids.extend(found.hits.iter().map(|hit| hit.id));
    }
    ids
}

fn title_key(entry: &IndexDocument) -> String {
    words(&entry.title).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_hit_is_on_exactly_one_page_in_every_order() {
    for sample in [Sample::new(), Sample::in_pieces()] {
        for text in ["", "q=daten", "q=pflege+chatbot", "topic=care&topic=health"] {
            for sort in Sort::ALL {
                let query = Query { sort: Some(*sort), per_page: 7, ..query(text) };
                let ids = all_pages(&sample, &query);
                let distinct: HashSet<_> = ids.iter().collect();
                assert_eq!(distinct.len(), ids.len(), "{text} {sort}");
                assert_eq!(ids, all_pages(&sample, &Query { per_page: 100, ..query }), "{text} {sort}");
            }
        }
    }
}

#[test]
fn orders_are_what_they_say_with_ties_by_number() {
    let check = |sample: &Sample, sort: Sort, before: &dyn Fn(&IndexDocument, &IndexDocument) -> std::cmp::Ordering| {
        let ids = all_pages(sample, &Query { sort: Some(sort), per_page: 50, ..Query::default() });
        let mut expected: Vec<&IndexDocument> = sample.entries.iter().collect();
        expected.sort_by(|a, b| before(a, b).then(a.id.number().cmp(&b.id.number())));
        let slugs = |ids: Vec<EntryId>| ids.iter().map(|id| sample.slug(*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(slugs(ids), slugs(expected.iter().map(|entry| entry.id).collect()), "{sort}");
    };
    let km = |entry: &IndexDocument| entry.point.map_or(f64::INFINITY, |point| point.distance_km(BERLIN));
    let hour = |entry: &IndexDocument| entry.published_at.0.div_euclid(HOUR);
    for sample in [Sample::new(), Sample::in_pieces()] {
        check(&sample, Sort::Newest, &|a, b| hour(b).cmp(&hour(a)));
        check(&sample, Sort::Updated, &|a, b| b.updated_at.cmp(&a.updated_at));
        check(&sample, Sort::Title, &|a, b| title_key(a).cmp(&title_key(b)));
        check(&sample, Sort::Distance, &|a, b| km(a).total_cmp(&km(b)));
    }
}

#[test]
fn of_the_same_score_the_newest_comes_first() {
    let made = [("old", 1), ("new", 5), ("newer", 7), ("also", 5), ("first", -3)];
    let entries = made.map(|(slug, hours)| IndexDocument { published_at: Timestamp(hours * HOUR), ..entry(slug, "Kompost") });
    let sample = Sample::of(entries.to_vec());
    let numbered = |slug: &str| sample.entries.iter().find(|entry| entry.slug == slug).unwrap().id.number();
    let mut expected = vec!["newer", "new", "also", "old", "first"];
    expected[1..3].sort_by_key(|slug| numbered(slug));
    let found = sample.ask("q=kompost").hits;
    assert!(found.iter().all(|hit| hit.score == found[0].score && hit.score > 0.0), "{found:?}");
    assert_eq!(found.iter().map(|hit| sample.slug(hit.id)).collect::<Vec<_>>(), expected);
}

#[test]
fn scores_fall_and_nothing_said_means_newest() {
    let sample = Sample::new();
    let scores: Vec<f32> = sample.ask("q=daten&per_page=100").hits.iter().map(|hit| hit.score).collect();
    assert!(scores.len() > 20 && scores.is_sorted_by(|a, b| a >= b) && scores[0] > 1.0);
    let newest = sample.ask("").hits;
    assert_eq!(sample.ask("q=%22%22").hits, newest);
    assert_eq!(sample.ask("q=%22%22&sort=relevance").hits, newest);
}

#[test]
fn pages_behind_the_last_are_empty_and_still_counted() {
    let found = Sample::new().ask("q=daten&page=10000&per_page=100");
    assert!(found.hits.is_empty() && found.total > 20 && !found.facets.is_empty());
}
