//! What forms of pages send: `POST`, one use case, then another page by redirect. What is refused is drawn again on the
//! form's own page with what was typed. To add a form: a handler in the file of its noun, a line in [`routes`].

mod sign_in;

use crate::{pages, state::AppState};
use app::Attempt;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequest, Request, State},
    http::{Method, Uri, request::Parts},
    response::Response,
    routing::post,
};
use backend::Failure;
use std::convert::Infallible;

/// Every address that a form sends to.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/sign-in", post(sign_in::ask))
        .route("/sign-in/code", post(sign_in::code))
        .route("/sign-in/{link}", post(sign_in::link))
        .route("/sign-out", post(sign_in::out))
        .route("/sign-out/everywhere", post(sign_in::out_everywhere))
}

/// Bytes of a form at most; what is longer counts as empty.
const MOST: usize = 64 * 1_024;

/// A form as it was sent, and the request around it.
struct Sent {
    state: AppState,
    head: Parts,
    typed: Vec<(String, String)>,
}

impl FromRequest<AppState> for Sent {
    type Rejection = Infallible;
    async fn from_request(request: Request, state: &AppState) -> Result<Self, Infallible> {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, MOST).await.unwrap_or_default();
        let typed = domain::query::pairs(&String::from_utf8_lossy(&body));
        Ok(Self { state: state.clone(), head, typed })
    }
}

impl Sent {
    /// What was typed into a field.
    fn value(&self, field: &str) -> &str {
        self.typed.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// Draws the form's page again, with what was typed and why it was refused.
    async fn again(mut self, page: &'static str, failure: impl Into<Failure>) -> Response {
        let error = failure.into().tell();
        self.head.extensions.insert(Attempt { typed: self.typed, error });
        self.head.method = Method::GET;
        self.head.uri = Uri::from_static(page);
        let AppState { backend, site, assets, .. } = self.state;
        pages::draw(State(backend), State(site), State(assets), Request::from_parts(self.head, Body::empty())).await
    }
}
