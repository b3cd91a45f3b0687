//! `/suggest`: telling of a project or a lesson that is not there yet.

use super::WhyAndEmail;
use crate::{
    components::{
        field::{Field, Refusal},
        form::{Fields, Filled},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt},
    i18n::t,
    islands::writing::LiveWriting,
    pages::param,
    routes,
};
use domain::{Error, form, limits, vocabulary::Kind};
use leptos::prelude::*;
use serde_json::Map;

/// What one can tell of.
#[component]
pub fn SuggestNew() -> impl IntoView {
    let way = |kind: Kind, title: String, text: String| {
        view! { <li data-kind=kind.id()><a href=routes::readers::suggest_new(kind) rel="nofollow"><strong>{title}</strong><span>{text}</span></a></li> }
    };
    view! {
        <PageMeta title=t!("tell") description=t!("tell-lead")/>
        <section class="form-page">
            <h1>{t!("tell")}</h1>
            <p class="lead">{t!("tell-lead")}</p>
            <ul class="ways">
                {way(Kind::Project, t!("submit-project"), t!("tell-project"))}
                {way(Kind::Lesson, t!("submit-lesson"), t!("tell-lesson"))}
            </ul>
            <p>{t!("tell-own")}" "<a href="/submit">{t!("nav-submit")}</a></p>
        </section>
    }
    .into_any()
}

/// The form.
#[component]
pub fn SuggestNewKind() -> impl IntoView {
    let (kind, attempt) = (param("kind"), attempt());
    let kind = [Kind::Project, Kind::Lesson].into_iter().find(|known| known.id() == kind).ok_or(Error::NotFound);
    load(async move { Ok(kind?) }, |kind| view! { <Form kind attempt/> })
}

#[component]
fn Form(kind: Kind, attempt: Option<Attempt>) -> impl IntoView {
    let title = if kind == Kind::Project { t!("tell-project-title") } else { t!("tell-lesson-title") };
    let filled = Filled::sent(kind, Map::new(), form::suggested(kind), attempt.as_ref());
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=routes::readers::SUGGEST>{t!("tell")}</a></p>
            <h1>{title}</h1>
            <p class="lead">{t!("tell-form-lead")}</p>
            <Refusal attempt=attempt.clone()/>
            <LiveWriting>
            <form class="form form-wide" method="post" action=routes::readers::suggest_new(kind) novalidate data-alike=format!("/submit/alike?kind={}&title=", kind.id())>
                <div id="alike-now" aria-live="polite"></div>
                <Fields fields=form::suggested(kind) filled/>
                <Field name="organisation" label=t!("tell-organisation") help=t!("tell-organisation-help") attempt=attempt.clone()/>
                <WhyAndEmail why=t!("tell-why") why_help=t!("tell-why-help") attempt/>
                <button class="button" type="submit">{t!("suggest-send")}</button>
                <p class="form-note">{t!("tell-note", days = limits::READER_DAYS)}</p>
            </form>
            </LiveWriting>
        </section>
    }
    .into_any()
}
