//! For monitors: `/healthz` says the process lives, `/readyz` that it can answer.

use super::json::time;
use crate::state::AppState;
use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use backend::{
    Backend,
    search::{Comparison, Search, meilisearch::Status},
    storage::feed,
};
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
    (status, Json(json!({"ready": ready, "database": database, "feed": head, "search": search(&backend.search, mark)})))
}

/// `mark` is that of the embedded index: it alone decides, since it answers where Meilisearch does not.
fn search(search: &Search, mark: Option<i64>) -> Value {
    match search {
        Search::Embedded(engine) => json!({"engine": "embedded", "mark": mark, "compared": compared(engine.compared())}),
        Search::Meilisearch(engine) => {
            let Status { mark: applied, is_replaced, answered, left } = engine.status();
            let answering = if is_replaced { "embedded" } else { "meilisearch" };
            let meilisearch =
                json!({"mark": applied, "answered": answered, "left_to_embedded": left, "compared": compared(engine.compared())});
            let of_embedded = compared(engine.embedded().compared());
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
