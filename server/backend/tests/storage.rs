//! The contract of storage, on both databases.

use backend::{
    storage::{self, entries, events, feed, revisions},
    testing::{NOON, backends, databases},
};
use domain::{
    entry::EntryState,
    id::EntryId,
    revision::RevisionState,
    text::Slug,
    time::Timestamp,
    vocabulary::{Kind, Origin},
};

fn entry<'a>(id: EntryId, slug: &'a Slug) -> entries::NewEntry<'a> {
    entries::NewEntry {
        id,
        kind: Kind::Project,
        slug,
        title: "Ein Projekt",
        organisation: None,
        state: EntryState::Published,
        origin: Origin::PublicSources,
        at: Timestamp(NOON),
    }
}

const DOCUMENT: &str = r#"{"title":"Ein Projekt","summary":"S","problem":"P","phase":"idea","scope":"local"}"#;

fn revision(id: domain::id::RevisionId, entry: EntryId) -> revisions::NewRevision<'static> {
    revisions::NewRevision {
        id,
        entry,
        state: RevisionState::Published,
        schema_version: 1,
        document: DOCUMENT,
        author: "test",
        based_on: None,
        at: Timestamp(NOON),
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    for backend in backends().await {
        let mut tx = backend.db.read().await.unwrap();
        for (file, statements) in storage::ALL {
            for (name, sql) in *statements {
                if let Err(error) = tx.prepare(sql).await {
                    panic!("{file}::{name} on {}: {error}", backend.database.name);
                }
            }
        }
    }
}

/// Without figures of its own SQLite guesses which index is the better one; a wrong guess reads all projects for each twenty
/// organisations, which nobody sees before there are a hundred thousand.
#[tokio::test]
async fn what_organisations_do_is_looked_up_by_organisation() {
    for backend in backends().await {
        let storage::Tx::Sqlite(mut tx) = backend.db.read().await.unwrap() else { continue };
        let (_, statements) = storage::ALL.iter().find(|(file, _)| *file == "related").unwrap();
        let (_, sql) = statements.iter().find(|(name, _)| *name == "OF_ORGANISATIONS").unwrap();
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(&mut *tx).await.unwrap();
        assert!(steps.iter().any(|(.., step)| step.contains("INDEX entry_organisation ")), "{steps:?}");
    }
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    for database in databases().await {
        let db = storage::Db::connect(&database.url).await.unwrap();
        db.migrate().await.unwrap();
        db.migrate().await.unwrap();
        assert_eq!(feed::head(&mut db.read().await.unwrap()).await.unwrap(), 0);
    }
}

/// A later migration finds a rule by the name that PostgreSQL gives it, which begins with that of its table.
#[tokio::test]
async fn no_rule_is_named_after_a_table_that_is_gone() {
    for backend in backends().await {
        let storage::Tx::Postgres(mut tx) = backend.db.read().await.unwrap() else { continue };
        let rules = "SELECT c.conname::text, t.relname::text FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
                     WHERE t.relnamespace = current_schema()::regnamespace";
        let rules: Vec<(String, String)> = sqlx::query_as(rules).fetch_all(&mut *tx).await.unwrap();
        let strange: Vec<_> = rules.iter().filter(|(name, table)| !name.starts_with(&format!("{table}_"))).collect();
        assert!(strange.is_empty(), "{strange:?}");
        // This one was copied, and once had the names of its copy.
        for name in ["word_event_pkey", "word_event_kind_check"] {
            assert!(rules.iter().any(|(own, _)| own == name), "{name}");
        }
    }
}

#[tokio::test]
async fn an_entry_is_read_as_it_was_written() {
    for backend in backends().await {
        let (slug, id): (Slug, _) = ("ein-projekt".parse().unwrap(), backend.clock.entry_id());
        let mut tx = backend.db.write().await.unwrap();
        entries::insert(&mut tx, &entry(id, &slug)).await.unwrap();
        revisions::insert(&mut tx, &revision(backend.clock.revision_id(), id)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = backend.db.read().await.unwrap();
        let read = entries::by_slug(&mut tx, Kind::Project, "ein-projekt").await.unwrap().unwrap();
        assert_eq!((read.id, read.state, read.version), (id, EntryState::Published, 1));
        assert_eq!((read.published_at, read.revision.unwrap().number), (Some(Timestamp(NOON)), 1));
        assert!(entries::by_slug(&mut tx, Kind::Lesson, "ein-projekt").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_slug_is_taken_once_per_kind() {
    for backend in backends().await {
        let slug: Slug = "gleich".parse().unwrap();
        let mut tx = backend.db.write().await.unwrap();
        entries::insert(&mut tx, &entry(backend.clock.entry_id(), &slug)).await.unwrap();
        let lesson = entries::NewEntry { kind: Kind::Lesson, ..entry(backend.clock.entry_id(), &slug) };
        entries::insert(&mut tx, &lesson).await.unwrap();
        let error = entries::insert(&mut tx, &entry(backend.clock.entry_id(), &slug)).await.unwrap_err();
        assert!(error.as_database_error().unwrap().is_unique_violation(), "{}", backend.database.name);
    }
}

#[tokio::test]
async fn only_one_revision_is_published() {
    for backend in backends().await {
        let (slug, id): (Slug, _) = ("p".parse().unwrap(), backend.clock.entry_id());
        let mut tx = backend.db.write().await.unwrap();
        entries::insert(&mut tx, &entry(id, &slug)).await.unwrap();
        revisions::insert(&mut tx, &revision(backend.clock.revision_id(), id)).await.unwrap();
        assert!(revisions::insert(&mut tx, &revision(backend.clock.revision_id(), id)).await.is_err(), "{}", backend.database.name);
    }
}

#[tokio::test]
async fn a_write_that_saw_an_old_version_changes_nothing() {
    for backend in backends().await {
        let (slug, id): (Slug, _) = ("p".parse().unwrap(), backend.clock.entry_id());
        let mut tx = backend.db.write().await.unwrap();
        entries::insert(&mut tx, &entry(id, &slug)).await.unwrap();
        let seen = entries::by_slug(&mut tx, Kind::Project, "p").await.unwrap().unwrap();
        assert!(entries::set_state(&mut tx, &seen, EntryState::Archived, Timestamp(NOON)).await.unwrap());
        assert!(!entries::set_state(&mut tx, &seen, EntryState::Removed, Timestamp(NOON)).await.unwrap());
        assert!(!entries::publish(&mut tx, &seen, "Anderer Titel", None, Timestamp(NOON)).await.unwrap());
        let now = entries::by_slug(&mut tx, Kind::Project, "p").await.unwrap().unwrap();
        assert_eq!(now.state, EntryState::Archived);
    }
}

#[tokio::test]
async fn what_was_not_committed_never_happened() {
    for backend in backends().await {
        let (slug, id): (Slug, _) = ("p".parse().unwrap(), backend.clock.entry_id());
        let mut tx = backend.db.write().await.unwrap();
        entries::insert(&mut tx, &entry(id, &slug)).await.unwrap();
        feed::append(&mut tx, id, Timestamp(NOON)).await.unwrap();
        drop(tx);
        let mut tx = backend.db.read().await.unwrap();
        assert_eq!(entries::count(&mut tx).await.unwrap(), 0);
        assert_eq!(feed::head(&mut tx).await.unwrap(), 0);
        assert_eq!(events::count(&mut tx).await.unwrap(), 0);
    }
}

/// With numbers from a database sequence, the slow writer's number would appear behind the reader's mark.
#[tokio::test]
async fn feed_numbers_become_visible_in_their_order() {
    for backend in backends().await {
        let writers = (0..8).map(|_| {
            let (db, id) = (backend.db.clone(), backend.clock.entry_id());
            tokio::spawn(async move {
                for _ in 0..10 {
                    let mut tx = db.write().await.unwrap();
                    feed::append(&mut tx, id, Timestamp(NOON)).await.unwrap();
                    tokio::task::yield_now().await;
                    tx.commit().await.unwrap();
                }
            })
        });
        let writers: Vec<_> = writers.collect();
        let mut mark = 0;
        while mark < 80 {
            let mut tx = backend.db.read().await.unwrap();
            for (seq, _) in feed::after(&mut tx, mark, 100).await.unwrap() {
                assert_eq!(seq, mark + 1, "a gap on {}", backend.database.name);
                mark = seq;
            }
        }
        for writer in writers {
            writer.await.unwrap();
        }
    }
}

#[tokio::test]
async fn entries_come_in_the_order_that_was_asked_for() {
    for backend in backends().await {
        let mut tx = backend.db.write().await.unwrap();
        let mut ids = vec![];
        for n in 0..45 {
            let id = backend.clock.entry_id();
            entries::insert(&mut tx, &entry(id, &format!("p-{n}").parse().unwrap())).await.unwrap();
            ids.push(id);
        }
        ids.reverse();
        ids.insert(7, backend.clock.entry_id());
        let read: Vec<_> = entries::by_ids(&mut tx, &ids).await.unwrap().into_iter().map(|entry| entry.id).collect();
        ids.remove(7);
        assert_eq!(read, ids, "{}", backend.database.name);
    }
}

#[tokio::test]
async fn addresses_of_what_is_public_can_be_walked_piece_by_piece() {
    for backend in backends().await {
        let mut tx = backend.db.write().await.unwrap();
        for n in 0..25 {
            let state = if n % 5 == 0 { EntryState::Unpublished } else { EntryState::Published };
            let slug: Slug = format!("e-{n}").parse().unwrap();
            let kind = if n % 2 == 0 { Kind::Project } else { Kind::Lesson };
            let new = entries::NewEntry { kind, state, ..entry(backend.clock.entry_id(), &slug) };
            entries::insert(&mut tx, &new).await.unwrap();
        }
        assert_eq!(entries::count_public(&mut tx).await.unwrap(), 20);
        let all = entries::addresses(&mut tx, 100, 0).await.unwrap();
        assert!(all.len() == 20 && all.iter().all(|address| address.updated_at == Timestamp(NOON)));
        let mut pieces = vec![];
        for offset in [0, 7, 14, 21] {
            pieces.extend(entries::addresses(&mut tx, 7, offset).await.unwrap());
        }
        assert_eq!(pieces, all, "{}", backend.database.name);
    }
}
