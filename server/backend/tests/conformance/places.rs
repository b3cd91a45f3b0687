//! Sections of the map and distances.

use crate::{
    engine::{engines, query},
    walk::{counts, located, selected},
};

const AREAS: [&str; 16] = [
    "bbox=5.9,47.2,15.1,55.1",
    "bbox=6.9,50.9,7.0,51.0",
    "bbox=-180,-90,180,90",
    "bbox=170,-60,-170,60",
    "bbox=100,-60,-30,80",
    "bbox=0,0,0.001,0.001",
    "bbox=5.9,50.3,9.5,52.5&topic=care&kind=project",
    "near=50667&km=1",
    "near=50667&km=30",
    "near=50667&km=150&topic=care",
    "near=50667&km=1000",
    "near=Freiburg&km=100",
    "near=M%C3%BCnchen&km=50",
    "near=Muenchen&km=50",
    "near=50667&km=200&bbox=6,50,8,52",
    "near=10115&km=40&kind=organisation",
];

#[tokio::test]
async fn areas_hold_what_is_in_them() {
    for engine in engines().await {
        for text in AREAS {
            let query = query(text);
            let found = engine.search(&query).await;
            assert_eq!(engine.all(&query).await, selected(&engine, &query), "{}: {text}", engine.name);
            assert_eq!((found.located, found.total), (located(&engine, &query), found.total), "{}: {text}", engine.name);
            assert_eq!(found.located, found.total, "{}: {text}", engine.name);
            assert_eq!(found.facets, counts(&engine, &query), "{}: {text}", engine.name);
        }
    }
}

#[tokio::test]
async fn distances_are_told_and_sorted_by() {
    for engine in engines().await {
        for text in ["near=50667&km=500&sort=distance&per_page=100", "q=KI&near=50667&km=500&sort=distance&per_page=100"] {
            let found = engine.search(&query(text)).await;
            let distances: Vec<f64> = found.hits.iter().map(|hit| hit.distance_km.unwrap()).collect();
            assert!(distances.len() > 10 && distances.is_sorted() && distances.iter().all(|km| *km <= 500.0), "{}: {text}", engine.name);
        }
        let far = engine.search(&query("near=50667&km=20")).await;
        assert!(far.hits.iter().all(|hit| hit.distance_km.is_some_and(|km| km <= 20.0)), "{}", engine.name);
    }
}
