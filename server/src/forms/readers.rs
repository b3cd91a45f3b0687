//! Readers without an account: what they report and suggest, and what is decided about it.

use super::Sent;
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::readers::{
        self, Complaint, Corrected, Decided, Decision, NewDecision, Told, Which, answer_reports, decide_new, decide_suggestion,
        suggest_correction, suggest_entry,
    },
};
use domain::{Error, id::EntryId, vocabulary::Kind};

/// Keeps a report, and leads to where its answer will be.
pub async fn report(State(state): State<AppState>, Path(slug): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    if !state.readers.0.may_try(&sent.head) {
        return sent.again(&page, Error::TooMany).await;
    }
    let complaint = Complaint {
        kind: kind(&page),
        slug: &slug,
        reason: sent.value("reason"),
        text: sent.value("text"),
        email: sent.value("email"),
        trap: sent.value("nickname"),
        language: sent.lang(),
    };
    match readers::report(&state.backend, &sent.actor(), &complaint).await {
        Ok(link) => Redirect::to(&format!("/reports/{}", link.reveal())).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Keeps a correction until it is confirmed.
pub async fn correct(State(state): State<AppState>, Path((slug, section)): Path<(String, String)>, sent: Sent) -> Response {
    let page = sent.page();
    if !state.readers.0.may_try(&sent.head) {
        return sent.again(&page, Error::TooMany).await;
    }
    let corrected = Corrected {
        kind: kind(&page),
        slug: &slug,
        section: &section,
        typed: &sent.typed,
        why: sent.value("why"),
        email: sent.value("email"),
        trap: sent.value("nickname"),
        language: sent.lang(),
    };
    match suggest_correction(&state.backend, &sent.actor(), &corrected).await {
        Ok(()) => Redirect::to(app::routes::readers::SENT).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Keeps a new entry until it is confirmed.
pub async fn tell(State(state): State<AppState>, Path(kind): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    if !state.readers.0.may_try(&sent.head) {
        return sent.again(&page, Error::TooMany).await;
    }
    let Some(kind) = Kind::ALL.iter().copied().find(|known| known.id() == kind) else { return sent.again(&page, Error::NotFound).await };
    let told = Told {
        kind,
        typed: &sent.typed,
        organisation: sent.value("organisation"),
        why: sent.value("why"),
        email: sent.value("email"),
        trap: sent.value("nickname"),
        language: sent.lang(),
    };
    match suggest_entry(&state.backend, &sent.actor(), &told).await {
        Ok(()) => Redirect::to(app::routes::readers::SENT).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Confirms a suggestion.
pub async fn confirm(State(state): State<AppState>, Path(link): Path<String>, sent: Sent) -> Response {
    let link = if link.bytes().all(|byte| byte.is_ascii_alphanumeric()) { link } else { "0".into() };
    let here = app::routes::readers::suggestion(&link);
    match readers::confirm(&state.backend, &sent.actor(), &link).await {
        // Its page says where it stands, or that it is no more.
        Ok(()) | Err(Failure::Told(Error::NotFound)) => Redirect::to(&here).into_response(),
        Err(failure) => sent.again(&here, failure).await,
    }
}

/// Decides on a correction, as a member.
pub async fn decide_as_member(State(state): State<AppState>, Path((id, number)): Path<(String, String)>, sent: Sent) -> Response {
    let page = sent.page();
    let outcome = match (id.parse::<EntryId>(), number.parse()) {
        (Ok(id), Ok(number)) => decide(&state, &sent, Which::Of(id, number)).await.map(|_| app::routes::draft(id)),
        _ => Err(Error::NotFound.into()),
    };
    match outcome {
        Ok(to) => Redirect::to(&to).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

async fn decide(state: &AppState, sent: &Sent, which: Which<'_>) -> backend::Result<Decided> {
    let decision = match sent.value("decision") {
        "accept" => Decision::Accept {
            fields: sent.typed.iter().filter(|(name, _)| name == "field").map(|(_, value)| value.clone()).collect(),
            public: sent.value("public").parse().map_err(|_| Error::Conflict)?,
            draft: Some(sent.value("draft"))
                .filter(|version| !version.is_empty())
                .map(str::parse)
                .transpose()
                .map_err(|_| Error::Conflict)?,
        },
        "decline" => Decision::Decline(sent.value("reason").to_owned()),
        _ => return Err(Error::NotFound.into()),
    };
    decide_suggestion(&state.backend, &sent.actor(), which, &decision).await
}

/// Decides on a correction or a new entry, as a moderator, and goes on with the next.
pub async fn curate(State(state): State<AppState>, Path(id): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    // Another organisation is looked for: nothing is decided.
    if sent.value("decision") == "find" {
        return sent.rehearse(&page).await;
    }
    match curated(&state, &sent, &id).await {
        // Its page says that another has to agree.
        Ok(true) => Redirect::to(&app::routes::readers::curate(&id)).into_response(),
        Ok(false) => {
            let what = if sent.value("decision") == "accept" { "suggestion-published" } else { "suggestion-declined" };
            Redirect::to(&super::done(app::routes::readers::SUGGESTIONS, what)).into_response()
        }
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Whether another moderator still has to agree.
async fn curated(state: &AppState, sent: &Sent, id: &str) -> backend::Result<bool> {
    let decision = match sent.value("decision") {
        "accept" => NewDecision::Publish(sent.value("organisation").to_owned()),
        _ => NewDecision::Decline(sent.value("reason").to_owned()),
    };
    match decide_new(&state.backend, &sent.actor(), id, &decision).await {
        // It is no new entry, then.
        Err(Failure::Told(Error::NotFound)) => decide(state, sent, Which::Id(id)).await.map(|decided| decided == Decided::Agreed),
        outcome => outcome.map(|published| published.is_none() && matches!(decision, NewDecision::Publish(_))),
    }
}

/// Answers one report, or all about an entry.
pub async fn answer(State(state): State<AppState>, Path(entry): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    match answered(&state, &sent, &entry).await {
        Ok(()) => {
            let what = if sent.value("decision") == "answer" { "report-answered" } else { "report-closed" };
            Redirect::to(&super::done(app::routes::readers::REPORTS, what)).into_response()
        }
        Err(failure) => sent.again(&page, failure).await,
    }
}

async fn answered(state: &AppState, sent: &Sent, entry: &str) -> backend::Result<()> {
    let entry = entry.parse().map_err(|_| Error::NotFound)?;
    let answer = match sent.value("decision") {
        "answer" => Some(sent.value("answer")),
        "close" => None,
        _ => return Err(Error::NotFound.into()),
    };
    // Of all at once, those that whoever answers had before them.
    let one = Some(sent.value("report")).filter(|report| !report.is_empty());
    let seen: Vec<&str> = one.map_or_else(|| sent.value("seen").split(',').collect(), |one| vec![one]);
    answer_reports(&state.backend, &sent.actor(), entry, &seen, answer).await.map(drop)
}

/// What stands at an address of this kind.
fn kind(path: &str) -> Kind {
    let of = |kind: &&Kind| path.strip_prefix('/').is_some_and(|rest| rest.starts_with(kind.path()));
    Kind::ALL.iter().find(of).copied().unwrap_or(Kind::Project)
}
