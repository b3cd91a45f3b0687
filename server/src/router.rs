//! Every address in one place: pages from `app`, REST, tiles, static files, and the layers around them.

use crate::{
    config::Config,
    feeds, files, forms, language,
    limit::{Networks, Readers},
    moved, oembed, operator_texts,
    page_cache::{self, PageCache},
    pages, preview, protect, rest, session,
    state::{AppState, BaseUrl},
    static_files, tiles,
};
use anyhow::{Context, Result};
use app::Site;
use axum::{Router, middleware, routing::any};
use backend::{Backend, map::BaseMap};
use std::sync::Arc;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, trace::TraceLayer};

/// The whole application.
///
/// # Errors
/// Where the site folder lacks the base map, or a text of the operator cannot be read.
pub async fn router(config: &Config, backend: Backend) -> Result<Router> {
    let map_dir = config.site_dir.join("map");
    let base_map =
        BaseMap::open(&map_dir).await.with_context(|| format!("cannot open the base map in {} (ALLMENDE_SITE_DIR)", map_dir.display()))?;
    let site = Site {
        base_url: config.base_url.as_str().into(),
        texts: Arc::new(operator_texts::read(&config.pages_dir)?.texts),
        embedders: config.embedders.clone(),
        base_map: base_map.version().into(),
        map_style: config.map_style.clone(),
        checks_links: config.check_links,
        geocoder: config.geocoder.as_ref().and_then(|endpoint| endpoint.url.host_str()).map(Into::into),
    };
    let assets = static_files::assets(&config.site_dir)
        .with_context(|| format!("cannot read the files in {} (ALLMENDE_SITE_DIR)", config.site_dir.display()))?;
    let state = AppState {
        assets,
        backend,
        base_map: Arc::new(base_map),
        base_url: BaseUrl(config.base_url.as_str().into()),
        networks: Networks::default(),
        pages: PageCache::default(),
        readers: Readers::default(),
        site,
    };
    Ok(Router::new()
        .nest("/api/v1", rest::routes())
        .route("/api/v1/", any(rest::problem::not_found))
        .merge(rest::health::routes())
        .merge(tiles::routes())
        .merge(feeds::routes())
        .merge(preview::routes())
        .merge(files::routes())
        .merge(oembed::routes())
        .merge(
            pages::routes()
                .route_layer(middleware::from_fn_with_state(state.clone(), page_cache::keep))
                // Forms send to addresses of pages; nothing of theirs is kept.
                .merge(forms::routes())
                .route_layer(middleware::from_fn_with_state(state.clone(), session::identify))
                .route_layer(middleware::from_fn(pages::without_empty_fields))
                .route_layer(middleware::from_fn_with_state(state.clone(), language::negotiate)),
        )
        .merge(pages::leading())
        .merge(static_files::routes(config, &state))
        .layer(middleware::from_fn_with_state(state.clone(), moved::lead_on))
        .layer(middleware::from_fn(protect::same_site))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new())
        // Around all that answers by itself, so that no answer goes out without.
        .layer(middleware::from_fn_with_state(protect::NoPage::with(config.map_style.as_ref()), protect::headers))
        // The matched route only: queries and slugs say what somebody reads.
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(state))
}

fn span(request: &axum::extract::Request) -> tracing::Span {
    let route = request.extensions().get::<axum::extract::MatchedPath>().map_or("-", |path| path.as_str());
    tracing::debug_span!("request", method = %request.method(), route)
}
