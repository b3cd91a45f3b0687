//! Signing in and out.

use super::Sent;
use crate::{rest::problem::Problem, session, state::AppState};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    secret::Secret,
    usecases::sign_in::{self, Proof, SignedIn},
};
use domain::Error;

const ASK: &str = "/sign-in";
const CODE: &str = "/sign-in/code";

/// Sends a mail to sign in with.
pub async fn ask(State(state): State<AppState>, sent: Sent) -> Response {
    if !state.networks.may_try(&sent.head) {
        return sent.again(ASK, Error::TooMany).await;
    }
    let browser = session::browser(&sent.head.headers);
    let next = sent.value("next").parse().ok();
    match sign_in::ask(&state.backend, sent.value("email"), sent.lang(), browser, next.as_ref()).await {
        Ok(asked) => {
            let mut response = Redirect::to(CODE).into_response();
            session::remember_browser(response.headers_mut(), &state.base_url, &asked.browser);
            response
        }
        Err(failure) => sent.again(ASK, failure).await,
    }
}

/// Signs in with the code of a mail.
pub async fn code(State(state): State<AppState>, sent: Sent) -> Response {
    if !state.networks.may_try(&sent.head) {
        return sent.again(CODE, Error::TooMany).await;
    }
    let browser = browser(&sent.head.headers);
    match sign_in::confirm(&state.backend, Proof::Code(sent.value("code")), &browser, sent.lang()).await {
        Ok(signed_in) => begin(&state, &signed_in),
        Err(failure) => sent.again(CODE, failure).await,
    }
}

/// Signs in with the link of a mail.
pub async fn link(State(state): State<AppState>, Path(link): Path<String>, sent: Sent) -> Response {
    if !Secret::given(&link).is_whole() {
        return sent.again(ASK, Error::NotFound).await;
    }
    if !state.networks.may_try(&sent.head) {
        return sent.again(ASK, Error::TooMany).await;
    }
    let browser = browser(&sent.head.headers);
    match sign_in::confirm(&state.backend, Proof::Link(&link), &browser, sent.lang()).await {
        Ok(signed_in) => begin(&state, &signed_in),
        // Its page says why.
        Err(Failure::Told(_)) => Redirect::to(&format!("/sign-in/{link}")).into_response(),
        Err(failure) => sent.again(ASK, failure).await,
    }
}

/// Ends this session.
pub async fn out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    if let Some(session) = session::session(&headers)
        && let Err(failure) = sign_in::sign_out(&state.backend, &session).await
    {
        return Problem::from(failure).into_response();
    }
    gone(&state)
}

/// Ends all sessions of whoever asks.
pub async fn out_everywhere(State(state): State<AppState>, sent: Sent) -> Response {
    match sign_in::sign_out_everywhere(&state.backend, &sent.actor()).await {
        Ok(()) => gone(&state),
        Err(failure) => sent.again(ASK, failure).await,
    }
}

fn begin(state: &AppState, signed_in: &SignedIn) -> Response {
    let mut response = Redirect::to(signed_in.next.as_deref().unwrap_or("/account")).into_response();
    session::begin(response.headers_mut(), &state.base_url, &signed_in.session);
    response
}

fn gone(state: &AppState) -> Response {
    let mut response = Redirect::to("/").into_response();
    session::end(response.headers_mut(), &state.base_url);
    response
}

/// What this browser was given; one that was given nothing gets a secret nobody knows.
fn browser(headers: &HeaderMap) -> Secret {
    session::browser(headers).unwrap_or_else(Secret::random)
}
