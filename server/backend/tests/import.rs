//! Importing, on both databases and with the real sample directory.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend,
    storage::{entries, events, feed, revisions},
    testing::{backends, import_from, sample},
    usecases::{
        import::{self, OnInvalid},
        search_entries::search_entries,
        show_lesson::show_lesson,
        show_project::show_project,
    },
};
use domain::{Error, account::Actor, entry::EntryState, query::Query, vocabulary::Kind};
use std::{fs, path::Path};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// Entries, revisions, events, newest change.
async fn counts(backend: &Backend) -> [i64; 4] {
    let mut tx = backend.db.read().await.unwrap();
    [
        entries::count(&mut tx).await.unwrap(),
        revisions::count(&mut tx).await.unwrap(),
        events::count(&mut tx).await.unwrap(),
        feed::head(&mut tx).await.unwrap(),
    ]
}

fn project(id: &str, more: &str) -> String {
    format!(r#"{{"id": "{id}", "title": "Titel", "summary": "S", "problem": "P", "phase": "live", "scope": "local"{more}}}"#)
}

#[tokio::test]
async fn the_sample_directory_is_imported_once() {
    for backend in backends().await {
        let first = import_from(&backend, &sample()).await.unwrap();
        assert_eq!(first.errors, []);
        let created: Vec<_> = first.files.iter().map(|file| (file.file.as_str(), file.created)).collect();
        assert_eq!(created, [("organisations.jsonl", 108), ("projects.jsonl", 111), ("lessons.jsonl", 134), ("contradictions.jsonl", 8)]);
        let before = counts(&backend).await;
        assert_eq!(before[..3], [353, 353, 353]);
        let again = import_from(&backend, &sample()).await.unwrap();
        assert!(again.files.iter().all(|file| file.created == 0 && file.changed == 0), "{:?}", again.files);
        assert_eq!(counts(&backend).await, before, "{}", backend.database.name);
    }
}

#[tokio::test]
async fn links_between_entries_are_there() {
    let backend = backend::testing::with_sample().await;
    let carifix = show_project(&backend, &Actor::Visitor, "carifix").await.unwrap();
    assert_eq!(carifix.lessons.items.len(), 6);
    assert_eq!(carifix.entry.organisation.unwrap().document.name.to_string(), "Deutscher Caritasverband e.V.");
    let lesson = show_lesson(&backend, &Actor::Visitor, "quellen-kuratieren").await.unwrap();
    let (other, why) = &lesson.contradictions.items[0];
    assert_eq!(&*other.slug, "quellenbindung-verhindert-nicht-alles");
    assert!(why.contains("Geprüfte Quellen"), "{why}");
    let back = show_lesson(&backend, &Actor::Visitor, "quellenbindung-verhindert-nicht-alles").await.unwrap();
    assert_eq!(&*back.contradictions.items[0].0.slug, "quellen-kuratieren");
}

#[tokio::test]
async fn changed_content_becomes_a_new_revision() {
    for backend in backends().await {
        let old = folder(&[("projects.jsonl", &project("a", ""))]);
        import_from(&backend, old.path()).await.unwrap();
        let new = folder(&[("projects.jsonl", &project("a", r#", "results": "Jetzt mit Ergebnis""#))]);
        let report = import_from(&backend, new.path()).await.unwrap();
        assert_eq!((report.files[0].created, report.files[0].changed), (0, 1));
        assert_eq!(counts(&backend).await, [1, 2, 2, 2]);
        let view = show_project(&backend, &Actor::Visitor, "a").await.unwrap();
        assert_eq!(view.entry.revision.unwrap().number, 2);
        assert_eq!(&*view.project.results, "Jetzt mit Ergebnis");
    }
}

#[tokio::test]
async fn wrong_lines_are_named_and_nothing_is_imported() {
    let good = project("good", "");
    let cases = [
        (project("b", r#", "titel": "x""#), "titel", "unknown name"),
        (project("b", r#", "topics": ["pflege"]"#), "topics[0]", "unknown value \"pflege\""),
        (project("b", r#", "partners": [{"role": "x"}]"#), "partners[0].name", "required"),
        (project("b", r#", "organisation": "nobody""#), "organisation", "there is no entry \"nobody\""),
        (project("b", r#", "website": "javascript:alert(1)""#), "website", "http"),
        (project("b", r#", "lat": 91, "lon": 7"#), "lat", "latitude"),
        (project("good", ""), "id", "twice"),
        (project("Groß", ""), "id", "lower-case"),
        (project("b", "").replace("live", "lief"), "phase", "unknown value \"lief\""),
        (good.replace("\"good\"", "7"), "id", "expected text"),
        ("{not json".to_owned(), "(line)", "not JSON"),
        ("[]".to_owned(), "(line)", "expected an object"),
    ];
    for backend in backends().await {
        for (line, field, reason) in &cases {
            let dir = folder(&[("projects.jsonl", &format!("{good}\n\n{line}\n"))]);
            let report = import_from(&backend, dir.path()).await.unwrap();
            let [error] = &report.errors[..] else { panic!("{line}: {:?}", report.errors) };
            assert_eq!((error.line, error.error.field.as_str()), (3, *field), "{error}");
            assert!(error.to_string().contains(reason) && error.to_string().contains("projects.jsonl:3: "), "{error}");
            assert_eq!(counts(&backend).await, [0; 4], "{}", backend.database.name);
        }
    }
}

#[tokio::test]
async fn a_wrong_line_in_one_file_stops_all_files() {
    for backend in backends().await {
        let dir = folder(&[("projects.jsonl", &project("a", "")), ("lessons.jsonl", r#"{"id": "l", "title": "T", "outcome": "worked"}"#)]);
        let report = import_from(&backend, dir.path()).await.unwrap();
        assert_eq!(report.errors[0].error.to_string(), "insight: a value is required");
        assert_eq!(counts(&backend).await, [0; 4]);
    }
}

#[tokio::test]
async fn wrong_lines_can_be_left_out_with_all_that_relies_on_them() {
    for backend in backends().await {
        let lesson = |id: &str, project: &str| {
            format!(r#"{{"id": "{id}", "title": "T", "insight": "I", "outcome": "open", "project": "{project}"}}"#)
        };
        let projects = format!("{}\n{}", project("a", ""), project("b", r#", "organisation": "nobody""#));
        let lessons = format!("{}\n{}", lesson("of-a", "a"), lesson("of-b", "b"));
        let pairs = r#"{"a": "of-a", "b": "of-b", "why": "W"}"#;
        let dir = folder(&[("projects.jsonl", &projects), ("lessons.jsonl", &lessons), ("contradictions.jsonl", pairs)]);
        let reading = import::read(dir.path()).unwrap();
        let report = import::import(&backend, &Actor::System, reading, OnInvalid::Skip, &mut |_, _, _| ()).await.unwrap();
        assert_eq!(report.errors.len(), 3, "{:?}", report.errors);
        assert_eq!(counts(&backend).await[0], 2);
    }
}

#[tokio::test]
async fn an_address_that_can_be_none_is_not_found() {
    for backend in backends().await {
        for slug in ["", "nobody", "Groß", "a\0b"] {
            assert_eq!(show_project(&backend, &Actor::Visitor, slug).await.unwrap_err().tell(), Error::NotFound, "{slug:?}");
        }
    }
}

#[tokio::test]
async fn only_the_operator_imports() {
    for backend in backends().await {
        let reading = import::read(&sample()).unwrap();
        let refused = import::import(&backend, &Actor::Visitor, reading, OnInvalid::Stop, &mut |_, _, _| ()).await;
        assert_eq!(refused.unwrap_err().tell(), Error::Unauthenticated);
        assert_eq!(counts(&backend).await, [0; 4]);
    }
}

#[tokio::test]
async fn what_a_moderator_removed_stays_removed() {
    for backend in backends().await {
        let dir = folder(&[("projects.jsonl", &project("a", ""))]);
        import_from(&backend, dir.path()).await.unwrap();
        let mut tx = backend.db.write().await.unwrap();
        let entry = entries::by_slug(&mut tx, Kind::Project, "a").await.unwrap().unwrap();
        entries::set_state(&mut tx, &entry, EntryState::Removed, backend.clock.now()).await.unwrap();
        feed::append(&mut tx, entry.id, backend.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        import_from(&backend, dir.path()).await.unwrap();
        assert_eq!(show_project(&backend, &Actor::Visitor, "a").await.unwrap_err().tell(), Error::Gone);
        backend.indexer.catch_up().await.unwrap();
        assert_eq!(search_entries(&backend, &Actor::Visitor, &Query::default()).await.unwrap().page.total, 0);
    }
}

#[test]
fn a_path_without_files_is_told_so() {
    let error = import::read(folder(&[("notes.txt", "")]).path()).unwrap_err();
    assert!(error.to_string().contains("projects.jsonl"), "{error}");
    let error = import::read(Path::new("/nowhere")).unwrap_err();
    assert!(error.to_string().starts_with("/nowhere: No such file"), "{error}");
}
