//! Map tiles: entries as the query selects them, and the base map.

use crate::support::{Answer, TestApp, app, attributes};
use prost::Message;
use std::collections::BTreeSet;

/// As much of the Mapbox vector tile format as it takes to add up counts.
#[derive(Message)]
struct Tile {
    #[prost(message, repeated, tag = "3")]
    layers: Vec<Layer>,
}

#[derive(Message)]
struct Layer {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, repeated, tag = "2")]
    features: Vec<Feature>,
    #[prost(string, repeated, tag = "3")]
    keys: Vec<String>,
    #[prost(message, repeated, tag = "4")]
    values: Vec<Value>,
}

#[derive(Message)]
struct Feature {
    #[prost(uint32, repeated, tag = "2")]
    tags: Vec<u32>,
}

#[derive(Message)]
struct Value {
    #[prost(uint64, optional, tag = "5")]
    number: Option<u64>,
}

/// How many entries a tile shows.
fn entries_in(answer: &Answer) -> u64 {
    let tile = Tile::decode(answer.body.clone()).unwrap();
    let of_layer = |layer: &Layer| {
        assert_eq!(layer.name, "entries");
        let tags = layer.features.iter().flat_map(|feature| feature.tags.chunks(2));
        let counts = tags.filter(|tag| layer.keys[tag[0] as usize] == "count");
        counts.filter_map(|tag| layer.values[tag[1] as usize].number).sum::<u64>()
    };
    tile.layers.iter().map(of_layer).sum()
}

fn entries(app: &TestApp, query: &str) -> u64 {
    let answer = app.get(&format!("/map/entries/0/0/0.mvt{query}")).expect(200);
    assert_eq!(answer.header("content-type"), "application/vnd.mapbox-vector-tile");
    entries_in(&answer)
}

#[test]
fn the_world_holds_every_entry_with_a_public_place() {
    let app = app();
    assert_eq!(entries(&app, ""), 208);
    assert_eq!(app.get("/api/v1/search").json()["located"], 208);
}

#[test]
fn tiles_show_what_the_search_counts_as_located() {
    let app = app();
    for query in ["?kind=project", "?topic=care", "?q=chatbot", "?q=chatbot&kind=project", "?near=50667&km=30", "?bbox=6,50,8,52"] {
        let located = app.get(&format!("/api/v1/search{query}")).json()["located"].as_u64().unwrap();
        assert!(located > 0 && located < 208, "{query}: {located}");
        assert_eq!(entries(&app, query), located, "{query}");
    }
}

/// The places of all hits, as shares of the world from west and north.
fn places(app: &TestApp, query: &str) -> Vec<(f64, f64)> {
    let page = |number: u64| app.get(&format!("/api/v1/search{query}&per_page=100&page={number}")).expect(200).json();
    let pages = page(1)["total"].as_u64().unwrap().div_ceil(100);
    let hits = (1..=pages).flat_map(|number| page(number)["hits"].as_array().unwrap().clone());
    let point = |hit: serde_json::Value| Some((hit["lon"].as_f64()?, hit["lat"].as_f64()?.to_radians().sin()));
    let share = |(lon, sin): (f64, f64)| ((lon + 180.0) / 360.0, 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * std::f64::consts::PI));
    hits.filter_map(point).map(share).collect()
}

/// All tiles of a zoom that hold an entry: no mark is drawn by another.
fn sum_of_zoom(app: &TestApp, zoom: u8, places: &[(f64, f64)], query: &str) -> u64 {
    let tile = |share: f64| (share * f64::from(1_u32 << zoom)) as u32;
    let tiles: BTreeSet<(u32, u32)> = places.iter().map(|(x, y)| (tile(*x), tile(*y))).collect();
    tiles.into_iter().map(|(x, y)| count_of(app, zoom, x, y, query)).sum()
}

fn count_of(app: &TestApp, z: u8, x: u32, y: u32, query: &str) -> u64 {
    entries_in(&app.get(&format!("/map/entries/{z}/{x}/{y}.mvt{query}")).expect(200))
}

#[test]
fn all_tiles_of_a_zoom_add_up_to_what_has_a_place() {
    let app = app();
    for query in ["?", "?topic=care", "?q=chatbot&kind=project"] {
        let answer = app.get(&format!("/api/v1/search{query}")).json();
        let (total, located) = (answer["total"].as_u64().unwrap(), answer["located"].as_u64().unwrap());
        let without: u64 = ["state", "nationwide", "international", "online", "none"]
            .into_iter()
            .filter_map(|reach| answer["facets"]["on_map"][reach].as_u64())
            .sum();
        assert_eq!(total - without, located, "{query}");
        let places = places(&app, query);
        for zoom in [0, 3, 5, 7, 9] {
            assert_eq!(sum_of_zoom(&app, zoom, &places, query), total - without, "{query} at {zoom}");
        }
    }
}

#[test]
fn tiles_that_cannot_be_are_not_found() {
    let app = app();
    for tile in ["0/1/0.mvt", "3/8/0.mvt", "60/0/0.mvt", "300/0/0.mvt", "0/-1/0.mvt", "0/0/0.png", "0/0/x.mvt", "0/0/0", "a/b/c.mvt"] {
        app.get(&format!("/map/entries/{tile}")).problem(404);
    }
}

#[test]
fn a_wrong_query_is_told_as_everywhere() {
    let app = app();
    let problem = app.get("/map/entries/0/0/0.mvt?topic=pflege").problem(400);
    assert_eq!(problem["errors"][0]["field"], "topic");
    assert_eq!(app.get("/map/entries/0/0/0.mvt?near=nirgendwo").problem(400)["errors"][0]["field"], "near");
}

#[test]
fn the_base_map_goes_out_as_it_is_stored() {
    let app = app();
    let tile = app.send("GET", "/map/base/europe/5/16/10", &[("accept-encoding", "gzip, br")]).expect(200);
    assert_eq!((tile.header("content-encoding"), tile.header("content-type")), ("gzip", "application/vnd.mapbox-vector-tile"));
    assert_eq!(tile.body[..2], [0x1f, 0x8b]);
    assert!(tile.header("cache-control").contains("max-age"));
}

#[test]
fn the_base_map_tells_the_empty_sea_from_an_unknown_address() {
    let app = app();
    assert!(app.get("/map/base/europe/8/0/0").expect(204).body.is_empty());
    for address in ["/map/base/mars/0/0/0", "/map/base/world/x/0/0", "/map/base/world/300/0/0", "/map/base/..%2fworld/0/0/0"] {
        app.get(address).problem(404);
    }
}

#[test]
fn base_tiles_that_pages_name_are_kept_for_good() {
    let app = app();
    let page = app.get("/explore?view=map").expect(200).html();
    let version = attributes(&page, "project-map", "base").concat();
    assert_eq!(version.len(), 16, "{version}");
    let cache = |set: &str| app.get(&format!("/map/base/{set}/5/16/10")).expect(200).header("cache-control").to_owned();
    assert_eq!(cache(&format!("europe-{version}")), "public, max-age=31536000, immutable");
    assert_eq!([cache("europe"), cache("europe-0123456789abcdef")], ["public, max-age=86400", "public, max-age=86400"]);
    assert_eq!(
        app.get(&format!("/map/base/europe-{version}/8/0/0")).expect(204).header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    app.get(&format!("/map/base/mars-{version}/0/0/0")).problem(404);
}
