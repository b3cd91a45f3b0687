//! Pages: `app` draws them, this hangs them into the router.

use crate::{language, state::AppState};
use app::{Site, assets::Assets};
use axum::{
    Router,
    extract::{Request, State},
    http::Uri,
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{MethodRouter, any, get},
};
use backend::Backend;
use domain::vocabulary::Kind;
use futures::{StreamExt, stream::once};
use leptos::{
    prelude::{IntoView, provide_context},
    reactive::computed::ScopedFuture,
};
use leptos_axum::{generate_route_list, handle_response_inner};

/// The address of every page, as the router has it.
#[must_use]
pub fn addresses() -> Vec<String> {
    generate_route_list(app::App).iter().map(|page| page.path().to_owned()).collect()
}

/// Every page.
pub fn routes() -> Router<AppState> {
    addresses().iter().fold(Router::new(), |router, page| router.route(page, get(draw)))
}

/// Fields of forms.
const FIELDS: [&str; 3] = ["q", "near", "km"];

/// Forms send their empty fields too. They lead to the address without them, so that every page has one.
pub async fn without_empty_fields(request: Request, next: Next) -> Response {
    let pairs = domain::query::pairs(request.uri().query().unwrap_or_default());
    let is_empty = |(name, value): &&(String, String)| FIELDS.contains(&name.as_str()) && value.trim().is_empty();
    if !pairs.iter().any(|pair| is_empty(&pair)) {
        return next.run(request).await;
    }
    let kept = pairs.iter().filter(|pair| !is_empty(pair)).map(|(name, value)| (name.as_str(), value.as_str()));
    let (path, query) = (request.uri().path(), domain::query::write(kept));
    let address = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    Redirect::to(&address).into_response()
}

/// Addresses that only lead to pages: the same with a slash at the end, so that every page has one, and `/projects`.
pub fn leading() -> Router<AppState> {
    let pages = generate_route_list(app::App);
    let pages = pages.iter().map(|page| page.path()).filter(|path| !path.ends_with('/'));
    let router = Router::new().route("/projects", get(all_projects));
    pages.fold(router, |router, path| router.route(&format!("{path}/"), get(without_slash)))
}

/// Who knows `/lessons` tries this, or cuts an address short.
async fn all_projects(uri: Uri) -> Redirect {
    let query = uri.query().map(|query| format!("&{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{}{query}", app::routes::all_of(Kind::Project)))
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
