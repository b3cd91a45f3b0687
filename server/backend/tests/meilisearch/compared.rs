//! Whatever befell the index in Meilisearch, a comparison with the database finds it and has it put right.

use crate::support::{Raw, expect_the_index_to_be_as_the_database, index_name, total};
use backend::{
    Backend,
    feed::Lease,
    search::{Comparison, document::Change},
    testing::{
        NOON, databases, documents, import_from,
        meilisearch::{self, MeilisearchBackend},
        sample,
    },
};
use domain::{id::EntryId, time::Timestamp};
use reqwest::Method;
use serde_json::json;

const GOOD: Comparison = Comparison { at: Timestamp(NOON), compared: 353, missing: 0, stale: 0, surplus: 0 };

async fn compare(backend: &Backend) -> Comparison {
    backend.indexer.mirror().unwrap().compare(&mut |_, _| ()).await.unwrap()
}

/// Past the feed: one entry is lost, one put back to an older state, one there that never was.
async fn plant(backend: &MeilisearchBackend) {
    let mut planted = documents(backend).await;
    let (lost, mut stale, mut surplus) = (planted.swap_remove(7), planted.swap_remove(70), planted.swap_remove(170));
    stale.title.push_str(" of before");
    surplus.id = EntryId(uuid::Uuid::new_v4());
    let changes = [Change::Drop(lost.id), Change::Put(Box::new(stale)), Change::Put(Box::new(surplus))];
    backend.engine.apply(&changes, backend.engine.mark().unwrap()).await.unwrap();
}

#[tokio::test]
async fn what_is_missing_stale_or_too_much_is_found_and_put_right() {
    let Some(address) = meilisearch::address().await else { return };
    for database in databases().await {
        let name = database.name;
        let backend = meilisearch::on(database, &address).await;
        import_from(&backend, &sample()).await.unwrap();
        backend.in_step().await;
        assert_eq!(backend.engine.compared(), None);
        assert_eq!(compare(&backend).await, GOOD, "{name}");
        plant(&backend).await;
        let found = compare(&backend).await;
        assert_eq!(found, Comparison { missing: 1, stale: 1, surplus: 1, ..GOOD }, "{name}");
        expect_the_index_to_be_as_the_database(&backend, &address, name).await;

        // What it came to stands with the index, for every process.
        let dir = tempfile::tempdir().unwrap();
        let other = Backend::open(&backend.database.url, dir.path(), Some(&address), backend.clock.clone()).await.unwrap();
        other.indexer.mirror().unwrap().catch_up(&mut |_, _| ()).await.unwrap();
        let backend::search::Search::Meilisearch(engine) = &other.search else { panic!("another engine") };
        assert_eq!(engine.compared(), Some(found), "{name}");
        assert_eq!(compare(&other).await, GOOD, "{name}");
    }
}

#[tokio::test]
async fn what_is_not_of_our_making_is_replaced() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    let path = format!("indexes/{}/documents", index_name(&backend, "entries").await);
    Raw::of(&address).done(Method::POST, &path, &json!([{"id": "foreign", "title": "of somebody else"}])).await;
    assert_eq!(compare(&backend).await, GOOD);
    expect_the_index_to_be_as_the_database(&backend, &address, "built anew").await;
    assert_eq!(total(&backend, "").await, 353);
}

#[tokio::test]
async fn comparing_needs_no_lease_and_repairing_waits_for_it() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    plant(&backend).await;
    let other = Lease::take(&backend.db, &backend.clock, "meilisearch").await.unwrap().unwrap();
    let mut all_read = false;
    let freeing = async {
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        assert!(other.free().await.unwrap());
    };
    let mirror = backend.indexer.mirror().unwrap();
    let mut progress = |done, total| all_read = done == total;
    let (found, ()) = tokio::join!(mirror.compare(&mut progress), freeing);
    assert_eq!(found.unwrap().differed(), 3);
    assert!(all_read);
    expect_the_index_to_be_as_the_database(&backend, &address, "after the other one").await;
}
