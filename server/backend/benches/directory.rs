//! How long search and map take in a large directory: `cargo bench -p backend`. `ENTRIES` sets the size (20,000).
//!
//! The directory is the sample, over and over, at other places: real words, real facets.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use backend::{
    gazetteer::Gazetteer,
    map::{MapIndex, Selection},
    search::{
        Embedded, Request,
        document::{Change, IndexDocument},
        likeness::Likeness,
    },
    testing::{documents, large::index_documents, with_sample},
};
use divan::{Bencher, black_box};
use domain::{facet::Facet, query::Query};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

struct Directory {
    entries: Vec<IndexDocument>,
    search: Embedded,
    map: MapIndex,
    _dir: tempfile::TempDir,
}

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    let size = std::env::var("ENTRIES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sample = runtime.block_on(async { documents(&*with_sample().await).await });
    let entries = index_documents(&sample, size);
    let dir = tempfile::tempdir().unwrap();
    let search = Embedded::open(dir.path()).unwrap().index;
    let mut rebuild = search.begin_rebuild().unwrap();
    entries.iter().for_each(|entry| rebuild.put(entry).unwrap());
    rebuild.finish(1).unwrap();
    let map = MapIndex::default();
    map.apply(&puts(&entries));
    Directory { entries, search, map, _dir: dir }
});

fn puts(entries: &[IndexDocument]) -> Vec<Change> {
    entries.iter().map(|entry| Change::Put(Box::new(entry.clone()))).collect()
}

const QUERIES: [&str; 8] = [
    "",
    "q=chatbot",
    "q=chatbto",
    "q=sprach",
    "q=beratung+mit+daten",
    "topic=care&phase=live",
    "q=chatbot&topic=social-counselling&kind=project",
    "q=beratung&bbox=5.9,50.3,9.5,52.5",
];

#[divan::bench(args = QUERIES)]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let query = Query::parse(query).unwrap();
    let directory = &*DIRECTORY;
    bencher.bench(|| directory.search.search(&Request { query: black_box(&query), centre: None }).unwrap());
}

#[divan::bench]
fn find_what_is_similar(bencher: Bencher<'_, '_>) {
    let directory = &*DIRECTORY;
    let to = directory.entries.iter().find(|entry| entry.slug == "carifix").unwrap();
    let likeness = Likeness { to, through: &[Facet::Topic, Facet::Technique], same: &[], without: &[], limit: 4 };
    bencher.bench(|| directory.search.similar(black_box(&likeness)).unwrap());
}

#[divan::bench(args = ["kind=project", "kind=lesson"])]
fn list_without_counts(bencher: Bencher<'_, '_>, query: &str) {
    let query = Query::parse(&format!("{query}&sort=newest&per_page=4")).unwrap();
    let directory = &*DIRECTORY;
    bencher.bench(|| directory.search.hits(&Request { query: black_box(&query), centre: None }).unwrap());
}

const SELECTIONS: [&str; 3] = ["", "topic=care&topic=climate", "near=50667&km=100"];

#[divan::bench(args = SELECTIONS)]
fn tile_of_germany(bencher: Bencher<'_, '_>, query: &str) {
    let query = Query::parse(query).unwrap();
    let centre = query.near.as_ref().map(|near| Gazetteer::built_in().find(&near.place)[0].point);
    let selection = Selection::of(&query, centre);
    let directory = &*DIRECTORY;
    bencher.bench(|| directory.map.tile(5, 16, 10, black_box(&selection)));
}

#[divan::bench(sample_count = 10)]
fn build_the_map(bencher: Bencher<'_, '_>) {
    let changes = puts(&DIRECTORY.entries);
    bencher.bench(|| MapIndex::default().apply(black_box(&changes)));
}

#[divan::bench]
fn find_a_postcode() -> usize {
    Gazetteer::built_in().find(black_box("50667")).len()
}
