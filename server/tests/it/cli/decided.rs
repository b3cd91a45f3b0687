//! A decision that is killed half-way happened wholly or not at all.

use super::program::{Installation, Server, eventually, folder, installations};
use backend::{
    Backend,
    secret::Secret,
    storage::{accounts, drafts, entries, events, feed, mails, sessions},
    usecases::write::{Beginning, create_entry, submit},
};
use domain::{
    Lang,
    account::{Actor, Role},
    entry::EntryState,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    vocabulary::Kind,
};
use std::{collections::BTreeSet, sync::mpsc, thread, time::Duration};

const SUBMISSIONS: usize = 60;
/// After so many answered decisions the server is killed, over and over,
const ANSWERED: usize = 2;
/// and so many microseconds later, in the middle of the next.
const KILLED_AFTER: [u64; 10] = [0, 300, 700, 1_200, 1_800, 2_500, 3_300, 4_200, 5_200, 6_300];

/// What waits, and the cookie of a moderator.
struct Stage {
    cookie: String,
    waiting: Vec<(EntryId, RevisionId, i64)>,
}

async fn prepare(backend: &Backend) -> Stage {
    let now = backend.clock.now();
    let mut tx = backend.db.write().await.unwrap();
    let organisation = entries::by_slug(&mut tx, Kind::Organisation, "o").await.unwrap().unwrap().id;
    let mut accounts_made = vec![];
    for email in ["author@verein.example.org", "moderator@verein.example.org"] {
        let id = backend.clock.account_id();
        accounts_made.push(accounts::find_or_add(&mut tx, id, &email.parse().unwrap(), Lang::De, now).await.unwrap().id);
    }
    accounts::set_moderator(&mut tx, accounts_made[1], true).await.unwrap();
    let secret = Secret::random();
    sessions::insert(&mut tx, &secret.hash(""), accounts_made[1], now).await.unwrap();
    sessions::step(&mut tx, &secret.hash(""), now).await.unwrap();
    tx.commit().await.unwrap();

    let author = Actor::Member { account: accounts_made[0], memberships: vec![(organisation, Role::Editor)] };
    let mut waiting = vec![];
    for number in 0..SUBMISSIONS {
        let typed = [("title", format!("Vorhaben {number}")), ("problem", "P".into()), ("summary", "S".into())];
        let typed = typed.into_iter().chain([("phase", "idea".to_owned()), ("scope", "online".to_owned())]);
        let typed: Vec<_> = typed.map(|(name, value)| (name.to_owned(), value)).collect();
        let new = Beginning { kind: Kind::Project, organisation, typed: &typed, lang: Lang::De };
        let id = create_entry(backend, &author, &new).await.unwrap();
        submit(backend, &author, id).await.unwrap();
        let revision = drafts::latest(&mut backend.db.read().await.unwrap(), id).await.unwrap().unwrap();
        waiting.push((id, revision.id, revision.version));
    }
    Stage { cookie: format!("session={}", secret.reveal()), waiting }
}

/// Publishes one after the other until the server is gone, and tells of each that it published.
fn publish_all(address: &str, stage: &Stage, published: &mpsc::Sender<()>) {
    for (_, revision, version) in &stage.waiting {
        let fields = [("decision", "publish"), ("version", &*version.to_string())];
        let Some(status) = Server::post(address, &format!("/moderation/{revision}"), &stage.cookie, &fields) else { return };
        assert!(matches!(status, 303 | 409), "{status}");
        if status == 303 {
            published.send(()).unwrap();
        }
    }
}

/// Which are published, with everything that belongs to it and nothing that does not.
async fn published(backend: &Backend, stage: &Stage) -> BTreeSet<EntryId> {
    let mut tx = backend.db.read().await.unwrap();
    let changes: Vec<EntryId> = feed::after(&mut tx, 0, i64::MAX).await.unwrap().into_iter().map(|(_, id)| id).collect();
    let mut published = BTreeSet::new();
    for (id, revision, _) in &stage.waiting {
        let entry = entries::by_ids(&mut tx, &[*id]).await.unwrap().pop().unwrap();
        let is = entry.state == EntryState::Published;
        let revision = drafts::by_id(&mut tx, *revision).await.unwrap().unwrap();
        let times = |action: &str, past: &[events::Past]| past.iter().filter(|past| past.action == action).count();
        let past = events::of_entry(&mut tx, *id).await.unwrap();
        let expected = if is { RevisionState::Published } else { RevisionState::Submitted };
        assert_eq!(revision.state, expected);
        assert_eq!(times("published", &past), usize::from(is));
        assert_eq!(changes.iter().filter(|changed| *changed == id).count(), usize::from(is));
        published.extend(is.then_some(*id));
    }
    published
}

/// Ids of mails that wait, and of those that were sent.
fn letters(installation: &Installation) -> (i64, BTreeSet<String>) {
    let waiting = installation.with_backend(async |backend| mails::waiting(&mut backend.db.read().await.unwrap()).await.unwrap().total);
    // One that is being written has none yet.
    let id = |mail: &String| mail.lines().find_map(|line| line.strip_prefix("Message-ID: ")).map(str::to_owned);
    (waiting, installation.mails().iter().filter_map(id).collect())
}

#[test]
fn a_killed_decision_happened_or_did_not() {
    for installation in installations() {
        let organisation = r#"{"id": "o", "name": "O", "kind": "network"}"#;
        installation.import(folder(&[("organisations.jsonl", organisation.into())]).path());
        let stage = installation.with_backend(prepare);
        let mut before = BTreeSet::new();
        for after in KILLED_AFTER {
            let server = installation.serve();
            let address = server.address.clone();
            let (sender, published_now) = mpsc::channel();
            thread::scope(|scope| {
                let stage = &stage;
                scope.spawn(move || publish_all(&address, stage, &sender));
                (0..ANSWERED).for_each(|_| published_now.recv().unwrap());
                thread::sleep(Duration::from_micros(after));
                server.kill();
            });
            let now = installation.with_backend(async |backend| published(backend, &stage).await);
            assert!(now.is_superset(&before), "what was published stays");
            before = now;
        }
        assert!(before.len() < SUBMISSIONS, "none is left to publish: the kills came too late");

        let server = installation.serve();
        publish_all(&server.address, &stage, &mpsc::channel().0);
        eventually("search knows all", || (server.total("kind=project") == SUBMISSIONS as u64).then_some(()));
        eventually("each author was told once", || {
            let (waiting, sent) = letters(&installation);
            (waiting == 0 && sent.len() == SUBMISSIONS).then_some(())
        });
        let all = installation.with_backend(async |backend| published(backend, &stage).await);
        assert_eq!(all.len(), SUBMISSIONS, "{}", installation.name());
    }
}
