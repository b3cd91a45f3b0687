//! Map sections and distances at the edges of the world.

use crate::support::{COLOGNE, ask, entry, query, request};
use backend::{
    search::document::{Change, IndexDocument},
    testing::meilisearch::{self, MeilisearchBackend},
};
use domain::{
    geo::Point,
    query::{Near, Query},
    vocabulary::Sort,
};

fn at(number: u128, title: &str, point: Option<(f64, f64)>) -> Change {
    let point = point.map(|(lat, lon)| Point { lat, lon });
    Change::Put(Box::new(IndexDocument { point, ..entry(number, title) }))
}

/// In order of their titles; their numbers fall.
const WORLD: [(&str, Option<(f64, f64)>); 9] = [
    ("1e3", Some((-17.8, 178.0))),
    ("1000", Some((-13.8, -172.1))),
    ("berlin", Some((52.52, 13.4))),
    ("bonn", Some((50.73, 7.1))),
    ("cologne", Some((50.9375, 6.9603))),
    ("edge", Some((0.0, 180.0))),
    ("edgewise", Some((0.0, -180.0))),
    ("inf", None),
    ("pole", Some((90.0, 0.0))),
];

async fn world(address: &backend::search::meilisearch::Address) -> MeilisearchBackend {
    let backend = meilisearch::with_meilisearch(address).await;
    backend.in_step().await;
    backend.engine.set_patience(meilisearch::PATIENCE);
    let changes: Vec<Change> = WORLD.iter().zip(0..).map(|((title, point), nth)| at(100 - nth, title, *point)).collect();
    backend.engine.embedded().apply(&changes, 1).unwrap();
    backend.engine.apply(&changes, 1).await.unwrap();
    backend
}

#[tokio::test]
async fn sections_may_cross_the_antimeridian_and_hold_their_edges() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = world(&address).await;
    for (bbox, expected) in [
        ("5,50,14,53", 3),
        ("6.9603,50.9375,13.4,52.52", 2),
        ("6.9603000001,50.9375,13.4,52.52", 1),
        ("170,-20,-170,20", 4),
        ("180,-90,-180,90", 2),
        ("-180,-90,180,90", 8),
        ("0,90,0,90", 1),
    ] {
        let query = Query { sort: Some(Sort::Title), ..query(&format!("bbox={bbox}")) };
        let found = ask(&backend.engine, &query).await;
        assert_eq!(found.total, expected, "{bbox}");
        assert_eq!(found, backend.engine.embedded().search(&request(&query)).unwrap(), "{bbox}");
    }
}

#[tokio::test]
async fn radius_is_a_circle_and_entries_without_a_place_come_last() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = world(&address).await;
    let near = |km| Query { near: Some(Near { place: "50667".to_owned(), km }), sort: Some(Sort::Distance), ..Query::default() };
    for (km, expected) in [(1, 1), (24, 1), (30, 2), (500, 3), (1_000, 3)] {
        let found = ask(&backend.engine, &near(km)).await;
        assert_eq!(found.total, expected, "{km}");
        assert_eq!(found, backend.engine.embedded().search(&request(&near(km))).unwrap(), "{km}");
    }
    let by_distance = Query { sort: Some(Sort::Distance), ..Query::default() };
    let request = backend::search::Request { query: &by_distance, centre: Some(COLOGNE) };
    let found = backend.engine.search(&request).await.unwrap();
    assert_eq!(found.total, 9);
    assert_eq!(found.hits.last().unwrap().distance_km, None);
    assert_eq!(found.hits, backend.engine.embedded().search(&request).unwrap().hits);
}

#[tokio::test]
async fn titles_that_look_like_numbers_are_sorted_as_titles() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = world(&address).await;
    let by_title = query("sort=title");
    assert_eq!(ask(&backend.engine, &by_title).await, backend.engine.embedded().search(&request(&by_title)).unwrap());
}
