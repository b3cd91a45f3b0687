//! What putting together and taking apart leaves whole.

use super::{account, actions, add, entry, id, into, lesson, lessons_of, moderator, open, project, twice};
use backend::{
    storage::{
        accounts, drafts, lessons, members,
        revisions::{self, NewRevision},
        suggestions::{self, NewSuggestion, Outcome},
        trusts,
    },
    testing::{TestBackend, backends},
    usecases::{
        curate::{show_curated, trust},
        duplicates::{Left, Shown, dismiss, look, merge, restore, show_merge, undo},
    },
};
use domain::{
    Lang,
    account::Role,
    id::{AccountId, EntryId},
    reader::{Changes, SuggestionState},
    revision::RevisionState,
    vocabulary::Kind,
};
use serde_json::json;

async fn suggest(backend: &TestBackend, name: &str, about: EntryId) {
    let mut tx = backend.db.write().await.unwrap();
    let revision = drafts::latest(&mut tx, about).await.unwrap().unwrap().id;
    let new = NewSuggestion {
        id: name,
        kind: Kind::Project,
        entry: Some((about, revision)),
        changes: &Changes::new(),
        organisation: "",
        why: "Steht da.",
        email: &"reader@example.org".parse().unwrap(),
        language: Lang::De,
        link: name,
        at: backend.clock.now(),
    };
    suggestions::insert(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
}

async fn confirm(backend: &TestBackend, name: &str) {
    let mut tx = backend.db.write().await.unwrap();
    assert!(suggestions::confirm(&mut tx, name, backend.clock.now()).await.unwrap());
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_was_confirmed_meanwhile_comes_back_with_a_number_of_its_own() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        add(&backend, &[("projects.jsonl", &[project("a", "A"), project("b", "B")])]).await;
        let a = id(&backend, Kind::Project, "a").await;
        suggest(&backend, "decided", a).await;
        confirm(&backend, "decided").await;
        let mut tx = backend.db.write().await.unwrap();
        let outcome =
            Outcome { state: SuggestionState::Declined, reason: "Nein.", by: "x", revision: None, entry: None, at: backend.clock.now() };
        assert!(suggestions::decide(&mut tx, "decided", &outcome).await.unwrap());
        tx.commit().await.unwrap();
        suggest(&backend, "open", a).await;
        confirm(&backend, "open").await;
        suggest(&backend, "late", a).await;
        merge(&backend, &moderator, &into(&backend, Kind::Project, "a", "b", &[]).await).await.unwrap();
        confirm(&backend, "late").await;
        assert_eq!(undo(&backend, &moderator, a).await.unwrap(), [], "{}", backend.database.name);
        let mut tx = backend.db.read().await.unwrap();
        let all = [(1, "decided"), (2, "open"), (3, "late")];
        for (number, name) in all {
            assert_eq!(suggestions::by_number(&mut tx, a, number).await.unwrap().unwrap().id, name);
        }
    }
}

#[tokio::test]
async fn somebody_manages_the_others_on_both_sides() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let organisation = |id: &str| json!({"id": id, "name": format!("Verein {id}"), "kind": "association"});
        add(&backend, &[("organisations.jsonl", &["alt", "neu", "weg", "da"].map(organisation))]).await;
        let mut people: Vec<AccountId> = vec![];
        for name in ["anna", "bert", "caro", "dora"] {
            people.push(account(&backend, &format!("{name}@verein.example.org")).await);
        }
        let [anna, bert, caro, dora] = people[..] else { unreachable!() };
        let join = async |who: AccountId, slug: &str, role: Role| {
            let organisation = id(&backend, Kind::Organisation, slug).await;
            let mut tx = backend.db.write().await.unwrap();
            accounts::join(&mut tx, who, organisation, role, backend.clock.now()).await.unwrap();
            tx.commit().await.unwrap();
        };
        let leave = async |who: AccountId, slug: &str| {
            let organisation = id(&backend, Kind::Organisation, slug).await;
            let mut tx = backend.db.write().await.unwrap();
            members::leave(&mut tx, who, organisation).await.unwrap();
            tx.commit().await.unwrap();
        };
        let belong = async |slug: &str| {
            let organisation = id(&backend, Kind::Organisation, slug).await;
            let all = members::of(&mut backend.db.read().await.unwrap(), organisation).await.unwrap();
            let mut all: Vec<_> = all.into_iter().map(|member| (people.iter().position(|it| *it == member.account), member.role)).collect();
            all.sort_by_key(|(who, _)| *who);
            all.into_iter().map(|(who, role)| (who.unwrap(), role)).collect::<Vec<_>>()
        };
        // Whoever managed the one that stays left it: the one who came stays, too.
        join(anna, "alt", Role::Owner).await;
        join(bert, "neu", Role::Owner).await;
        join(caro, "neu", Role::Editor).await;
        merge(&backend, &moderator, &into(&backend, Kind::Organisation, "alt", "neu", &[]).await).await.unwrap();
        leave(bert, "neu").await;
        let left = undo(&backend, &moderator, id(&backend, Kind::Organisation, "alt").await).await.unwrap();
        assert_eq!((left, belong("alt").await), (vec![Left::Members], vec![(0, Role::Owner)]));
        assert_eq!(belong("neu").await, [(0, Role::Owner), (2, Role::Editor)]);
        // Whoever managed the one that comes back left: the one who was there for longest does.
        join(bert, "weg", Role::Owner).await;
        backend.clock.set(backend.clock.now().0 + 1);
        join(dora, "weg", Role::Editor).await;
        join(caro, "da", Role::Owner).await;
        merge(&backend, &moderator, &into(&backend, Kind::Organisation, "weg", "da", &[]).await).await.unwrap();
        leave(bert, "da").await;
        let left = undo(&backend, &moderator, id(&backend, Kind::Organisation, "weg").await).await.unwrap();
        assert_eq!((left, belong("weg").await), (vec![Left::Members], vec![(3, Role::Owner)]));
        assert_eq!(belong("da").await, [(2, Role::Owner)]);
    }
}

#[tokio::test]
async fn a_lesson_that_names_neither_any_more_is_not_given_back() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let both = [project("a", "A"), project("b", "B")];
        add(&backend, &[("projects.jsonl", &both), ("lessons.jsonl", &[lesson("l", &["a", "b"])])]).await;
        let (a, l) = (id(&backend, Kind::Project, "a").await, id(&backend, Kind::Lesson, "l").await);
        merge(&backend, &moderator, &into(&backend, Kind::Project, "a", "b", &[]).await).await.unwrap();
        let mut tx = backend.db.write().await.unwrap();
        lessons::set_projects(&mut tx, l, &[]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(undo(&backend, &moderator, a).await.unwrap(), [Left::Lessons]);
        assert_eq!((lessons_of(&backend, "a").await, lessons_of(&backend, "b").await), (vec![], vec![]));
    }
}

#[tokio::test]
async fn what_is_being_written_stands_behind_what_both_say() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        add(&backend, &[("projects.jsonl", &[project("a", "A"), project("b", "B")])]).await;
        let b = entry(&backend, Kind::Project, "b").await;
        let (draft, public) = (backend.clock.revision_id(), b.revision.unwrap().id);
        let new = NewRevision {
            id: draft,
            entry: b.id,
            state: RevisionState::Submitted,
            schema_version: 1,
            document: "{}",
            author: "x",
            based_on: Some(public),
            at: backend.clock.now(),
        };
        let mut tx = backend.db.write().await.unwrap();
        revisions::insert(&mut tx, &new).await.unwrap();
        tx.commit().await.unwrap();
        for step in ["merged", "unmerged"] {
            if step == "merged" {
                merge(&backend, &moderator, &into(&backend, Kind::Project, "a", "b", &["summary"]).await).await.unwrap();
            } else {
                undo(&backend, &moderator, id(&backend, Kind::Project, "a").await).await.unwrap();
            }
            let now = entry(&backend, Kind::Project, "b").await.revision.unwrap();
            let open = drafts::by_id(&mut backend.db.read().await.unwrap(), draft).await.unwrap().unwrap();
            assert_eq!((open.based_on, open.number, open.state), (Some(now.id), now.number + 1, RevisionState::Submitted), "{step}");
        }
    }
}

#[tokio::test]
async fn nobody_is_trusted_since_others_are() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let organisation = |id: &str| json!({"id": id, "name": format!("Verein {id}"), "kind": "association"});
        add(&backend, &[("organisations.jsonl", &["alt", "leer", "neu"].map(organisation))]).await;
        let [old, empty, new] = [
            id(&backend, Kind::Organisation, "alt").await,
            id(&backend, Kind::Organisation, "leer").await,
            id(&backend, Kind::Organisation, "neu").await,
        ];
        let anna = account(&backend, "anna@verein.example.org").await;
        let mut tx = backend.db.write().await.unwrap();
        accounts::join(&mut tx, anna, old, Role::Owner, backend.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        trust(&backend, &moderator, new, "Kennen wir.").await.unwrap();
        let holds = async || trusts::holds(&mut backend.db.read().await.unwrap(), new).await.unwrap();
        merge(&backend, &moderator, &into(&backend, Kind::Organisation, "leer", "neu", &[]).await).await.unwrap();
        assert!(holds().await, "nobody came");
        let shown = show_merge(&backend, &moderator, (old, new), Lang::De).await.unwrap();
        assert_eq!(shown.ends_trust, shown.entries.each_ref().map(|entry| entry.id == new));
        merge(&backend, &moderator, &into(&backend, Kind::Organisation, "alt", "neu", &[]).await).await.unwrap();
        assert!(!holds().await && actions(&backend, new).await.contains(&"trust-ended".to_owned()));
        let told_in = show_curated(&backend, &moderator, empty).await.unwrap().told_in;
        assert_eq!(told_in, Some(new), "it is put back where the two were put together");
    }
}

#[tokio::test]
async fn what_is_dismissed_during_a_look_is_dismissed() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        twice(&backend).await;
        look(&backend).await.unwrap();
        let (a, b) = (id(&backend, Kind::Project, "klaerchen").await, id(&backend, Kind::Project, "chatbot-klaerchen").await);
        for _ in 0..8 {
            let (looked, dismissed) = tokio::join!(look(&backend), dismiss(&backend, &moderator, a, b));
            looked.unwrap();
            dismissed.unwrap();
            assert_eq!(open(&backend, &moderator, Shown::Dismissed).await.len(), 1, "{}", backend.database.name);
            restore(&backend, &moderator, a, b).await.unwrap();
        }
    }
}
