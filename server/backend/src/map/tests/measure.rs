//! Figures, not a check: `cargo test -p backend --release --lib map::tests::measure -- --ignored --nocapture`.

use super::sample::{Lcg, documents, puts};
use crate::map::{MapIndex, Selection, mercator::project};
use domain::query::Query;
use std::time::Instant;

#[test]
#[ignore = "prints figures for a person to read"]
fn how_long_it_takes() {
    let count = std::env::var("ENTRIES").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let documents = documents(count);
    let (index, changes) = (MapIndex::default(), puts(&documents));
    let start = Instant::now();
    index.apply(&changes);
    println!("{count} entries: built in {:?}", start.elapsed());
    let start = Instant::now();
    index.apply(&changes[..1]);
    println!("one change {:?}", start.elapsed());
    let points: Vec<_> = documents.iter().filter_map(|document| document.point).map(project).collect();
    let centre = domain::geo::Point { lat: 50.94, lon: 6.96 };
    for text in ["", "topic=care&topic=climate", "topic=care&phase=live&bbox=5.9,50.3,9.5,52.5", "near=50667&km=100"] {
        let selection = Selection::of(&Query::parse(text).unwrap(), Some(centre));
        for zoom in [0, 5, 8, 12, 14_u8] {
            println!("z{zoom} \"{text}\": {}", tiles(&index, &points, zoom, &selection));
        }
    }
}

fn tiles(index: &MapIndex, points: &[(u32, u32)], zoom: u8, selection: &Selection) -> String {
    let mut random = Lcg(u64::from(zoom));
    let tile = |unit: u32| (u64::from(unit) >> (32 - u32::from(zoom))) as u32;
    let mut times: Vec<_> = (0..200)
        .map(|_| {
            let (x, y) = points[random.below(points.len())];
            let start = Instant::now();
            let bytes = index.tile(zoom, tile(x), tile(y), selection).unwrap().len();
            (start.elapsed(), bytes)
        })
        .collect();
    times.sort_unstable();
    let largest = times.iter().map(|(_, bytes)| bytes).max().unwrap();
    format!("p50 {:?}, p95 {:?}, up to {largest} bytes", times[100].0, times[190].0)
}
