//! Deciding, and undoing it.

use super::{Sent, done};
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::moderate::{self, Answer, Asked, Decision, Typed},
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    id::{EntryId, RevisionId},
};

const QUEUE: &str = "/moderation";
const TEMPLATES: &str = "/moderation/templates";

/// Decides on a submission, and goes on with the next in the order that was asked for.
pub async fn decide(State(state): State<AppState>, Path(revision): Path<String>, sent: Sent) -> Response {
    match decided(&state, &revision, &sent).await {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(failure) => {
            let page = with(&sent.page(), &sent.asked(), None);
            sent.again(&page, failure).await
        }
    }
}

async fn decided(state: &AppState, revision: &str, sent: &Sent) -> Result<String, Failure> {
    let (actor, asked) = (sent.actor(), sent.asked().on_page(1));
    let revision: RevisionId = revision.parse().map_err(|_| Error::NotFound)?;
    let version = sent.value("version").parse().map_err(|_| Error::Conflict)?;
    if let Some((owner, of_owner)) = sent.value("owner").split_once(':') {
        let owner = (owner.parse().map_err(|_| Error::Conflict)?, of_owner.parse().map_err(|_| Error::Conflict)?);
        let batch = moderate::publish_with_owner(&state.backend, &actor, owner, (revision, version), &sent.answer_with_owner()?).await?;
        return Ok(next_page(state, &actor, &asked, revision, &batch).await);
    }
    let answer = sent.answer()?;
    if sent.value("take-over") == "yes" {
        moderate::take_over(&state.backend, &actor, revision).await?;
    }
    let decided = moderate::decide(&state.backend, &actor, revision, version, &answer).await?;
    Ok(next_page(state, &actor, &asked, revision, &decided.batch).await)
}

/// Where one goes on. What was done is done, whether there is a next one or not.
async fn next_page(state: &AppState, actor: &Actor, asked: &Asked, decided: RevisionId, batch: &str) -> String {
    let next = moderate::next_of(&state.backend, actor, asked, decided).await.ok().flatten();
    let page = next.map_or_else(|| QUEUE.to_owned(), |next| format!("{QUEUE}/{next}"));
    with(&page, asked, Some(batch))
}

/// Lets others read it.
pub async fn release(State(state): State<AppState>, Path(revision): Path<String>, sent: Sent) -> Response {
    let outcome = match revision.parse() {
        Ok(revision) => moderate::release(&state.backend, &sent.actor(), revision).await,
        Err(_) => Err(Error::NotFound.into()),
    };
    match outcome {
        Ok(()) => Redirect::to(&done(&with(QUEUE, &sent.asked(), None), "released")).into_response(),
        Err(failure) => sent.again(QUEUE, failure).await,
    }
}

/// Goes on with what somebody else has open.
pub async fn take_over(State(state): State<AppState>, Path(revision): Path<String>, sent: Sent) -> Response {
    let outcome = match revision.parse() {
        Ok(revision) => moderate::take_over(&state.backend, &sent.actor(), revision).await,
        Err(_) => Err(Error::NotFound.into()),
    };
    let page = with(&format!("{QUEUE}/{revision}"), &sent.asked(), None);
    match outcome {
        Ok(()) => Redirect::to(&done(&page, "taken-over")).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Decides on all that are ticked.
pub async fn bulk(State(state): State<AppState>, sent: Sent) -> Response {
    let page = |batch: Option<&str>| with(QUEUE, &sent.asked(), batch);
    // The ticks are to be changed, and nothing is decided.
    if matches!(sent.value("step"), "all" | "none") {
        let page = page(None);
        return sent.rehearse(&page).await;
    }
    match decided_all(&state, &sent).await {
        Ok(batch) => Redirect::to(&page(Some(&batch))).into_response(),
        Err(failure) => {
            let page = page(None);
            sent.again(&page, failure).await
        }
    }
}

async fn decided_all(state: &AppState, sent: &Sent) -> Result<String, Failure> {
    let picked = sent.typed.iter().filter(|(name, _)| name == "picked").map(|(_, value)| {
        let (id, version) = value.split_once(':').ok_or(Error::Conflict)?;
        Ok((id.parse().map_err(|_| Error::Conflict)?, version.parse().map_err(|_| Error::Conflict)?))
    });
    let picked = picked.collect::<Result<Vec<_>, Error>>()?;
    moderate::decide_all(&state.backend, &sent.actor(), &picked, &sent.answer()?).await
}

/// Undoes what was decided with one press, or one of it; back to where the button was.
pub async fn undo(State(state): State<AppState>, Path(batch): Path<String>, sent: Sent) -> Response {
    let outcome = match sent.value("decision") {
        "" => moderate::undo(&state.backend, &sent.actor(), &batch).await,
        one => moderate::undo_only(&state.backend, &sent.actor(), &batch, one).await,
    };
    let page = sent.value("entry").parse().map_or_else(|_| QUEUE.to_owned(), |entry: EntryId| format!("{QUEUE}/entries/{entry}"));
    match outcome {
        Ok(()) => Redirect::to(&with(&page, &sent.asked(), Some(&batch))).into_response(),
        Err(failure) => {
            let page = with(&page, &sent.asked(), None);
            sent.again(&page, failure).await
        }
    }
}

/// Adds, changes or removes a reason that is kept.
pub async fn templates(State(state): State<AppState>, sent: Sent) -> Response {
    match template_changed(&state, &sent).await {
        Ok(what) => Redirect::to(&done(TEMPLATES, what)).into_response(),
        Err(failure) => sent.again(TEMPLATES, failure).await,
    }
}

/// What was done.
async fn template_changed(state: &AppState, sent: &Sent) -> Result<&'static str, Failure> {
    let (backend, actor, id) = (&state.backend, sent.actor(), sent.value("id"));
    let typed = Typed {
        title_de: sent.value("title_de"),
        title_en: sent.value("title_en"),
        text_de: sent.value("text_de"),
        text_en: sent.value("text_en"),
    };
    let version = || sent.value("version").parse().map_err(|_| Error::Conflict);
    match sent.value("step") {
        "add" => moderate::add_template(backend, &actor, &typed).await.map(|()| "template-added"),
        "change" => moderate::change_template(backend, &actor, id, version()?, &typed).await.map(|()| "template-changed"),
        "remove" => moderate::remove_template(backend, &actor, id, version()?).await.map(|()| "template-removed"),
        _ => Err(Error::NotFound.into()),
    }
}

impl Sent {
    /// The filters of the queue that the form was sent from; none where they are wrong.
    fn asked(&self) -> Asked {
        Asked::parse(self.head.uri.query().unwrap_or_default(), app::is_beside_filters).unwrap_or_default()
    }

    /// What is said to an entry that is published with its organisation. Whoever chose another way did not mean that.
    fn answer_with_owner(&self) -> Result<Answer<'_>, Error> {
        match self.value("decision") {
            "" | "publish" => Ok(Answer { decision: Decision::Publish, template: self.value("template"), reason: self.value("reason") }),
            _ => Err(Error::Invalid(vec![FieldError::new("decision", Problem::Required)])),
        }
    }

    /// What was decided, and why.
    fn answer(&self) -> Result<Answer<'_>, Error> {
        Ok(Answer { decision: self.value("decision").parse()?, template: self.value("template"), reason: self.value("reason") })
    }
}

fn with(page: &str, asked: &Asked, batch: Option<&str>) -> String {
    let batch = batch.map(|batch| domain::query::write([("batch", batch)]));
    let parts = [Some(asked.to_query_string()), batch].into_iter().flatten().filter(|part| !part.is_empty());
    let query = parts.collect::<Vec<_>>().join("&");
    if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
}
