//! REST under `/api/v1`. Handlers parse, call one use case, and shape the answer; errors are problem+json.

mod entries;
pub mod etag;
mod geojson;
pub mod health;
pub mod json;
mod places;
pub mod problem;
mod search;
mod suggest;

use crate::state::AppState;
use axum::{Router, middleware, routing::get};
use domain::vocabulary::Kind;

/// All routes below `/api/v1`.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/search", get(search::search))
        .route("/suggest", get(suggest::suggest))
        .route("/places", get(places::places))
        .route("/projects", get(|state, base, query| search::list(Kind::Project, state, base, query)))
        .route("/lessons", get(|state, base, query| search::list(Kind::Lesson, state, base, query)))
        .route("/organisations", get(|state, base, query| search::list(Kind::Organisation, state, base, query)))
        .route("/projects/{slug}", get(entries::project))
        .route("/lessons/{slug}", get(entries::lesson))
        .route("/organisations/{slug}", get(entries::organisation))
        .route("/projects.geojson", get(geojson::projects))
        .fallback(problem::not_found)
        .layer(middleware::from_fn(etag::etag))
}
