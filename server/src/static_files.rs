//! Scripts, styles, fonts and pictures; and the friendly page where nothing is.
//!
//! Three ways to the same folder, by how long a browser may keep what it got:
//! - `/static/{hash}/…` for a year, since the hash is of the content. Pages name scripts, styles and the icon this way.
//!   Another hash comes from a page of another build: it gets what is there now, and keeps it for no time.
//! - `/fonts/….woff2` for a year: a font file's name is never used for other bytes. A new cut gets a new name.
//! - anything else is asked for again each time, and answered 304 while nothing changed.

use crate::{config::Config, pages, state::AppState};
use app::assets::Assets;
use axum::{
    Router,
    extract::{Request, State},
    handler::Handler,
    http::{HeaderValue, StatusCode, header::CACHE_CONTROL},
    middleware::{self, Next},
    response::Response,
};
use std::{
    ffi::OsStr,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::Path,
};
use tower_http::services::ServeDir;
use walkdir::WalkDir;

const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
/// Not part of the hash: the base map, which is served as tiles, and twins of files that are part of it.
const LEFT_OUT: [&str; 3] = ["pmtiles", "br", "gz"];
/// File systems take names of 255 bytes and paths of 4096, and call a longer one an error, not missing. Both with
/// room for the ending of a compressed twin and for the site folder; no file of ours comes near.
const LONGEST_NAME: usize = 250;
const LONGEST_PATH: usize = 2_048;

/// The address below which the files of this folder may be kept for good.
///
/// # Errors
/// Where a file cannot be read.
pub fn assets(folder: &Path) -> io::Result<Assets> {
    let mut hasher = DefaultHasher::new();
    for file in WalkDir::new(folder).sort_by_file_name() {
        let file = file?;
        let left_out = file.path().extension().and_then(OsStr::to_str).is_some_and(|ending| LEFT_OUT.contains(&ending));
        if !left_out && file.file_type().is_file() {
            file.path().strip_prefix(folder).unwrap_or(file.path()).hash(&mut hasher);
            std::fs::read(file.path())?.hash(&mut hasher);
        }
    }
    Ok(Assets::at(&format!("/static/{:016x}", hasher.finish())))
}

/// The files of the site folder; anything else gets the page for "not found".
pub fn routes(config: &Config, state: &AppState) -> Router<AppState> {
    let files = || ServeDir::new(&config.site_dir).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    let with = |files: ServeDir, keep: HeaderValue| {
        Router::new().fallback_service(files).layer(middleware::map_response(move |response| {
            let keep = keep.clone();
            async move { may_be_kept(response, keep) }
        }))
    };
    Router::new()
        .nest(state.assets.base(), with(files(), FOR_GOOD))
        .nest("/static/{hash}", with(files(), ASK_AGAIN))
        .fallback_service(
            Router::new().fallback_service(files().fallback(pages::not_found(state))).layer(middleware::from_fn(fonts_for_good)),
        )
        .layer(middleware::from_fn_with_state(state.clone(), no_file_has_such_a_name))
}

/// What no file system would look for is missing like anything else.
async fn no_file_has_such_a_name(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.len() > LONGEST_PATH || path.split('/').any(|name| name.len() > LONGEST_NAME) {
        return may_be_kept(Handler::call(pages::not_found(&state), request, ()).await, ASK_AGAIN);
    }
    next.run(request).await
}

async fn fonts_for_good(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let keep = if path.starts_with("/fonts/") && path.ends_with(".woff2") { FOR_GOOD } else { ASK_AGAIN };
    may_be_kept(next.run(request).await, keep)
}

/// Adds for how long an answer may be kept, unless it says so itself. That something is missing is never kept.
fn may_be_kept(mut response: Response, keep: HeaderValue) -> Response {
    let there = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    response.headers_mut().entry(CACHE_CONTROL).or_insert(if there { keep } else { ASK_AGAIN });
    response
}
