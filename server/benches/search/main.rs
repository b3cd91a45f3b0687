//! How fast search is: `cargo bench -p server --bench search`. `ALLMENDE_BENCH_SIZES` sets the sizes (1000,100000).
//!
//! For each size: the time to build the index, its size on disk, the memory of the process, and a fixed mix of 500
//! queries (`backend::testing::mix`) asked of the engine in this process, one after the other, and over HTTP with 16
//! connections, rows and marks included. With `ALLMENDE_TEST_MEILISEARCH` as in the tests, the same entries and queries
//! also go to a bare Meilisearch (`meilisearch`), which answers with its own JSON: no rows, no German, no places.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

#[path = "../load/mod.rs"]
mod load;
mod meilisearch;

use axum::Router;
use backend::{
    Backend,
    search::Request,
    testing::{large::with_entries, mix},
};
use domain::{geo::Point, query::Query};
use load::{Figures, load, percentile};
use server::{config::Config, router::router};
use std::{
    fs,
    net::SocketAddr,
    path::Path,
    time::{Duration, Instant},
};
use tokio::net::TcpListener;

const QUERIES: usize = 500;
/// How often each is asked in this process.
const ROUNDS: usize = 4;

#[tokio::main]
async fn main() {
    let sizes = std::env::var("ALLMENDE_BENCH_SIZES").unwrap_or_else(|_| "1000,100000".to_owned());
    for size in sizes.split(',').map(|size| size.trim().parse().expect("ALLMENDE_BENCH_SIZES is numbers with commas between")) {
        directory(size).await;
    }
}

async fn directory(size: usize) {
    let before = resident();
    let started = Instant::now();
    let backend = with_entries(size).await;
    println!("\n{size} entries, imported and indexed in {:.0} s", started.elapsed().as_secs_f64());
    let started = Instant::now();
    backend.indexer.rebuild(&mut |_, _| ()).await.unwrap();
    println!("index built anew in {:.1} s", started.elapsed().as_secs_f64());
    println!("index on disk {:.1} MB", folder(&backend.database.dir.path().join("search")) / 1e6);
    let queries = mix::queries(QUERIES);
    in_process(&backend, &queries).await;
    println!("memory of the process {:.0} MB, {before:.0} MB before", resident());
    let server = serve(router(&config(), (*backend).clone()).await.unwrap()).await;
    let addresses: Vec<String> = queries.iter().map(|query| format!("/api/v1/search?{}", query.to_query_string())).collect();
    let figures = load(server, &addresses, None).await;
    println!("{}\n{}", Figures::TITLES, figures.line("/api/v1/search", "", &figures));
    if let Some(bare) = meilisearch::load(&backend, &queries).await {
        println!("{}", bare.line("bare Meilisearch", "", &figures));
    }
}

async fn in_process(backend: &Backend, queries: &[Query]) {
    let mut took: Vec<(Duration, &Query)> = vec![];
    for query in (0..=ROUNDS).flat_map(|_| queries) {
        let centre = centre(backend, query);
        let asked = Instant::now();
        backend.search.search(&Request { query, centre }).await.unwrap();
        took.push((asked.elapsed(), query));
    }
    // The first round only warms up.
    took.drain(..queries.len());
    took.sort_unstable_by_key(|(took, _)| *took);
    let sorted: Vec<Duration> = took.iter().map(|(took, _)| *took).collect();
    let [p50, p95, p99] = [0.50, 0.95, 0.99].map(|share| percentile(&sorted, share));
    println!("in process, {} queries: p50 {p50:.2} ms, p95 {p95:.2} ms, p99 {p99:.2} ms", sorted.len());
    for (took, query) in took.iter().rev().step_by(ROUNDS).take(5) {
        println!("  slowest: {:.2} ms  {}", took.as_secs_f64() * 1e3, query.to_query_string());
    }
}

fn centre(backend: &Backend, query: &Query) -> Option<Point> {
    query.near.as_ref().map(|near| backend.gazetteer.find(&near.place)[0].point)
}

/// MB of memory that are this process' own.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("RssAnon:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1e3
}

/// Bytes in a folder.
fn folder(path: &Path) -> f64 {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { folder(&entry.path()) } else { entry.metadata().map_or(0.0, |m| m.len() as f64) }).sum()
}

fn config() -> Config {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
    Config::read(|name| (name == "ALLMENDE_SITE_DIR").then(|| public.display().to_string())).unwrap()
}

async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}
