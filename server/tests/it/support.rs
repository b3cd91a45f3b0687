//! The real router over a database of its own, asked in this process.

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode},
};
use backend::{
    Backend,
    clock::Clock,
    geocoder::Geocoder,
    mail::{Postman, Transport},
    secret::Secret,
    storage::{accounts, drafts, entries, feed, sessions},
    testing::{TestBackend, import_from, with_sample},
    usecases::create_account::create_account,
};
use domain::{
    account::{Actor, Role},
    entry::EntryState,
    id::{EntryId, RevisionId},
    vocabulary::Kind,
};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use serde_json::Value;
use server::{config::Config, router::router};
use std::{
    future::Future,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak, atomic::Ordering},
};
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// How the tests' readers reach the server.
pub const BASE: &str = "https://allmende.example";

/// The repository's `public/`: it holds the base map.
pub fn public() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../public")
}

/// The application with the sample directory in it.
pub struct TestApp {
    router: Router,
    backend: TestBackend,
    runtime: Runtime,
}

/// One application for all tests that only read; the last one that holds it takes it down.
pub fn app() -> Arc<TestApp> {
    static SHARED: Mutex<Weak<TestApp>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let app = Arc::new(TestApp::new());
        *shared = Arc::downgrade(&app);
        app
    })
}

impl TestApp {
    /// An application of its own, for a test that changes something.
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// The same with texts of an operator in this folder.
    pub fn with_pages(pages: &Path) -> Self {
        Self::with(&[("ALLMENDE_PAGES_DIR", &pages.display().to_string())])
    }

    /// The same with these settings.
    pub fn with(own: &[(&str, &str)]) -> Self {
        let runtime = Runtime::new().unwrap();
        let (backend, router) = runtime.block_on(async {
            let backend = with_sample().await;
            let settings = |name: &str| match name {
                _ if own.iter().any(|(key, _)| *key == name) => {
                    own.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
                }
                "ALLMENDE_SITE_DIR" => Some(public().display().to_string()),
                "ALLMENDE_PAGES_DIR" => Some("no folder".to_owned()),
                "ALLMENDE_BASE_URL" => Some(BASE.to_owned()),
                _ => None,
            };
            let config = Config::read(settings).unwrap();
            let geocoder = config.geocoder.clone().map(|endpoint| Geocoder::new(endpoint, BASE).unwrap());
            let router = router(&config, Backend { geocoder, passkeys: config.passkeys(), ..backend.clone() }).await.unwrap();
            (backend, router)
        });
        Self { router, backend, runtime }
    }

    /// What a `GET` of this address answers.
    pub fn get(&self, address: &str) -> Answer {
        self.send("GET", address, &[])
    }

    /// What a request with these headers answers.
    pub fn send(&self, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
        self.wait(ask(self.router.clone(), request(method, address, headers)))
    }

    /// What a form that sends these fields is answered.
    pub fn post(&self, address: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let mut request = request("POST", address, headers);
        *request.body_mut() = Body::from(domain::query::write(fields.iter().copied()));
        self.wait(ask(self.router.clone(), request))
    }

    /// What forms that send these fields from one network, one after the other, are answered.
    pub fn post_from(&self, peer: &str, address: &str, forms: impl Iterator<Item = Vec<(&'static str, String)>>) -> Vec<Answer> {
        let peer = std::net::SocketAddr::new(peer.parse().unwrap(), 1);
        let send = |fields: Vec<(&'static str, String)>| {
            let mut request = request("POST", address, &[]);
            request.extensions_mut().insert(axum::extract::ConnectInfo(peer));
            *request.body_mut() = Body::from(domain::query::write(fields.iter().map(|(name, value)| (*name, value.as_str()))));
            self.wait(ask(self.router.clone(), request))
        };
        forms.map(send).collect()
    }

    /// What a form that sends a file, and these fields after it, is answered.
    pub fn upload(&self, address: &str, (name, file): (&str, &[u8]), fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let head = |rest: String| format!("--BOUNDARY\r\ncontent-disposition: form-data; {rest}\r\n\r\n").into_bytes();
        let mut body =
            [head(format!("name=\"file\"; filename=\"{name}\"\r\ncontent-type: image/jpeg")), file.to_vec(), b"\r\n".to_vec()].concat();
        for (name, value) in fields {
            body.extend(head(format!("name=\"{name}\"")));
            body.extend(format!("{value}\r\n").as_bytes());
        }
        body.extend(b"--BOUNDARY--\r\n");
        let mut request = request("POST", address, headers);
        request.headers_mut().insert("content-type", "multipart/form-data; boundary=BOUNDARY".parse().unwrap());
        *request.body_mut() = Body::from(body);
        self.wait(ask(self.router.clone(), request))
    }

    /// The mails that wait, in words, newest last; they are sent by that.
    pub fn mails(&self) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let from = "Allmende <post@allmende.example>".parse().unwrap();
        let postman = Postman::new(self.backend.clone(), Transport::folder(folder.path()), from, BASE, app::letters::write);
        self.wait(postman.send_all()).unwrap();
        let mails = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        let mails = mails.filter(|path| path.extension().is_some_and(|end| end == "eml"));
        // Quoted-printable breaks long lines.
        mails.map(|path| std::fs::read_to_string(path).unwrap().replace("=\r\n", "")).collect()
    }

    /// Does something with the backend itself.
    pub fn with_backend<T>(&self, work: impl AsyncFnOnce(&Backend) -> T) -> T {
        self.wait(work(&self.backend))
    }

    /// Lets time pass, in minutes.
    pub fn wait_minutes(&self, minutes: i64) {
        self.backend.clock.set(self.backend.clock.now().0 + minutes * 60_000_000);
    }

    /// The pieces in which the answer to a `GET` of this address comes.
    pub fn pieces(&self, address: &str) -> Vec<Bytes> {
        self.wait(async {
            let mut body = self.router.clone().oneshot(request("GET", address, &[])).await.unwrap().into_body();
            let mut pieces = vec![];
            while let Some(frame) = body.frame().await {
                pieces.extend(frame.unwrap().into_data());
            }
            pieces
        })
    }

    /// What these addresses answer when all are asked for at the same time.
    pub fn send_at_once(&self, addresses: &[&str], headers: &[(&str, &str)]) -> Vec<Answer> {
        let asked = addresses.iter().map(|address| ask(self.router.clone(), request("GET", address, headers)));
        let running: Vec<_> = asked.map(|answer| self.runtime.spawn(answer)).collect();
        running.into_iter().map(|answer| self.wait(answer).unwrap()).collect()
    }

    /// Imports one more project, two hours after everything before: what came within one is mixed.
    pub fn import_project(&self, line: &str) {
        self.write_project(line);
        self.catch_up();
    }

    /// The same, before search and map have heard of it.
    pub fn write_project(&self, line: &str) {
        if let Clock::Fixed(micros) = &self.backend.clock {
            micros.fetch_add(7_200_000_000, Ordering::Relaxed);
        }
        self.write("projects.jsonl", line);
    }

    /// Imports a line of another kind.
    pub fn import(&self, file: &str, line: &str) {
        self.write(file, line);
        self.catch_up();
    }

    fn write(&self, file: &str, line: &str) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(file), line).unwrap();
        let report = self.wait(import_from(&self.backend, folder.path())).unwrap();
        assert_eq!(report.errors, []);
    }

    /// The cookie of somebody who is signed in: a member of an organisation, or a moderator whose second step is done.
    pub fn session(&self, email: &str, member: Option<(&str, Role)>, is_moderator: bool) -> String {
        self.wait(async {
            let (now, secret) = (self.backend.clock.now(), Secret::random());
            let mut tx = self.backend.db.write().await.unwrap();
            let id = self.backend.clock.account_id();
            let account = accounts::find_or_add(&mut tx, id, &email.parse().unwrap(), domain::Lang::De, now).await.unwrap();
            accounts::set_moderator(&mut tx, account.id, is_moderator).await.unwrap();
            if let Some((slug, role)) = member {
                let organisation = entries::by_slug(&mut tx, Kind::Organisation, slug).await.unwrap().unwrap();
                accounts::join(&mut tx, account.id, organisation.id, role, now).await.unwrap();
            }
            sessions::insert(&mut tx, &secret.hash(""), account.id, now).await.unwrap();
            sessions::step(&mut tx, &secret.hash(""), now).await.unwrap();
            tx.commit().await.unwrap();
            format!("session={}", secret.reveal())
        })
    }

    /// The cookie of a moderator who signed in by mail just now.
    pub fn session_before_second_step(&self, email: &str) -> String {
        self.wait(async {
            let (now, secret) = (self.backend.clock.now(), Secret::random());
            create_account(&self.backend, &Actor::System, email, true, None).await.unwrap();
            let mut tx = self.backend.db.write().await.unwrap();
            let account = accounts::by_email(&mut tx, &email.parse().unwrap()).await.unwrap().unwrap();
            sessions::insert(&mut tx, &secret.hash(""), account.id, now).await.unwrap();
            tx.commit().await.unwrap();
            format!("session={}", secret.reveal())
        })
    }

    /// Says that the second step of a session is done. A member's is none the better for it.
    pub fn step(&self, session: &str) {
        self.wait(async {
            let mut tx = self.backend.db.write().await.unwrap();
            sessions::step(&mut tx, &Secret::given(session).hash(""), self.backend.clock.now()).await.unwrap();
            tx.commit().await.unwrap();
        });
    }

    /// The id of an entry.
    pub fn id_of(&self, kind: Kind, slug: &str) -> EntryId {
        self.wait(async { entries::by_slug(&mut self.backend.db.read().await.unwrap(), kind, slug).await.unwrap().unwrap().id })
    }

    /// The newest revision of an entry, and its version.
    pub fn revision_of(&self, entry: EntryId) -> (RevisionId, i64) {
        let revision = self.wait(async { drafts::latest(&mut self.backend.db.read().await.unwrap(), entry).await.unwrap().unwrap() });
        (revision.id, revision.version)
    }

    /// Brings search and map up to date.
    pub fn catch_up(&self) {
        self.wait(self.backend.indexer.catch_up()).unwrap();
    }

    /// Does what a moderator does to an entry that must not stay. Search and map have not heard of it then.
    pub fn remove_project(&self, slug: &str) {
        self.wait(async {
            let now = self.backend.clock.now();
            let mut tx = self.backend.db.write().await.unwrap();
            let entry = entries::by_slug(&mut tx, Kind::Project, slug).await.unwrap().unwrap();
            assert!(entries::set_state(&mut tx, &entry, EntryState::Removed, now).await.unwrap());
            let head = feed::append(&mut tx, entry.id, now).await.unwrap();
            tx.commit().await.unwrap();
            self.backend.notify(head);
        });
    }

    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

fn request(method: &str, address: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(address).header("host", "allmende.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

async fn ask(router: Router, request: Request<Body>) -> Answer {
    let address = request.uri().to_string();
    let (head, body) = router.oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { address, status: head.status, headers: head.headers, body }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// What was asked, for messages.
    pub address: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The same answer, if it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.address, self.text());
        self
    }

    /// The value of a header; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.address, self.text()))
    }

    pub fn html(&self) -> Html {
        assert!(self.header("content-type").starts_with("text/html"), "{}: {:?}", self.address, self.headers);
        Html::parse_document(&self.text())
    }

    /// An error as the API tells it.
    #[track_caller]
    pub fn problem(&self, status: u16) -> Value {
        assert_eq!((self.status.as_u16(), self.header("content-type")), (status, "application/problem+json"), "{}", self.address);
        let problem = self.json();
        assert_eq!(problem["status"], status);
        problem
    }
}

/// The texts of all elements that a CSS selector finds.
pub fn texts(html: &Html, selector: &str) -> Vec<String> {
    html.select(&css(selector)).map(|element| element.text().collect::<String>()).collect()
}

/// The values of an attribute of all elements that a CSS selector finds.
pub fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    html.select(&css(selector)).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

pub fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

/// Strings of a JSON list's objects under this key.
pub fn strings<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|item| item[key].as_str().unwrap()).collect()
}
