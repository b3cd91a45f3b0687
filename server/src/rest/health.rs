//! For monitors: `/healthz` says the process lives, `/readyz` that it can answer.

use crate::state::AppState;
use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use backend::{Backend, storage::feed};
use serde_json::{Value, json};

/// Changes that the index may lag behind before the server counts as not ready.
const LAG: i64 = 10_000;

/// Both addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(|| async { "ok" })).route("/readyz", get(ready))
}

async fn ready(State(backend): State<Backend>) -> (StatusCode, Json<Value>) {
    // The mark first: it never passes a head that is read after it.
    let mark = backend.search.mark();
    let head = match backend.db.read().await {
        Ok(mut tx) => feed::head(&mut tx).await.ok(),
        Err(_) => None,
    };
    let ready = head.zip(mark).is_some_and(|(head, mark)| (0..=LAG).contains(&(head - mark)));
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let database = if head.is_some() { "ok" } else { "unreachable" };
    (status, Json(json!({"ready": ready, "database": database, "feed": head, "search": {"engine": "embedded", "mark": mark}})))
}
