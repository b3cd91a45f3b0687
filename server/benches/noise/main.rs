//! Ten minutes of sense and nonsense: `cargo bench -p server --bench noise`. `ALLMENDE_BENCH_SECONDS` sets another time.
//!
//! Asks the whole router on 10,000 entries whatever `backend::testing::noise` makes up, one question after the other.
//! Fails on a panic, on an answer that is neither found, nor leads on, nor is refused, and on one that takes longer than 100 ms.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use axum::{body::Body, http::Request};
use backend::testing::{large::with_entries, noise::Noise};
use server::{config::Config, router::router};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tower::ServiceExt;

const ENTRIES: usize = 10_000;
const SECONDS: u64 = 600;
const LIMIT: Duration = Duration::from_millis(100);
/// What is asked in turn.
const PATHS: [&str; 3] = ["/api/v1/search", "/api/v1/search", "/explore"];

#[tokio::main]
async fn main() {
    let seconds = std::env::var("ALLMENDE_BENCH_SECONDS").map_or(SECONDS, |s| s.parse().expect("ALLMENDE_BENCH_SECONDS is a number"));
    let backend = with_entries(ENTRIES).await;
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
    let config = Config::read(|name| (name == "ALLMENDE_SITE_DIR").then(|| public.display().to_string())).unwrap();
    let app = router(&config, (*backend).clone()).await.unwrap();
    let (mut noise, started) = (Noise::new(1), Instant::now());
    let (mut asked, mut refused, mut slow, mut slowest) = (0_u64, 0_u64, 0_u64, Duration::ZERO);
    while started.elapsed() < Duration::from_secs(seconds) {
        let address = format!("{}?{}", PATHS[noise.below(PATHS.len())], noise.query_string());
        let request = Request::get(&address).header("host", "localhost").body(Body::empty()).unwrap();
        let begun = Instant::now();
        let answer = app.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let took = begun.elapsed();
        // An address with empty fields leads to the one without.
        assert!(status.is_success() || status.is_redirection() || status.is_client_error(), "{status} for {address}");
        asked += 1;
        refused += u64::from(status.is_client_error());
        slowest = slowest.max(took);
        if took > LIMIT {
            slow += 1;
            println!("{:.0} ms: {address}", took.as_secs_f64() * 1e3);
        }
    }
    println!(
        "{asked} asked, {refused} of them refused, slowest {:.1} ms, {slow} over {} ms",
        slowest.as_secs_f64() * 1e3,
        LIMIT.as_millis()
    );
    assert_eq!(slow, 0);
}
