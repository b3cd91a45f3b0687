//! The second step of moderators, on both databases, with an authenticator in software.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend, Failure,
    mail::{Letter, PasskeyChange},
    passkeys::Passkeys,
    secret::Secret,
    storage::{accounts, mails, passkeys as rows, sessions},
    testing::{TestBackend, authenticator::Authenticator, backends},
    usecases::{
        create_account::create_account,
        delete_account::delete_account,
        export_account::export_account,
        passkeys::{add, begin_adding, begin_proving, prove, remove, rename, reset, show},
        sign_in::{forget, identify},
    },
};
use domain::{Error, Lang, Problem, account::Actor, limits, second_step::Lacks, time::Timestamp};
use serde_json::Value;

const ORIGIN: &str = "https://allmende.example";
const ANNA: &str = "anna@allmende.example.org";
const BERT: &str = "bert@allmende.example.org";
const MINUTE: i64 = 60_000_000;

fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(failure) => failure.tell(),
        other => panic!("{other:?}"),
    }
}

/// The one field that is wrong, and why.
fn wrong<T: std::fmt::Debug>(outcome: backend::Result<T>) -> (String, Problem) {
    match outcome {
        Err(Failure::Told(Error::Invalid(mut fields))) if fields.len() == 1 => fields.pop().map(|it| (it.field, it.problem)).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn not_accepted() -> (String, Problem) {
    ("credential".to_owned(), Problem::WrongPasskey)
}

fn prove_first() -> (String, Problem) {
    ("passkeys".to_owned(), Problem::ProveFirst)
}

/// A backend at an address where passkeys are possible.
fn with_passkeys(backend: &TestBackend, is_required: bool) -> Backend {
    Backend { passkeys: Passkeys::new(ORIGIN, is_required), ..(**backend).clone() }
}

/// A new session, as signing in by mail makes one.
async fn signed_in(backend: &Backend, email: &str) -> Secret {
    let (now, secret) = (backend.clock.now(), Secret::random());
    let mut tx = backend.db.write().await.unwrap();
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email.parse().unwrap(), Lang::De, now).await.unwrap();
    sessions::insert(&mut tx, &secret.hash(""), account.id, now).await.unwrap();
    tx.commit().await.unwrap();
    secret
}

async fn moderator(backend: &Backend, email: &str) -> Secret {
    create_account(backend, &Actor::System, email, true, None).await.unwrap();
    signed_in(backend, email).await
}

/// A moderator with a passkey in this authenticator, in a session whose second step is done by that.
async fn with_passkey(backend: &Backend, email: &str, authenticator: &mut Authenticator) -> Secret {
    let session = moderator(backend, email).await;
    let options = begin_adding(backend, &session, "Telefon").await.unwrap();
    add(backend, &session, &authenticator.create(ORIGIN, &options)).await.unwrap();
    session
}

fn later(backend: &Backend, minutes: i64) {
    backend.clock.set(backend.clock.now().0 + minutes * MINUTE);
}

async fn lacks(backend: &Backend, session: &Secret) -> Option<Lacks> {
    let it = identify(backend, session).await.unwrap();
    assert_eq!(matches!(it.actor, Actor::Moderator { .. }), it.lacks.is_none());
    it.lacks
}

async fn letters(backend: &Backend) -> Vec<(PasskeyChange, String)> {
    let (mut tx, mut all) = (backend.db.write().await.unwrap(), vec![]);
    // Nothing of it is committed.
    while let Some(mail) = mails::due(&mut tx, backend.clock.now()).await.unwrap() {
        mails::delete(&mut tx, &mail.id).await.unwrap();
        if let Letter::Passkey { change, name, .. } = serde_json::from_str(&mail.letter).unwrap() {
            all.push((change, name));
        }
    }
    all
}

#[tokio::test]
async fn a_moderator_adds_a_passkey_and_each_new_session_asks_for_it() {
    for backend in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        let session = moderator(&backend, ANNA).await;
        assert_eq!(lacks(&backend, &session).await, Some(Lacks::Passkey));
        assert_eq!(told(begin_proving(&backend, &session).await), Error::NotFound);
        assert_eq!(wrong(begin_adding(&backend, &session, " ").await), ("name".to_owned(), Problem::Required));
        let long = "a".repeat(limits::PASSKEY_NAME + 1);
        assert!(matches!(wrong(begin_adding(&backend, &session, &long).await).1, Problem::TooLong { .. }));
        let options = begin_adding(&backend, &session, "Mein\nTelefon").await.unwrap();
        assert_eq!(options["rp"]["id"], "allmende.example");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        add(&backend, &session, &authenticator.create(ORIGIN, &options)).await.unwrap();
        assert_eq!(lacks(&backend, &session).await, None, "adding one proves it");
        assert_eq!(letters(&backend).await, [(PasskeyChange::Added, "Mein Telefon".to_owned())]);

        let new = signed_in(&backend, ANNA).await;
        assert_eq!(lacks(&backend, &new).await, Some(Lacks::Proof));
        let options = begin_proving(&backend, &new).await.unwrap();
        later(&backend, 1);
        prove(&backend, &new, &authenticator.get(ORIGIN, &options)).await.unwrap();
        assert_eq!(lacks(&backend, &new).await, None);
        let shown = show(&backend, &new).await.unwrap();
        assert_eq!((shown.passkeys.len(), shown.passkeys[0].used_at), (1, Some(backend.clock.now())));
        assert!(shown.is_fresh && shown.has_room && shown.are_possible && shown.are_required);
        let known = begin_adding(&backend, &new, "Zweiter").await.unwrap();
        assert_eq!(known["excludeCredentials"].as_array().unwrap().len(), 1, "the same authenticator is not added twice");
    }
}

#[tokio::test]
async fn those_who_are_no_moderators_have_no_passkeys() {
    for backend in backends().await {
        let backend = with_passkeys(&backend, true);
        let (member, nobody) = (signed_in(&backend, BERT).await, Secret::random());
        for (session, expected) in [(&member, Error::Forbidden), (&nobody, Error::Unauthenticated)] {
            assert_eq!(told(show(&backend, session).await), expected);
            assert_eq!(told(begin_adding(&backend, session, "x").await), expected);
            assert_eq!(told(begin_proving(&backend, session).await), expected);
            assert_eq!(told(remove(&backend, session, "x").await), expected);
        }
        assert_eq!(identify(&backend, &member).await.unwrap().lacks, None);
    }
}

#[tokio::test]
async fn an_answer_is_good_once_and_only_for_what_was_asked_last_in_its_session() {
    for backend in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        with_passkey(&backend, ANNA, &mut authenticator).await;
        let (one, other) = (signed_in(&backend, ANNA).await, signed_in(&backend, ANNA).await);
        let options = begin_proving(&backend, &one).await.unwrap();
        let answer = authenticator.get(ORIGIN, &options);
        assert_eq!(told(prove(&backend, &other, &answer).await), Error::Conflict, "of another session");
        begin_proving(&backend, &other).await.unwrap();
        assert_eq!(wrong(prove(&backend, &other, &answer).await), not_accepted());
        prove(&backend, &one, &answer).await.unwrap();
        assert_eq!(told(prove(&backend, &one, &answer).await), Error::Conflict, "replayed");
        begin_proving(&backend, &one).await.unwrap();
        assert_eq!(wrong(prove(&backend, &one, &answer).await), not_accepted(), "replayed for a new question");
        assert_eq!(told(prove(&backend, &one, &answer).await), Error::Conflict, "a wrong answer uses the question up");
        let older = begin_proving(&backend, &one).await.unwrap();
        begin_proving(&backend, &one).await.unwrap();
        assert_eq!(wrong(prove(&backend, &one, &authenticator.get(ORIGIN, &older)).await), not_accepted(), "an older question");
        let late = begin_proving(&backend, &one).await.unwrap();
        later(&backend, limits::PASSKEY_MINUTES);
        assert_eq!(told(prove(&backend, &one, &authenticator.get(ORIGIN, &late)).await), Error::Conflict, "too late");
        assert_eq!(lacks(&backend, &other).await, Some(Lacks::Proof));
        assert!(matches!(wrong(prove(&backend, &one, "{}").await), (field, Problem::Malformed { .. }) if field == "credential"));
    }
}

#[tokio::test]
async fn an_answer_given_on_another_site_is_not_accepted() {
    for backend in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        let session = moderator(&backend, ANNA).await;
        for origin in ["https://sub.allmende.example", "https://allmende.example:444"] {
            let options = begin_adding(&backend, &session, "x").await.unwrap();
            assert_eq!(wrong(add(&backend, &session, &authenticator.create(origin, &options)).await), not_accepted(), "{origin}");
        }
        with_passkey(&backend, ANNA, &mut authenticator).await;
        let options = begin_proving(&backend, &session).await.unwrap();
        let elsewhere = authenticator.get("https://sub.allmende.example", &options);
        assert_eq!(wrong(prove(&backend, &session, &elsewhere).await), not_accepted());
        assert_eq!(lacks(&backend, &session).await, Some(Lacks::Proof));
    }
}

#[tokio::test]
async fn the_passkey_of_another_account_opens_nothing() {
    for backend in backends().await {
        let (backend, mut annas, mut berts) = (with_passkeys(&backend, true), Authenticator::default(), Authenticator::default());
        with_passkey(&backend, ANNA, &mut annas).await;
        with_passkey(&backend, BERT, &mut berts).await;
        let anna = signed_in(&backend, ANNA).await;
        let bert = signed_in(&backend, BERT).await;
        let of_anna = begin_proving(&backend, &anna).await.unwrap();
        let mut forged = of_anna.clone();
        forged["allowCredentials"] = begin_proving(&backend, &bert).await.unwrap()["allowCredentials"].clone();
        assert_eq!(wrong(prove(&backend, &anna, &berts.get(ORIGIN, &forged)).await), not_accepted());
        // One that is Bert's cannot become Anna's as well.
        let fresh = moderator(&backend, "caro@allmende.example.org").await;
        let options = begin_adding(&backend, &fresh, "x").await.unwrap();
        let answer = annas.create(ORIGIN, &options);
        add(&backend, &fresh, &answer).await.unwrap();
        assert_eq!(told(add(&backend, &fresh, &answer).await), Error::Conflict);
        assert_eq!(lacks(&backend, &anna).await, Some(Lacks::Proof));
    }
}

#[tokio::test]
async fn a_count_that_does_not_grow_betrays_a_copy() {
    for backend in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        with_passkey(&backend, ANNA, &mut authenticator).await;
        let (one, other) = (signed_in(&backend, ANNA).await, signed_in(&backend, ANNA).await);
        // Both are asked before either answers: what was asked says nothing of the other's count.
        let (first, second) = (begin_proving(&backend, &one).await.unwrap(), begin_proving(&backend, &other).await.unwrap());
        let (first, second) = (authenticator.get(ORIGIN, &first), authenticator.get(ORIGIN, &second));
        prove(&backend, &other, &second).await.unwrap();
        assert_eq!(wrong(prove(&backend, &one, &first).await), not_accepted());
        assert_eq!(lacks(&backend, &one).await, Some(Lacks::Proof));
        // The account has seen more of it since.
        let account = identify(&backend, &other).await.unwrap().actor.account().unwrap();
        let mut tx = backend.db.write().await.unwrap();
        let row = rows::of(&mut tx, account).await.unwrap().remove(0);
        let mut credential: Value = serde_json::from_str(&row.credential).unwrap();
        credential["cred"]["counter"] = 50.into();
        assert!(rows::see(&mut tx, &row.id, account, &credential.to_string(), 50, backend.clock.now()).await.unwrap());
        tx.commit().await.unwrap();
        let options = begin_proving(&backend, &one).await.unwrap();
        assert_eq!(wrong(prove(&backend, &one, &authenticator.get(ORIGIN, &options)).await), not_accepted());
    }
}

#[tokio::test]
async fn of_two_answers_at_once_one_counts() {
    for backend in backends().await {
        let name = backend.database.name;
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        let session = moderator(&backend, ANNA).await;
        let options = begin_adding(&backend, &session, "x").await.unwrap();
        let (one, other) = (authenticator.create(ORIGIN, &options), Authenticator::default().create(ORIGIN, &options));
        let both = tokio::join!(add(&backend, &session, &one), add(&backend, &session, &other));
        assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1, "{name}");
        assert_eq!(show(&backend, &session).await.unwrap().passkeys.len(), 1);
        // Whose authenticator got through may differ.
        let mut authenticator = Authenticator::default();
        let options = begin_adding(&backend, &session, "y").await.unwrap();
        add(&backend, &session, &authenticator.create(ORIGIN, &options)).await.unwrap();
        let new = signed_in(&backend, ANNA).await;
        let mut options = begin_proving(&backend, &new).await.unwrap();
        let all = options["allowCredentials"].as_array_mut().unwrap();
        assert_eq!(all.len(), 2);
        all.reverse();
        let answer = authenticator.get(ORIGIN, &options);
        let both = tokio::join!(prove(&backend, &new, &answer), prove(&backend, &new, &answer));
        assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1, "{name}");
        assert_eq!(lacks(&backend, &new).await, None);
    }
}

#[tokio::test]
async fn the_first_passkey_is_added_soon_after_signing_in_and_by_one_session() {
    for backend in backends().await {
        let backend = with_passkeys(&backend, true);
        let session = moderator(&backend, ANNA).await;
        let early = begin_adding(&backend, &session, "x").await.unwrap();
        later(&backend, limits::PASSKEY_FRESH_MINUTES);
        assert_eq!(wrong(begin_adding(&backend, &session, "x").await), prove_first());
        assert!(add(&backend, &session, &Authenticator::default().create(ORIGIN, &early)).await.is_err());
        // Two sessions of one account, both fresh: whoever comes second had no passkey to prove who they are with.
        let (one, other) = (signed_in(&backend, ANNA).await, signed_in(&backend, ANNA).await);
        let first = begin_adding(&backend, &one, "x").await.unwrap();
        let second = begin_adding(&backend, &other, "y").await.unwrap();
        let (first, second) = (Authenticator::default().create(ORIGIN, &first), Authenticator::default().create(ORIGIN, &second));
        let both = tokio::join!(add(&backend, &one, &first), add(&backend, &other, &second));
        assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1);
        assert_eq!(show(&backend, &one).await.unwrap().passkeys.len(), 1);
    }
}

#[tokio::test]
async fn one_is_removed_while_another_stays_and_the_last_only_by_the_operator() {
    for backend in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        let session = with_passkey(&backend, ANNA, &mut authenticator).await;
        let first = show(&backend, &session).await.unwrap().passkeys[0].id.clone();
        assert_eq!(wrong(remove(&backend, &session, &first).await), ("passkeys".to_owned(), Problem::LastPasskey));
        let options = begin_adding(&backend, &session, "Schlüssel").await.unwrap();
        add(&backend, &session, &Authenticator::default().create(ORIGIN, &options)).await.unwrap();
        assert_eq!(told(remove(&backend, &session, "unknown").await), Error::Conflict);
        let bert = with_passkey(&backend, BERT, &mut Authenticator::default()).await;
        assert_eq!(told(remove(&backend, &bert, &first).await), Error::Conflict, "of another account");
        later(&backend, limits::PASSKEY_FRESH_MINUTES);
        assert_eq!(wrong(remove(&backend, &session, &first).await), prove_first());
        let options = begin_proving(&backend, &session).await.unwrap();
        prove(&backend, &session, &authenticator.get(ORIGIN, &options)).await.unwrap();
        let all = show(&backend, &session).await.unwrap().passkeys;
        let both = tokio::join!(remove(&backend, &session, &all[0].id), remove(&backend, &session, &all[1].id));
        assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1, "one stays");
        assert!(letters(&backend).await.iter().any(|(change, _)| *change == PasskeyChange::Removed));

        let moderator = identify(&backend, &bert).await.unwrap().actor;
        assert_eq!(told(reset(&backend, &moderator, ANNA).await), Error::Forbidden);
        assert_eq!(wrong(reset(&backend, &Actor::System, "nobody@allmende.example.org").await).0, "email");
        let done = reset(&backend, &Actor::System, ANNA).await.unwrap();
        assert_eq!((done.passkeys, done.sessions), (1, 1));
        assert_eq!(identify(&backend, &session).await.unwrap().actor, Actor::Visitor);
        assert_eq!(lacks(&backend, &signed_in(&backend, ANNA).await).await, Some(Lacks::Passkey));
        assert_eq!(lacks(&backend, &bert).await, None);
    }
}

#[tokio::test]
async fn one_is_called_something_else_by_its_owner() {
    for backend in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&backend, true), Authenticator::default());
        let session = with_passkey(&backend, ANNA, &mut authenticator).await;
        let bert = with_passkey(&backend, BERT, &mut Authenticator::default()).await;
        let id = show(&backend, &session).await.unwrap().passkeys[0].id.clone();
        rename(&backend, &session, &id, " Mein\nTelefon ").await.unwrap();
        let names = async || show(&backend, &session).await.unwrap().passkeys.into_iter().map(|it| it.name).collect::<Vec<_>>();
        assert_eq!(names().await, ["Mein Telefon"]);
        assert_eq!(wrong(rename(&backend, &session, &id, " ").await), ("name".to_owned(), Problem::Required));
        let long = "a".repeat(limits::PASSKEY_NAME + 1);
        assert!(matches!(wrong(rename(&backend, &session, &id, &long).await).1, Problem::TooLong { .. }));
        assert_eq!(told(rename(&backend, &bert, &id, "Meins").await), Error::Conflict, "of another account");
        let mail_alone = signed_in(&backend, ANNA).await;
        assert_eq!(wrong(rename(&backend, &mail_alone, &id, "Anders").await), prove_first());
        let carla = signed_in(&backend, "carla@example.org").await;
        assert_eq!(told(rename(&backend, &carla, &id, "Anders").await), Error::Forbidden);
        assert_eq!(names().await, ["Mein Telefon"]);
        // It opens as before.
        let options = begin_proving(&backend, &mail_alone).await.unwrap();
        prove(&backend, &mail_alone, &authenticator.get(ORIGIN, &options)).await.unwrap();
    }
}

#[tokio::test]
async fn there_is_room_for_a_few() {
    for backend in backends().await {
        let backend = with_passkeys(&backend, true);
        let session = moderator(&backend, ANNA).await;
        for _ in 0..limits::PASSKEYS {
            let options = begin_adding(&backend, &session, "x").await.unwrap();
            add(&backend, &session, &Authenticator::default().create(ORIGIN, &options)).await.unwrap();
        }
        assert!(matches!(wrong(begin_adding(&backend, &session, "x").await).1, Problem::TooMany { .. }));
    }
}

#[tokio::test]
async fn where_they_are_optional_those_who_have_one_are_asked() {
    for backend in backends().await {
        let backend = with_passkeys(&backend, false);
        let session = moderator(&backend, ANNA).await;
        assert_eq!(lacks(&backend, &session).await, None);
        with_passkey(&backend, ANNA, &mut Authenticator::default()).await;
        assert_eq!(lacks(&backend, &session).await, Some(Lacks::Proof), "all sessions are asked from then on");
        let impossible = Backend { passkeys: Passkeys::new("http://nas.local:3000", true), ..backend.clone() };
        assert_eq!(told(begin_proving(&impossible, &session).await), Error::Unavailable);
        assert_eq!(told(begin_adding(&impossible, &moderator(&backend, BERT).await, "x").await), Error::Unavailable);
    }
}

#[tokio::test]
async fn a_beginning_outlives_a_restart_and_is_forgotten_when_it_runs_out() {
    for test in backends().await {
        let (backend, mut authenticator) = (with_passkeys(&test, true), Authenticator::default());
        with_passkey(&backend, ANNA, &mut authenticator).await;
        let session = signed_in(&backend, ANNA).await;
        let options = begin_proving(&backend, &session).await.unwrap();
        let again = Backend::open(&test.database.url, &test.database.dir.path().join("again"), None, backend.clock.clone()).await.unwrap();
        let again = Backend { passkeys: Passkeys::new(ORIGIN, true), ..again };
        prove(&again, &session, &authenticator.get(ORIGIN, &options)).await.unwrap();
        begin_proving(&backend, &session).await.unwrap();
        later(&backend, limits::PASSKEY_MINUTES);
        forget(&backend).await.unwrap();
        let mut tx = backend.db.write().await.unwrap();
        let left = rows::take(&mut tx, &session.hash(""), rows::Purpose::Use, Timestamp(0)).await.unwrap();
        assert_eq!(left, None);
    }
}

#[tokio::test]
async fn they_go_with_the_account_and_along_with_its_data() {
    for backend in backends().await {
        let backend = with_passkeys(&backend, true);
        let session = with_passkey(&backend, ANNA, &mut Authenticator::default()).await;
        let actor = identify(&backend, &session).await.unwrap().actor;
        let export = export_account(&backend, &actor).await.unwrap();
        assert_eq!(export["passkeys"][0]["name"], "Telefon");
        assert!(!export.to_string().contains("cred_id"), "nothing of the key itself");
        delete_account(&backend, &actor, ANNA).await.unwrap();
        let mut tx = backend.db.read().await.unwrap();
        assert_eq!(rows::count(&mut tx, actor.account().unwrap()).await.unwrap(), 0);
    }
}
