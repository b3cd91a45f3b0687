//! What changes, and what must never be in an index.

use crate::engine::{Engine, engines, query, text};
use backend::{
    storage::{accounts, entries, feed},
    testing::import_from,
    usecases::words::{Typed, add_group, change_label},
};
use domain::{Lang, account::Actor, entry::EntryState, vocabulary::Kind};
use std::fs;

async fn import(engine: &Engine, file: &str, line: &str) {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(file), line).unwrap();
    let report = import_from(engine.backend(), dir.path()).await.unwrap();
    assert_eq!(report.errors, []);
    engine.follow().await;
}

async fn set_state(engine: &Engine, slug: &str, state: EntryState) {
    let backend = engine.backend();
    let mut tx = backend.db.write().await.unwrap();
    let entry = entries::by_slug(&mut tx, Kind::Project, slug).await.unwrap().unwrap();
    assert!(entries::set_state(&mut tx, &entry, state, backend.clock.now()).await.unwrap());
    feed::append(&mut tx, entry.id, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    engine.follow().await;
}

async fn total(engine: &Engine, typed: &str) -> u64 {
    engine.search(&text(typed)).await.total
}

#[tokio::test]
async fn what_is_new_changed_or_gone_is_found_so() {
    for engine in engines().await {
        let line = |word: &str| {
            format!(r#"{{"id": "neu", "title": "{word}", "summary": "S", "problem": "P", "phase": "live", "scope": "local"}}"#)
        };
        assert_eq!(total(&engine, "Quetzalcoatlus").await, 0, "{}", engine.name);
        import(&engine, "projects.jsonl", &line("Quetzalcoatlus")).await;
        assert_eq!(total(&engine, "Quetzalcoatlus").await, 1, "{}", engine.name);
        import(&engine, "projects.jsonl", &line("Archaeopteryx")).await;
        assert_eq!((total(&engine, "Quetzalcoatlus").await, total(&engine, "Archaeopteryx").await), (0, 1), "{}", engine.name);
        for (state, found) in [(EntryState::Unpublished, 0), (EntryState::Archived, 1), (EntryState::Removed, 0)] {
            set_state(&engine, "neu", state).await;
            assert_eq!(total(&engine, "Archaeopteryx").await, found, "{}: {state:?}", engine.name);
        }
    }
}

#[tokio::test]
async fn who_is_renamed_is_found_by_the_new_name_wherever_it_stands() {
    for engine in engines().await {
        let before = total(&engine, "Deutscher Caritasverband").await;
        let line = r#"{"id": "deutscher-caritasverband", "name": "Quetzalcoatlus", "kind": "welfare-association"}"#;
        import(&engine, "organisations.jsonl", line).await;
        assert!(before > 1 && total(&engine, "Quetzalcoatlus").await > 1, "{}", engine.name);
        let told = total(&engine, "CariFIX").await;
        let lesson = r#"{"id": "probe", "title": "Lehre", "context": "C", "tried": "T", "insight": "I", "recommendation": "R", "outcome": "worked", "themes": ["funding"], "projects": ["carifix"]}"#;
        import(&engine, "lessons.jsonl", lesson).await;
        assert_eq!(total(&engine, "CariFIX").await, told + 1, "{}: a lesson by the title of its project", engine.name);
    }
}

#[tokio::test]
async fn words_that_moderators_change_find_at_once() {
    for engine in engines().await {
        let backend = engine.backend();
        let mut tx = backend.db.write().await.unwrap();
        let email = "mona@redaktion.example.org".parse().unwrap();
        let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, Lang::De, backend.clock.now()).await.unwrap();
        accounts::set_moderator(&mut tx, account.id, true).await.unwrap();
        tx.commit().await.unwrap();
        let mona = Actor::Moderator { account: account.id };

        let under_care = engine.search(&query("topic=care")).await.total;
        let label = Typed { de: "Quetzalcoatlus", en: "Archaeopteryx", about_de: "", about_en: "" };
        change_label(backend, &mona, "topic", "care", 0, &label).await.unwrap();
        engine.follow().await;
        for word in ["Quetzalcoatlus", "Archaeopteryx"] {
            assert!(total(&engine, word).await >= under_care && under_care > 5, "{}: {word}", engine.name);
        }

        let carifix = total(&engine, "CariFIX").await;
        assert_eq!(total(&engine, "Diplodocus").await, 0, "{}", engine.name);
        add_group(backend, &mona, "Diplodocus, CariFIX").await.unwrap();
        engine.follow().await;
        assert_eq!(total(&engine, "Diplodocus").await, carifix, "{}", engine.name);
    }
}
