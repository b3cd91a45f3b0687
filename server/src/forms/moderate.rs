//! Deciding.

use super::Sent;
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::moderate::{self, Decision},
};
use domain::Error;

/// Decides on a submission, and goes on with the next.
pub async fn decide(State(state): State<AppState>, Path(revision): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    match decided(&state, &revision, &sent).await {
        Ok(()) => Redirect::to("/moderation").into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

async fn decided(state: &AppState, revision: &str, sent: &Sent) -> Result<(), Failure> {
    let revision = revision.parse().map_err(|_| Error::NotFound)?;
    let decision: Decision = sent.value("decision").parse()?;
    let version = sent.value("version").parse().map_err(|_| Error::Conflict)?;
    moderate::decide(&state.backend, &sent.actor(), revision, version, decision, sent.value("reason")).await
}
