//! Map tiles: the base map from its files, entries from the map index.

use crate::{
    rest::problem::{Path, Problem, parse_query},
    state::AppState,
};
use axum::{
    Router,
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use backend::{Backend, map::BaseMap, usecases::filter_map::filter_map};
use domain::{Error, account::Actor};
use std::sync::Arc;

const MVT: &str = "application/vnd.mapbox-vector-tile";

/// Both kinds of tiles.
pub fn routes() -> Router<AppState> {
    Router::new().route("/map/base/{set}/{z}/{x}/{y}", get(base)).route("/map/entries/{z}/{x}/{y}", get(entries))
}

/// For a year: the name of the set holds what its content is.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// For a set without that, or with that of another build's page.
const A_DAY: &str = "public, max-age=86400";

/// The stored gzip goes out as it is. `{set}` is `europe`, or `europe-` and the version of the files, as pages name it.
async fn base(State(map): State<Arc<BaseMap>>, Path((set, z, x, y)): Path<(String, u8, u32, u32)>) -> Result<Response, Problem> {
    let (name, version) = set.split_once('-').unwrap_or((&set, ""));
    if !BaseMap::has(name) {
        return Err(Error::NotFound.into());
    }
    let tile = map.tile(name, z, x, y).await.map_err(|error| Problem::from(backend::Failure::File(std::io::Error::other(error))))?;
    let cache = (header::CACHE_CONTROL, if version == map.version() { FOR_GOOD } else { A_DAY });
    Ok(match tile {
        Some(bytes) => ([(header::CONTENT_TYPE, MVT), (header::CONTENT_ENCODING, "gzip"), cache], bytes).into_response(),
        None => (StatusCode::NO_CONTENT, [cache]).into_response(),
    })
}

async fn entries(
    State(backend): State<Backend>,
    Path((z, x, y)): Path<(u8, u32, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let y = y.strip_suffix(".mvt").and_then(|y| y.parse().ok()).ok_or(Error::NotFound)?;
    let query = parse_query(query)?;
    let tile = filter_map(&backend, &Actor::Visitor, &query, (z, x, y)).await?;
    Ok(([(header::CONTENT_TYPE, MVT), (header::CACHE_CONTROL, "public, max-age=10")], tile).into_response())
}
