//! Scripts, styles, fonts and pictures; and the friendly page where nothing is.

use crate::{config::Config, pages, state::AppState};
use axum::{
    Router,
    handler::Handler,
    http::{HeaderValue, header::CACHE_CONTROL},
};
use tower::ServiceBuilder;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// Files of the site folder; anything else gets the page for "not found".
pub fn service(config: &Config, state: &AppState) -> Router {
    let files = ServeDir::new(&config.site_dir)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(pages::draw.with_state(state.clone()));
    // Asked for again each time, answered 304 while nothing changed.
    let revalidate = SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Router::new().fallback_service(ServiceBuilder::new().layer(revalidate).service(files))
}
