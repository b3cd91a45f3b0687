//! How fast pages are, beside the fastest answer that this server could give: `cargo bench -p server --bench pages`.
//!
//! Asks the whole router over loopback, on the sample directory and on a large one (`ALLMENDE_BENCH_ENTRIES`, 100,000),
//! once as readers do (pages are kept) and once as somebody who is signed in (each page is drawn and packed anew).
//! Server and client share the machine, for the bare answer too: the ratio to it says more than the rate.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

#[path = "../load/mod.rs"]
mod load;

use axum::{Router, response::Html, routing::get};
use backend::{
    Backend,
    storage::entries,
    testing::{
        large::{GIANT, with_entries},
        with_sample,
    },
};
use domain::vocabulary::Kind;
use load::{Figures, Header, load};
use server::{config::Config, router::router};
use std::{net::SocketAddr, path::Path, time::Instant};
use tokio::net::TcpListener;

const ENTRIES: usize = 100_000;
/// Pages of one kind that are walked through.
const WALK: usize = 1_000;
/// The organisation with many entries in the sample directory.
const LARGEST: &str = "civic-coding";
/// What somebody types, letter by letter, and what brings places, organisations, many titles and none.
const TYPED: [&str; 12] = ["p", "pf", "pfl", "pfle", "chat", "chatbto", "leichte+spr", "koeln", "berl", "caritas", "50667", "wald+pflege"];
/// Germany and what is around it.
const TILE: &str = "/map/entries/6/33/21.mvt";
const BARE_BYTES: usize = 20_000;
/// How the two kinds of readers ask.
const READERS: [(&str, Header); 2] = [("kept", None), ("drawn", Some(("cookie", "session=bench")))];

#[tokio::main]
async fn main() {
    let size = std::env::var("ALLMENDE_BENCH_ENTRIES").map_or(ENTRIES, |size| size.parse().expect("ALLMENDE_BENCH_ENTRIES is a number"));
    let bare = serve(Router::new().route("/", get(async || Html("x".repeat(BARE_BYTES))))).await;
    let best = load(bare, &["/".to_owned()], None).await;
    println!("{}\n{}", Figures::TITLES, best.line("a bare answer", "", &best));
    let sample = with_sample().await;
    pages("the sample directory", &sample, LARGEST, &best).await;
    let started = Instant::now();
    let large = with_entries(size).await;
    println!("\nImported and indexed {size} entries in {:.0} s.", started.elapsed().as_secs_f64());
    pages("a large directory", &large, GIANT, &best).await;
}

/// `largest` is the organisation with the most entries.
async fn pages(name: &str, backend: &Backend, largest: &str, best: &Figures) {
    println!("\n{name}");
    let server = serve(router(&config(), backend.clone()).await.unwrap()).await;
    let [projects, lessons] = [walk(backend, Kind::Project).await, walk(backend, Kind::Lesson).await];
    let kinds = [
        ("/", vec!["/".to_owned()]),
        ("/explore", vec!["/explore".to_owned()]),
        ("/projects/{slug}", projects),
        ("/lessons/{slug}", lessons),
        ("/organisations/{o}", vec![format!("/organisations/{largest}")]),
        // Nothing of these is kept.
        ("/map/entries", vec![format!("{TILE}?topic=care")]),
        ("/map/entries with text", vec![format!("{TILE}?q=beratung")]),
        ("/api/v1/suggest", TYPED.map(|typed| format!("/api/v1/suggest?q={typed}")).into()),
    ];
    for (page, addresses) in kinds {
        for (how, header) in READERS {
            println!("{}", load(server, &addresses, header).await.line(page, how, best));
        }
    }
}

/// Addresses of entries, evenly from all of a kind.
async fn walk(backend: &Backend, kind: Kind) -> Vec<String> {
    let mut tx = backend.db.read().await.unwrap();
    let slugs = entries::slugs(&mut tx, kind).await.unwrap();
    slugs.iter().step_by((slugs.len() / WALK).max(1)).take(WALK).map(|(slug, _)| format!("/{}/{slug}", kind.path())).collect()
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
