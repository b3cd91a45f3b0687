//! Pages: `app` draws them, this hangs them into the router.

use crate::{language, state::AppState};
use app::{Site, assets::Assets};
use axum::{
    Router,
    extract::{Request, State},
    http::Uri,
    middleware,
    response::{Redirect, Response},
    routing::{MethodRouter, any, get},
};
use backend::Backend;
use futures::{StreamExt, stream::once};
use leptos::{
    prelude::{IntoView, provide_context},
    reactive::computed::ScopedFuture,
};
use leptos_axum::{generate_route_list, handle_response_inner};

/// Every page.
pub fn routes() -> Router<AppState> {
    generate_route_list(app::App).iter().fold(Router::new(), |router, page| router.route(page.path(), get(draw)))
}

/// The same addresses with a slash at the end: they lead to those without, so that every page has one.
pub fn with_slash() -> Router<AppState> {
    let pages = generate_route_list(app::App);
    let pages = pages.iter().map(|page| page.path()).filter(|path| !path.ends_with('/'));
    pages.fold(Router::new(), |router, path| router.route(&format!("{path}/"), get(without_slash)))
}

async fn without_slash(uri: Uri) -> Redirect {
    let path = uri.path();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{}{query}", path.strip_suffix('/').unwrap_or(path)))
}

/// The page for "not found", for addresses that are no page's.
pub fn not_found(state: &AppState) -> MethodRouter {
    any(draw).layer(middleware::from_fn_with_state(state.clone(), language::negotiate)).with_state(state.clone())
}

/// Draws the page of a request; the one for "not found" where there is none.
///
/// Leptos' own handlers end every page with inline scripts that hand resources over to the browser. No island reads
/// one, and the policy of pages refuses inline scripts, so these scripts are left out.
pub async fn draw(State(backend): State<Backend>, State(site): State<Site>, State(assets): State<Assets>, request: Request) -> Response {
    let context = move || {
        provide_context(backend.clone());
        provide_context(site.clone());
        provide_context(assets.clone());
    };
    handle_response_inner(context, app::shell, request, |page, _scripts, _| {
        // What is drawn after a wait looks for its request in the owner that the thread works for just then. Without
        // this, that may be none, or another reader's.
        Box::pin(ScopedFuture::new_untracked(async move {
            let html = whole(page).await;
            Box::pin(once(async move { html })) as _
        }))
    })
    .await
}

/// The page as it is once everything it waits for is there: its status is known only then.
async fn whole(page: impl IntoView) -> String {
    page.to_html_stream_in_order().collect().await
}
