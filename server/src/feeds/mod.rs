//! What machines follow: an Atom feed of any query, the sitemap, and what robots may read.

mod atom;
mod robots;
mod sitemap;

use crate::{rest::etag::etag, state::AppState};
use axum::{Router, middleware, routing::get};

/// All addresses of this folder.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/feed.atom", get(atom::feed))
        .route("/sitemap.xml", get(sitemap::sitemap))
        .route("/sitemap-{part}", get(sitemap::part))
        .route("/robots.txt", get(robots::robots))
        .layer(middleware::from_fn(etag))
}
