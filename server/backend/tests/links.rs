//! Links that lead nowhere, followed on a server of this machine, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use axum::{
    Router,
    http::StatusCode,
    response::Redirect,
    routing::{any, get},
};
use backend::{
    Backend,
    links::{Checker, Reach, Trouble},
    storage::{accounts, entries, links, mails},
    testing::{TestBackend, backends, import_from},
    usecases::{
        links::{Looked, check_links, list_broken},
        write::show_draft,
    },
};
use domain::{
    Lang,
    account::{Actor, Role},
    vocabulary::Kind,
};
use std::sync::{
    Arc,
    atomic::{AtomicU16, AtomicUsize, Ordering},
};

const WEEK: i64 = 7 * 24 * 60 * 60_000_000;

/// A web server of this machine: what `/moody` answers, and how often it was asked.
struct Web {
    base: String,
    moody: Arc<AtomicU16>,
    asked: Arc<AtomicUsize>,
}

async fn web() -> Web {
    let (moody, asked) = (Arc::new(AtomicU16::new(200)), Arc::new(AtomicUsize::new(0)));
    let (answer, count) = (Arc::clone(&moody), Arc::clone(&asked));
    let status = move || {
        count.fetch_add(1, Ordering::Relaxed);
        let status = StatusCode::from_u16(answer.load(Ordering::Relaxed)).unwrap();
        async move { status }
    };
    let router = Router::new()
        .route("/fine", get(async || "fine"))
        .route("/moody", any(status))
        .route("/forbidden", any(async || StatusCode::FORBIDDEN))
        .route("/failing", any(async || StatusCode::BAD_GATEWAY))
        // As many do.
        .route("/no-head", get(async || "fine").head(async || StatusCode::NOT_FOUND))
        .route("/moved", any(async || Redirect::permanent("/fine")))
        .route("/circle", any(async || Redirect::temporary("/circle")))
        .route("/inside", any(async || Redirect::temporary("file:///etc/passwd")));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    Web { base, moody, asked }
}

fn anywhere() -> Checker {
    Checker::new("https://allmende.example", Reach::Anywhere).unwrap()
}

#[tokio::test]
async fn each_answer_means_something() {
    let Web { base, .. } = web().await;
    let checker = anywhere();
    for fine in ["/fine", "/fine#part", "/moody", "/forbidden", "/no-head", "/moved"] {
        assert_eq!(checker.follow(&format!("{base}{fine}")).await, None, "{fine}");
    }
    for (path, trouble) in
        [("/nothing", Trouble::Gone), ("/failing", Trouble::Failing), ("/circle", Trouble::Refused), ("/inside", Trouble::Refused)]
    {
        assert_eq!(checker.follow(&format!("{base}{path}")).await, Some(trouble), "{path}");
    }
    assert_eq!(checker.follow("http://127.0.0.1:1/").await, Some(Trouble::Unreachable));
    assert_eq!(checker.follow("no address").await, Some(Trouble::Refused));
    let public = Checker::new("https://allmende.example", Reach::Public).unwrap();
    let local = base.replace("127.0.0.1", "localhost");
    for inside in [base.as_str(), &local, "http://[::1]/", "http://169.254.169.254/latest/"] {
        assert!(matches!(public.follow(&format!("{inside}/fine")).await, Some(Trouble::Refused | Trouble::Unreachable)), "{inside}");
    }
}

/// A project of an organisation, which links to these pages.
async fn project(backend: &TestBackend, urls: &[String]) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("organisations.jsonl"), r#"{"id": "o", "name": "O", "kind": "network"}"#).unwrap();
    let sources = serde_json::to_string(urls).unwrap();
    let line = format!(
        r#"{{"id": "p", "title": "P", "summary": "S", "problem": "P", "phase": "live", "scope": "online", "organisation": "o", "sources": {sources}}}"#
    );
    std::fs::write(folder.path().join("projects.jsonl"), line).unwrap();
    assert_eq!(import_from(backend, folder.path()).await.unwrap().errors, []);
}

async fn member(backend: &Backend) -> Actor {
    let mut tx = backend.db.write().await.unwrap();
    let email = "anna@verein.example.org".parse().unwrap();
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, Lang::De, backend.clock.now()).await.unwrap().id;
    let organisation = entries::by_slug(&mut tx, Kind::Organisation, "o").await.unwrap().unwrap().id;
    accounts::join(&mut tx, account, organisation, Role::Owner, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    Actor::Member { account, memberships: vec![(organisation, Role::Owner)] }
}

async fn waiting(backend: &Backend) -> i64 {
    mails::waiting(&mut backend.db.read().await.unwrap()).await.unwrap().total
}

#[tokio::test]
async fn what_leads_nowhere_for_two_weeks_is_told_once() {
    for backend in backends().await {
        let Web { base, moody, asked } = web().await;
        let (moody_url, fine) = (format!("{base}/moody"), format!("{base}/fine"));
        project(&backend, &[moody_url.clone(), fine.clone()]).await;
        let anna = member(&backend).await;
        let moderator = Actor::Moderator { account: anna.account().unwrap() };
        let id = entries::by_slug(&mut backend.db.read().await.unwrap(), Kind::Project, "p").await.unwrap().unwrap().id;
        let check = async || check_links(&backend, &anywhere()).await.unwrap();
        assert_eq!(check().await, Looked { followed: 2, ..Looked::default() });
        let before = asked.load(Ordering::Relaxed);
        assert_eq!(check().await, Looked::default(), "an answer holds for a week");
        assert_eq!(asked.load(Ordering::Relaxed), before);
        moody.store(404, Ordering::Relaxed);
        for week in 1..=3 {
            backend.clock.set(backend.clock.now().0 + WEEK);
            let mails = usize::from(week == 3);
            assert_eq!(check().await, Looked { followed: 2, failed: 1, mails }, "week {week} on {}", backend.database.name);
        }
        assert_eq!(waiting(&backend).await, 1);
        assert_eq!(show_draft(&backend, &anna, id).await.unwrap().broken_links, std::slice::from_ref(&moody_url));
        let listed = list_broken(&backend, &moderator, 1).await.unwrap();
        assert_eq!((listed.total, listed.links[0].url.as_str(), listed.pages), (1, moody_url.as_str(), 1));
        assert!(list_broken(&backend, &anna, 1).await.is_err());
        backend.clock.set(backend.clock.now().0 + WEEK);
        assert_eq!(check().await.mails, 0, "once");
        // It works again, and fails again much later: that is another matter.
        moody.store(200, Ordering::Relaxed);
        backend.clock.set(backend.clock.now().0 + WEEK);
        assert_eq!(check().await, Looked { followed: 2, ..Looked::default() });
        assert!(show_draft(&backend, &anna, id).await.unwrap().broken_links.is_empty());
        // What stands in the entry no more is forgotten.
        project(&backend, std::slice::from_ref(&fine)).await;
        check().await;
        let known = links::of_entry(&mut backend.db.read().await.unwrap(), id).await.unwrap();
        assert_eq!(known.iter().map(|known| known.url.as_str()).collect::<Vec<_>>(), [fine.as_str()]);
    }
}
