//! Writing entries and handing them in.

use super::Sent;
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Backend, Failure,
    usecases::{
        freshness::confirm_entry,
        write::{
            Beginning, Discarded, Draft, Ending, Saved, Seen, begin_revision, create_entry, delete_entry, discard_draft, end_entry,
            find_duplicates, find_own_duplicates, save_draft, show_draft, submit, take_back,
        },
    },
};
use domain::{
    Error,
    account::Actor,
    form::{self, Section},
    id::EntryId,
    vocabulary::Kind,
};

/// Begins an entry.
pub async fn create(State(state): State<AppState>, Path(kind): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    match begun(&state, &kind, &sent).await {
        Ok(id) => Redirect::to(&app::routes::draft(id)).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

async fn begun(state: &AppState, kind: &str, sent: &Sent) -> Result<EntryId, Failure> {
    let kind = [Kind::Project, Kind::Lesson].into_iter().find(|known| known.id() == kind).ok_or(Error::NotFound)?;
    let (actor, lang) = (sent.actor(), sent.lang());
    if actor.account().is_none() {
        return Err(Error::Unauthenticated.into());
    }
    let organisation = sent.value("organisation").parse().map_err(|_| Error::NotFound)?;
    // Asked once: whoever saw what is there says whether it is another.
    let is_another = sent.value("another") == "yes";
    if !is_another && is_there(&state.backend, &actor, kind, sent.value("title")).await? {
        return Err(Error::Conflict.into());
    }
    create_entry(&state.backend, &actor, &Beginning { kind, organisation, typed: &sent.typed, lang }).await
}

/// Whether readers see something of such a title, or one's own organisations are writing it.
async fn is_there(backend: &Backend, actor: &Actor, kind: Kind, title: &str) -> Result<bool, Failure> {
    let public = find_duplicates(backend, actor, kind, title).await?;
    Ok(!public.is_empty() || !find_own_duplicates(backend, actor, kind, title).await?.is_empty())
}

/// Keeps a section.
pub async fn save(State(state): State<AppState>, Path((id, section)): Path<(String, String)>, sent: Sent) -> Response {
    let page = sent.page();
    let answer = saved(&state, &id, &section, &sent).await;
    let asks_as_program = sent.wants_json();
    match answer {
        Ok((draft, known, _)) if asks_as_program => {
            let said = app::saved(&draft, known, sent.lang());
            // What the form shows from now on, and not what stands beside it from others by now.
            let seen = Seen::typed(&sent.typed, known).write();
            // As text: a script may not read large numbers whole.
            axum::Json(serde_json::json!({"version": draft.version.to_string(), "seen": seen, "said": said})).into_response()
        }
        Ok((.., next)) => Redirect::to(&next).into_response(),
        Err(failure) if asks_as_program => crate::rest::problem::Problem::from(failure).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// The draft as it stands now, and where to go on.
async fn saved(state: &AppState, id: &str, section: &str, sent: &Sent) -> Result<(Draft, &'static Section, String), Failure> {
    let id: EntryId = id.parse().map_err(|_| Error::NotFound)?;
    let actor = sent.actor();
    let version = sent.value("version").parse().map_err(|_| Error::Conflict)?;
    if let Saved::Overtaken(_) = save_draft(&state.backend, &actor, id, section, &sent.typed, version).await? {
        return Err(Error::Conflict.into());
    }
    let draft = show_draft(&state.backend, &actor, id).await?;
    let sections = form::sections(draft.entry.kind);
    let position = sections.iter().position(|known| known.id == section).unwrap_or_default();
    let known = sections.get(position).ok_or(Error::NotFound)?;
    let is_wrong = app::wrong_in(&draft, known).next().is_some();
    let next = match sections.get(position + 1) {
        _ if is_wrong || sent.value("then") == "stay" => app::routes::draft_section(id, section),
        Some(next) => app::routes::draft_section(id, next.id),
        None if draft.entry.kind == Kind::Project => app::routes::draft_step(id, "pictures"),
        None => app::routes::draft(id),
    };
    Ok((draft, known, next))
}

/// Hands in, takes back, goes on, throws away, puts away.
pub async fn step(State(state): State<AppState>, Path((id, step)): Path<(String, String)>, sent: Sent) -> Response {
    match stepped(&state, &id, &step, &sent).await {
        Ok(to) => Redirect::to(&to).into_response(),
        Err(failure) => sent.again(&format!("/submit/{id}"), failure).await,
    }
}

async fn stepped(state: &AppState, id: &str, step: &str, sent: &Sent) -> Result<String, Failure> {
    let (id, actor, backend): (EntryId, _, _) = (id.parse().map_err(|_| Error::NotFound)?, sent.actor(), &state.backend);
    let overview = app::routes::draft(id);
    match step {
        "submit" => submit(backend, &actor, id).await?,
        "take-back" => take_back(backend, &actor, id).await?,
        "begin" => {
            let number = sent.value("number");
            let from = (!number.is_empty()).then(|| number.parse()).transpose().map_err(|_| Error::NotFound)?;
            begin_revision(backend, &actor, id, from).await?;
        }
        "discard" => {
            let version = sent.value("version").parse().map_err(|_| Error::Conflict)?;
            let (to, done) = match discard_draft(backend, &actor, id, version).await? {
                Discarded::Draft => (overview.as_str(), "draft-deleted"),
                Discarded::Entry => ("/submit", "draft-deleted"),
                Discarded::Kept => (overview.as_str(), "draft-kept"),
            };
            return Ok(app::routes::done(to, done));
        }
        "delete" => {
            delete_entry(backend, &actor, id).await?;
            return Ok(app::routes::done("/submit", "entry-deleted"));
        }
        "confirm" => confirm_entry(backend, &actor, id).await?,
        "end" => {
            let ending: Ending = sent.value("ending").parse()?;
            end_entry(backend, &actor, id, ending).await?;
        }
        _ => return Err(Error::NotFound.into()),
    }
    Ok(overview)
}
