//! A server that does not answer as it should: readers get the embedded engine's answer, within a second.

use crate::{
    fake::{Fake, Mood},
    support::{query, request},
};
use backend::{
    search::{Found, document::Change},
    testing::{
        import_from,
        meilisearch::{self, MeilisearchBackend},
        sample,
    },
};
use domain::id::EntryId;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

async fn with_fake() -> (MeilisearchBackend, Fake) {
    let fake = Fake::start().await;
    let backend = meilisearch::with_meilisearch(&fake.address).await;
    import_from(&backend, &sample()).await.unwrap();
    backend.in_step().await;
    (backend, fake)
}

async fn search(backend: &MeilisearchBackend) -> (Found, Duration) {
    let begun = Instant::now();
    let found = backend.engine.search(&request(&query("q=beratung&topic=care"))).await.unwrap();
    (found, begun.elapsed())
}

#[tokio::test]
async fn whatever_the_server_does_the_reader_gets_the_embedded_answer_in_time() {
    let (backend, fake) = with_fake().await;
    assert_eq!(search(&backend).await.0.total, 0, "the server's own answer");
    let expected = backend.engine.embedded().search(&request(&query("q=beratung&topic=care"))).unwrap();
    assert!(expected.total > 0);
    for mood in [
        Mood::Slow(Duration::from_secs(3)),
        Mood::Silent,
        Mood::Garbage("<html>nginx</html>"),
        Mood::Garbage(""),
        Mood::Garbage(r#"{"hits": [{"id": "x"}], "totalHits": 1}"#),
        Mood::Garbage(r#"{"hits": [], "estimatedTotalHits": 0}"#),
        Mood::Refusing(500),
        Mood::Refusing(429),
        Mood::Refusing(400),
        Mood::Refusing(403),
    ] {
        fake.set(mood);
        let (found, took) = search(&backend).await;
        assert_eq!(found, expected, "{mood:?}");
        assert!(took < Duration::from_secs(1), "{mood:?}: {took:?}");
        fake.set(Mood::Well);
        assert_eq!(search(&backend).await.0.total, 0, "one failure after {mood:?} does not keep it out");
    }
    fake.set(Mood::Slow(Duration::from_millis(200)));
    assert_eq!(search(&backend).await.0.total, 0, "a bit slow is not too slow");
}

#[tokio::test]
async fn a_server_that_keeps_failing_is_spared_and_tried_again_without_a_reader_waiting() {
    let (backend, fake) = with_fake().await;
    fake.set(Mood::Silent);
    for _ in 0..3 {
        search(&backend).await;
    }
    let asked = fake.asked("multi-search");
    for _ in 0..50 {
        let (found, took) = search(&backend).await;
        assert!(found.total > 0 && took < Duration::from_millis(400), "{took:?}");
    }
    assert_eq!(fake.asked("multi-search"), asked);
    assert!(backend.engine.status().is_replaced);
    fake.set(Mood::Well);
    let begun = Instant::now();
    while search(&backend).await.0.total > 0 {
        assert!(begun.elapsed() < Duration::from_secs(20), "it is back and not asked");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(!backend.engine.status().is_replaced);
}

#[tokio::test]
async fn many_readers_at_once_open_the_breaker_once_and_all_are_answered() {
    let (backend, fake) = with_fake().await;
    fake.set(Mood::Silent);
    let begun = Instant::now();
    let readers = (0..40).map(|_| search(&backend));
    let answers = futures::future::join_all(readers).await;
    assert!(answers.iter().all(|(found, _)| found.total > 0));
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn before_the_index_was_looked_at_and_without_any_server_the_embedded_engine_answers() {
    let fake = Fake::start().await;
    let backend = meilisearch::with_meilisearch(&fake.address).await;
    import_from(&backend, &sample()).await.unwrap();
    backend.indexer.catch_up().await.unwrap();
    assert!(search(&backend).await.0.total > 0);
    assert_eq!((fake.asked("multi-search"), backend.engine.status().mark), (0, None));
    let mirror = backend.indexer.mirror().unwrap();
    let address = fake.address.clone();
    drop(fake);
    let failure = mirror.catch_up(&mut |_, _| ()).await.unwrap_err().to_string();
    assert!(failure.contains("cannot be reached") && !failure.contains(address.url()), "{failure}");
    assert!(search(&backend).await.0.total > 0);
}

#[tokio::test]
async fn tasks_are_waited_for_over_single_faults_and_failed_ones_do_not_move_the_mark() {
    let (backend, fake) = with_fake().await;
    let mark = backend.engine.mark().unwrap();
    let changes = [Change::Drop(EntryId(uuid::Uuid::nil()))];
    let waiting = json!({"status": "enqueued", "details": {"unknown": [1]}, "type": "new"});
    fake.task(vec![waiting.clone(), Value::Null, json!({"status": "processing"}), Value::Null]);
    backend.engine.apply(&changes, mark + 1).await.unwrap();
    assert_eq!(backend.engine.mark(), Some(mark + 1));
    for status in ["failed", "canceled", "gone"] {
        fake.task(vec![json!({"status": status, "error": {"code": "no_space_left_on_device", "message": "secret"}})]);
        let told = backend.engine.apply(&changes, mark + 2).await.unwrap_err().to_string();
        assert!(told.contains(status) && told.contains("no_space_left_on_device") && !told.contains("secret"), "{told}");
        assert_eq!(backend.engine.mark(), Some(mark + 1));
    }
}
