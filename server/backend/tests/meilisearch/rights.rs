//! What a key must allow, and what the operator is told where it does not.

use crate::support::{Raw, query, request};
use backend::{
    Backend,
    search::{
        Search,
        meilisearch::{Address, Lack, RIGHTS},
    },
    testing::meilisearch,
};
use reqwest::Method;
use serde_json::json;

async fn with_key(backend: &Backend, address: &Address, key: &str, data: &std::path::Path, url: &str) -> Backend {
    let address = Address::new(address.url(), Some(key)).unwrap();
    Backend::open(url, data, Some(&address), backend.clock.clone()).await.unwrap()
}

fn engine(backend: &Backend) -> &backend::search::Meilisearch {
    let Search::Meilisearch(engine) = &backend.search else { panic!("another engine") };
    engine
}

#[tokio::test]
async fn a_key_needs_just_the_rights_that_are_named() {
    let Some(address) = meilisearch::address().await else { return };
    let whole = meilisearch::with_meilisearch(&address).await;
    let (data, url) = (tempfile::tempdir().unwrap(), whole.database.url.clone());
    let raw = Raw::of(&address);
    for missing in [None].into_iter().chain(RIGHTS.map(Some)) {
        let actions: Vec<&str> = RIGHTS.into_iter().filter(|right| Some(*right) != missing).collect();
        let (status, key) =
            raw.send(Method::POST, "keys", &json!({"actions": actions, "indexes": ["allmende_*"], "expiresAt": null})).await;
        assert_eq!(status, 201, "{key}");
        let backend = with_key(&whole, &address, key["key"].as_str().unwrap(), data.path(), &url).await;
        match (missing, engine(&backend).examine().await) {
            (None, examined) => {
                assert_eq!(examined, Ok(None));
                backend.indexer.start(&mut |_, _| ()).await.unwrap();
                backend.indexer.mirror().unwrap().catch_up(&mut |_, _| ()).await.unwrap();
                engine(&backend).set_patience(meilisearch::PATIENCE);
                engine(&backend).search(&request(&query("q=a"))).await.unwrap();
                assert_eq!(engine(&backend).status().left, 0);
            }
            (Some(right), examined) => assert_eq!(examined.unwrap_err(), Lack::Right(right)),
        }
        raw.send(Method::DELETE, &format!("keys/{}", key["uid"].as_str().unwrap()), &json!(null)).await;
    }
}

#[tokio::test]
async fn whoever_may_know_the_version_is_told() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_meilisearch(&address).await;
    assert!(backend.engine.examine().await.unwrap().unwrap().starts_with("1."));
}

#[tokio::test]
async fn a_wrong_key_and_a_missing_server_are_told_apart() {
    let Some(address) = meilisearch::address().await else { return };
    let whole = meilisearch::with_meilisearch(&address).await;
    let data = tempfile::tempdir().unwrap();
    let wrong = with_key(&whole, &address, "no-such-key", data.path(), &whole.database.url).await;
    let told = engine(&wrong).examine().await.unwrap_err().to_string();
    assert!(told.contains("does not accept the key") && !told.contains("no-such-key"), "{told}");
    let nowhere = Address::new("http://127.0.0.1:1", None).unwrap();
    let gone = with_key(&whole, &nowhere, "key", data.path(), &whole.database.url).await;
    let told = engine(&gone).examine().await.unwrap_err().to_string();
    assert!(told.contains("cannot be reached") && told.contains("refused"), "{told}");
}
