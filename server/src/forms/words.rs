//! What values are called, and which words mean the same.

use super::{Sent, done};
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Backend, Failure,
    usecases::words::{Typed, add_group, change_group, change_label, remove_group},
};
use domain::{Error, account::Actor};

const SYNONYMS: &str = "/moderation/synonyms";

/// Calls a value something else, or shows what that would change.
pub async fn label(State(state): State<AppState>, Path((vocabulary, value)): Path<(String, String)>, sent: Sent) -> Response {
    let page = sent.page();
    if sent.value("step") == "try" {
        return sent.rehearse(&page).await;
    }
    let typed = Typed { de: sent.value("de"), en: sent.value("en"), about_de: sent.value("about_de"), about_en: sent.value("about_en") };
    match change_label(&state.backend, &sent.actor(), &vocabulary, &value, sent.version(), &typed).await {
        Ok(()) => Redirect::to(&done(&page, "words-saved")).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Adds, changes or removes a group of words, or shows what that would change.
pub async fn synonyms(State(state): State<AppState>, Path(id): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    if matches!(sent.value("step"), "try" | "try-remove") {
        return sent.rehearse(&page).await;
    }
    match group_changed(&state.backend, &sent.actor(), &id, &sent).await {
        Ok((next, what)) => Redirect::to(&done(&next, what)).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Gives the page that shows it, and what was done.
async fn group_changed(backend: &Backend, actor: &Actor, id: &str, sent: &Sent) -> Result<(String, &'static str), Failure> {
    match (sent.value("step"), id) {
        ("save", "new") => Ok((app::routes::synonyms(&add_group(backend, actor, sent.value("words")).await?), "words-saved")),
        ("save", id) => {
            change_group(backend, actor, id, sent.version(), sent.value("words")).await?;
            Ok((sent.page(), "words-saved"))
        }
        ("remove", id) => {
            remove_group(backend, actor, id, sent.version()).await?;
            Ok((SYNONYMS.to_owned(), "words-removed"))
        }
        _ => Err(Error::NotFound.into()),
    }
}

impl Sent {
    /// The version that was shown; none that there is where it cannot be read.
    fn version(&self) -> i64 {
        self.value("version").parse().unwrap_or(-1)
    }
}
