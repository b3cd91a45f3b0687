//! Entries that stay true, on both databases; the clock is moved by hand.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend, Failure,
    clock::Clock,
    mail::{Letter, Postman, Transport, Written},
    storage::{accounts, entries, events, freshness},
    testing::{NOON, TestBackend, backends, import_from},
    usecases::{
        freshness::{Answer, Kept, answer, confirm_entry, keep_fresh, show_answered, show_question},
        members::leave,
        sign_in::forget,
    },
};
use domain::{
    Error, Lang,
    account::{Actor, Role},
    entry::EntryState,
    limits,
    time::Timestamp,
    vocabulary::Kind,
};
use std::{collections::BTreeMap, fmt::Write, path::Path};

const DAY: i64 = 24 * 60 * 60_000_000;

/// Organisations `o0`, `o1` …, each with so many projects, all published at noon.
async fn directory(backend: &TestBackend, organisations: usize, projects: usize) {
    let folder = tempfile::tempdir().unwrap();
    let (mut of_organisations, mut of_projects) = (String::new(), String::new());
    for owner in 0..organisations {
        writeln!(of_organisations, r#"{{"id": "o{owner}", "name": "O {owner}", "kind": "network"}}"#).unwrap();
        for number in 0..projects {
            writeln!(
                of_projects,
                r#"{{"id": "p{owner}-{number}", "title": "P {owner} {number}", "summary": "S", "problem": "P", "phase": "live", "scope": "online", "organisation": "o{owner}"}}"#
            )
            .unwrap();
        }
    }
    std::fs::write(folder.path().join("organisations.jsonl"), of_organisations).unwrap();
    std::fs::write(folder.path().join("projects.jsonl"), of_projects).unwrap();
    assert_eq!(import_from(backend, folder.path()).await.unwrap().errors, []);
}

/// A member of an organisation, with an address by which its mails are told.
async fn member(backend: &Backend, organisation: &str, name: &str, role: Role) -> Actor {
    let mut tx = backend.db.write().await.unwrap();
    let email = format!("{name}@verein.example.org").parse().unwrap();
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, Lang::De, backend.clock.now()).await.unwrap().id;
    let organisation = entries::by_slug(&mut tx, Kind::Organisation, organisation).await.unwrap().unwrap().id;
    accounts::join(&mut tx, account, organisation, role, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    Actor::Member { account, memberships: vec![(organisation, role)] }
}

/// Sends all mails into a folder; gives who got which entries, and the links by entry.
async fn delivered(backend: &Backend, folder: &Path) -> Vec<Delivered> {
    fn write(letter: &Letter, _: Lang, _: &str) -> Written {
        let text = serde_json::to_string(letter).unwrap();
        Written { subject: "S".into(), html: String::new(), text: format!("<<{text}>>") }
    }
    std::fs::create_dir_all(folder).unwrap();
    let transport = Transport::folder(folder);
    let from = "Allmende <post@allmende.example.org>".parse().unwrap();
    Postman::new(backend.clone(), transport, from, "", write).send_all().await.unwrap();
    let mut all = vec![];
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let mail = mail_parser::MessageParser::default().parse(&std::fs::read(&path).unwrap()).unwrap().into_owned();
        let text = mail.body_text(0).unwrap().replace(['\r', '\n'], "");
        let letter = serde_json::from_str(text.split("<<").nth(1).unwrap().split(">>").next().unwrap()).unwrap();
        let to = mail.to().unwrap().first().unwrap().address().unwrap().split('@').next().unwrap().to_owned();
        all.push(Delivered { to, letter });
        std::fs::remove_file(path).unwrap();
    }
    all
}

struct Delivered {
    to: String,
    letter: Letter,
}

impl Delivered {
    fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        let (Letter::StillRight { entries, .. } | Letter::PutAway { entries, .. }) = &self.letter else { panic!("{:?}", self.letter) };
        entries.iter().map(|asked| (asked.title.as_str(), asked.link.strip_prefix("/still-right/").unwrap()))
    }
}

async fn project(backend: &Backend, slug: &str) -> entries::Entry {
    entries::by_slug(&mut backend.db.read().await.unwrap(), Kind::Project, slug).await.unwrap().unwrap()
}

fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(Failure::Told(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn pass(backend: &Backend, days: i64) {
    backend.clock.set(backend.clock.now().0 + days * DAY);
}

#[tokio::test]
async fn authors_are_asked_reminded_and_then_readers_are_told_and_it_is_put_away() {
    for backend in backends().await {
        directory(&backend, 1, 1).await;
        let folder = backend.database.dir.path().join("sent");
        member(&backend, "o0", "anna", Role::Owner).await;
        pass(&backend, 364);
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept::default());
        pass(&backend, 1);
        // The project and its organisation, in one mail.
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept { asked: 2, mails: 1, ..Kept::default() });
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept::default());
        let sent = delivered(&backend, &folder).await;
        assert_eq!((sent.len(), sent[0].entries().count()), (1, 2));
        pass(&backend, 30);
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept { reminded: 2, mails: 1, ..Kept::default() });
        let reminder = delivered(&backend, &folder).await;
        assert!(matches!(reminder[0].letter, Letter::StillRight { again: true, .. }));
        pass(&backend, 30);
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept { marked: 2, ..Kept::default() });
        let entry = project(&backend, "p0-0").await;
        assert_eq!((entry.state, entry.stale_at), (EntryState::Published, Some(backend.clock.now())));
        pass(&backend, 120);
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept { archived: 2, mails: 1, ..Kept::default() });
        assert_eq!(project(&backend, "p0-0").await.state, EntryState::Archived);
        let sent = delivered(&backend, &folder).await;
        pass(&backend, 400);
        assert_eq!(keep_fresh(&backend).await.unwrap(), Kept::default(), "what is put away is nobody's question");
        let (_, link) = sent[0].entries().find(|(title, _)| *title == "P 0 0").unwrap();
        answer(&backend, link, Answer::Right).await.unwrap();
        let entry = project(&backend, "p0-0").await;
        assert_eq!((entry.state, entry.stale_at, entry.confirmed_at), (EntryState::Published, None, Some(backend.clock.now())));
        let past = events::of_entry(&mut backend.db.read().await.unwrap(), entry.id).await.unwrap();
        let actions: Vec<_> = past.iter().map(|past| past.action.as_str()).collect();
        assert!(actions.starts_with(&["confirmed", "put-away", "marked-stale"]), "{actions:?} on {}", backend.database.name);
        assert!(past[0].actor != "system" && past[1].actor == "system" && past[2].actor == "system");
    }
}

#[tokio::test]
async fn one_answer_is_enough_and_every_other_link_is_over() {
    for backend in backends().await {
        directory(&backend, 1, 1).await;
        let folder = backend.database.dir.path().join("sent");
        member(&backend, "o0", "anna", Role::Owner).await;
        member(&backend, "o0", "bert", Role::Editor).await;
        pass(&backend, 366);
        keep_fresh(&backend).await.unwrap();
        let sent = delivered(&backend, &folder).await;
        assert_eq!(sent.len(), 2);
        let links: Vec<String> =
            sent.iter().map(|mail| mail.entries().find(|(title, _)| title.starts_with('P')).unwrap().1.to_owned()).collect();
        assert!(links[0] != links[1]);
        assert_eq!(&*show_question(&backend, &links[0]).await.unwrap().entry.slug, "p0-0");
        let (first, second) = tokio::join!(answer(&backend, &links[0], Answer::Over), answer(&backend, &links[1], Answer::Right));
        let done = [first.is_ok(), second.is_ok()];
        assert!(done[0] != done[1], "one of them answers: {done:?} on {}", backend.database.name);
        let expected = if done[0] { EntryState::Archived } else { EntryState::Published };
        assert_eq!(project(&backend, "p0-0").await.state, expected);
        for link in links.iter().map(String::as_str).chain(["", "x", &"0".repeat(64)]) {
            assert_eq!(told(show_question(&backend, link).await), Error::NotFound);
            assert_eq!(told(answer(&backend, link, Answer::Over).await), Error::NotFound);
        }
    }
}

#[tokio::test]
async fn who_left_is_not_asked_and_cannot_answer() {
    for backend in backends().await {
        directory(&backend, 1, 1).await;
        let folder = backend.database.dir.path().join("sent");
        member(&backend, "o0", "anna", Role::Owner).await;
        let bert = member(&backend, "o0", "bert", Role::Editor).await;
        let caro = member(&backend, "o0", "caro", Role::Editor).await;
        pass(&backend, 366);
        keep_fresh(&backend).await.unwrap();
        // Before the mail went out.
        leave(&backend, &bert, "o0").await.unwrap();
        let sent = delivered(&backend, &folder).await;
        let mut to: Vec<_> = sent.iter().map(|mail| mail.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["anna", "caro"], "{}", backend.database.name);
        // And after it did.
        let link = sent.iter().find(|mail| mail.to == "caro").unwrap().entries().next().unwrap().1.to_owned();
        leave(&backend, &caro, "o0").await.unwrap();
        assert_eq!(told(answer(&backend, &link, Answer::Right).await), Error::NotFound);
        pass(&backend, 30);
        keep_fresh(&backend).await.unwrap();
        assert_eq!(delivered(&backend, &folder).await.iter().map(|mail| mail.to.clone()).collect::<Vec<_>>(), ["anna"]);
    }
}

#[tokio::test]
async fn what_nobody_can_answer_for_is_left_as_it_is() {
    for backend in backends().await {
        directory(&backend, 1, 1).await;
        let anna = member(&backend, "o0", "anna", Role::Owner).await;
        pass(&backend, 366);
        assert_eq!(keep_fresh(&backend).await.unwrap().asked, 2);
        leave(&backend, &anna, "o0").await.unwrap();
        for _ in 0..3 {
            pass(&backend, 200);
            assert_eq!(keep_fresh(&backend).await.unwrap(), Kept::default(), "{}", backend.database.name);
        }
        let entry = project(&backend, "p0-0").await;
        assert_eq!((entry.state, entry.stale_at), (EntryState::Published, None));
    }
}

#[tokio::test]
async fn those_who_write_for_it_may_confirm_without_being_asked() {
    for backend in backends().await {
        directory(&backend, 2, 1).await;
        let anna = member(&backend, "o0", "anna", Role::Editor).await;
        let other = member(&backend, "o1", "other", Role::Owner).await;
        pass(&backend, 200);
        let id = project(&backend, "p0-0").await.id;
        confirm_entry(&backend, &anna, id).await.unwrap();
        assert_eq!(project(&backend, "p0-0").await.confirmed_at, Some(backend.clock.now()));
        assert_eq!(told(confirm_entry(&backend, &other, id).await), Error::NotFound);
        assert_eq!(told(confirm_entry(&backend, &Actor::Visitor, id).await), Error::Unauthenticated);
        pass(&backend, 200);
        assert_eq!(keep_fresh(&backend).await.unwrap().asked, 3, "its organisation, and the other with its project");
    }
}

#[tokio::test]
async fn two_servers_ask_once() {
    for backend in backends().await {
        directory(&backend, 5, 4).await;
        for owner in 0..5 {
            member(&backend, &format!("o{owner}"), &format!("m{owner}"), Role::Owner).await;
        }
        pass(&backend, 366);
        let (one, two) = tokio::join!(keep_fresh(&backend), keep_fresh(&backend));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!((one.asked + two.asked, one.mails + two.mails), (25, 5), "{}", backend.database.name);
    }
}

/// What the rules say about one entry, told day by day beside the program, in its own words.
#[derive(Default)]
struct Expected {
    asked: Option<i64>,
    reminded: bool,
    marked: bool,
    archived: bool,
    confirmed: i64,
}

/// Three years of 1,000 entries: some organisations answer at once, some after the reminder, some never, some lose a
/// member; the server starts anew every fortnight.
#[tokio::test]
async fn three_years_of_a_thousand_entries() {
    const ORGANISATIONS: usize = 50;
    const PROJECTS: usize = 19;
    let Some(backend) = backends().await.into_iter().next() else { panic!("SQLite is always there") };
    directory(&backend, ORGANISATIONS, PROJECTS).await;
    let folder = backend.database.dir.path().join("sent");
    let mut leaving: BTreeMap<usize, Actor> = BTreeMap::new();
    for owner in 0..ORGANISATIONS {
        let slug = format!("o{owner}");
        member(&backend, &slug, &format!("owner{owner}"), Role::Owner).await;
        if owner % 5 == 0 {
            leaving.insert(owner, member(&backend, &slug, &format!("leaver{owner}"), Role::Editor).await);
        }
    }
    let mut expected: BTreeMap<String, Expected> = BTreeMap::new();
    for owner in 0..ORGANISATIONS {
        expected.extend((0..PROJECTS).map(|number| (format!("P {owner} {number}"), Expected::default())));
        expected.insert(format!("O {owner}"), Expected::default());
    }
    assert_eq!(expected.len(), 1_000);
    let owner_of = |title: &str| title.split(' ').nth(1).unwrap().parse::<usize>().unwrap();
    let (url, dir) = (backend.database.url.clone(), backend.database.dir.path().to_owned());
    let mut running: Backend = (*backend).clone();
    let mut mails: BTreeMap<&str, usize> = BTreeMap::new();
    for day in 1..=3 * 365 + 1_i64 {
        if day % 14 == 0 {
            // Another process, on what the last one left.
            running.db.close().await;
            running = Backend::open(&url, &dir, None, Clock::fixed(NOON)).await.unwrap();
        }
        running.clock.set(NOON + day * DAY);
        if day == 370 {
            for (owner, actor) in &leaving {
                leave(&running, actor, &format!("o{owner}")).await.unwrap();
            }
        }
        keep_fresh(&running).await.unwrap();
        let sent = delivered(&running, &folder).await;
        // Mails of this day by recipient and entry.
        let mut asked: BTreeMap<(String, String), usize> = BTreeMap::new();
        for mail in &sent {
            *mails.entry(if matches!(mail.letter, Letter::PutAway { .. }) { "put away" } else { "asked" }).or_default() += 1;
            for (title, _) in mail.entries() {
                *asked.entry((mail.to.clone(), title.to_owned())).or_default() += 1;
            }
        }
        for (title, entry) in &mut expected {
            let owner = owner_of(title);
            let since = |from: i64| day - from;
            let mut mail = false;
            if !entry.archived && entry.marked && entry.asked.is_some_and(|asked| since(asked) >= 180) {
                (entry.archived, mail) = (true, true);
            } else if entry.reminded && !entry.marked && entry.asked.is_some_and(|asked| since(asked) >= 60) {
                entry.marked = true;
            } else if !entry.reminded && entry.asked.is_some_and(|asked| since(asked) >= 30) {
                (entry.reminded, mail) = (true, true);
            } else if entry.asked.is_none() && since(entry.confirmed) >= if is_leap(entry.confirmed) { 366 } else { 365 } {
                (entry.asked, mail) = (Some(day), true);
            }
            let here = leaving.contains_key(&owner).then(|| format!("leaver{owner}")).filter(|_| day < 370);
            for to in [Some(format!("owner{owner}")), here].into_iter().flatten() {
                let count = asked.remove(&(to.clone(), title.clone())).unwrap_or_default();
                assert_eq!(count, usize::from(mail), "{title} to {to} on day {day}");
            }
            // A third answers at once, a third after the reminder.
            if mail && !entry.archived && (owner % 3 == 0 || (owner % 3 == 1 && entry.reminded)) {
                let to = format!("owner{owner}");
                let link = sent.iter().filter(|mail| mail.to == to).flat_map(Delivered::entries).find(|(of, _)| of == title).unwrap().1;
                answer(&running, link, Answer::Right).await.unwrap();
                *entry = Expected { confirmed: day, ..Expected::default() };
            }
        }
        assert!(asked.is_empty(), "nobody else is written to: {asked:?} on day {day}");
    }
    let (all, _) = entries::after(&mut running.db.read().await.unwrap(), None, 2_000).await.unwrap();
    for entry in all {
        let title = entry.revision.as_ref().unwrap().document.title();
        let expected = &expected[title];
        let state = if expected.archived { EntryState::Archived } else { EntryState::Published };
        assert_eq!((entry.state, entry.stale_at.is_some()), (state, expected.marked), "{title}");
    }
    assert!(mails["asked"] > 150 && mails["put away"] > 15, "{mails:?}");
}

/// Whether a 29 February lies within the year that begins on this day of the three.
fn is_leap(day: i64) -> bool {
    let from = jiff::Timestamp::from_microsecond(NOON + day * DAY).unwrap().in_tz("Europe/Berlin").unwrap();
    let to = from.checked_add(jiff::Span::new().years(1)).unwrap();
    (to.date() - from.date()).get_days() == 366
}

#[tokio::test]
async fn a_link_that_was_answered_is_known_and_one_that_never_was_is_not() {
    for backend in backends().await {
        directory(&backend, 1, 1).await;
        let folder = backend.database.dir.path().join("sent");
        let anna = member(&backend, "o0", "anna", Role::Owner).await;
        member(&backend, "o0", "bert", Role::Owner).await;
        pass(&backend, 366);
        keep_fresh(&backend).await.unwrap();
        let sent = delivered(&backend, &folder).await;
        let Letter::StillRight { entries, .. } = &sent[0].letter else { panic!() };
        let mut kinds: Vec<_> = entries.iter().map(|asked| asked.kind.as_deref().unwrap()).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, ["organisation", "project"], "{}", backend.database.name);
        let of = |to: &str, entry: &str| {
            let mail = sent.iter().find(|mail| mail.to == to).unwrap();
            mail.entries().find(|(title, _)| *title == entry).unwrap().1.to_owned()
        };
        let (of_anna, of_bert) = (of("anna", "P 0 0"), of("bert", "P 0 0"));
        answer(&backend, &of_bert, Answer::Over).await.unwrap();
        for link in [&of_anna, &of_bert] {
            assert_eq!(told(show_question(&backend, link).await), Error::NotFound);
            assert_eq!(show_answered(&backend, link).await.unwrap().map(|entry| entry.state), Some(EntryState::Archived));
        }
        let mistyped = format!("{}{}", &of_anna[1..], if of_anna.starts_with('0') { '1' } else { '0' });
        for unknown in [mistyped.as_str(), "", "0", &of_anna[1..]] {
            assert_eq!(told(show_answered(&backend, unknown).await), Error::NotFound, "{unknown}");
        }
        // Who left is asked nothing, and is not told that there was nothing.
        let own = of("anna", "O 0");
        leave(&backend, &anna, "o0").await.unwrap();
        assert_eq!(told(show_question(&backend, &own).await), Error::NotFound);
        assert!(show_answered(&backend, &own).await.unwrap().is_some());

        // For about as long as it takes until the next one comes; where the release before did not say when, from now on.
        let mut tx = backend.db.write().await.unwrap();
        let organisation = entries::by_slug(&mut tx, Kind::Organisation, "o0").await.unwrap().unwrap().id;
        freshness::settle(&mut tx, organisation, Timestamp(0)).await.unwrap();
        tx.commit().await.unwrap();
        let forgotten = async |micros| {
            backend.clock.set(backend.clock.now().0 + micros);
            forget(&backend).await.unwrap();
            let mut forgotten = vec![];
            for link in [&of_anna, &of_bert, &own] {
                forgotten.push(show_answered(&backend, link).await.is_err());
            }
            forgotten
        };
        let year = limits::ANSWERED_LINK_DAYS * DAY;
        assert_eq!(forgotten(year - 1).await, [false, false, false], "{}", backend.database.name);
        assert_eq!(forgotten(1).await, [true, true, false], "{}", backend.database.name);
        assert_eq!(forgotten(year - 2).await, [true, true, false]);
        assert_eq!(forgotten(1).await, [true, true, true]);
    }
}
