//! `/moderation`: what waits for a decision.

mod links;
mod operation;
mod submission;

pub use links::BrokenLinksPage;
pub use operation::OperationPage;
pub use submission::SubmissionPage;

use crate::{
    components::{load::load, page_meta::PageMeta},
    context::{backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
};
use backend::{
    storage::drafts::Listed,
    usecases::moderate::{Queue, list_queue},
};
use domain::{entry::EntryState, id::RevisionId};
use leptos::prelude::*;

/// Where a submission is decided on.
pub fn submission(id: RevisionId) -> String {
    format!("/moderation/{id}")
}

/// What waits, longest first.
#[component]
pub fn Moderation() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { list_queue(&backend, &actor).await }, |queue| view! { <QueuePage queue/> })
}

#[component]
fn QueuePage(queue: Queue) -> impl IntoView {
    let (shown, total) = (queue.waiting.len(), queue.total);
    let is_cut = i64::try_from(shown).is_ok_and(|shown| shown < total);
    let rows = queue.waiting.into_iter().map(|listed| view! { <QueueRow listed/> }).collect_view();
    view! {
        <PageMeta title=t!("moderation") indexed=false/>
        <section class="form-page">
            <h1>{t!("moderation")}</h1>
            <p class="lead">{t!("moderation-waiting", count = total)}</p>
            <ul class="plain-list">{rows}</ul>
            <p><a href="/moderation/claims">{t!("claims")}</a></p>
            <p><a href="/moderation/duplicates">{t!("duplicates")}</a></p>
            <p><a href="/moderation/links">{t!("links-broken")}</a></p>
            <p><a href="/moderation/operation">{t!("operation")}</a></p>
            <p><a href=crate::routes::readers::REPORTS>{t!("reports")}</a>" · "<a href=crate::routes::readers::SUGGESTIONS>{t!("suggestions")}</a></p>
            {is_cut.then(|| view! { <p class="quiet">{t!("related-part", shown = shown, total = total)}</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn QueueRow(listed: Listed) -> impl IntoView {
    let news = if listed.state == EntryState::Unpublished { t!("moderation-new") } else { t!("moderation-change") };
    let at = format::date(listed.changed_at, lang());
    view! {
        <li class="desk-row">
            <a href=submission(listed.revision)>{listed.title}</a>
            <span class="quiet">{listed.kind.label(lang())}" · "<strong>{news}</strong>" · "{at}{listed.organisation.map(|name| format!(" · {name}"))}</span>
        </li>
    }
    .into_any()
}
