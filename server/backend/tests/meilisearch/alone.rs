//! One process writes to Meilisearch at a time, and nothing old is left behind by one that stood still or was killed.

use crate::{
    fake::Fake,
    support::{expect_the_index_to_be_as_the_database, let_expire, query, request},
};
use backend::{
    Backend, Failure, Result,
    feed::{LASTS, Lease},
    search::Error,
    storage::feed,
    testing::{
        databases, documents, import_from,
        meilisearch::{self, MeilisearchBackend},
        sample,
    },
};
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::time::{sleep, timeout};

async fn catch_up(backend: &Backend) -> Result<usize> {
    backend.indexer.mirror().unwrap().catch_up(&mut |_, _| ()).await
}

fn is_busy<T>(done: &Result<T>) -> bool {
    matches!(done, Err(Failure::Search(Error::Busy)))
}

async fn rename(backend: &Backend, name: &str) {
    let dir = tempfile::tempdir().unwrap();
    let line = format!(r#"{{"id": "deutscher-caritasverband", "name": "{name}", "kind": "network"}}"#);
    std::fs::write(dir.path().join("organisations.jsonl"), line).unwrap();
    import_from(backend, dir.path()).await.unwrap();
    backend.indexer.catch_up().await.unwrap();
}

async fn on_all(address: &backend::search::meilisearch::Address) -> Vec<MeilisearchBackend> {
    let mut all = vec![];
    for database in databases().await {
        let backend = meilisearch::on(database, address).await;
        import_from(&backend, &sample()).await.unwrap();
        backend.in_step().await;
        all.push(backend);
    }
    all
}

/// What another process holds that writes.
async fn another(backend: &Backend) -> Lease {
    Lease::take(&backend.db, &backend.clock, "meilisearch").await.unwrap().unwrap()
}

#[tokio::test]
async fn who_does_not_write_follows_who_does() {
    let Some(address) = meilisearch::address().await else { return };
    for backend in on_all(&address).await {
        let (name, dir) = (backend.database.name, tempfile::tempdir().unwrap());
        let other = Backend::open(&backend.database.url, dir.path(), Some(&address), backend.clock.clone()).await.unwrap();
        other.indexer.start(&mut |_, _| ()).await.unwrap();
        assert_eq!(catch_up(&other).await.unwrap(), 0);
        rename(&backend, "Meadowfolk").await;
        // Both at once: one writes, and the other sees that all is done.
        let (one, two) = tokio::join!(catch_up(&backend), catch_up(&other));
        assert!([&one, &two].into_iter().all(|done| done.is_ok() || is_busy(done)), "{name}: {one:?} {two:?}");
        assert!(one.is_ok() || two.is_ok(), "{name}");
        assert_eq!(catch_up(&backend).await.unwrap() + catch_up(&other).await.unwrap(), 0, "{name}");
        assert_eq!(backend.indexer.mirror().unwrap().mark(), other.indexer.mirror().unwrap().mark(), "{name}");
        expect_the_index_to_be_as_the_database(&backend, &address, name).await;
    }
}

#[tokio::test]
async fn nothing_is_written_beside_another_until_that_one_is_gone_for_long() {
    let Some(address) = meilisearch::address().await else { return };
    for backend in on_all(&address).await {
        let (name, before) = (backend.database.name, backend.engine.mark());
        let killed = another(&backend).await;
        rename(&backend, "Meadowfolk").await;
        assert!(is_busy(&catch_up(&backend).await), "{name}");
        assert_eq!(backend.engine.mark(), before, "{name}");
        assert!(backend.engine.search(&request(&query("q=Meadowfolk"))).await.is_ok());
        let_expire(&backend);
        assert!(catch_up(&backend).await.unwrap() > 0, "{name}");
        expect_the_index_to_be_as_the_database(&backend, &address, name).await;
        assert!(!killed.free().await.unwrap(), "{name}");
    }
}

#[tokio::test]
async fn a_rebuild_waits_for_who_writes_and_then_takes_over() {
    let Some(address) = meilisearch::address().await else { return };
    for backend in on_all(&address).await {
        let (name, writing) = (backend.database.name, another(&backend).await);
        let mirror = backend.indexer.mirror().unwrap().clone();
        let rebuilding = tokio::spawn(async move { mirror.rebuild(&mut |_, _| ()).await });
        sleep(Duration::from_secs(1)).await;
        assert!(!rebuilding.is_finished(), "{name}");
        rename(&backend, "Meadowfolk").await;
        assert!(writing.free().await.unwrap());
        timeout(Duration::from_secs(60), rebuilding).await.unwrap().unwrap().unwrap();
        assert_eq!(catch_up(&backend).await.unwrap(), 0, "{name}: it was built from what is true now");
        expect_the_index_to_be_as_the_database(&backend, &address, name).await;
    }
}

/// It stood still while another took over, and what it then sends is older than what that one had sent.
#[tokio::test]
async fn what_was_sent_after_the_lease_was_lost_is_sent_again() {
    let fake = Fake::start().await;
    let backend = meilisearch::with_meilisearch(&fake.address).await;
    import_from(&backend, &sample()).await.unwrap();
    backend.in_step().await;
    rename(&backend, "Meadowfolk").await;
    let before = head(&backend).await;
    fake.task(vec![json!({"status": "processing"}); 1_000]);
    let mirror = backend.indexer.mirror().unwrap().clone();
    let writing = tokio::spawn(async move { mirror.catch_up(&mut |_, _| ()).await });
    while fake.left() > 999 {
        sleep(Duration::from_millis(10)).await;
    }
    let begun = Instant::now();
    let_expire(&backend);
    let other = another(&backend).await;
    assert!(is_busy(&writing.await.unwrap()));
    assert!(begun.elapsed() < LASTS && other.free().await.unwrap());
    fake.task(vec![]);
    let told_of = documents(&backend).await.iter().filter(|entry| entry.names.contains("Meadowfolk")).count();
    assert!(catch_up(&backend).await.unwrap() >= told_of && told_of > 1);
    assert!(head(&backend).await >= before + told_of as i64);
}

async fn head(backend: &Backend) -> i64 {
    feed::head(&mut backend.db.read().await.unwrap()).await.unwrap()
}
