//! What happens to servers: they are killed, stand still, and are given new versions while people search. Afterwards the
//! index is what the database says, entry by entry and version by version.

use crate::support::{Raw, expect_the_index_to_be_as_the_database, index_name, let_expire, matching, query, request};
use backend::{
    Backend, Result,
    search::{Search, meilisearch::Address},
    testing::{
        import_from,
        meilisearch::{self, MeilisearchBackend, OwnServer},
        sample,
    },
};
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{task::JoinHandle, time::sleep};

/// When to break in: while indexes are made, while settings are given, while entries are sent, when nearly all is done.
const MOMENTS: [u64; 5] = [20, 150, 500, 1_200, 2_500];

async fn full(address: &Address) -> MeilisearchBackend {
    let backend = meilisearch::with_meilisearch(address).await;
    import_from(&backend, &sample()).await.unwrap();
    backend.indexer.catch_up().await.unwrap();
    backend
}

/// Gives every project another title, and with it every lesson and organisation that tells of it another text.
async fn change_everything(backend: &Backend, round: usize) {
    let dir = tempfile::tempdir().unwrap();
    let lines = fs::read_to_string(sample().join("projects.jsonl")).unwrap();
    let changed = lines.lines().map(|line| {
        let mut project: Value = serde_json::from_str(line).unwrap();
        project["title"] = json!(format!("{} {round}", project["title"].as_str().unwrap()));
        format!("{project}\n")
    });
    fs::write(dir.path().join("projects.jsonl"), changed.collect::<String>()).unwrap();
    import_from(backend, dir.path()).await.unwrap();
    backend.indexer.catch_up().await.unwrap();
}

async fn catch_up(backend: &Backend) -> Result<usize> {
    backend.indexer.mirror().unwrap().catch_up(&mut |_, _| ()).await
}

/// As the program does: again and again until it works.
async fn caught_up(backend: &Backend) {
    let begun = Instant::now();
    while let Err(failure) = catch_up(backend).await {
        assert!(begun.elapsed() < Duration::from_secs(120), "{failure}");
        sleep(Duration::from_millis(200)).await;
    }
}

/// Readers who search without a pause and count what they are given.
struct Readers {
    tasks: Vec<JoinHandle<()>>,
    stop: Arc<AtomicBool>,
    answers: Arc<AtomicU64>,
}

impl Readers {
    fn of(searches: &[&Search]) -> Self {
        let (stop, answers) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let read = |search: Search| {
            let (stop, answers) = (Arc::clone(&stop), Arc::clone(&answers));
            tokio::spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    for (asked, expected) in [("", 353), ("topic=care", 1), ("q=beratung", 1), ("q=chatbot&sort=title", 1)] {
                        let found = search.search(&request(&query(asked))).await.unwrap();
                        assert!(found.total >= expected && !found.hits.is_empty(), "{asked}: {}", found.total);
                        answers.fetch_add(1, Ordering::Relaxed);
                    }
                }
            })
        };
        Self { tasks: searches.iter().map(|search| read((*search).clone())).collect(), stop, answers }
    }

    /// How many answers there were, none of them failed or empty.
    async fn done(self) -> u64 {
        self.stop.store(true, Ordering::Relaxed);
        for task in self.tasks {
            task.await.unwrap();
        }
        self.answers.load(Ordering::Relaxed)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_built_while_everybody_searches() {
    let Some(server) = OwnServer::start().await else { return };
    let old = full(&server.address).await;
    caught_up(&old).await;
    // What an older program left, and the new one that comes up beside it.
    let path = format!("indexes/{}/documents", index_name(&old, "state").await);
    let left = json!([{"id": "state", "mark": old.engine.mark(), "version": "0-00"}]);
    Raw::of(&server.address).done(Method::POST, &path, &left).await;
    let new = Backend::open(&old.database.url, old.database.dir.path(), Some(&server.address), old.clock.clone()).await.unwrap();
    let readers = Readers::of(&[&old.search, &old.search, &new.search]);
    let mut told = 0;
    new.indexer.mirror().unwrap().catch_up(&mut |done, _| told = done).await.unwrap();
    assert_eq!(told, 353, "it was built anew");
    sleep(Duration::from_secs(1)).await;
    assert!(readers.done().await > 20);
    let Search::Meilisearch(engine) = &new.search else { panic!("another engine") };
    engine.set_patience(meilisearch::PATIENCE);
    assert_eq!(matching(engine, &query("")).await.len(), 353);
    expect_the_index_to_be_as_the_database(&new, &server.address, "built anew").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_while_it_indexes_is_put_right() {
    let Some(mut server) = OwnServer::start().await else { return };
    let backend = full(&server.address).await;
    for (round, moment) in MOMENTS.into_iter().enumerate() {
        // Built anew, which the first one is anyway, and followed change by change.
        for rebuild in [true, false] {
            change_everything(&backend, 2 * round + usize::from(rebuild)).await;
            let mirror = backend.indexer.mirror().unwrap().clone();
            let indexing = tokio::spawn(async move {
                if rebuild { mirror.rebuild(&mut |_, _| ()).await } else { mirror.catch_up(&mut |_, _| ()).await.map(drop) }
            });
            sleep(Duration::from_millis(moment)).await;
            server.kill();
            indexing.abort();
            let_expire(&backend);
            assert!(backend.search.search(&request(&query("q=beratung"))).await.unwrap().total > 0);
            server.run().await;
            caught_up(&backend).await;
            let when = format!("killed after {moment} ms of {}", if rebuild { "building" } else { "following" });
            expect_the_index_to_be_as_the_database(&backend, &server.address, &when).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_broken_off_while_it_indexes_goes_on_when_it_is_back() {
    let Some(server) = OwnServer::start().await else { return };
    let backend = full(&server.address).await;
    for (round, moment) in MOMENTS.into_iter().enumerate() {
        for rebuild in [true, false] {
            change_everything(&backend, 2 * round + usize::from(rebuild)).await;
            let (url, dir) = (&backend.database.url, backend.database.dir.path());
            let program = Backend::open(url, dir, Some(&server.address), backend.clock.clone()).await.unwrap();
            let indexing = tokio::spawn(async move {
                let mirror = program.indexer.mirror().unwrap();
                if rebuild { mirror.rebuild(&mut |_, _| ()).await } else { mirror.catch_up(&mut |_, _| ()).await.map(drop) }
            });
            sleep(Duration::from_millis(moment)).await;
            indexing.abort();
            _ = indexing.await;
            let_expire(&backend);
            let again = Backend::open(url, dir, Some(&server.address), backend.clock.clone()).await.unwrap();
            caught_up(&again).await;
            let when = format!("broken off after {moment} ms of {}", if rebuild { "building" } else { "following" });
            expect_the_index_to_be_as_the_database(&again, &server.address, &when).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stands_still_for_half_a_minute_costs_nobody_more_than_a_second() {
    let Some(server) = OwnServer::start().await else { return };
    let backend = full(&server.address).await;
    caught_up(&backend).await;
    let following = tokio::spawn(backend.indexer.clone().follow());
    server.signal("STOP");
    let begun = Instant::now();
    let mut slowest = Duration::ZERO;
    while begun.elapsed() < Duration::from_secs(30) {
        let asked = Instant::now();
        assert!(backend.search.search(&request(&query("q=beratung&topic=care"))).await.unwrap().total > 0);
        slowest = slowest.max(asked.elapsed());
        sleep(Duration::from_millis(50)).await;
    }
    assert!(slowest < Duration::from_secs(1), "{slowest:?}");
    change_everything(&backend, 1).await;
    server.signal("CONT");
    let begun = Instant::now();
    let answered = backend.engine.status().answered;
    while backend.engine.status().answered == answered || backend.engine.mark() != backend.search.mark() {
        assert!(begun.elapsed() < Duration::from_secs(90), "it is back and not asked: {:?}", backend.engine.status());
        backend.search.search(&request(&query("q=beratung"))).await.unwrap();
        sleep(Duration::from_millis(200)).await;
    }
    following.abort();
    _ = following.await;
    expect_the_index_to_be_as_the_database(&backend, &server.address, "stood still").await;
}
