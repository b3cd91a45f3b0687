//! `/moderation/{revision}`: one submission beside what is public, and the decision.

use crate::{
    components::{card::CardList, changes::Changes, failure::FailureText, field::Refusal, load::load, page_meta::PageMeta},
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    pages::{
        param,
        submit::{article, past_word},
    },
    routes,
};
use backend::{
    public,
    storage::events::Past,
    usecases::moderate::{Submission, show_submission},
};
use domain::{Error, revision::RevisionState, time::Timestamp};
use leptos::prelude::*;

/// One submission.
#[component]
pub fn SubmissionPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, id, lang) = (backend(), caller(), param("revision"), lang());
    let answer = async move {
        let id = id.parse().map_err(|_| Error::NotFound)?;
        show_submission(&backend, &actor, id, lang).await
    };
    load(answer, |submission| view! { <Page submission/> })
}

#[component]
fn Page(submission: Submission) -> impl IntoView {
    let attempt = attempt();
    let Submission { entry, revision, document, changes, alike, past } = submission;
    let kind = entry.kind;
    let title = document.as_ref().map_or("…", |document| document.title()).to_owned();
    let is_change = entry.revision.is_some();
    let public = entry.state.is_public().then(|| routes::entry(kind, &entry.slug));
    let waits = revision.state == RevisionState::Submitted;
    let (count, at) = (changes.len(), format::date(revision.changed_at, lang()));
    let whole = document.map(|document| article(public::entry(entry), public::document(document)));
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href="/moderation">{t!("moderation-back")}</a></p>
            <h1>{title}</h1>
            <p class="quiet">{kind.label(lang())}" · "{if is_change { t!("moderation-change") } else { t!("moderation-new") }}" · "{t!("moderation-since", date = at)}</p>
            {public.map(|href| view! { <p><a href=href>{t!("draft-public")}</a></p> })}
            {(!alike.is_empty()).then(|| view! { <section class="notice"><h2>{t!("moderation-alike")}</h2><CardList cards=alike/></section> })}
            {is_change.then(|| view! { <h2>{t!("moderation-changes", count = count)}</h2><Changes kind changes/> })}
            {if waits { view! { <Decide id=revision.id.to_string() version=revision.version attempt/> }.into_any() } else { view! { <p class="notice">{t!("moderation-over")}</p> }.into_any() }}
            <Before past/>
        </section>
        <details class="whole" open=!is_change><summary>{t!("moderation-whole")}</summary>{whole}</details>
    }
    .into_any()
}

/// Three ways, and why.
#[component]
fn Decide(id: String, version: i64, attempt: Option<Attempt>) -> impl IntoView {
    let wrong = attempt.as_ref().and_then(|attempt| match &attempt.error {
        Error::Invalid(fields) => fields.iter().find(|field| field.field == "reason").map(|field| field.problem.describe(lang())),
        _ => None,
    });
    // What became wrong since it was handed in.
    let others = attempt.as_ref().and_then(|attempt| match &attempt.error {
        Error::Invalid(fields) => Some(fields.iter().filter(|field| field.field != "reason").cloned().collect::<Vec<_>>()),
        _ => None,
    });
    let others = others.filter(|others| !others.is_empty()).map(|others| view! { <FailureText error=Error::Invalid(others)/> });
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed("reason")).unwrap_or_default().to_owned();
    let is_wrong = wrong.is_some();
    let described = if is_wrong { "reason-help reason-wrong" } else { "reason-help" };
    view! {
        <form class="form form-wide decide" method="post" action=format!("/moderation/{id}") novalidate>
            <h2>{t!("decide")}</h2>
            <Refusal attempt/>
            {others}
            <input type="hidden" name="version" value=version.to_string()/>
            <div class="form-field" data-wrong=is_wrong.then_some("")>
                <label for="reason">{t!("decide-reason")}</label>
                <p class="form-help" id="reason-help">{t!("decide-reason-help")}</p>
                {wrong.map(|wrong| view! { <p class="form-wrong" id="reason-wrong">{wrong}</p> })}
                <textarea id="reason" name="reason" rows="4" aria-describedby=described aria-invalid=is_wrong.then_some("true") autofocus=is_wrong>{format!("\n{typed}")}</textarea>
            </div>
            <div class="form-row">
                <button class="button" type="submit" name="decision" value="publish">{t!("decide-publish")}</button>
                <button class="button-quiet" type="submit" name="decision" value="request-changes">{t!("decide-changes")}</button>
                <button class="button-quiet" type="submit" name="decision" value="reject">{t!("decide-reject")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What happened before.
#[component]
fn Before(past: Vec<Past>) -> impl IntoView {
    let row = |past: Past| {
        let reason = (!past.reason.is_empty()).then(|| view! { <blockquote>{past.reason.clone()}</blockquote> });
        view! { <li><strong>{past_word(&past.action)}</strong>" · "{format::date(Timestamp(past.at), lang())}{reason}</li> }
    };
    (!past.is_empty())
        .then(|| view! { <h2>{t!("past")}</h2><ul class="plain-list">{past.into_iter().map(row).collect_view()}</ul> })
        .into_any()
}
