//! Pages: `app` draws them, this hangs them into the router.

use crate::state::AppState;
use app::Site;
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, header},
    response::Response,
    routing::get,
};
use backend::Backend;
use futures::{StreamExt, stream::once};
use leptos::prelude::{IntoView, provide_context, use_context};
use leptos_axum::{ResponseOptions, generate_route_list, handle_response_inner};

/// Every page.
pub fn routes() -> Router<AppState> {
    generate_route_list(app::App).iter().fold(Router::new(), |router, page| router.route(page.path(), get(draw)))
}

/// Draws the page of a request; the one for "not found" where there is none.
///
/// Leptos' own handlers end every page with inline scripts that hand resources over to the browser. No island reads
/// one, and the policy of pages refuses inline scripts, so these scripts are left out.
pub async fn draw(State(backend): State<Backend>, State(site): State<Site>, request: Request) -> Response {
    let context = move || {
        provide_context(backend.clone());
        provide_context(site.clone());
    };
    handle_response_inner(context, app::shell, request, |page, _scripts, _| {
        let options = use_context::<ResponseOptions>();
        Box::pin(async move {
            let html = whole(page).await;
            if let Some(options) = options.filter(|_| html.contains("<leptos-island")) {
                options.insert_header(header::LINK, PRELOAD);
            }
            Box::pin(once(async move { html })) as _
        })
    })
    .await
}

/// What a page with islands will ask for, told before the browser has found them.
const PRELOAD: HeaderValue = HeaderValue::from_static(
    "</pkg/allmende.js>; rel=modulepreload, </pkg/allmende_bg.wasm>; rel=preload; as=fetch; type=application/wasm; crossorigin",
);

/// The page as it is once everything it waits for is there: its status is known only then.
async fn whole(page: impl IntoView) -> String {
    page.to_html_stream_in_order().collect().await
}
