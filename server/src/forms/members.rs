//! Organisations and who belongs to them.

use super::Sent;
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::members::{self, Claimed, Decision, Founding},
};
use domain::{Error, FieldError, id::AccountId, local_path::LocalPath, text::Slug};

const NEW: &str = "/organisations/new";
const MODERATION: &str = "/moderation/claims";

/// Founds an organisation.
pub async fn found(State(state): State<AppState>, sent: Sent) -> Response {
    // German, as most are, unless somebody says otherwise: the language of the page is not that of their text.
    let language = match Some(sent.value("language")).filter(|language| !language.is_empty()).map(str::parse).transpose() {
        Ok(language) => language.unwrap_or_default(),
        Err(problem) => return sent.again(NEW, Error::Invalid(vec![FieldError::new("language", problem)])).await,
    };
    let given = Founding {
        name: sent.value("name"),
        kind: sent.value("kind"),
        place: sent.value("place"),
        website: sent.value("website"),
        description: sent.value("description"),
        language,
        is_another: !sent.value("is_another").is_empty(),
    };
    match members::found(&state.backend, &sent.actor(), &given).await {
        Ok(slug) => {
            let next = sent.value("next").parse::<LocalPath>().map_or_else(|_| page(&slug, "members"), |next| next.to_string());
            Redirect::to(&app::routes::done(&next, "founded")).into_response()
        }
        Err(failure) => sent.again(NEW, failure).await,
    }
}

/// Claims an organisation.
pub async fn claim(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    if !state.networks.may_try(&sent.head) {
        return sent.again(&page(&slug, "claim"), domain::Error::TooMany).await;
    }
    let outcome = members::claim(&state.backend, &sent.actor(), &slug, sent.value("note")).await;
    let way = if matches!(outcome, Ok(Claimed::Owner)) { "members" } else { "claim" };
    answer(sent, outcome, &page(&slug, "claim"), &page(&slug, way)).await
}

/// Withdraws a claim.
pub async fn withdraw_claim(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let outcome = members::withdraw_claim(&state.backend, &sent.actor(), &slug).await;
    let page = page(&slug, "claim");
    answer(sent, outcome, &page, &page).await
}

/// Decides a claim, on the page of the organisation's members.
pub async fn decide_as_owner(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let outcome = decide(&state, &sent, &slug).await;
    let page = page(&slug, "members");
    answer(sent, outcome, &page, &page).await
}

/// Decides a claim, on the page of all that wait.
pub async fn decide_as_moderator(State(state): State<AppState>, sent: Sent) -> Response {
    let outcome = decide(&state, &sent, sent.value("organisation")).await;
    let on = super::done(MODERATION, if sent.value("decision") == "accept" { "claim-accepted" } else { "claim-refused" });
    answer(sent, outcome, MODERATION, &on).await
}

async fn decide(state: &AppState, sent: &Sent, slug: &str) -> backend::Result<()> {
    let decision = if sent.value("decision") == "accept" { Decision::Accept } else { Decision::Refuse(sent.value("reason")) };
    members::decide_claim(&state.backend, &sent.actor(), slug, sent.value("claim"), decision).await
}

/// Invites somebody.
pub async fn invite(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let page = page(&slug, "members");
    // A mail goes to somebody who did not ask for it.
    if !state.networks.may_try(&sent.head) {
        return sent.again(&page, Error::TooMany).await;
    }
    let outcome = members::invite(&state.backend, &sent.actor(), &slug, sent.value("email"), sent.value("role"), sent.lang()).await;
    answer(sent, outcome, &page, &page).await
}

/// Withdraws an invitation.
pub async fn withdraw_invitation(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let outcome = members::withdraw_invitation(&state.backend, &sent.actor(), &slug, sent.value("invitation")).await;
    let page = page(&slug, "members");
    answer(sent, outcome, &page, &page).await
}

/// Gives a member another role.
pub async fn role(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let outcome = match (member(&sent), sent.value("role").parse()) {
        (Ok(member), Ok(role)) => members::change_role(&state.backend, &sent.actor(), &slug, member, role).await,
        _ => Err(Error::Conflict.into()),
    };
    let page = page(&slug, "members");
    answer(sent, outcome, &page, &page).await
}

/// Ends the membership of another.
pub async fn remove(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let outcome = match member(&sent) {
        Ok(member) => members::remove(&state.backend, &sent.actor(), &slug, member).await,
        Err(failure) => Err(failure),
    };
    let page = page(&slug, "members");
    answer(sent, outcome, &page, &page).await
}

/// Ends one's own membership.
pub async fn leave(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let outcome = members::leave(&state.backend, &sent.actor(), &slug).await;
    answer(sent, outcome, &page(&slug, "members"), "/account").await
}

/// Accepts an invitation.
pub async fn accept(State(state): State<AppState>, Path(link): Path<String>, sent: Sent) -> Response {
    let here = if link.bytes().all(|byte| byte.is_ascii_alphanumeric()) { format!("/invitations/{link}") } else { "/invitations/0".into() };
    match members::accept(&state.backend, &sent.actor(), &link).await {
        Ok(slug) => Redirect::to(&app::routes::done(&page(&slug, "members"), "joined")).into_response(),
        // Its page says what is the matter.
        Err(Failure::Told(_)) => Redirect::to(&here).into_response(),
        Err(failure) => sent.again(&here, failure).await,
    }
}

fn member(sent: &Sent) -> backend::Result<AccountId> {
    sent.value("member").parse().map_err(|_| Error::Conflict.into())
}

/// Goes on where it worked; draws the form's page again where it was refused.
async fn answer<T>(sent: Sent, outcome: backend::Result<T>, here: &str, on: &str) -> Response {
    match outcome {
        Ok(_) => Redirect::to(on).into_response(),
        Err(failure) => sent.again(here, failure).await,
    }
}

/// A page of an organisation; where there can be none of that name, one that is not there.
fn page(slug: &str, page: &str) -> String {
    let slug = slug.parse::<Slug>().map_or_else(|_| "-".to_owned(), |slug| slug.to_string());
    format!("/organisations/{slug}/{page}")
}
