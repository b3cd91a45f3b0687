//! The indexes follow the feed.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend,
    storage::{entries, feed},
    testing::{TestBackend, backends, import_from, sample, with_sample},
    usecases::search_entries::{Results, search_entries},
};
use domain::{account::Actor, entry::EntryState, facet::Facet, query::Query, vocabulary::Kind};
use std::{fs, path::Path, time::Duration};

async fn search(backend: &Backend, query: &str) -> Results {
    search_entries(backend, &Actor::Visitor, &Query::parse(query).unwrap()).await.unwrap()
}

fn slugs(results: &Results) -> Vec<&str> {
    results.page.items.iter().map(|card| &*card.slug).collect()
}

async fn set_state(backend: &TestBackend, slug: &str, state: EntryState) {
    let mut tx = backend.db.write().await.unwrap();
    let entry = entries::by_slug(&mut tx, Kind::Project, slug).await.unwrap().unwrap();
    assert!(entries::set_state(&mut tx, &entry, state, backend.clock.now()).await.unwrap());
    feed::append(&mut tx, entry.id, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    backend.indexer.catch_up().await.unwrap();
}

#[tokio::test]
async fn an_import_is_found_once_the_feed_was_read() {
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        assert_eq!(search(&backend, "").await.page.total, 0);
        assert!(backend.indexer.catch_up().await.unwrap() >= 353);
        let all = search(&backend, "").await;
        assert_eq!((all.page.total, all.located), (353, 208), "{}", backend.database.name);
        assert_eq!(backend.indexer.catch_up().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn what_is_no_longer_public_leaves_both_indexes() {
    let backend = with_sample().await;
    let before = search(&backend, "q=carifix&kind=project").await;
    assert_eq!((slugs(&before), before.located), (vec!["carifix"], 1));
    set_state(&backend, "carifix", EntryState::Unpublished).await;
    let after = search(&backend, "q=carifix&kind=project").await;
    assert_eq!((after.page.total, after.located), (0, 0));
    set_state(&backend, "carifix", EntryState::Archived).await;
    assert_eq!(search(&backend, "q=carifix&kind=project").await.located, 1);
}

#[tokio::test]
async fn renaming_an_organisation_reaches_its_entries() {
    let backend = with_sample().await;
    assert_eq!(search(&backend, "q=Meadowfolk").await.page.total, 0);
    let dir = tempfile::tempdir().unwrap();
    let line = r#"{"id": "deutscher-caritasverband", "name": "Meadowfolk", "kind": "network"}"#;
    fs::write(dir.path().join("organisations.jsonl"), line).unwrap();
    import_from(&backend, dir.path()).await.unwrap();
    backend.indexer.catch_up().await.unwrap();
    let found = search(&backend, "q=Meadowfolk&kind=project&org_kind=network").await;
    assert!(slugs(&found).contains(&"carifix"), "{:?}", slugs(&found));
}

#[tokio::test]
async fn a_rebuild_finds_the_same() {
    let backend = with_sample().await;
    let before = search(&backend, "q=beratung").await;
    backend.indexer.rebuild(&mut |_, _| ()).await.unwrap();
    assert_eq!(search(&backend, "q=beratung").await, before);
}

#[tokio::test]
async fn a_lost_index_is_built_anew_at_the_next_start() {
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        backend.indexer.catch_up().await.unwrap();
        backend.db.close().await;
        let (url, dir) = (backend.database.url.clone(), backend.database.dir.path().to_owned());
        fs::remove_dir_all(dir.join("search")).unwrap();
        let again = Backend::open(&url, &dir, None, backend.clock.clone()).await.unwrap();
        let mut told = vec![];
        again.indexer.start(&mut |done, total| told.push((done, total))).await.unwrap();
        assert_eq!(told.last(), Some(&(353, 353)));
        assert_eq!(search(&again, "").await.page.total, 353);
    }
}

#[tokio::test]
async fn an_index_deleted_under_a_running_server_is_built_anew_while_the_old_one_answers() {
    let backend = with_sample().await;
    let following = tokio::spawn(backend.indexer.clone().follow());
    // A folder for each database.
    let of_all = backend.database.dir.path().join("search");
    let dir = fs::read_dir(of_all).unwrap().next().unwrap().unwrap().path();
    for lose in [
        |dir: &Path| fs::remove_dir_all(dir),
        |dir: &Path| fs::remove_file(dir.join("current")),
        |dir: &Path| fs::remove_dir_all(dir.join(fs::read_to_string(dir.join("current"))?.trim())),
    ] {
        lose(&dir).unwrap();
        let built_anew = async {
            while backend.search.is_lost(true).await.is_some() {
                assert_eq!(search(&backend, "").await.page.total, 353);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), built_anew).await.unwrap();
    }
    let after = search(&backend, "q=carifix&kind=project").await;
    assert_eq!(slugs(&after), ["carifix"]);
    following.abort();
    set_state(&backend, "carifix", EntryState::Unpublished).await;
    assert_eq!(search(&backend, "q=carifix&kind=project").await.page.total, 0);
}

#[tokio::test]
async fn places_that_are_not_public_stay_in_the_house() {
    for backend in backends().await {
        let dir = tempfile::tempdir().unwrap();
        let line = r#"{"id": "shelter", "title": "Schutzhaus", "summary": "S", "problem": "P", "phase": "live", "scope": "regional",
            "place": "Bayern", "lat": 48.123456, "lon": 11.654321, "precision": "state"}"#;
        fs::write(dir.path().join("projects.jsonl"), line.replace('\n', " ")).unwrap();
        import_from(&backend, dir.path()).await.unwrap();
        backend.indexer.catch_up().await.unwrap();
        let found = search(&backend, "q=Schutzhaus").await;
        assert_eq!((found.page.total, found.located, found.page.items[0].point), (1, 0, None));
        assert_eq!(search(&backend, "bbox=11,48,12,49").await.page.total, 0);
        let values = |facet| found.facets[&facet].keys().cloned().collect::<Vec<_>>();
        assert_eq!((values(Facet::Region), values(Facet::OnMap)), (vec!["de-by".to_owned()], vec!["state".to_owned()]));
        assert_eq!(search(&backend, "on_map=state&region=de-by").await.page.total, 1);
        assert_eq!(search(&backend, "on_map=point").await.page.total, 0);
    }
}
