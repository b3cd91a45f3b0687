//! `GET /api/v1/projects/{slug}` and its sisters: the root, the document in the interchange format, and what
//! belongs to it.

use super::{
    json,
    problem::{Path, Problem},
};
use crate::state::BaseUrl;
use axum::{Json, extract::State};
use backend::{
    Backend,
    storage::entries::Entry,
    usecases::{
        show_lesson::show_lesson,
        show_organisation::show_organisation,
        show_project::show_project,
        views::{Card, Listed},
    },
};
use domain::account::Actor;
use serde_json::{Value, json};

type Answer = Result<Json<Value>, Problem>;

/// One project with its lessons.
pub async fn project(State(backend): State<Backend>, State(base): State<BaseUrl>, Path(slug): Path<String>) -> Answer {
    let view = show_project(&backend, &Actor::Visitor, &slug).await?;
    let mut answer = root(&base.0, &view.entry);
    put(&mut answer, "lessons", &view.lessons, |card| link(&base.0, card));
    Ok(Json(answer))
}

/// One lesson with its projects and contradictions.
pub async fn lesson(State(backend): State<Backend>, State(base): State<BaseUrl>, Path(slug): Path<String>) -> Answer {
    let view = show_lesson(&backend, &Actor::Visitor, &slug).await?;
    let mut answer = root(&base.0, &view.entry);
    put(&mut answer, "projects", &view.projects, |card| link(&base.0, card));
    put(&mut answer, "contradictions", &view.contradictions, |(card, why)| {
        let mut other = link(&base.0, card);
        other["why"] = json!(why);
        other
    });
    Ok(Json(answer))
}

/// One organisation with its projects and lessons.
pub async fn organisation(State(backend): State<Backend>, State(base): State<BaseUrl>, Path(slug): Path<String>) -> Answer {
    let view = show_organisation(&backend, &Actor::Visitor, &slug).await?;
    let mut answer = root(&base.0, &view.entry);
    put(&mut answer, "projects", &view.projects, |card| link(&base.0, card));
    put(&mut answer, "lessons", &view.lessons, |card| link(&base.0, card));
    Ok(Json(answer))
}

fn root(base: &str, entry: &Entry) -> Value {
    json!({
        "kind": entry.kind,
        "slug": entry.slug,
        "url": json::url(base, entry.kind, &entry.slug),
        "state": entry.state.id(),
        "origin": entry.origin,
        "revision": entry.revision.as_ref().map(|revision| revision.number),
        "published_at": entry.published_at.map(json::time),
        "updated_at": json::time(entry.updated_at),
        "confirmed_at": entry.confirmed_at.map(json::time),
        "organisation_name": entry.organisation.as_ref().map(|owner| &owner.document.name),
        "document": entry.revision.as_ref().map(|revision| &revision.document),
    })
}

/// The first of them, and in `{name}_total` how many there are: search pages through all.
fn put<T>(answer: &mut Value, name: &str, listed: &Listed<T>, write: impl Fn(&T) -> Value) {
    answer[name] = listed.items.iter().map(write).collect();
    answer[format!("{name}_total")] = json!(listed.total);
}

fn link(base: &str, card: &Card) -> Value {
    json!({"kind": card.kind, "slug": card.slug, "title": card.title, "url": json::url(base, card.kind, &card.slug)})
}
