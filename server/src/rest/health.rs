//! For monitors: `/healthz` says the process lives, `/readyz` that it can answer.

use super::json::time;
use crate::state::AppState;
use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use backend::{
    Backend,
    search::{Comparison, meilisearch::Status},
    usecases::show_operation::{Health, Replica, show_health},
};
use serde_json::{Value, json};

/// Both addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(|| async { "ok" })).route("/readyz", get(ready))
}

async fn ready(State(backend): State<Backend>) -> (StatusCode, Json<Value>) {
    let health = show_health(&backend).await;
    let ready = health.is_ready();
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let database = if health.head.is_some() { "ok" } else { "unreachable" };
    (status, Json(json!({"ready": ready, "database": database, "feed": health.head, "search": search(&health)})))
}

/// `mark` is that of the embedded index: it alone decides, since it answers where Meilisearch does not.
fn search(Health { mark, compared: of_embedded, meilisearch, .. }: &Health) -> Value {
    let of_embedded = compared(*of_embedded);
    match meilisearch {
        None => json!({"engine": "embedded", "mark": mark, "compared": of_embedded}),
        Some(Replica { status: Status { mark: applied, is_replaced, answered, left }, compared: of_its_own }) => {
            let answering = if *is_replaced { "embedded" } else { "meilisearch" };
            let of_its_own = compared(*of_its_own);
            let meilisearch = json!({"mark": applied, "answered": answered, "left_to_embedded": left, "compared": of_its_own});
            json!({"engine": "meilisearch", "answering": answering, "mark": mark, "compared": of_embedded, "meilisearch": meilisearch})
        }
    }
}

/// What the last comparison with the database came to; what differed was put right.
fn compared(last: Option<Comparison>) -> Value {
    last.map_or(Value::Null, |Comparison { at, compared, missing, stale, surplus }| {
        json!({"at": time(at), "entries": compared, "missing": missing, "stale": stale, "surplus": surplus})
    })
}
