//! What forms of pages send: `POST`, one use case, then another page by redirect. What is refused is drawn again on the
//! form's own page with what was typed. To add a form: a handler in the file of its noun, a line in [`routes`].

mod account;
mod members;
mod sign_in;

use crate::{pages, state::AppState};
use app::Attempt;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequest, Request, State},
    http::{Method, Uri, request::Parts},
    response::Response,
    routing::{get, post},
};
use backend::Failure;
use domain::{Lang, account::Actor};
use std::convert::Infallible;

/// Every address that a form sends to.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/sign-in", post(sign_in::ask))
        .route("/sign-in/code", post(sign_in::code))
        .route("/sign-in/{link}", post(sign_in::link))
        .route("/account/language", post(account::language))
        .route("/account/delete", post(account::delete))
        .route("/account/export", get(account::export))
        .route("/organisations/new", post(members::found))
        .route("/organisations/{slug}/claim", post(members::claim))
        .route("/organisations/{slug}/claim/withdraw", post(members::withdraw_claim))
        .route("/organisations/{slug}/members/claims", post(members::decide_as_owner))
        .route("/moderation/claims", post(members::decide_as_moderator))
        .route("/organisations/{slug}/members/invite", post(members::invite))
        .route("/organisations/{slug}/members/withdraw", post(members::withdraw_invitation))
        .route("/organisations/{slug}/members/role", post(members::role))
        .route("/organisations/{slug}/members/remove", post(members::remove))
        .route("/organisations/{slug}/members/leave", post(members::leave))
        .route("/invitations/{link}", post(members::accept))
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

    /// Who sent it.
    fn actor(&self) -> Actor {
        self.head.extensions.get().cloned().unwrap_or(Actor::Visitor)
    }

    /// The language of the page that it stood on.
    fn lang(&self) -> Lang {
        self.head.extensions.get().copied().unwrap_or_default()
    }

    /// Draws the form's page again, with what was typed and why it was refused.
    async fn again(mut self, page: &str, failure: impl Into<Failure>) -> Response {
        let error = failure.into().tell();
        self.head.extensions.insert(Attempt { typed: self.typed, error });
        self.head.method = Method::GET;
        // What cannot be an address is nobody's page.
        self.head.uri = page.parse().unwrap_or(Uri::from_static("/"));
        let AppState { backend, site, assets, .. } = self.state;
        pages::draw(State(backend), State(site), State(assets), Request::from_parts(self.head, Body::empty())).await
    }
}
