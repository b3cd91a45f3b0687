//! Who asks: the cookie of a session, and the actor it stands for.

use crate::{cookies, rest::problem, state::BaseUrl};
use app::routes::second_step;
use app::{Browser, Session};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Backend,
    secret::Secret,
    usecases::sign_in::{self, Identified},
};
use domain::{account::Actor, limits, second_step::Lacks};
use std::time::Duration;

/// The cookie of those who are signed in: their pages are theirs alone.
pub const SESSION: &str = "session";
/// The cookie of a browser that asked for a mail to sign in with. Its pages are everybody's.
const BROWSER: &str = "sign-in";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const SESSION_LASTS: Duration = DAY.saturating_mul(limits::SESSION_DAYS as u32);

/// Tells pages and forms who asks ([`Actor`] in the request's extensions). What is answered to somebody who is signed in
/// is kept nowhere.
pub async fn identify(State(backend): State<Backend>, State(base): State<BaseUrl>, mut request: Request, next: Next) -> Response {
    if let Some(browser) = browser(request.headers()) {
        request.extensions_mut().insert(Browser(browser));
    }
    let Some(session) = session(request.headers()) else { return next.run(request).await };
    let Identified { actor, lacks } = match sign_in::identify(&backend, &session).await {
        Ok(identified) => identified,
        Err(failure) => return problem::Problem::from(failure).into_response(),
    };
    let is_visitor = actor == Actor::Visitor;
    request.extensions_mut().insert(actor);
    request.extensions_mut().insert(Session { secret: session.clone(), lacks });
    let mut response = match lacks.and_then(|lacks| second_step_first(lacks, &request)) {
        Some(way) => Redirect::to(&way).into_response(),
        None => next.run(request).await,
    };
    if !is_visitor {
        // Each visit counts anew; a form that ends or begins a session has the last word.
        if !response.headers().contains_key(header::SET_COOKIE) {
            cookies::set(response.headers_mut(), &base, SESSION, session.reveal(), Some(SESSION_LASTS));
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    response
}

/// The second step, on the way to pages of moderators.
fn second_step_first(lacks: Lacks, request: &Request) -> Option<String> {
    let to = request.uri();
    // What a form sends is refused, and kept with that.
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_moderators = reads && to.path().strip_prefix("/moderation").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    is_moderators.then(|| second_step(lacks, to.path_and_query().map_or("/moderation", |page| page.as_str())))
}

/// What the cookie of a session holds.
pub fn session(headers: &HeaderMap) -> Option<Secret> {
    cookies::get(headers, SESSION).as_deref().map(Secret::given).filter(Secret::is_whole)
}

/// What this browser was given when it asked for a mail.
pub fn browser(headers: &HeaderMap) -> Option<Secret> {
    cookies::get(headers, BROWSER).as_deref().map(Secret::given).filter(Secret::is_whole)
}

/// Lets a browser prove that it asked.
pub fn remember_browser(headers: &mut HeaderMap, base: &BaseUrl, browser: &Secret) {
    cookies::set(headers, base, BROWSER, browser.reveal(), Some(DAY));
}

/// Begins a session in a browser.
pub fn begin(headers: &mut HeaderMap, base: &BaseUrl, session: &Secret) {
    cookies::set(headers, base, SESSION, session.reveal(), Some(SESSION_LASTS));
    cookies::forget(headers, base, BROWSER);
}

/// Ends the session in a browser.
pub fn end(headers: &mut HeaderMap, base: &BaseUrl) {
    cookies::forget(headers, base, SESSION);
}
