//! `/submit/new/{kind}`: the few things that nothing goes without.

use crate::{
    components::{
        card::CardList,
        field::Refusal,
        form::{Fields, Filled},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, here, keep_nowhere},
    i18n::t,
    islands::writing::LiveWriting,
    pages::{param, submit::alike::AlikeOwn},
    routes,
};
use backend::{
    storage::drafts::Listed,
    usecases::{
        views::Card,
        write::{Group, find_duplicates, find_own_duplicates, list_own, list_projects},
    },
};
use domain::{
    Error, form,
    text::Slug,
    vocabulary::{Kind, Outcome},
};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// The form for a new entry.
#[component]
pub fn New() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, attempt) = (backend(), caller(), attempt());
    let kind = param("kind");
    let from = here().value("project");
    let answer = async move {
        let kind = [Kind::Project, Kind::Lesson].into_iter().find(|known| known.id() == kind).ok_or(Error::NotFound)?;
        let groups = list_own(&backend, &actor).await?;
        let projects = list_projects(&backend, &actor, from.as_deref()).await?;
        // A form that lacks nothing but an answer to "is it this one?".
        let asked = attempt.as_ref().filter(|attempt| attempt.error == Error::Conflict);
        let alike = match asked.and_then(|attempt| attempt.typed("title")) {
            Some(title) => {
                (find_duplicates(&backend, &actor, kind, title).await?, find_own_duplicates(&backend, &actor, kind, title).await?)
            }
            None => (vec![], vec![]),
        };
        Ok((kind, groups, projects, from, alike, attempt))
    };
    load(answer, |(kind, groups, projects, from, alike, attempt)| view! { <NewPage kind groups projects from alike attempt/> })
}

/// Beginnings that one can take over and change: name, outcome and first words.
fn templates() -> [(&'static str, Outcome, String, String); 3] {
    [
        ("differently", Outcome::Mixed, t!("template-differently"), t!("template-differently-insight")),
        ("worked", Outcome::Worked, t!("template-worked"), t!("template-worked-insight")),
        ("failed", Outcome::Failed, t!("template-failed"), t!("template-failed-insight")),
    ]
}

/// Ways to begin a lesson.
#[component]
fn Templates(from: Option<String>) -> impl IntoView {
    let link = |(id, _, title, _): (&'static str, Outcome, String, String)| {
        let pairs = [("template", id)].into_iter().chain(from.as_deref().map(|slug| ("project", slug)));
        view! { <li><a href=format!("{}?{}", routes::begin(Kind::Lesson), domain::query::write(pairs))>{title}</a></li> }
    };
    view! { <p>{t!("template-lead")}</p><ul class="complete-next">{templates().into_iter().map(link).collect_view()}</ul> }.into_any()
}

#[component]
fn NewPage(
    kind: Kind,
    groups: Vec<Group>,
    projects: Vec<(Slug, String)>,
    from: Option<String>,
    alike: (Vec<Card>, Vec<Listed>),
    attempt: Option<Attempt>,
) -> impl IntoView {
    let title = if kind == Kind::Project { t!("new-project") } else { t!("new-lesson") };
    let lead = if kind == Kind::Project { t!("new-project-lead") } else { t!("new-lesson-lead") };
    let mut document = Map::from_iter(from.clone().map(|slug| ("projects".to_owned(), Value::Array(vec![slug.into()]))));
    if let Some((_, outcome, _, insight)) = here().value("template").and_then(|asked| templates().into_iter().find(|(id, ..)| *id == asked))
    {
        document.extend([("outcome".to_owned(), outcome.id().into()), ("insight".to_owned(), insight.into())]);
    }
    let filled = Filled::sent(kind, document, form::quick(kind), attempt.as_ref()).with_projects(projects);
    let is_asked = !alike.0.is_empty() || !alike.1.is_empty();
    let refusal = attempt.clone().filter(|attempt| attempt.error != Error::Conflict);
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <Refusal attempt=refusal/>
            {(kind == Kind::Lesson && attempt.is_none()).then(|| view! { <Templates from/> })}
            <LiveWriting>
            <form class="form form-wide" method="post" action=routes::begin(kind) novalidate data-alike=format!("/submit/alike?kind={}&title=", kind.id())>
                {is_asked.then(|| view! { <AlikeAlready alike/> })}
                <div id="alike-now" aria-live="polite"></div>
                <OrganisationOf kind groups chosen=attempt.as_ref().and_then(|attempt| attempt.typed("organisation")).map(str::to_owned)/>
                <Fields fields=form::quick(kind) filled/>
                {is_asked.then(|| view! { <input type="hidden" name="another" value="yes"/> })}
                <button class="button" type="submit">{if is_asked { t!("new-another") } else { t!("new-begin") }}</button>
                <p class="form-note">{t!("new-private")}</p>
            </form>
            </LiveWriting>
        </section>
    }
    .into_any()
}

/// What is there already.
#[component]
fn AlikeAlready(alike: (Vec<Card>, Vec<Listed>)) -> impl IntoView {
    let (cards, own) = alike;
    view! {
        <section class="refusal" role="alert" aria-labelledby="alike">
            <h2 id="alike">{t!("alike")}</h2>
            <p>{t!("alike-text")}</p>
            {(!cards.is_empty()).then(|| view! { <CardList cards/> })}
            <AlikeOwn own/>
        </section>
    }
    .into_any()
}

/// For whom somebody writes; asked only where there are several.
#[component]
fn OrganisationOf(kind: Kind, groups: Vec<Group>, chosen: Option<String>) -> impl IntoView {
    if let [only] = &groups[..] {
        return view! { <input type="hidden" name="organisation" value=only.id.to_string()/> }.into_any();
    }
    if groups.is_empty() {
        return view! { <p class="refusal">{t!("submit-organisation-why")}" "<a href=routes::found(&routes::begin(kind))>{t!("submit-organisation-new")}</a></p> }.into_any();
    }
    let option = |group: Group| {
        let id = group.id.to_string();
        view! { <option selected=chosen.as_deref() == Some(&id) value=id>{group.name}</option> }
    };
    view! {
        <div class="form-field">
            <label for="organisation">{t!("new-organisation")}</label>
            <select id="organisation" name="organisation">{groups.into_iter().map(option).collect_view()}</select>
        </div>
    }
    .into_any()
}
