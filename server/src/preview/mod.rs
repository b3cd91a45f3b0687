//! Pictures that other sites show beside a link to us: `/preview/projects/carifix.png`, and for all pages that are no entry
//! `/preview/allmende.png` and `/preview/allmende.en.png`. 1200 × 630, drawn here with our own fonts; what a picture says, pages say as text.
//!
//! `picture` knows what stands on it and where, `letters` how wide words are, `studio` turns it into PNG.

mod letters;
mod picture;
mod studio;

use crate::{
    rest::{
        etag::etag,
        problem::{Path, Problem},
    },
    state::AppState,
};
use axum::{
    Extension, Router,
    extract::State,
    http::header,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use backend::{Backend, usecases::show_card::show_card};
use domain::{Error, Lang, account::Actor, vocabulary::Kind};
use picture::Picture;
use std::sync::Arc;
use studio::Studio;

/// All addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/preview/allmende.png", get(|studio| general(studio, Lang::De)))
        .route("/preview/allmende.en.png", get(|studio| general(studio, Lang::En)))
        .route("/preview/{kind}/{file}", get(entry))
        .layer(middleware::from_fn(etag))
        .layer(Extension(Arc::new(Studio::new())))
}

async fn general(Extension(studio): Extension<Arc<Studio>>, lang: Lang) -> Result<Response, Problem> {
    answer(&studio, Picture::general(lang)).await
}

async fn entry(
    Extension(studio): Extension<Arc<Studio>>,
    State(backend): State<Backend>,
    Path((kind, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let kind = Kind::ALL.iter().find(|known| known.path() == kind).ok_or(Error::NotFound)?;
    let slug = file.strip_suffix(".png").ok_or(Error::NotFound)?;
    let card = show_card(&backend, &Actor::Visitor, *kind, slug).await?;
    answer(&studio, Picture::of(&card).map_err(backend::Failure::File)?).await
}

async fn answer(studio: &Arc<Studio>, picture: Picture) -> Result<Response, Problem> {
    let png = studio.png(picture).await.map_err(backend::Failure::File)?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=86400")], png).into_response())
}
