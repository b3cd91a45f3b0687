//! The second step of moderators. What a browser is asked and what it answers goes as JSON, sent by the page's script; other
//! sites are kept out as from all forms.

use super::Sent;
use crate::{rest::problem::Problem, session, state::AppState};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use backend::{Result, secret::Secret, usecases::passkeys};
use domain::{Error, FieldError, limits};
use serde_json::Value;

const PAGE: &str = "/account/passkeys";

/// What a browser is asked for a new passkey.
pub async fn begin_adding(State(state): State<AppState>, sent: Sent) -> Response {
    let begun = async { passkeys::begin_adding(&state.backend, &session(&sent)?, sent.value("name")).await };
    options(begun.await)
}

/// The new passkey.
pub async fn add(State(state): State<AppState>, sent: Sent) -> Response {
    let added = async { passkeys::add(&state.backend, &session(&sent)?, answer(&state, &sent)?).await };
    done(added.await)
}

/// What a browser is asked for one that is there.
pub async fn begin_proving(State(state): State<AppState>, sent: Sent) -> Response {
    let begun = async { passkeys::begin_proving(&state.backend, &session(&sent)?).await };
    options(begun.await)
}

/// The proof.
pub async fn prove(State(state): State<AppState>, sent: Sent) -> Response {
    let proved = async { passkeys::prove(&state.backend, &session(&sent)?, answer(&state, &sent)?).await };
    done(proved.await)
}

/// Calls one something else.
pub async fn rename(State(state): State<AppState>, sent: Sent) -> Response {
    let renamed = async { passkeys::rename(&state.backend, &session(&sent)?, sent.value("passkey"), sent.value("name")).await };
    match renamed.await {
        Ok(()) => Redirect::to(PAGE).into_response(),
        Err(failure) => sent.again(PAGE, failure).await,
    }
}

/// Removes one.
pub async fn remove(State(state): State<AppState>, sent: Sent) -> Response {
    let removed = async { passkeys::remove(&state.backend, &session(&sent)?, sent.value("passkey")).await };
    match removed.await {
        Ok(()) => Redirect::to(PAGE).into_response(),
        Err(failure) => sent.again(PAGE, failure).await,
    }
}

fn session(sent: &Sent) -> Result<Secret> {
    Ok(session::session(&sent.head.headers).ok_or(Error::Unauthenticated)?)
}

/// Whoever tries many is held up.
fn answer<'a>(state: &AppState, sent: &'a Sent) -> Result<&'a str> {
    if !state.networks.may_try(&sent.head) {
        return Err(Error::TooMany.into());
    }
    let answer = sent.value(backend::passkeys::FIELD);
    if answer.len() > limits::PASSKEY_ANSWER {
        let problem = domain::Problem::TooLong { max: limits::PASSKEY_ANSWER, actual: answer.len() };
        return Err(vec![FieldError::new(backend::passkeys::FIELD, problem)].into());
    }
    Ok(answer)
}

fn options(begun: Result<Value>) -> Response {
    begun.map_or_else(|failure| Problem::from(failure).into_response(), |options| Json(options).into_response())
}

fn done(outcome: Result<()>) -> Response {
    outcome.map_or_else(|failure| Problem::from(failure).into_response(), |()| StatusCode::NO_CONTENT.into_response())
}
