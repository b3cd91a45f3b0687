//! The parts of the editors' desk.

use crate::{context::here, i18n::t};
use leptos::prelude::*;

/// Links to all of them.
#[component]
pub fn DeskNav() -> impl IntoView {
    let parts = [
        ("/moderation", t!("desk-waiting")),
        ("/moderation/claims", t!("claims")),
        (crate::routes::readers::REPORTS, t!("reports")),
        (crate::routes::readers::SUGGESTIONS, t!("suggestions")),
        ("/moderation/checks", t!("checks")),
        ("/moderation/templates", t!("desk-templates")),
        ("/moderation/vocabulary", t!("desk-vocabulary")),
        ("/moderation/synonyms", t!("desk-synonyms")),
        ("/moderation/statistics", t!("statistics")),
        ("/moderation/events", t!("events")),
        ("/moderation/duplicates", t!("duplicates")),
        ("/moderation/links", t!("links-broken")),
        ("/moderation/operation", t!("operation")),
    ];
    let path = here().path;
    let link = |(href, words): (&'static str, String)| {
        let current = (*path == *href).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    };
    view! { <nav class="desk-nav" aria-label=t!("desk-nav")><ul>{parts.into_iter().map(link).collect_view()}</ul></nav> }.into_any()
}
