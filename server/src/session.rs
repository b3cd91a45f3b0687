//! Who asks: the cookie of a session, and the actor it stands for.

use crate::{cookies, rest::problem, state::BaseUrl};
use app::Browser;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::{Backend, secret::Secret, usecases::sign_in};
use domain::{account::Actor, limits};
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
    let actor = match sign_in::actor(&backend, &session).await {
        Ok(actor) => actor,
        Err(failure) => return problem::Problem::from(failure).into_response(),
    };
    let is_visitor = actor == Actor::Visitor;
    request.extensions_mut().insert(actor);
    let mut response = next.run(request).await;
    if !is_visitor {
        // Each visit counts anew; a form that ends or begins a session has the last word.
        if !response.headers().contains_key(header::SET_COOKIE) {
            cookies::set(response.headers_mut(), &base, SESSION, session.reveal(), Some(SESSION_LASTS));
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    response
}

/// What the cookie of a session holds.
pub fn session(headers: &HeaderMap) -> Option<Secret> {
    cookies::get(headers, SESSION).as_deref().map(Secret::given)
}

/// What this browser was given when it asked for a mail.
pub fn browser(headers: &HeaderMap) -> Option<Secret> {
    cookies::get(headers, BROWSER).as_deref().map(Secret::given)
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
