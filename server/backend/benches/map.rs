//! The map at a million entries: `cargo bench -p backend --bench map`. `ENTRIES` sets another size.
//!
//! Build and memory of the index (with `MALLOC_MMAP_THRESHOLD_=131072` what was freed meanwhile is not counted), and what a tile takes where people look (tiles are drawn as entries are): without a
//! filter, with two facets, and with 100,000 ids of a text search. Beside each figure stands what it must not exceed.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use backend::{
    map::{Batch, MapIndex, Numbers, Selection},
    search::document::{Change, IndexDocument},
    testing::scattered::{id, points, scattered},
};
use domain::{geo::Point, query::Query};
use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

const ENTRIES: usize = 1_000_000;
const FOUND: usize = 100_000;
const SEED: u64 = 42;
const BUILDS: usize = 5;
const PORTION: usize = 500;
const TILES: usize = 400;
const ZOOMS: [u8; 5] = [0, 4, 6, 8, 12];
/// What must not be exceeded: to build, in memory (MB), for the slowest but one in twenty tiles without and with a filter.
const BUILD: Duration = Duration::from_millis(300);
const MEMORY: u64 = 60;
const PLAIN: Duration = Duration::from_millis(1);
const FILTERED: Duration = Duration::from_millis(10);

fn main() {
    let size = std::env::var("ENTRIES").ok().and_then(|n| n.parse().ok()).unwrap_or(ENTRIES);
    println!("{size} entries, seed {SEED}");
    let before = resident();
    let index = MapIndex::default();
    let mut builds = vec![build(&index, size)];
    let memory = resident().saturating_sub(before) / 1_000_000;
    builds.extend((1..BUILDS).map(|_| build(&MapIndex::default(), size)));
    builds.sort_unstable();
    let build = builds[BUILDS / 2];
    println!("{:<28}{:>12}   {}", "build, median of 5", millis(build), told(build <= BUILD, &millis(BUILD)));
    println!("{:<28}{:>9} MB   {}", "memory", memory, told(memory <= MEMORY, &format!("{MEMORY} MB")));
    let one = Change::Put(Box::new(scattered(1, SEED + 1).next().unwrap()));
    println!("{:<28}{:>12}", "one change", millis(timed(|| index.apply(std::slice::from_ref(&one)))));

    let found: Numbers = (0..FOUND.min(size)).map(|n| id(n * (size / FOUND).max(1)).number()).collect();
    let facets = Selection::of(&Query::parse("topic=care&phase=live").unwrap(), None);
    let selections = [
        ("no filter", Selection::default(), PLAIN),
        ("two facets", facets.clone(), FILTERED),
        ("100,000 ids", Selection::default().among(Arc::new(found.clone())), FILTERED),
        ("two facets, 100,000 ids", facets.among(Arc::new(found)), FILTERED),
    ];
    println!("\n{:<26}{:>4}{:>12}{:>12}{:>12}{:>10}", "tile", "zoom", "p50", "p95", "most", "bytes");
    let looked_at = points(TILES, SEED + 2);
    for (name, selection, most) in &selections {
        for zoom in ZOOMS {
            let (mut times, bytes) = tiles(&index, &looked_at, zoom, selection);
            times.sort_unstable();
            let [middle, late, last] = [times.len() / 2, times.len() * 95 / 100, times.len() - 1].map(|at| times[at]);
            let mark = told(late <= *most, &millis(*most));
            println!("{name:<26}{zoom:>4}{:>12}{:>12}{:>12}{bytes:>10}   {mark}", millis(middle), millis(late), millis(last));
        }
    }
    println!("\n{:<28}{:>12}", "count of all that is shown", millis(timed(|| _ = black_box(index.count_with_point(&selections[1].1)))));
}

/// How long it takes to take in all entries, in portions as the database hands them over; making them up does not count.
fn build(index: &MapIndex, size: usize) -> Duration {
    let (mut batch, mut took) = (Batch::default(), Duration::ZERO);
    let mut entries = scattered(size, SEED);
    loop {
        let portion: Vec<IndexDocument> = entries.by_ref().take(PORTION).collect();
        if portion.is_empty() {
            return took + timed(|| index.take_in(&black_box(batch)));
        }
        took += timed(|| portion.iter().for_each(|entry| batch.put(black_box(entry))));
    }
}

/// How long the tiles of these points take, and how large they are in the mean.
fn tiles(index: &MapIndex, points: &[Point], zoom: u8, selection: &Selection) -> (Vec<Duration>, usize) {
    let mut bytes = 0;
    let times = points.iter().map(|point| {
        let (x, y) = tile_of(*point, zoom);
        timed(|| bytes += black_box(index.tile(zoom, x, y, black_box(selection))).unwrap().len())
    });
    let times: Vec<Duration> = times.collect();
    (times, bytes / points.len())
}

/// Column and row of the tile that a point is in.
fn tile_of(point: Point, zoom: u8) -> (u32, u32) {
    let tiles = f64::from(1_u32 << zoom);
    let north = point.lat.to_radians().tan().asinh() / std::f64::consts::PI;
    (((point.lon + 180.0) / 360.0 * tiles) as u32, ((1.0 - north) / 2.0 * tiles) as u32)
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn millis(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}

fn told(kept: bool, most: &str) -> String {
    format!("{} (at most {most})", if kept { "ok" } else { "TOO MUCH" })
}

/// Bytes of this process in memory.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kilobytes| kilobytes * 1_024)
}
