//! `/{kind}/{slug}/revisions/{number}`: what an entry said in one revision. The address never changes.

use super::{lesson::LessonArticle, organisation::OrganisationArticle, param, project::ProjectArticle, slug};
use crate::{
    components::{entry_page::Edition, load::load},
    context::{backend, caller},
};
use backend::usecases::show_revision::{RevisionView, show_revision};
use domain::{Error, entry::Document, vocabulary::Kind};
use leptos::prelude::*;

/// A revision of a project.
#[component]
pub fn ProjectRevision() -> impl IntoView {
    of(Kind::Project)
}

/// A revision of a lesson.
#[component]
pub fn LessonRevision() -> impl IntoView {
    of(Kind::Lesson)
}

/// A revision of an organisation.
#[component]
pub fn OrganisationRevision() -> impl IntoView {
    of(Kind::Organisation)
}

fn of(kind: Kind) -> impl IntoView {
    let (backend, actor, slug, number) = (backend(), caller(), slug(), param("number"));
    let answer = async move {
        // One address for each: what reads as the same number, like `01` or `+1`, is none.
        let number = number.parse::<i64>().ok().filter(|parsed| parsed.to_string() == number).ok_or(Error::NotFound)?;
        show_revision(&backend, &actor, kind, &slug, number).await
    };
    load(answer, |view| view! { <RevisionPage view/> })
}

#[component]
fn RevisionPage(view: RevisionView) -> impl IntoView {
    let RevisionView { entry, current } = view;
    let edition = Edition::Older(current);
    match entry.revision.as_ref().map(|revision| revision.document.clone()) {
        Some(Document::Project(project)) => view! { <ProjectArticle entry project edition/> }.into_any(),
        Some(Document::Lesson(lesson)) => view! { <LessonArticle entry lesson edition/> }.into_any(),
        Some(Document::Organisation(organisation)) => view! { <OrganisationArticle entry organisation edition/> }.into_any(),
        None => ().into_any(),
    }
}
