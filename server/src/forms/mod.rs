//! What forms of pages send: `POST`, one use case, then another page by redirect. What is refused is drawn again on the
//! form's own page with what was typed. To add a form: a handler in the file of its noun, a line below.

mod account;
mod curate;
mod duplicates;
mod freshness;
mod members;
mod moderate;
mod passkeys;
mod pictures;
mod readers;
mod sign_in;
mod words;
mod write;

use crate::{pages, rest::problem::Problem, state::AppState};
use app::{Attempt, Rehearsal, routes::done};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequest, Request, State},
    http::{Method, Uri, header, request::Parts},
    response::Response,
    routing::{get, post},
};
use backend::Failure;
use domain::{Error, FieldError, Lang, account::Actor, limits};

/// One line for each: the address, and what takes the form.
macro_rules! forms {
    ($($address:literal => $take:path,)*) => {
        /// Every address that a form sends to.
        pub const ADDRESSES: &[&str] = &[$($address),*];

        /// What takes them.
        pub fn routes() -> Router<AppState> {
            Router::new()$(.route($address, post($take)))*.route("/account/export", get(account::export)).route("/moderation/events.csv", get(curate::events_csv))
        }
    };
}
forms! {
    "/sign-in" => sign_in::ask,
    "/sign-in/code" => sign_in::code,
    "/sign-in/{link}" => sign_in::link,
    "/account/language" => account::language,
    "/account/digest" => account::digest,
    "/account/delete" => account::delete,
    "/account/passkeys/options" => passkeys::begin_adding,
    "/account/passkeys/finish" => passkeys::add,
    "/account/passkeys/rename" => passkeys::rename,
    "/account/passkeys/remove" => passkeys::remove,
    "/sign-in/passkey/options" => passkeys::begin_proving,
    "/sign-in/passkey/finish" => passkeys::prove,
    "/organisations/new" => members::found,
    "/organisations/{slug}/claim" => members::claim,
    "/organisations/{slug}/claim/withdraw" => members::withdraw_claim,
    "/organisations/{slug}/members/claims" => members::decide_as_owner,
    "/organisations/{slug}/members/invite" => members::invite,
    "/organisations/{slug}/members/withdraw" => members::withdraw_invitation,
    "/organisations/{slug}/members/role" => members::role,
    "/organisations/{slug}/members/remove" => members::remove,
    "/organisations/{slug}/members/leave" => members::leave,
    "/invitations/{link}" => members::accept,
    "/moderation/claims" => members::decide_as_moderator,
    "/still-right/{link}" => freshness::still_right,
    "/sign-out" => sign_in::out,
    "/sign-out/everywhere" => sign_in::out_everywhere,
    "/submit/new/{kind}" => write::create,
    "/submit/{id}/edit/{section}" => write::save,
    "/submit/{id}/pictures" => pictures::add,
    "/submit/{id}/pictures/{step}" => pictures::change,
    "/submit/{id}/{step}" => write::step,
    "/moderation/duplicates/{step}" => duplicates::step,
    "/moderation/duplicates/{a}/{b}" => duplicates::merge,
    "/projects/{slug}/report" => readers::report,
    "/lessons/{slug}/report" => readers::report,
    "/organisations/{slug}/report" => readers::report,
    "/projects/{slug}/suggest/{section}" => readers::correct,
    "/lessons/{slug}/suggest/{section}" => readers::correct,
    "/organisations/{slug}/suggest/{section}" => readers::correct,
    "/suggest/{kind}" => readers::tell,
    "/suggestions/{link}" => readers::confirm,
    "/submit/{id}/suggestions/{number}" => readers::decide_as_member,
    "/moderation/reports/{entry}" => readers::answer,
    "/moderation/suggestions/{id}" => readers::curate,
    "/moderation/checks" => curate::check,
    "/moderation/entries/{id}" => curate::entry,
    "/moderation/bulk" => moderate::bulk,
    "/moderation/templates" => moderate::templates,
    "/moderation/vocabulary/{vocabulary}/{value}" => words::label,
    "/moderation/synonyms/{id}" => words::synonyms,
    "/moderation/undo/{batch}" => moderate::undo,
    "/moderation/{revision}" => moderate::decide,
    "/moderation/{revision}/release" => moderate::release,
    "/moderation/{revision}/take-over" => moderate::take_over,
}

/// A form as it was sent, and the request around it.
struct Sent {
    state: AppState,
    head: Parts,
    typed: Vec<(String, String)>,
}

impl FromRequest<AppState> for Sent {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let (head, body) = request.into_parts();
        // Longer than any text of ours may be: nobody typed it. A browser that goes back still has it.
        let too_long = |_| {
            Problem::from(Error::Invalid(vec![FieldError::new(
                "form",
                domain::Problem::TooLong { max: limits::FORM, actual: limits::FORM + 1 },
            )]))
        };
        let body = to_bytes(body, limits::FORM).await.map_err(too_long)?;
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

    /// The language of the page it was sent from.
    fn lang(&self) -> Lang {
        self.head.extensions.get().copied().unwrap_or_default()
    }

    /// The page that a form sends to, where that is its own.
    fn page(&self) -> String {
        self.head.uri.path().to_owned()
    }

    /// Whether a script sent it, and not somebody who waits for a page.
    fn wants_json(&self) -> bool {
        self.head.headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json")
    }

    /// Draws the form's page again, with what was typed and why it was refused.
    async fn again(mut self, page: &str, failure: impl Into<Failure>) -> Response {
        let error = failure.into().tell();
        let sent_to = self.head.uri.path().to_owned();
        self.head.extensions.insert(Attempt { typed: std::mem::take(&mut self.typed), error, sent_to });
        self.draw(page).await
    }

    /// Draws the form's page again with what it would do; nothing is done.
    async fn rehearse(mut self, page: &str) -> Response {
        self.head.extensions.insert(Rehearsal { typed: std::mem::take(&mut self.typed) });
        self.draw(page).await
    }

    async fn draw(mut self, page: &str) -> Response {
        self.head.method = Method::GET;
        self.head.uri = page.parse().unwrap_or_else(|_| Uri::from_static("/"));
        let AppState { backend, site, assets, .. } = self.state;
        pages::draw(State(backend), State(site), State(assets), Request::from_parts(self.head, Body::empty())).await
    }
}
