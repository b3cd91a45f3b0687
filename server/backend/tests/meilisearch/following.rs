//! The index in Meilisearch follows the feed, whatever happens to it.

use crate::support::{Raw, index_name, matching, query, request, total};
use backend::{
    search::meilisearch::{Address, Need},
    storage::{entries, feed},
    testing::{
        import_from,
        meilisearch::{self, MeilisearchBackend, OwnServer},
        sample,
    },
};
use domain::{entry::EntryState, vocabulary::Kind};
use reqwest::Method;
use serde_json::{Value, json};

async fn set_state(backend: &MeilisearchBackend, slug: &str, state: EntryState) {
    let mut tx = backend.db.write().await.unwrap();
    let entry = entries::by_slug(&mut tx, Kind::Project, slug).await.unwrap().unwrap();
    assert!(entries::set_state(&mut tx, &entry, state, backend.clock.now()).await.unwrap());
    feed::append(&mut tx, entry.id, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_is_published_changed_and_withdrawn_is_followed() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    assert_eq!(total(&backend, "q=carifix&kind=project").await, 1);
    set_state(&backend, "carifix", EntryState::Unpublished).await;
    backend.in_step().await;
    assert_eq!(total(&backend, "q=carifix&kind=project").await, 0);
    set_state(&backend, "carifix", EntryState::Archived).await;
    backend.in_step().await;
    assert_eq!(total(&backend, "q=carifix&kind=project").await, 1);

    let dir = tempfile::tempdir().unwrap();
    let line = r#"{"id": "deutscher-caritasverband", "name": "Meadowfolk", "kind": "network"}"#;
    std::fs::write(dir.path().join("organisations.jsonl"), line).unwrap();
    import_from(&backend, dir.path()).await.unwrap();
    backend.in_step().await;
    assert!(total(&backend, "q=Meadowfolk&kind=project&org_kind=network").await > 0, "renaming reaches what belongs to it");
}

#[tokio::test]
async fn a_second_process_goes_on_where_the_first_was() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    let mark = backend.engine.mark();
    let (url, dir) = (&backend.database.url, backend.database.dir.path());
    let again = backend::Backend::open(url, dir, Some(&address), backend.clock.clone()).await.unwrap();
    assert_eq!(again.indexer.mirror().unwrap().catch_up(&mut |_, _| panic!("built anew")).await.unwrap(), 0);
    assert_eq!(again.indexer.mirror().unwrap().mark(), mark);
}

#[tokio::test]
async fn a_rebuild_finds_the_same_and_leaves_nothing_behind() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    let before = matching(&backend.engine, &query("q=beratung")).await;
    let mut told = vec![];
    backend.indexer.mirror().unwrap().rebuild(&mut |done, total| told.push((done, total))).await.unwrap();
    assert_eq!(told.last(), Some(&(353, 353)));
    assert_eq!(matching(&backend.engine, &query("q=beratung")).await, before);
    assert_eq!(indexes(&backend, &address).await, ["entries", "state"]);
}

#[tokio::test]
async fn an_index_of_another_version_is_replaced_and_one_of_a_later_is_left_alone() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    let head = backend.engine.mark().unwrap();
    for (mark, version, rebuilt) in [(head, "0-00", true), (head + 1, "", true), (head, "999999-00", false)] {
        write_state(&backend, &address, mark, version).await;
        let need = backend.engine.look(head).await.unwrap();
        assert_eq!(matches!(need, Need::Rebuild { .. }), rebuilt, "{need:?}");
    }
    assert_eq!(backend.engine.look(head).await.unwrap(), Need::Nothing);
}

#[tokio::test]
async fn a_server_that_was_put_back_to_an_older_state_catches_up() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    let head = backend.engine.mark().unwrap();
    let version = state(&backend, &address).await["version"].as_str().unwrap().to_owned();
    write_state(&backend, &address, head - 100, &version).await;
    assert_eq!(backend.engine.look(head).await.unwrap(), Need::Changes);
    assert_eq!(backend.engine.mark(), Some(head - 100));
    assert_eq!(backend.indexer.mirror().unwrap().catch_up(&mut |_, _| panic!("built anew")).await.unwrap(), 100);
    assert_eq!(backend.engine.mark(), Some(head));
}

#[tokio::test]
async fn a_server_that_lost_everything_is_filled_again() {
    let Some(mut server) = OwnServer::start().await else { return };
    let backend = meilisearch::with_meilisearch(&server.address).await;
    import_from(&backend, &sample()).await.unwrap();
    backend.in_step().await;
    server.kill();
    let found = backend.engine.search(&request(&query("q=beratung"))).await.unwrap();
    assert!(found.total > 0 && backend.engine.status().left == 1, "the embedded engine answers");
    server.empty();
    server.run().await;
    // The first look may still be spared because the one before it was a moment ago.
    let mirror = backend.indexer.mirror().unwrap();
    set_state(&backend, "carifix", EntryState::Unpublished).await;
    backend.indexer.catch_up().await.unwrap();
    while mirror.catch_up(&mut |_, _| ()).await.is_err() {}
    backend.engine.set_patience(meilisearch::PATIENCE);
    assert_eq!(total(&backend, "").await, 352);
}

/// What there is of a backend's, by the ends of their names.
async fn indexes(backend: &MeilisearchBackend, address: &Address) -> Vec<String> {
    let (_, listed) = Raw::of(address).get("indexes?limit=10000").await;
    let ours = index_name(backend, "").await;
    let ends = listed["results"].as_array().unwrap().iter().filter_map(|index| index["uid"].as_str()?.strip_prefix(&ours));
    let mut ends: Vec<String> = ends.map(str::to_owned).collect();
    ends.sort();
    ends
}

async fn state(backend: &MeilisearchBackend, address: &Address) -> Value {
    let path = format!("indexes/{}/documents/state", index_name(backend, "state").await);
    Raw::of(address).get(&path).await.1
}

async fn write_state(backend: &MeilisearchBackend, address: &Address, mark: i64, version: &str) {
    let path = format!("indexes/{}/documents", index_name(backend, "state").await);
    Raw::of(address).done(Method::POST, &path, &json!([{"id": "state", "mark": mark, "version": version}])).await;
}
