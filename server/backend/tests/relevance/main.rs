//! Relevance as a test: what readers get for judged queries, measured and held against a baseline. See README.md.
//!
//! `cargo xtask relevance` prints the figures and the worst queries.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod baseline;
mod engines;
mod judged;
mod known;
mod measure;
mod random;
mod report;

use backend::testing::documents;
use baseline::Baseline;
use engines::Engine;
use std::collections::BTreeSet;

#[tokio::test]
async fn every_query_is_judged_on_entries_that_exist() {
    let backend = backend::testing::with_sample().await;
    let addresses: BTreeSet<String> = documents(&backend).await.iter().map(known::address).collect();
    let faults = judged::faults(&judged::read(), &addresses);
    assert!(faults.is_empty(), "queries.jsonl:\n{}", faults.join("\n"));
}

#[tokio::test]
async fn no_engine_falls_below_its_baseline() {
    let judged = judged::read();
    let mut now = Baseline::default();
    for engine in engines::all().await {
        let known = known::queries(&documents(engine.backend()).await);
        let answers = measure_judged(&engine, &judged).await;
        let lookups = measure_known(&engine, &known).await;
        println!("{}", report::table(engine.name, &answers, &lookups));
        println!("{}", report::worst(engine.name, &answers));
        now.add(engine.name, &answers, &lookups);
    }
    if std::env::var_os("ALLMENDE_WRITE_BASELINE").is_some_and(|value| value == "1") {
        now.write();
        return;
    }
    let losses = Baseline::read().losses(&now);
    assert!(losses.is_empty(), "below the baseline:\n{}", losses.join("\n"));
}

async fn measure_judged<'a>(engine: &Engine, queries: &'a [judged::Judged]) -> Vec<measure::Answer<'a>> {
    let mut answers = vec![];
    for query in queries {
        answers.push(measure::Answer::of(query, engine.answer(&query.q).await));
    }
    answers
}

async fn measure_known<'a>(engine: &Engine, queries: &'a [known::Known]) -> Vec<measure::Lookup<'a>> {
    let mut lookups = vec![];
    for query in queries {
        lookups.push(measure::Lookup::of(query, &engine.answer(&query.text).await));
    }
    lookups
}
