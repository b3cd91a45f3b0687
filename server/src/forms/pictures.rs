//! Pictures of a project: putting one to the others, and what is said of them.

use super::Sent;
use crate::state::AppState;
use axum::{
    body::Body,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request, State, multipart::Field},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::write::{Saved, Way, Words, add_picture, describe_picture, move_picture, remove_picture, show_draft},
};
use domain::{Error, FieldError, Problem, id::EntryId, limits};

/// Takes a picture.
pub async fn add(State(state): State<AppState>, Path(id): Path<String>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let mut sent = Sent { state, head, typed: vec![] };
    let page = sent.page();
    match added(&mut sent, &id, body).await {
        Ok(to) => Redirect::to(&to).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

async fn added(sent: &mut Sent, id: &str, body: Body) -> Result<String, Failure> {
    let (id, actor): (EntryId, _) = (id.parse().map_err(|_| Error::NotFound)?, sent.actor());
    let backend = sent.state.backend.clone();
    // Nothing large is taken from somebody who may not send it.
    show_draft(&backend, &actor, id).await?;
    let picture = read(sent, body).await?;
    add_picture(&backend, &actor, id, picture, Words { alt: sent.value("alt"), credit: sent.value("credit") }).await?;
    Ok(app::routes::draft_step(id, "pictures"))
}

/// The bytes of the picture; what was typed goes to the rest that was sent. What is too much is read to its end, so that
/// the browser waits for our answer; only so much, that whoever goes on is cut off.
async fn read(sent: &mut Sent, body: Body) -> Result<Vec<u8>, Failure> {
    let mut request = Request::from_parts(sent.head.clone(), body);
    DefaultBodyLimit::max(limits::PICTURE_FORM).apply(&mut request);
    // No such form: then nothing was chosen.
    let Ok(mut form) = Multipart::from_request(request, &()).await else { return Ok(vec![]) };
    let mut picture = vec![];
    while let Some(field) = form.next_field().await.map_err(|_| cut_off())? {
        match field.name() {
            Some("file") => picture = bytes(field, limits::PICTURE).await?,
            Some(name @ ("alt" | "credit")) => {
                let name = name.to_owned();
                let text = bytes(field, limits::FORM).await?;
                sent.typed.push((name, String::from_utf8_lossy(&text).into_owned()));
            }
            _ => {}
        }
    }
    Ok(picture)
}

/// What a field holds; one byte more than allowed of what is longer.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = vec![];
    while let Some(chunk) = field.chunk().await.map_err(|_| cut_off())? {
        let room = (most + 1).saturating_sub(bytes.len());
        bytes.extend(chunk.iter().take(room));
    }
    Ok(bytes)
}

fn cut_off() -> Failure {
    vec![FieldError::new("file", Problem::FileTooLarge { max_mb: limits::PICTURE / 1_024 / 1_024 })].into()
}

/// Says something else of a picture, moves it, or takes it out.
pub async fn change(State(state): State<AppState>, Path((id, step)): Path<(String, String)>, sent: Sent) -> Response {
    match changed(&state, &id, &step, &sent).await {
        Ok(to) => Redirect::to(&to).into_response(),
        Err(failure) => sent.again(&format!("/submit/{id}/pictures"), failure).await,
    }
}

async fn changed(state: &AppState, id: &str, step: &str, sent: &Sent) -> Result<String, Failure> {
    let (id, actor): (EntryId, _) = (id.parse().map_err(|_| Error::NotFound)?, sent.actor());
    let file = sent.value("file");
    match step {
        "describe" | "up" | "down" => {
            let words = Words { alt: sent.value("alt"), credit: sent.value("credit") };
            let version = sent.value("version").parse().map_err(|_| Error::Conflict)?;
            let way = match step {
                "up" => Some(Way::Up),
                "down" => Some(Way::Down),
                _ => None,
            };
            let saved = match way {
                Some(way) => move_picture(&state.backend, &actor, id, (file, way), words, version).await?,
                None => describe_picture(&state.backend, &actor, id, file, words, version).await?,
            };
            let Saved::As(_) = saved else { return Err(Error::Conflict.into()) };
            if way.is_some() {
                return Ok(app::routes::moved_picture(id, file, step));
            }
        }
        "remove" => remove_picture(&state.backend, &actor, id, file).await?,
        _ => return Err(Error::NotFound.into()),
    }
    Ok(app::routes::draft_step(id, "pictures"))
}
