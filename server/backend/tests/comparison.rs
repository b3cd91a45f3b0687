//! Whatever befell the embedded index, a comparison with the database finds it and has it put right.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend,
    search::{Comparison, Versions, document::Change},
    testing::{NOON, backends, documents, import_from, sample, with_sample},
};
use domain::{id::EntryId, time::Timestamp};
use std::time::Duration;

async fn wanted(backend: &Backend) -> Versions {
    documents(backend).await.iter().map(|entry| (entry.id, entry.version())).collect()
}

async fn compare(backend: &Backend) -> Comparison {
    backend.indexer.compare(&mut |_, _| ()).await.unwrap()
}

const GOOD: Comparison = Comparison { at: Timestamp(NOON), compared: 353, missing: 0, stale: 0, surplus: 0 };

#[tokio::test]
async fn what_is_missing_stale_or_too_much_is_found_and_put_right() {
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        backend.indexer.catch_up().await.unwrap();
        let name = backend.database.name;
        assert_eq!(backend.search.embedded().compared(), None);
        assert_eq!(compare(&backend).await, GOOD, "{name}");

        let mut planted = documents(&backend).await;
        let (lost, mut stale, mut surplus) = (planted.swap_remove(7), planted.swap_remove(70), planted.swap_remove(170));
        stale.title.push_str(" of before");
        surplus.id = EntryId(uuid::Uuid::new_v4());
        let changes = vec![Change::Drop(lost.id), Change::Put(Box::new(stale)), Change::Put(Box::new(surplus))];
        backend.search.apply(changes, backend.search.mark().unwrap()).await.unwrap();
        assert_ne!(backend.search.versions().await.unwrap(), wanted(&backend).await);

        let found = compare(&backend).await;
        assert_eq!(found, Comparison { missing: 1, stale: 1, surplus: 1, ..GOOD }, "{name}");
        assert_eq!(backend.search.embedded().compared(), Some(found), "{name}");
        assert_eq!(backend.search.versions().await.unwrap(), wanted(&backend).await, "{name}");
        assert_eq!(compare(&backend).await, GOOD, "{name}");
    }
}

/// Changes a name that a good many entries tell of, again and again.
async fn keep_changing(backend: &Backend) {
    for round in 0.. {
        let dir = tempfile::tempdir().unwrap();
        let line = format!(r#"{{"id": "deutscher-caritasverband", "name": "Meadowfolk {round}", "kind": "network"}}"#);
        std::fs::write(dir.path().join("organisations.jsonl"), line).unwrap();
        import_from(backend, dir.path()).await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

#[tokio::test]
async fn what_changes_meanwhile_is_no_difference() {
    let backend = with_sample().await;
    let following = tokio::spawn(backend.indexer.clone().follow());
    let comparing = async {
        for _ in 0..5 {
            assert_eq!(compare(&backend).await, GOOD);
        }
    };
    tokio::select! {
        () = comparing => {}
        () = keep_changing(&backend) => {}
    }
    following.abort();
}
