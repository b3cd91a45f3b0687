//! What pages are made of: likeness with its reasons, earlier revisions, contradictions, the first page.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend, Failure,
    clock::Clock,
    storage::{entries, feed, revisions},
    testing::{
        NOON, TestBackend, backends, import_from,
        large::{GIANT, with_entries},
        sample,
    },
    usecases::{
        list_contradictions::list_contradictions,
        search_entries::list_entries,
        show_home::show_home,
        show_lesson::{LessonView, show_lesson},
        show_organisation::show_organisation,
        show_project::show_project,
        show_revision::show_revision,
        views::Similar,
    },
};
use domain::{
    Error, account::Actor, entry::EntryState, facet::Facet, id::AccountId, query::Query, revision::RevisionState, time::Timestamp,
    vocabulary::Kind,
};
use std::{collections::BTreeSet, fs, sync::atomic::Ordering};

const VISITOR: &Actor = &Actor::Visitor;

/// A backend on each database, with the sample directory in it.
async fn samples() -> Vec<TestBackend> {
    let all = backends().await;
    for backend in &all {
        assert_eq!(import_from(backend, &sample()).await.unwrap().errors, []);
        backend.indexer.catch_up().await.unwrap();
    }
    all
}

async fn import(backend: &Backend, file: &str, line: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(file), line).unwrap();
    assert_eq!(import_from(backend, folder.path()).await.unwrap().errors, []);
    backend.indexer.catch_up().await.unwrap();
}

async fn set_state(backend: &Backend, kind: Kind, slug: &str, state: EntryState) {
    let mut tx = backend.db.write().await.unwrap();
    let entry = entries::by_slug(&mut tx, kind, slug).await.unwrap().unwrap();
    assert!(entries::set_state(&mut tx, &entry, state, backend.clock.now()).await.unwrap());
    feed::append(&mut tx, entry.id, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

fn pass(backend: &Backend, micros: i64) {
    let Clock::Fixed(now) = &backend.clock else { panic!("tests hold time still") };
    now.fetch_add(micros, Ordering::Relaxed);
}

fn slugs(similar: &[Similar]) -> Vec<&str> {
    similar.iter().map(|similar| &*similar.card.slug).collect()
}

fn told(result: Result<impl std::fmt::Debug, Failure>) -> Error {
    match result.unwrap_err() {
        Failure::Told(error) => error,
        fault => panic!("{fault}"),
    }
}

async fn sample_slugs(backend: &Backend, kind: Kind) -> Vec<String> {
    entries::slugs(&mut backend.db.read().await.unwrap(), kind).await.unwrap().into_iter().map(|(slug, _)| slug).collect()
}

#[tokio::test]
async fn every_project_has_others_like_it_and_each_says_truly_why() {
    for backend in samples().await {
        for slug in sample_slugs(&backend, Kind::Project).await {
            let view = show_project(&backend, VISITOR, &slug).await.unwrap();
            assert!((1..=4).contains(&view.similar.len()), "{slug}: {:?}", slugs(&view.similar));
            assert_eq!(slugs(&view.similar).into_iter().collect::<BTreeSet<_>>().len(), view.similar.len(), "{slug}");
            for Similar { card, shared } in &view.similar {
                assert!(card.id != view.entry.id && card.kind == Kind::Project, "{slug}");
                assert!(!shared.topics.is_empty() || !shared.techniques.is_empty(), "{slug} {}", card.slug);
                assert!(shared.topics.iter().all(|topic| view.project.topics.contains(topic) && card.topics.contains(topic)));
                let techniques = &view.project.techniques;
                assert!(shared.techniques.iter().all(|one| techniques.contains(one) && card.techniques.contains(one)));
                assert!(!shared.place || card.point.is_some() && view.project.located().public_point().is_some(), "{slug}");
                assert!(shared.themes.is_empty() && shared.outcome.is_none(), "{slug}");
            }
        }
    }
}

#[tokio::test]
async fn likeness_is_what_people_would_call_so() {
    let backend = &samples().await[0];
    for (slug, like) in [
        ("hochwasser-goslar", "hochwasser-arnsberg"),
        ("aifer", "data4human"),
        ("buergergeld-chatbot-das-steht-dir-zu", "caritasgo"),
        ("erschliessungsmaschine-dnb", "alima-freiberg"),
        ("integreat-leichtes-deutsch", "leichte-sprache-giessen"),
        ("buergerlotse-puchheim", "kilian-heilbronn"),
        ("carifix", "drk-assist"),
    ] {
        let view = show_project(backend, VISITOR, slug).await.unwrap();
        assert!(slugs(&view.similar).contains(&like), "{slug}: {:?}", slugs(&view.similar));
    }
}

async fn lesson(backend: &Backend, slug: &str) -> LessonView {
    show_lesson(backend, VISITOR, slug).await.unwrap()
}

#[tokio::test]
async fn lessons_are_supported_and_related_by_their_themes() {
    for backend in samples().await {
        let mut supported = 0;
        for slug in sample_slugs(&backend, Kind::Lesson).await {
            let view = lesson(&backend, &slug).await;
            supported += usize::from(!view.supporting.is_empty());
            let others: Vec<_> = view.contradictions.items.iter().map(|(card, _)| card.id).chain([view.entry.id]).collect();
            let mut seen = BTreeSet::new();
            for Similar { card, shared } in view.supporting.iter().chain(&view.related) {
                assert!(!others.contains(&card.id) && seen.insert(card.id), "{slug} {}", card.slug);
                assert!(!shared.themes.is_empty(), "{slug} {}", card.slug);
                assert!(shared.themes.iter().all(|theme| view.lesson.themes.contains(theme) && card.themes.contains(theme)));
                assert_eq!(shared.outcome, card.outcome.filter(|outcome| *outcome == view.lesson.outcome), "{slug}");
                let projects = lesson(&backend, &card.slug).await.projects.items;
                assert!(projects.iter().all(|project| !view.projects.items.iter().any(|its| its.id == project.id)), "{slug} {}", card.slug);
            }
            assert!(view.supporting.iter().all(|similar| similar.shared.outcome == Some(view.lesson.outcome)), "{slug}");
            assert!(view.supporting.len() <= 4 && view.related.len() <= 4, "{slug}");
        }
        assert!(supported > 100, "{supported}");
    }
}

#[tokio::test]
async fn what_is_not_public_resembles_nothing() {
    for backend in samples().await {
        let before = show_project(&backend, VISITOR, "carifix").await.unwrap().similar;
        // Not yet told to the index: rows are read fresh.
        set_state(&backend, Kind::Project, &before[0].card.slug, EntryState::Removed).await;
        let after = show_project(&backend, VISITOR, "carifix").await.unwrap().similar;
        assert!(!slugs(&after).contains(&&*before[0].card.slug), "{}", backend.database.name);
        backend.indexer.catch_up().await.unwrap();
        let after = show_project(&backend, VISITOR, "carifix").await.unwrap().similar;
        assert_eq!(after.len(), 4);
        assert!(!slugs(&after).contains(&&*before[0].card.slug));
        set_state(&backend, Kind::Project, "carifix", EntryState::Unpublished).await;
        let moderator = Actor::Moderator { account: AccountId(uuid_of(1)) };
        assert_eq!(show_project(&backend, &moderator, "carifix").await.unwrap().similar, []);
    }
}

fn uuid_of(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

#[tokio::test]
async fn of_many_entries_some_are_shown_and_all_are_counted() {
    let project = |n| {
        format!(
            r#"{{"id": "p{n}", "title": "P{n}", "summary": "S", "problem": "P", "phase": "live", "scope": "local", "organisation": "o"}}"#
        )
    };
    let lesson = |n| {
        let start =
            format!(r#"{{"id": "l{n}", "title": "L{n}", "insight": "I", "context": "C", "recommendation": "R", "outcome": "worked""#);
        format!(r#"{start}, "themes": ["problem-first"], "projects": ["p0"], "organisation": "o"}}"#)
    };
    let pair = |n| format!(r#"{{"a": "l0", "b": "l{n}", "why": "W"}}"#);
    let lines = |count: u32, line: &dyn Fn(u32) -> String| (0..count).map(line).collect::<Vec<_>>().join("\n");
    for backend in backends().await {
        import(&backend, "organisations.jsonl", r#"{"id": "o", "name": "O", "kind": "welfare-association"}"#).await;
        import(&backend, "projects.jsonl", &lines(25, &project)).await;
        import(&backend, "lessons.jsonl", &lines(40, &lesson)).await;
        import(&backend, "contradictions.jsonl", &lines(35, &|n| pair(n + 1))).await;
        let shown = show_organisation(&backend, VISITOR, "o").await.unwrap();
        assert_eq!((shown.projects.items.len(), shown.projects.total), (20, 25), "{}", backend.database.name);
        assert_eq!((shown.lessons.items.len(), shown.lessons.total, shown.located), (20, 40, 0));
        let shown = show_project(&backend, VISITOR, "p0").await.unwrap();
        assert_eq!((shown.lessons.items.len(), shown.lessons.total), (30, 40));
        assert_eq!((shown.siblings.items.len(), shown.siblings.total), (6, 24));
        assert!(shown.siblings.items.iter().all(|card| card.kind == Kind::Project && &*card.slug != "p0"));
        let shown = show_lesson(&backend, VISITOR, "l0").await.unwrap();
        assert_eq!((shown.contradictions.items.len(), shown.contradictions.total), (30, 35));
        assert_eq!((shown.projects.items.len(), shown.projects.is_cut(), shown.siblings.total), (1, false, 39));
        set_state(&backend, Kind::Lesson, "l1", EntryState::Removed).await;
        assert_eq!(show_project(&backend, VISITOR, "p0").await.unwrap().lessons.total, 39, "what is hidden does not count");
        assert_eq!(show_lesson(&backend, VISITOR, "l0").await.unwrap().contradictions.total, 34);
    }
}

#[tokio::test]
async fn the_large_directory_of_the_benchmarks_has_one_large_organisation() {
    let size = 1_500;
    let backend = with_entries(size).await;
    let shown = show_organisation(&backend, VISITOR, GIANT).await.unwrap();
    let share = (shown.projects.total + shown.lessons.total) as f64 / size as f64;
    assert!((0.013..0.027).contains(&share), "{share}");
}

#[tokio::test]
async fn cards_show_no_marks_of_markdown() {
    for backend in backends().await {
        import(
            &backend,
            "organisations.jsonl",
            r#"{"id": "o", "name": "O", "kind": "welfare-association", "description": "Wir **helfen** [hier](https://x.de)."}"#,
        )
        .await;
        import(&backend, "projects.jsonl", &PROJECT.replace(r#""S""#, r#""Aus * mach *""#)).await;
        let card = async |query: &str| list_entries(&backend, VISITOR, &Query::parse(query).unwrap()).await.unwrap().page.items.remove(0);
        assert_eq!(card("kind=organisation").await.summary, "Wir helfen hier.");
        assert_eq!(card("kind=project").await.summary, "Aus * mach *");
        let marked = card("q=helfen").await.marked_summary;
        assert!(marked.iter().any(|segment| segment.hit && segment.text == "helfen"), "{marked:?}");
    }
}

const PROJECT: &str = r#"{"id": "p", "title": "TITLE", "summary": "S", "problem": "P", "phase": "live", "scope": "local"}"#;

#[tokio::test]
async fn earlier_revisions_can_be_read() {
    for backend in backends().await {
        import(&backend, "projects.jsonl", &PROJECT.replace("TITLE", "Erst")).await;
        pass(&backend, 1_000_000);
        import(&backend, "projects.jsonl", &PROJECT.replace("TITLE", "Dann")).await;
        let read = async |number| show_revision(&backend, VISITOR, Kind::Project, "p", number).await;
        for (number, title, at) in [(1, "Erst", NOON), (2, "Dann", NOON + 1_000_000)] {
            let view = read(number).await.unwrap();
            let revision = view.entry.revision.unwrap();
            assert_eq!((revision.number, revision.document.title(), view.current), (number, title, 2));
            assert_eq!((revision.created_at, view.entry.state), (Timestamp(at), EntryState::Published));
        }
        for number in [0, 3, -1, i64::MAX] {
            assert_eq!(told(read(number).await), Error::NotFound, "{number}");
        }
        assert_eq!(told(show_revision(&backend, VISITOR, Kind::Lesson, "p", 1).await), Error::NotFound);
        assert_eq!(told(show_revision(&backend, VISITOR, Kind::Project, "\0", 1).await), Error::NotFound);
    }
}

#[tokio::test]
async fn what_readers_never_saw_stays_unseen() {
    for backend in backends().await {
        import(&backend, "projects.jsonl", PROJECT).await;
        for state in RevisionState::ALL.into_iter().filter(|state| *state != RevisionState::Published) {
            let id = format!("p-{}", state.id());
            import(&backend, "projects.jsonl", &PROJECT.replace(r#""p""#, &format!("{id:?}"))).await;
            let mut tx = backend.db.write().await.unwrap();
            let entry = entries::by_slug(&mut tx, Kind::Project, &id).await.unwrap().unwrap().id;
            let document = r#"{"title":"Geheim","summary":"S","problem":"P","phase":"idea","scope":"local"}"#;
            let (revision, at) = (backend.clock.revision_id(), Timestamp(NOON));
            let new = revisions::NewRevision { id: revision, entry, state, schema_version: 1, document, author: "t", based_on: None, at };
            revisions::insert(&mut tx, &new).await.unwrap();
            tx.commit().await.unwrap();
            let seen = show_revision(&backend, VISITOR, Kind::Project, &id, 2).await;
            assert_eq!(seen.is_ok(), state == RevisionState::Superseded, "{state:?} on {}", backend.database.name);
        }
        set_state(&backend, Kind::Project, "p", EntryState::Removed).await;
        assert_eq!(told(show_revision(&backend, VISITOR, Kind::Project, "p", 1).await), Error::Gone);
        set_state(&backend, Kind::Project, "p", EntryState::Unpublished).await;
        assert_eq!(told(show_revision(&backend, VISITOR, Kind::Project, "p", 1).await), Error::NotFound);
    }
}

#[tokio::test]
async fn contradictions_are_listed_newest_first_while_both_sides_are_public() {
    for backend in samples().await {
        let all = list_contradictions(&backend, VISITOR, 100).await.unwrap();
        assert_eq!(all.len(), 8);
        assert!(all.iter().all(|pair| pair.a.id < pair.b.id && !pair.why.is_empty()));
        pass(&backend, 1_000_000);
        let newer = r#"{"a": "quellen-kuratieren", "b": "verstaendlichkeit-messen", "why": "Weil."}"#;
        import(&backend, "contradictions.jsonl", newer).await;
        let newest = list_contradictions(&backend, VISITOR, 1).await.unwrap();
        assert_eq!((newest.len(), newest[0].why.as_str()), (1, "Weil."), "{}", backend.database.name);
        set_state(&backend, Kind::Lesson, &newest[0].a.slug, EntryState::Removed).await;
        let left = list_contradictions(&backend, VISITOR, 3).await.unwrap();
        assert_eq!(left.len(), 3, "what is hidden does not count");
        assert!(left.iter().all(|pair| pair.a.id != newest[0].a.id && pair.b.id != newest[0].a.id));
    }
}

#[tokio::test]
async fn the_first_page_shows_what_is_new_and_each_day_another_contradiction() {
    for backend in samples().await {
        let home = show_home(&backend, VISITOR).await.unwrap();
        assert_eq!((home.everything.page.total, home.everything.page.items.len()), (353, 1));
        assert_eq!(home.everything.facets[&Facet::Kind]["project"], 111);
        assert!(home.everything.located > 100);
        assert_eq!((home.projects.page.total, home.projects.page.items.len()), (111, 4));
        assert_eq!((home.lessons.page.total, home.lessons.page.items.len()), (134, 4));
        assert!(home.lessons.page.items.iter().all(|card| card.kind == Kind::Lesson));
        let mut seen = BTreeSet::new();
        for _ in 0..8 {
            let pair = show_home(&backend, VISITOR).await.unwrap().contradiction.unwrap();
            assert_eq!(show_home(&backend, VISITOR).await.unwrap().contradiction.unwrap(), pair, "the same all day");
            seen.insert((pair.a.id, pair.b.id));
            pass(&backend, 86_400_000_000);
        }
        assert_eq!(seen.len(), 8, "{}", backend.database.name);
        import(&backend, "projects.jsonl", PROJECT).await;
        assert_eq!(&*show_home(&backend, VISITOR).await.unwrap().projects.page.items[0].slug, "p");
    }
}

#[tokio::test]
async fn an_empty_directory_has_a_first_page() {
    for backend in backends().await {
        let home = show_home(&backend, VISITOR).await.unwrap();
        assert_eq!((home.everything.page.total, home.contradiction), (0, None), "{}", backend.database.name);
    }
}
