//! Scripts, styles, fonts and pictures; and the friendly page where nothing is.

use crate::{config::Config, state::AppState};
use axum::{
    Router,
    handler::HandlerWithoutStateExt,
    http::{HeaderValue, header::CACHE_CONTROL},
};
use leptos::prelude::provide_context;
use tower::ServiceBuilder;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// Files of the site folder; anything else gets the page for "not found".
pub fn service(config: &Config, state: &AppState) -> Router {
    let (options, backend) = (state.leptos.clone(), state.backend.clone());
    let not_found =
        leptos_axum::render_app_async_with_context(move || provide_context(backend.clone()), move || app::shell(options.clone()));
    let files = ServeDir::new(&config.site_dir)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(not_found.into_service());
    // Asked for again each time, answered 304 while nothing changed.
    let revalidate = SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Router::new().fallback_service(ServiceBuilder::new().layer(revalidate).service(files))
}
