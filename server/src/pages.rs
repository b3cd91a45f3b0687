//! Pages: `app` draws them, this hangs them into the router.

use crate::{config::Config, state::AppState};
use axum::Router;
use leptos::{config::LeptosOptions, prelude::provide_context};
use leptos_axum::{LeptosRoutes, generate_route_list};

/// Where the browser's part lies.
#[must_use]
pub fn options(config: &Config) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("allmende")
        .site_root(config.site_dir.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.addr)
        .build()
}

/// Every page.
pub fn routes(state: &AppState) -> Router<AppState> {
    let (options, backend) = (state.leptos.clone(), state.backend.clone());
    let list = generate_route_list(app::App);
    Router::new().leptos_routes_with_context(state, list, move || provide_context(backend.clone()), move || app::shell(options.clone()))
}
