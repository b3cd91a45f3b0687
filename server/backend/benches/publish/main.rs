//! How long after a publish an entry is found: `cargo bench -p backend --bench publish`. `ALLMENDE_BENCH_ENTRIES` sets the
//! size of the directory (100,000). With `ALLMENDE_TEST_MEILISEARCH` as in the tests, in Meilisearch too.
//!
//! From the answer to whoever published to the first search that finds the word that only this entry has.

#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use backend::{
    Backend,
    search::{Meilisearch, Request},
    storage::feed,
    testing::{
        import_from,
        large::{self, with_entries},
        meilisearch::{MeilisearchBackend, address, with_meilisearch},
    },
    usecases::{
        self,
        publish::{Outcome, Publication},
    },
};
use domain::{account::Actor, entry::Document, id::EntryId, query::Query, text::Slug, vocabulary::Origin};
use serde_json::json;
use std::time::{Duration, Instant};

const PUBLISHES: usize = 200;
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() {
    let size = std::env::var("ALLMENDE_BENCH_ENTRIES").map_or(100_000, |size| size.parse().expect("ALLMENDE_BENCH_ENTRIES is a number"));
    publish_all("the embedded engine", &*with_entries(size).await, None).await;
    if let Some(address) = address().await {
        let backend: MeilisearchBackend = with_meilisearch(&address).await;
        let files = tempfile::tempdir().unwrap();
        large::write(files.path(), size).unwrap();
        import_from(&backend, files.path()).await.unwrap();
        // In large portions: the feed takes 500 entries at a time.
        backend.indexer.mirror().unwrap().rebuild(&mut |_, _| ()).await.unwrap();
        backend.in_step().await;
        publish_all("Meilisearch", &backend, Some(&backend.engine)).await;
    }
}

async fn publish_all(name: &str, backend: &Backend, meilisearch: Option<&Meilisearch>) {
    let following = tokio::spawn(backend.indexer.clone().follow());
    let mut took = vec![];
    for n in 0..PUBLISHES {
        let word = format!("Zeisig{}", letters(n));
        let (slug, document) = project(n, &word);
        let (id, published) = publish_one(backend, &slug, &document).await;
        while !is_found(backend, meilisearch, &word, id).await {
            assert!(published.elapsed() < PATIENCE, "{word} is not found");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        took.push(published.elapsed());
    }
    following.abort();
    took.sort_unstable();
    let [p50, p95, most] = [PUBLISHES / 2, PUBLISHES * 95 / 100, PUBLISHES - 1].map(|at| took[at].as_secs_f64() * 1e3);
    println!("{name}: {PUBLISHES} publishes found after p50 {p50:.0} ms, p95 {p95:.0} ms, at most {most:.0} ms");
}

/// As a decision does: one unit of work, then whoever follows the feed is told. Which entry it is, and when it was done.
async fn publish_one(backend: &Backend, slug: &Slug, document: &Document) -> (EntryId, Instant) {
    let new = Publication { slug, document, organisation: None, projects: vec![], origin: Origin::Organisation, action: "publish" };
    let mut tx = backend.db.write().await.unwrap();
    let outcome = usecases::publish::publish(&mut tx, &backend.clock, &Actor::System, &new).await.unwrap();
    assert!(matches!(outcome, Outcome::Created(_)));
    let head = feed::head(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    backend.notify(head);
    (outcome.id(), Instant::now())
}

fn project(n: usize, word: &str) -> (Slug, Document) {
    let project = json!({"title": word, "summary": "S", "problem": "P", "phase": "live", "scope": "nationwide"});
    (format!("published-{n}").parse().unwrap(), Document::Project(serde_json::from_value(project).unwrap()))
}

async fn is_found(backend: &Backend, meilisearch: Option<&Meilisearch>, word: &str, id: EntryId) -> bool {
    let query = Query { text: word.to_owned(), ..Query::default() };
    let request = Request { query: &query, centre: None };
    let left = meilisearch.map(|engine| engine.status().left);
    let found = backend.search.search(&request).await.unwrap();
    // Only what Meilisearch itself answered. Words that are nearly the same are found too.
    found.hits.first().is_some_and(|hit| hit.id == id) && left == meilisearch.map(|engine| engine.status().left)
}

/// A number in letters: words with digits are not what people publish.
fn letters(mut n: usize) -> String {
    let mut out = String::new();
    for _ in 0..4 {
        out.push(char::from(b'a' + (n % 23) as u8));
        n = n / 23 + 5;
    }
    out
}
