//! Pairs that may be the same: kept, dismissed, put together, and taken apart again, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod keeping;
mod mails;
mod two;

use backend::{
    Failure,
    feed::Lease,
    storage::{
        accounts, claims, contradictions, drafts,
        entries::{self, Entry},
        events, invitations, lessons, members, redirects,
        reports::{self, NewReport},
    },
    testing::{TestBackend, backends, import_from},
    usecases::{
        create_account::create_account,
        duplicates::{
            Left, Merge, Pairs, Shown, Standing, dismiss, list_duplicates, look, look_now, merge, moved_to, restore, show_merge, undo,
        },
        show_project::show_project,
    },
};
use domain::{
    Error, Lang,
    account::{Actor, Role},
    entry::EntryState,
    id::{AccountId, EntryId},
    time::Timestamp,
    vocabulary::Kind,
};
use serde_json::{Value, json};

fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(Failure::Told(error)) => error,
        other => panic!("{other:?}"),
    }
}

async fn moderator(backend: &TestBackend) -> Actor {
    create_account(backend, &Actor::System, "redaktion@allmende.example.org", true, None).await.unwrap();
    Actor::Moderator { account: account(backend, "redaktion@allmende.example.org").await }
}

async fn account(backend: &TestBackend, email: &str) -> AccountId {
    let mut tx = backend.db.write().await.unwrap();
    let account =
        accounts::find_or_add(&mut tx, backend.clock.account_id(), &email.parse().unwrap(), Lang::De, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    account.id
}

/// Imports lines; gives what stays as it is.
async fn add(backend: &TestBackend, files: &[(&str, &[Value])]) {
    let folder = tempfile::tempdir().unwrap();
    for (file, lines) in files {
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        std::fs::write(folder.path().join(file), text).unwrap();
    }
    assert_eq!(import_from(backend, folder.path()).await.unwrap().errors, []);
    backend.indexer.catch_up().await.unwrap();
}

fn project(id: &str, title: &str) -> Value {
    json!({"id": id, "title": title, "summary": "S", "problem": "P", "phase": "pilot", "scope": "local"})
}

fn lesson(id: &str, projects: &[&str]) -> Value {
    json!({"id": id, "title": id, "insight": "I", "outcome": "mixed", "projects": projects})
}

async fn entry(backend: &TestBackend, kind: Kind, slug: &str) -> Entry {
    entries::by_slug(&mut backend.db.read().await.unwrap(), kind, slug).await.unwrap().unwrap()
}

async fn id(backend: &TestBackend, kind: Kind, slug: &str) -> EntryId {
    entry(backend, kind, slug).await.id
}

/// How one goes into the other, as both are now.
async fn into(backend: &TestBackend, kind: Kind, goes: &str, stays: &str, taken: &[&str]) -> Merge {
    let (goes, stays) = (entry(backend, kind, goes).await, entry(backend, kind, stays).await);
    let taken = taken.iter().map(|field| (*field).to_owned()).collect();
    Merge { stays: (stays.id, stays.version), goes: (goes.id, goes.version), taken }
}

async fn lessons_of(backend: &TestBackend, project: &str) -> Vec<EntryId> {
    let project = id(backend, Kind::Project, project).await;
    lessons::of_project(&mut backend.db.read().await.unwrap(), project).await.unwrap()
}

async fn actions(backend: &TestBackend, of: EntryId) -> Vec<String> {
    let past = events::of_entry(&mut backend.db.read().await.unwrap(), of).await.unwrap();
    past.into_iter().map(|past| past.action).collect()
}

/// Two tellings of one project, and one that is another.
async fn twice(backend: &TestBackend) {
    let told = |id: &str, title: &str, website: &str| {
        json!({"id": id, "title": title, "phase": "live", "scope": "local", "website": website,
               "summary": "Der Chatbot Klärchen beantwortet Fragen zu Wohngeld und Grundsicherung in vierzehn Sprachen.",
               "problem": "Beratungsstellen in Mülheim waren überlaufen, Ratsuchende warteten sechs Wochen auf einen Termin."})
    };
    let one = told("klaerchen", "Klärchen hilft beim Wohngeld", "https://klaerchen.example.org/projekt");
    let other = told("chatbot-klaerchen", "Chatbot Klärchen: Wohngeld", "https://www.klaerchen.example.org/projekt/");
    let others = ["Wald Eiche Borke", "Brücke Stahl Rost", "Orgel Pfeife Register", "Kanu Paddel Fluss", "Imkerei Wabe Honig"];
    let others = others.iter().enumerate().map(|(nth, words)| {
        let mut it = project(&format!("anderes-{nth}"), words);
        (it["summary"], it["problem"]) = (json!(words.to_lowercase()), json!(format!("{words}?")));
        it
    });
    let mut fillers: Vec<Value> = others.collect();
    fillers.extend([one, other]);
    add(backend, &[("projects.jsonl", &fillers)]).await;
}

async fn open(backend: &TestBackend, actor: &Actor, shown: Shown) -> Vec<(String, String)> {
    match list_duplicates(backend, actor, shown, 1).await.unwrap().pairs {
        Pairs::Likely(pairs) => pairs.into_iter().map(|it| (it.a.slug.to_string(), it.b.slug.to_string())).collect(),
        Pairs::Merged(merged) => merged.into_iter().map(|it| (it.from_title, it.to_title)).collect(),
    }
}

#[tokio::test]
async fn what_was_dismissed_stays_so_whatever_is_found_later() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        twice(&backend).await;
        assert_eq!(told(look_now(&backend, &Actor::Visitor).await), Error::Unauthenticated);
        assert_eq!(look_now(&backend, &moderator).await.unwrap(), Some(7), "{}", backend.database.name);
        let pair = vec![("klaerchen".to_owned(), "chatbot-klaerchen".to_owned())];
        let sorted = |pairs: Vec<(String, String)>| pairs.into_iter().map(|(a, b)| if a > b { (a, b) } else { (b, a) }).collect::<Vec<_>>();
        assert_eq!(sorted(open(&backend, &moderator, Shown::Open).await), pair);

        let (a, b) = (id(&backend, Kind::Project, "klaerchen").await, id(&backend, Kind::Project, "chatbot-klaerchen").await);
        assert!(show_merge(&backend, &moderator, (a, b), Lang::De).await.unwrap().why.is_some_and(|why| why.link == 1.0));
        for _ in 0..2 {
            // In either order, and twice.
            dismiss(&backend, &moderator, b, a).await.unwrap();
        }
        let said = actions(&backend, a).await;
        assert!(said.len() == 2 && said.contains(&"not-duplicate".into()), "{said:?}");
        look(&backend).await.unwrap();
        assert_eq!(open(&backend, &moderator, Shown::Open).await, []);
        assert_eq!(sorted(open(&backend, &moderator, Shown::Dismissed).await), pair);
        restore(&backend, &moderator, a, b).await.unwrap();
        assert_eq!(list_duplicates(&backend, &moderator, Shown::Open, 9).await.unwrap().totals, [1, 0, 0]);

        // What is not found any more is forgotten.
        merge(&backend, &moderator, &into(&backend, Kind::Project, "chatbot-klaerchen", "klaerchen", &[]).await).await.unwrap();
        assert_eq!(list_duplicates(&backend, &moderator, Shown::Open, 1).await.unwrap().totals, [0, 0, 1]);
        assert_eq!(look(&backend).await.unwrap(), Some(6));
    }
}

#[tokio::test]
async fn one_process_at_a_time_looks() {
    for backend in backends().await {
        let lease = Lease::take(&backend.db, &backend.clock, "looking for duplicates").await.unwrap().unwrap();
        assert_eq!(look(&backend).await.unwrap(), None);
        lease.free().await.unwrap();
        assert_eq!(look(&backend).await.unwrap(), Some(0));
    }
}

#[tokio::test]
async fn a_project_goes_with_its_lessons_and_comes_back() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let mut kept = project("bleibt", "Bleibt");
        kept["website"] = json!("https://bleibt.example.org/");
        let mut gone = project("geht", "Geht");
        gone["advice"] = json!("Fangt klein an.");
        add(
            &backend,
            &[
                ("projects.jsonl", &[kept.clone(), gone]),
                ("lessons.jsonl", &[lesson("eine", &["geht"]), lesson("beide", &["bleibt", "geht"]), lesson("keine", &[])]),
            ],
        )
        .await;
        let before = (entry(&backend, Kind::Project, "bleibt").await, entry(&backend, Kind::Project, "geht").await);
        let links = (lessons_of(&backend, "bleibt").await, lessons_of(&backend, "geht").await);
        assert_eq!((links.0.len(), links.1.len()), (1, 2));

        let mut tx = backend.db.write().await.unwrap();
        let (entry_id, at) = (before.1.id, backend.clock.now());
        let report =
            NewReport { id: "r", entry: entry_id, link: "hash", reason: "duplicate", text: "Doppelt", email: None, language: Lang::De, at };
        reports::insert(&mut tx, &report).await.unwrap();
        tx.commit().await.unwrap();
        let reported = async |slug: &str| {
            let entry = id(&backend, Kind::Project, slug).await;
            reports::open_of(&mut backend.db.read().await.unwrap(), entry).await.unwrap().len()
        };

        let how = into(&backend, Kind::Project, "geht", "bleibt", &["advice"]).await;
        merge(&backend, &moderator, &how).await.unwrap();
        let (stays, goes) = (entry(&backend, Kind::Project, "bleibt").await, entry(&backend, Kind::Project, "geht").await);
        assert_eq!((stays.state, goes.state), (EntryState::Published, EntryState::Removed));
        let said = serde_json::to_value(&stays.revision.as_ref().unwrap().document).unwrap();
        assert_eq!((&said["title"], &said["advice"], &said["website"]), (&json!("Bleibt"), &json!("Fangt klein an."), &kept["website"]));
        assert_eq!((stays.revision.as_ref().unwrap().number, stays.origin), (2, before.0.origin));
        assert_eq!(lessons_of(&backend, "bleibt").await.len(), 2);
        assert_eq!(lessons_of(&backend, "geht").await, []);
        assert_eq!((reported("bleibt").await, reported("geht").await), (1, 0));
        assert!(actions(&backend, stays.id).await.contains(&"merged".into()));
        assert!(actions(&backend, goes.id).await.contains(&"merged-away".into()));
        assert_eq!(moved_to(&backend, Kind::Project, "geht").await.unwrap(), Some("bleibt".parse().unwrap()));
        for actor in [Actor::Visitor, moderator.clone()] {
            assert_eq!(told(show_project(&backend, &actor, "geht").await), Error::Gone);
        }
        assert_eq!(show_project(&backend, &Actor::Visitor, "bleibt").await.unwrap().lessons.total, 2);

        // Sources that still name the old address change nothing, and a new lesson finds the way.
        add(
            &backend,
            &[
                ("projects.jsonl", &[kept, project("geht", "Geht doch")]),
                ("lessons.jsonl", &[lesson("eine", &["geht"]), lesson("neue", &["geht"])]),
            ],
        )
        .await;
        assert_eq!(entry(&backend, Kind::Project, "bleibt").await.revision, stays.revision);
        assert_eq!(entry(&backend, Kind::Project, "geht").await.state, EntryState::Removed);
        assert_eq!(lessons_of(&backend, "bleibt").await.len(), 3);

        assert_eq!(undo(&backend, &moderator, goes.id).await.unwrap(), []);
        let after = (entry(&backend, Kind::Project, "bleibt").await, entry(&backend, Kind::Project, "geht").await);
        let document = |entry: &Entry| entry.revision.as_ref().unwrap().document.clone();
        assert_eq!((document(&after.0), document(&after.1)), (document(&before.0), document(&before.1)));
        assert_eq!((after.0.state, after.1.state), (before.0.state, before.1.state));
        let neue = id(&backend, Kind::Lesson, "neue").await;
        let old = |all: Vec<EntryId>| all.into_iter().filter(|id| *id != neue).collect::<Vec<_>>();
        assert_eq!((old(lessons_of(&backend, "bleibt").await), lessons_of(&backend, "geht").await), links);
        assert_eq!((reported("bleibt").await, reported("geht").await), (0, 1));
        assert_eq!(moved_to(&backend, Kind::Project, "geht").await.unwrap(), None);
        assert_eq!(told(undo(&backend, &moderator, goes.id).await), Error::NotFound);
        assert!(actions(&backend, goes.id).await.contains(&"unmerged".into()));
    }
}

#[tokio::test]
async fn what_changed_since_is_left_and_said() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        add(
            &backend,
            &[("projects.jsonl", &[project("a", "A"), project("b", "B"), project("c", "C")]), ("lessons.jsonl", &[lesson("l", &["b"])])],
        )
        .await;
        let b = id(&backend, Kind::Project, "b").await;
        merge(&backend, &moderator, &into(&backend, Kind::Project, "b", "a", &["title"]).await).await.unwrap();
        // The lesson was written anew, and what stayed took in another.
        add(&backend, &[("lessons.jsonl", &[lesson("l", &[])])]).await;
        merge(&backend, &moderator, &into(&backend, Kind::Project, "c", "a", &[]).await).await.unwrap();
        assert_eq!(undo(&backend, &moderator, b).await.unwrap(), [Left::Text, Left::Lessons]);
        assert_eq!(entry(&backend, Kind::Project, "b").await.state, EntryState::Published);
        assert_eq!(entry(&backend, Kind::Project, "a").await.revision.unwrap().document.title(), "B", "as the later merge left it");
    }
}

#[tokio::test]
async fn contradictions_of_a_lesson_move() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let against = |a: &str, b: &str| json!({"a": a, "b": b, "why": format!("{a} gegen {b}")});
        add(
            &backend,
            &[
                ("projects.jsonl", &[project("p", "P"), project("q", "Q")]),
                ("lessons.jsonl", &[lesson("a", &["p"]), lesson("b", &["q"]), lesson("c", &[]), lesson("d", &[])]),
                ("contradictions.jsonl", &[against("b", "c"), against("a", "d"), against("b", "d"), against("a", "b")]),
            ],
        )
        .await;
        let of = async |slug: &str| {
            let lesson = id(&backend, Kind::Lesson, slug).await;
            contradictions::of_lesson(&mut backend.db.read().await.unwrap(), lesson, 9).await.unwrap()
        };
        let (of_a, of_b) = (of("a").await, of("b").await);
        merge(&backend, &moderator, &into(&backend, Kind::Lesson, "b", "a", &["projects"]).await).await.unwrap();
        let mut why: Vec<String> = of("a").await.into_iter().map(|(_, why)| why).collect();
        why.sort();
        assert_eq!((why, of("b").await), (vec!["a gegen d".to_owned(), "b gegen c".to_owned()], vec![]));
        let a = id(&backend, Kind::Lesson, "a").await;
        let projects = lessons::projects(&mut backend.db.read().await.unwrap(), a).await.unwrap();
        assert_eq!(projects, [id(&backend, Kind::Project, "q").await]);
        // What is the same by now contradicts itself in the sources.
        add(&backend, &[("contradictions.jsonl", &[against("a", "b"), against("b", "c")])]).await;

        let b = id(&backend, Kind::Lesson, "b").await;
        assert_eq!(undo(&backend, &moderator, b).await.unwrap(), []);
        assert_eq!((of("a").await, of("b").await), (of_a, of_b));
        let projects = lessons::projects(&mut backend.db.read().await.unwrap(), a).await.unwrap();
        assert_eq!(projects, [id(&backend, Kind::Project, "p").await]);
    }
}

#[tokio::test]
async fn an_organisation_goes_with_all_that_is_its_own() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let organisation = |id: &str| json!({"id": id, "name": format!("Verein {id}"), "kind": "association"});
        let mut theirs = project("p", "P");
        theirs["organisation"] = json!("alt");
        add(&backend, &[("organisations.jsonl", &[organisation("alt"), organisation("neu")]), ("projects.jsonl", &[theirs.clone()])]).await;
        let (old, new) = (id(&backend, Kind::Organisation, "alt").await, id(&backend, Kind::Organisation, "neu").await);
        let people = [
            account(&backend, "anna@verein.example.org").await,
            account(&backend, "bert@verein.example.org").await,
            account(&backend, "caro@verein.example.org").await,
        ];
        let now = backend.clock.now();
        let mut tx = backend.db.write().await.unwrap();
        accounts::join(&mut tx, people[0], old, Role::Owner, now).await.unwrap();
        accounts::join(&mut tx, people[0], new, Role::Editor, now).await.unwrap();
        accounts::join(&mut tx, people[1], old, Role::Editor, now).await.unwrap();
        claims::insert(&mut tx, "one", old, people[2], "Wir sind das.", now).await.unwrap();
        claims::insert(&mut tx, "two", new, people[2], "Wir sind das.", now).await.unwrap();
        let invitation = |id: &str, email: &str| invitations::Invitation {
            id: id.into(),
            organisation: old,
            email: email.parse().unwrap(),
            role: Role::Editor,
            created_at: now,
            expires_at: Timestamp(now.0 + 86_400_000_000),
            is_open: true,
        };
        invitations::insert(&mut tx, &invitation("i", "dora@verein.example.org"), "hash").await.unwrap();
        tx.commit().await.unwrap();
        let belong = async |organisation: EntryId| {
            let all = members::of(&mut backend.db.read().await.unwrap(), organisation).await.unwrap();
            let mut all: Vec<_> = all.into_iter().map(|member| (member.account, member.role)).collect();
            all.sort_by_key(|(account, _)| people.iter().position(|one| one == account));
            all
        };
        let open = async || {
            let mut tx = backend.db.read().await.unwrap();
            let claims = [claims::open_of(&mut tx, old).await.unwrap().len(), claims::open_of(&mut tx, new).await.unwrap().len()];
            let invited = [
                invitations::open_of(&mut tx, old, now).await.unwrap().len(),
                invitations::open_of(&mut tx, new, now).await.unwrap().len(),
            ];
            (claims, invited)
        };

        merge(&backend, &moderator, &into(&backend, Kind::Organisation, "alt", "neu", &[]).await).await.unwrap();
        assert_eq!((belong(old).await, belong(new).await), (vec![], vec![(people[0], Role::Owner), (people[1], Role::Editor)]));
        assert_eq!(open().await, ([0, 1], [0, 1]));
        assert_eq!(entry(&backend, Kind::Project, "p").await.organisation_id, Some(new));
        assert_eq!(moved_to(&backend, Kind::Organisation, "alt").await.unwrap(), Some("neu".parse().unwrap()));
        theirs["title"] = json!("P, neu erzählt");
        add(&backend, &[("projects.jsonl", &[theirs])]).await;
        let project = entry(&backend, Kind::Project, "p").await;
        assert_eq!((project.organisation_id, project.revision.unwrap().document.title()), (Some(new), "P, neu erzählt"));

        let mut tx = backend.db.write().await.unwrap();
        members::leave(&mut tx, people[1], new).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(undo(&backend, &moderator, old).await.unwrap(), [Left::Members], "{}", backend.database.name);
        assert_eq!((belong(old).await, belong(new).await), (vec![(people[0], Role::Owner)], vec![(people[0], Role::Editor)]));
        assert_eq!(open().await, ([1, 1], [1, 0]));
        assert_eq!(entry(&backend, Kind::Project, "p").await.organisation_id, Some(old));
    }
}

#[tokio::test]
async fn of_two_moderators_at_once_one_wins() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        add(&backend, &[("projects.jsonl", &[project("a", "A"), project("b", "B"), project("c", "C")])]).await;
        let one = into(&backend, Kind::Project, "b", "a", &[]).await;
        let other = into(&backend, Kind::Project, "a", "b", &[]).await;
        let (one, other) = tokio::join!(merge(&backend, &moderator, &one), merge(&backend, &moderator, &other));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        assert_eq!(if one.is_ok() { told(other) } else { told(one) }, Error::Conflict);
        let (a, b) = (entry(&backend, Kind::Project, "a").await, entry(&backend, Kind::Project, "b").await);
        assert!((a.state == EntryState::Removed) != (b.state == EntryState::Removed));
        let all = redirects::count(&mut backend.db.read().await.unwrap()).await.unwrap();
        assert_eq!(all, 1, "nothing half done");

        // Seen before somebody changed it.
        let stale = into(&backend, Kind::Project, "c", if a.state == EntryState::Removed { "b" } else { "a" }, &[]).await;
        add(&backend, &[("projects.jsonl", &[project("c", "C, anders")])]).await;
        assert_eq!(told(merge(&backend, &moderator, &stale).await), Error::Conflict);
        assert_eq!(entry(&backend, Kind::Project, "c").await.state, EntryState::Published);
        let went = if a.state == EntryState::Removed { a.id } else { b.id };
        let (one, other) = tokio::join!(undo(&backend, &moderator, went), undo(&backend, &moderator, went));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    }
}

#[tokio::test]
async fn chains_lead_to_their_end_and_are_undone_from_there() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        add(
            &backend,
            &[("projects.jsonl", &[project("a", "A"), project("b", "B"), project("c", "C")]), ("lessons.jsonl", &[lesson("l", &["a"])])],
        )
        .await;
        let [a, b] = [id(&backend, Kind::Project, "a").await, id(&backend, Kind::Project, "b").await];
        merge(&backend, &moderator, &into(&backend, Kind::Project, "a", "b", &[]).await).await.unwrap();
        merge(&backend, &moderator, &into(&backend, Kind::Project, "b", "c", &[]).await).await.unwrap();
        for slug in ["a", "b"] {
            assert_eq!(moved_to(&backend, Kind::Project, slug).await.unwrap(), Some("c".parse().unwrap()));
        }
        assert_eq!(lessons_of(&backend, "c").await.len(), 1);
        assert_eq!(told(undo(&backend, &moderator, a).await), Error::Conflict);
        let standing = show_merge(&backend, &moderator, (a, b), Lang::De).await.unwrap().standing;
        assert!(matches!(standing, Standing::Merged { further: Some(_), .. }), "{standing:?}");
        assert_eq!(undo(&backend, &moderator, b).await.unwrap(), []);
        assert_eq!(moved_to(&backend, Kind::Project, "a").await.unwrap(), Some("b".parse().unwrap()));
        assert_eq!(undo(&backend, &moderator, a).await.unwrap(), []);
        assert_eq!((lessons_of(&backend, "a").await.len(), lessons_of(&backend, "b").await.len()), (1, 0));
    }
}

#[tokio::test]
async fn who_does_not_decide_puts_nothing_together() {
    for backend in backends().await {
        add(&backend, &[("projects.jsonl", &[project("a", "A"), project("b", "B")])]).await;
        let how = into(&backend, Kind::Project, "b", "a", &[]).await;
        let member = Actor::Member { account: account(&backend, "anna@verein.example.org").await, memberships: vec![] };
        for (actor, error) in [(Actor::Visitor, Error::Unauthenticated), (member, Error::Forbidden)] {
            assert_eq!(told(merge(&backend, &actor, &how).await), error);
            assert_eq!(told(undo(&backend, &actor, how.goes.0).await), error);
            assert_eq!(told(dismiss(&backend, &actor, how.stays.0, how.goes.0).await), error);
            assert_eq!(told(show_merge(&backend, &actor, (how.stays.0, how.goes.0), Lang::De).await), error);
            assert_eq!(told(list_duplicates(&backend, &actor, Shown::Open, 1).await), error);
        }
        let moderator = moderator(&backend).await;
        assert_eq!(told(show_merge(&backend, &moderator, (how.stays.0, how.stays.0), Lang::De).await), Error::NotFound);
        let revisions = drafts::of_entry(&mut backend.db.read().await.unwrap(), how.stays.0).await.unwrap();
        assert_eq!(revisions.len(), 1);
    }
}
