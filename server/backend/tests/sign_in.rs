//! Signing in by mail, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Failure,
    mail::{Letter, Postman, Transport, Written},
    secret::Secret,
    storage::{mails, sessions, sign_ins},
    testing::{NOON, TestBackend, backends},
    usecases::sign_in::{Proof, actor, ask, confirm, forget, is_browser_of, sign_out, sign_out_everywhere},
};
use domain::{Error, Lang, Problem, account::Actor, limits, time::Timestamp};
use std::{fs, path::Path};

const MINUTE: i64 = 60_000_000;
const ADDRESS: &str = "Anna@Verein.Example.org";

fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(Failure::Told(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn is_wrong_code(error: &Error) -> bool {
    matches!(error, Error::Invalid(fields) if fields[0].field == "code" && fields[0].problem == Problem::WrongCode)
}

/// A postman who writes the letter's own values, and the folder he puts them into.
fn postman(backend: &TestBackend, folder: &Path) -> Postman {
    let write = |letter: &Letter, lang: Lang, base: &str| {
        let Letter::SignIn { link, code } = letter else { panic!("{letter:?}") };
        Written { subject: format!("subject {}", lang.id()), text: format!("{base}{link}\n{code}\n"), html: String::new() }
    };
    let from = "Allmende <post@allmende.example.org>".parse().unwrap();
    Postman::new((**backend).clone(), Transport::folder(folder), from, "https://allmende.example.org", write)
}

/// Asks for a mail and reads it: the browser's secret, link and code.
async fn asked(backend: &TestBackend, browser: Option<Secret>) -> (Secret, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let asked = ask(backend, ADDRESS, Lang::De, browser, None).await.unwrap();
    assert_eq!(postman(backend, folder.path()).send_all().await.unwrap(), 1);
    let mail = mails_in(folder.path()).pop().unwrap();
    let link = mail.split("/sign-in/").nth(1).unwrap()[..64].to_owned();
    let code = mail.split(&link).nth(1).unwrap().trim_start()[..limits::CODE].to_owned();
    (asked.browser, link, code)
}

fn mails_in(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    // Quoted-printable breaks long lines.
    files
        .filter(|path| path.extension().is_some_and(|end| end == "eml"))
        .map(|path| fs::read_to_string(path).unwrap().replace("=\r\n", ""))
        .collect()
}

fn later(backend: &TestBackend, minutes: i64) {
    backend.clock.set(NOON + minutes * MINUTE);
}

#[tokio::test]
async fn a_link_is_good_once_and_only_where_it_was_asked_for() {
    for backend in backends().await {
        let (browser, link, _) = asked(&backend, None).await;
        let other = Secret::random();
        assert!(is_browser_of(&backend, &link, Some(&browser)).await.unwrap());
        assert!(!is_browser_of(&backend, &link, Some(&other)).await.unwrap() && !is_browser_of(&backend, &link, None).await.unwrap());
        assert_eq!(told(confirm(&backend, Proof::Link(&link), &other, Lang::De).await), Error::NotFound);
        assert_eq!(told(confirm(&backend, Proof::Link("guessed"), &browser, Lang::De).await), Error::NotFound);
        let session = confirm(&backend, Proof::Link(&link), &browser, Lang::De).await.unwrap().session;
        assert!(matches!(actor(&backend, &session).await.unwrap(), Actor::Member { .. }));
        assert_eq!(told(confirm(&backend, Proof::Link(&link), &browser, Lang::De).await), Error::NotFound, "replayed");
        assert_eq!(told(is_browser_of(&backend, &link, Some(&browser)).await), Error::NotFound);
    }
}

#[tokio::test]
async fn of_two_who_use_a_link_at_once_one_gets_in() {
    for backend in backends().await {
        let (browser, link, _) = asked(&backend, None).await;
        let both = tokio::join!(
            confirm(&backend, Proof::Link(&link), &browser, Lang::De),
            confirm(&backend, Proof::Link(&link), &browser, Lang::De)
        );
        assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1, "{}", backend.database.name);
    }
}

#[tokio::test]
async fn a_code_may_be_typed_wrongly_only_a_few_times() {
    for backend in backends().await {
        let (browser, _, code) = asked(&backend, None).await;
        assert!(is_wrong_code(&told(confirm(&backend, Proof::Code(&code), &Secret::random(), Lang::De).await)), "another browser");
        let session =
            confirm(&backend, Proof::Code(&format!(" {} {} ", &code[..3], &code[3..])), &browser, Lang::De).await.unwrap().session;
        assert_ne!(actor(&backend, &session).await.unwrap(), Actor::Visitor);
        let (browser, _, code) = asked(&backend, Some(browser)).await;
        let wrong = if code == "00000000" { "00000001" } else { "00000000" };
        for _ in 0..limits::CODE_ATTEMPTS {
            assert!(is_wrong_code(&told(confirm(&backend, Proof::Code(wrong), &browser, Lang::De).await)));
        }
        assert!(is_wrong_code(&told(confirm(&backend, Proof::Code(&code), &browser, Lang::De).await)), "the right one comes too late");
    }
}

#[tokio::test]
async fn what_was_sent_runs_out() {
    for backend in backends().await {
        let (browser, link, code) = asked(&backend, None).await;
        later(&backend, limits::SIGN_IN_MINUTES);
        assert_eq!(told(confirm(&backend, Proof::Link(&link), &browser, Lang::De).await), Error::NotFound);
        assert!(is_wrong_code(&told(confirm(&backend, Proof::Code(&code), &browser, Lang::De).await)));
    }
}

#[tokio::test]
async fn an_address_is_not_flooded_and_a_wrong_one_is_told() {
    for backend in backends().await {
        for _ in 0..limits::SIGN_IN_MAILS {
            ask(&backend, ADDRESS, Lang::De, None, None).await.unwrap();
        }
        assert_eq!(told(ask(&backend, &ADDRESS.to_lowercase(), Lang::De, None, None).await), Error::TooMany);
        ask(&backend, "other@verein.example.org", Lang::De, None, None).await.unwrap();
        later(&backend, 61);
        ask(&backend, ADDRESS, Lang::De, None, None).await.unwrap();
        assert!(
            matches!(told(ask(&backend, "anna@verein", Lang::De, None, None).await), Error::Invalid(fields) if fields[0].field == "email")
        );
    }
}

#[tokio::test]
async fn sessions_end_here_everywhere_and_by_themselves() {
    for backend in backends().await {
        let mut sessions = vec![];
        for _ in 0..3 {
            let (browser, link, _) = asked(&backend, None).await;
            sessions.push(confirm(&backend, Proof::Link(&link), &browser, Lang::De).await.unwrap().session);
        }
        let who = actor(&backend, &sessions[0]).await.unwrap();
        assert_eq!(actor(&backend, &sessions[1]).await.unwrap(), who, "one address, one account");
        sign_out(&backend, &sessions[0]).await.unwrap();
        assert_eq!(actor(&backend, &sessions[0]).await.unwrap(), Actor::Visitor);
        assert_eq!(actor(&backend, &sessions[1]).await.unwrap(), who);
        sign_out_everywhere(&backend, &who).await.unwrap();
        assert_eq!(actor(&backend, &sessions[2]).await.unwrap(), Actor::Visitor);
        assert_eq!(told(sign_out_everywhere(&backend, &Actor::Visitor).await), Error::Unauthenticated);
        let (browser, link, _) = asked(&backend, None).await;
        let session = confirm(&backend, Proof::Link(&link), &browser, Lang::De).await.unwrap().session;
        let days = |days: i64| days * 24 * 60;
        later(&backend, days(limits::SESSION_DAYS) - 1);
        assert_eq!(actor(&backend, &session).await.unwrap(), who, "being here counts anew");
        later(&backend, 2 * days(limits::SESSION_DAYS) - 2);
        assert_eq!(actor(&backend, &session).await.unwrap(), who);
        later(&backend, 3 * days(limits::SESSION_DAYS));
        assert_eq!(actor(&backend, &session).await.unwrap(), Actor::Visitor);
    }
}

#[tokio::test]
async fn signing_out_everywhere_leaves_no_open_door() {
    for backend in backends().await {
        let (browser, link, _) = asked(&backend, None).await;
        let session = confirm(&backend, Proof::Link(&link), &browser, Lang::De).await.unwrap().session;
        let (thief, open, code) = asked(&backend, None).await;
        sign_out_everywhere(&backend, &actor(&backend, &session).await.unwrap()).await.unwrap();
        assert_eq!(told(confirm(&backend, Proof::Link(&open), &thief, Lang::De).await), Error::NotFound);
        assert!(is_wrong_code(&told(confirm(&backend, Proof::Code(&code), &thief, Lang::De).await)));
    }
}

#[tokio::test]
async fn nothing_stays_of_those_who_never_came_and_of_sessions_that_are_over() {
    for backend in backends().await {
        let (browser, link, _) = asked(&backend, None).await;
        let session = confirm(&backend, Proof::Link(&link), &browser, Lang::De).await.unwrap().session;
        let Some(account) = actor(&backend, &session).await.unwrap().account() else { panic!("signed in") };
        ask(&backend, "never@verein.example.org", Lang::De, None, None).await.unwrap();
        let left = async || {
            let mut tx = backend.db.read().await.unwrap();
            let never = "never@verein.example.org".parse().unwrap();
            (sign_ins::count(&mut tx, &never, Timestamp(0)).await.unwrap(), sessions::count(&mut tx, account, Timestamp(0)).await.unwrap())
        };
        forget(&backend).await.unwrap();
        assert_eq!(left().await, (1, 1), "not at once");
        later(&backend, 60);
        forget(&backend).await.unwrap();
        assert_eq!(left().await, (0, 1));
        later(&backend, (limits::SESSION_DAYS + 1) * 24 * 60);
        forget(&backend).await.unwrap();
        assert_eq!(left().await, (0, 0));
    }
}

#[tokio::test]
async fn a_mail_goes_out_once_and_nothing_of_it_stays() {
    for backend in backends().await {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (postman(&backend, folder.path()), postman(&backend, folder.path()));
        for n in 0..5 {
            ask(&backend, &format!("a{n}@verein.example.org"), Lang::En, None, None).await.unwrap();
        }
        let (a, b) = tokio::join!(first.send_all(), second.send_all());
        assert_eq!((a.unwrap() + b.unwrap(), mails_in(folder.path()).len()), (5, 5), "{}", backend.database.name);
        assert_eq!(mails::waiting(&mut backend.db.read().await.unwrap()).await.unwrap().total, 0);
        let mail = mails_in(folder.path()).pop().unwrap();
        assert!(mail.contains("Subject: subject en") && mail.contains("Auto-Submitted: auto-generated"), "{mail}");
    }
}

#[tokio::test]
async fn a_mail_that_does_not_go_out_is_tried_again_until_it_is_of_no_use() {
    for backend in backends().await {
        let folder = tempfile::tempdir().unwrap();
        ask(&backend, ADDRESS, Lang::De, None, None).await.unwrap();
        let closed = postman(&backend, &folder.path().join("missing"));
        assert_eq!(closed.send_all().await.unwrap(), 0);
        let open = postman(&backend, folder.path());
        assert_eq!(open.send_all().await.unwrap(), 0, "not at once");
        later(&backend, 1);
        assert_eq!((open.send_all().await.unwrap(), mails_in(folder.path()).len()), (1, 1));
        ask(&backend, ADDRESS, Lang::De, None, None).await.unwrap();
        later(&backend, 2 + limits::SIGN_IN_MINUTES);
        assert_eq!(open.send_all().await.unwrap(), 0);
        assert_eq!(mails::waiting(&mut backend.db.read().await.unwrap()).await.unwrap().total, 0);
    }
}
