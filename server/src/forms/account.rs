//! One's own account.

use super::Sent;
use crate::{rest::problem::Problem, session, state::AppState};
use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use backend::usecases::{
    change_language::change_language, curate::set_digest, delete_account::delete_account, export_account::export_account,
};
use domain::FieldError;

const ACCOUNT: &str = "/account";
const DELETE: &str = "/account/delete";

/// Chooses the language of mails.
pub async fn language(State(state): State<AppState>, sent: Sent) -> Response {
    let language = match sent.value("language").parse() {
        Ok(language) => language,
        Err(problem) => return sent.again(ACCOUNT, domain::Error::Invalid(vec![FieldError::new("language", problem)])).await,
    };
    match change_language(&state.backend, &sent.actor(), language).await {
        Ok(()) => Redirect::to(ACCOUNT).into_response(),
        Err(failure) => sent.again(ACCOUNT, failure).await,
    }
}

/// Chooses whether a moderator is told by mail that something waits.
pub async fn digest(State(state): State<AppState>, sent: Sent) -> Response {
    match set_digest(&state.backend, &sent.actor(), sent.value("digest") == "daily").await {
        Ok(()) => Redirect::to(ACCOUNT).into_response(),
        Err(failure) => sent.again(ACCOUNT, failure).await,
    }
}

/// Deletes the account, and ends the session with it.
pub async fn delete(State(state): State<AppState>, sent: Sent) -> Response {
    match delete_account(&state.backend, &sent.actor(), sent.value("typed")).await {
        Ok(()) => {
            let mut response = Redirect::to(&app::routes::done("/", "account-deleted")).into_response();
            session::end(response.headers_mut(), &state.base_url);
            response
        }
        Err(failure) => sent.again(DELETE, failure).await,
    }
}

/// Everything that is kept about whoever asks, as a file.
pub async fn export(State(state): State<AppState>, sent: Sent) -> Response {
    match export_account(&state.backend, &sent.actor()).await {
        Ok(export) => ([(header::CONTENT_DISPOSITION, "attachment; filename=\"allmende.json\"")], Json(export)).into_response(),
        Err(failure) => Problem::from(failure).into_response(),
    }
}
