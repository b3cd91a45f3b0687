//! Pictures of entries: `/files/{picture}-{width}.jpg`. A name stands for its bytes for good, and nobody guesses one: of a
//! draft's pictures, only those know the address who were shown it.

use crate::{
    rest::problem::{Path, Problem},
    state::AppState,
};
use axum::{
    Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use backend::Backend;
use domain::{Error, picture::Picture};

/// The address of files.
pub fn routes() -> Router<AppState> {
    Router::new().route("/files/{name}", get(picture))
}

async fn picture(State(backend): State<Backend>, Path(name): Path<String>) -> Result<Response, Problem> {
    let (picture, width) = Picture::of_file(&name).ok_or(Error::NotFound)?;
    let jpeg = backend.files.read(&picture, width).await.map_err(backend::Failure::File)?.ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], jpeg).into_response())
}
