//! `/moderation/suggestions`: suggestions that moderators decide on.

use crate::{
    components::{desk::DeskNav, load::load, page_meta::PageMeta},
    context::{backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    storage::suggestions::Suggestion,
    usecases::readers::{Suggestions, list_suggestions},
};
use leptos::prelude::*;

/// What waits, longest first.
#[component]
pub fn SuggestionQueue() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { list_suggestions(&backend, &actor).await }, |suggestions| view! { <Queue suggestions/> })
}

#[component]
fn Queue(suggestions: Suggestions) -> impl IntoView {
    let (shown, total) = (suggestions.waiting.len(), suggestions.total);
    let is_cut = i64::try_from(shown).is_ok_and(|shown| shown < total);
    view! {
        <PageMeta title=t!("suggestions") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("suggestions")}</h1>
            <p class="lead">{t!("suggestions-lead", count = total)}</p>
            <ul class="plain-list">{suggestions.waiting.into_iter().map(row).collect_view()}</ul>
            {is_cut.then(|| view! { <p class="quiet">{t!("related-part", shown = shown, total = total)}</p> })}
        </section>
    }
    .into_any()
}

fn row(suggestion: Suggestion) -> impl IntoView {
    let news = if suggestion.is_new { t!("moderation-new") } else { t!("suggestions-fields", count = suggestion.changes.len()) };
    let at = suggestion.confirmed_at.map(|at| format::date(at, lang())).unwrap_or_default();
    let organisation = (!suggestion.organisation.is_empty()).then(|| format!(" · {}", suggestion.organisation));
    view! {
        <li class="desk-row">
            <a href=routes::readers::curate(&suggestion.id)>{suggestion.title}</a>
            <span class="quiet">{suggestion.kind.label(lang())}" · "<strong>{news}</strong>" · "{at}{organisation}</span>
        </li>
    }
}
