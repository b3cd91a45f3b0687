//! A server that speaks as much of Meilisearch as is needed to misbehave.

use axum::{
    Json, Router,
    body::Body,
    extract::{Request, State},
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
};
use backend::search::meilisearch::Address;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::task::JoinHandle;

/// What searches come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mood {
    /// An empty answer.
    Well,
    /// An answer after this time.
    Slow(Duration),
    /// No answer at all.
    Silent,
    /// Something that is no answer.
    Garbage(&'static str),
    /// A refusal with this status.
    Refusing(u16),
}

/// The server; it goes when this does.
pub struct Fake {
    shared: Arc<Shared>,
    serving: JoinHandle<()>,
    pub address: Address,
}

struct Shared {
    mood: Mutex<Mood>,
    /// What tasks come to, by their number; then they succeed.
    tasks: Mutex<HashMap<u64, Vec<Value>>>,
    states: Mutex<HashMap<String, Value>>,
    asked: Mutex<HashMap<String, usize>>,
}

impl Fake {
    pub async fn start() -> Self {
        let shared =
            Arc::new(Shared { mood: Mutex::new(Mood::Well), tasks: Mutex::default(), states: Mutex::default(), asked: Mutex::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = Address::new(&format!("http://{}", listener.local_addr().unwrap()), Some("key")).unwrap();
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let serving = tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { shared, serving, address }
    }

    pub fn set(&self, mood: Mood) {
        *self.shared.mood.lock().unwrap() = mood;
    }

    /// The next looks at a task see these.
    pub fn task(&self, looks: Vec<Value>) {
        self.shared.tasks.lock().unwrap().insert(0, looks);
    }

    /// How many looks are left of those.
    pub fn left(&self) -> usize {
        self.shared.tasks.lock().unwrap().get(&0).map_or(0, Vec::len)
    }

    /// How often something was asked for, by the first part of its path.
    pub fn asked(&self, what: &str) -> usize {
        self.shared.asked.lock().unwrap().get(what).copied().unwrap_or_default()
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    *shared.asked.lock().unwrap().entry(parts[0].to_owned()).or_default() += 1;
    let body = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap();
    match (&method, parts.as_slice()) {
        (_, ["multi-search"]) => search(&shared).await,
        (_, ["tasks", _]) => task(&shared),
        (_, ["indexes", index, "documents", "state"]) => {
            let state = shared.states.lock().unwrap().get(directory(index)).cloned();
            state.map_or_else(|| refusal(404, "document_not_found"), |state| Json(state).into_response())
        }
        (_, ["indexes", index, "documents"]) if index.contains("state") => {
            let state: Value = serde_json::from_slice(&body).unwrap();
            shared.states.lock().unwrap().insert(directory(index).to_owned(), state[0].clone());
            accepted()
        }
        (&Method::GET, ["indexes"]) => Json(json!({"results": []})).into_response(),
        (&Method::GET, ["indexes", _]) => Json(json!({})).into_response(),
        _ => accepted(),
    }
}

/// Here an index and the one that takes its place are the same.
fn directory(index: &str) -> &str {
    index.split("_next").next().unwrap()
}

async fn search(shared: &Shared) -> Response {
    let mood = *shared.mood.lock().unwrap();
    match mood {
        Mood::Slow(time) => tokio::time::sleep(time).await,
        Mood::Silent => std::future::pending().await,
        Mood::Garbage(text) => return text.into_response(),
        Mood::Refusing(status) => return refusal(status, "internal"),
        Mood::Well => {}
    }
    Json(json!({"hits": [], "totalHits": 0})).into_response()
}

fn task(shared: &Shared) -> Response {
    let mut tasks = shared.tasks.lock().unwrap();
    let look = tasks.get_mut(&0).filter(|looks| !looks.is_empty()).map(|looks| looks.remove(0));
    match look {
        Some(Value::Null) => refusal(503, ""),
        Some(look) => Json(look).into_response(),
        None => Json(json!({"status": "succeeded"})).into_response(),
    }
}

fn accepted() -> Response {
    (StatusCode::ACCEPTED, Json(json!({"taskUid": 7, "type": "of a kind nobody knows"}))).into_response()
}

fn refusal(status: u16, code: &str) -> Response {
    (StatusCode::from_u16(status).unwrap(), Json(json!({"message": "secret text", "code": code}))).into_response()
}
