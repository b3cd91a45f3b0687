//! `/submit`: what one can begin, and what one has begun.

use super::state_word;
use crate::{
    components::{load::load, page_meta::PageMeta, suggestions_here::SuggestionsHere},
    context::{backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    storage::{drafts::Listed, suggestions::Suggestion},
    usecases::{
        readers::list_waiting,
        write::{Group, ToldIn, list_own},
    },
};
use domain::{account::Actor, vocabulary::Kind};
use leptos::prelude::*;

/// The way in for those who have something to tell.
#[component]
pub fn Submit() -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    let is_visitor = actor == Actor::Visitor;
    if !is_visitor {
        keep_nowhere();
    }
    let groups = async move {
        if is_visitor {
            return Ok((None, vec![]));
        }
        Ok((Some(list_own(&backend, &actor).await?), list_waiting(&backend, &actor, None).await?))
    };
    load(groups, |(groups, waiting)| view! { <Start groups waiting/> })
}

#[component]
fn Start(groups: Option<Vec<Group>>, waiting: Vec<Suggestion>) -> impl IntoView {
    let below = match groups {
        None => view! { <SignInFirst/> }.into_any(),
        Some(groups) if groups.is_empty() => view! { <OrganisationFirst/> }.into_any(),
        Some(groups) => view! { <Ways/>{groups.into_iter().map(|group| view! { <Desk group/> }).collect_view()} }.into_any(),
    };
    view! {
        <PageMeta title=t!("submit") description=t!("submit-lead")/>
        <section class="form-page">
            <h1>{t!("submit")}</h1>
            <p class="lead">{t!("submit-lead")}</p>
            <SuggestionsHere waiting/>
            {below}
        </section>
    }
    .into_any()
}

#[component]
fn SignInFirst() -> impl IntoView {
    view! {
        <ol class="steps"><li>{t!("submit-step-sign-in")}</li><li>{t!("submit-step-tell")}</li><li>{t!("submit-step-review")}</li></ol>
        <p><a class="button" href=routes::sign_in("/submit") rel="nofollow">{t!("sign-in")}</a></p>
        <p>{t!("tell-link")}" "<a href=routes::readers::SUGGEST>{t!("tell")}</a></p>
    }
    .into_any()
}

#[component]
fn OrganisationFirst() -> impl IntoView {
    view! {
        <h2>{t!("submit-organisation-first")}</h2>
        <p>{t!("submit-organisation-why")}</p>
        <p class="form-row"><a class="button" href=routes::found(&routes::begin(Kind::Project))>{t!("submit-organisation-new")}</a><a class="button-quiet" href="/organisations">{t!("submit-organisation-find")}</a></p>
        <p class="form-note">{t!("submit-organisation-find-how")}</p>
    }
    .into_any()
}

/// What one can begin.
#[component]
fn Ways() -> impl IntoView {
    let way = |kind: Kind, title: String, text: String| {
        view! { <li data-kind=kind.id()><a href=routes::begin(kind)><strong>{title}</strong><span>{text}</span></a></li> }
    };
    view! {
        <ul class="ways">
            {way(Kind::Project, t!("submit-project"), t!("submit-project-text"))}
            {way(Kind::Lesson, t!("submit-lesson"), t!("submit-lesson-text"))}
        </ul>
    }
    .into_any()
}

/// What an organisation writes.
#[component]
pub fn Desk(group: Group) -> impl IntoView {
    let mut told_in = group.told_in;
    let entries = group.entries.into_iter().map(|listed| {
        let told_in = told_in.remove(&listed.id);
        view! { <DeskRow listed told_in/> }
    });
    let entries = entries.collect_view();
    view! { <section class="desk"><h2>{group.name}</h2><ul class="plain-list">{entries}</ul></section> }.into_any()
}

#[component]
fn DeskRow(listed: Listed, told_in: Option<ToldIn>) -> impl IntoView {
    let at = format::date(listed.changed_at, lang());
    let state = match told_in {
        Some(other) => {
            view! { <strong>{t!("state-merged")}" "<a href=routes::entry(other.kind, &other.slug)>{other.title}</a></strong> }.into_any()
        }
        None => view! { <strong>{state_word(listed.state, listed.revision_state)}</strong> }.into_any(),
    };
    view! {
        <li class="desk-row" data-state=listed.revision_state.id()>
            <a href=routes::draft(listed.id)>{listed.title}</a>
            <span class="quiet">{listed.kind.label(lang())}" · "{state}" · "{at}</span>
        </li>
    }
    .into_any()
}
