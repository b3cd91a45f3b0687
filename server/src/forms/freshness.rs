//! Answers to whether an entry is still right.

use super::Sent;
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::freshness::{Answer, answer},
};
use domain::Error;

/// Takes an answer by the link from a mail, and leads to the entry, which now says so. That it is over has to be said twice.
pub async fn still_right(State(state): State<AppState>, Path(link): Path<String>, sent: Sent) -> Response {
    let here = if link.bytes().all(|byte| byte.is_ascii_alphanumeric()) { format!("/still-right/{link}") } else { "/still-right/0".into() };
    let given = sent.value("answer").parse();
    if given == Ok(Answer::Over) && sent.value("sure") != "yes" {
        return Redirect::to(&format!("{here}?sure=over")).into_response();
    }
    let outcome = match given.clone() {
        Ok(given) => answer(&state.backend, &link, given).await,
        Err(error) => Err(Failure::from(error)),
    };
    match outcome {
        Ok(_) if given == Ok(Answer::Over) => Redirect::to(&format!("{here}?done=over")).into_response(),
        Ok(entry) => Redirect::to(&format!("{}#confirmed", app::routes::entry(entry.kind, &entry.slug))).into_response(),
        // Its page says what is the matter.
        Err(Failure::Told(Error::NotFound | Error::Conflict)) => Redirect::to(&here).into_response(),
        Err(failure) => sent.again(&here, failure).await,
    }
}
