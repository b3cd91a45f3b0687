//! The parts of the editors' desk: what waits, with how much, and tools.

use crate::{
    context::{backend, caller, here, lang},
    format,
    i18n::t,
    routes::readers,
};
use backend::usecases::curate::{Work, count_waiting};
use leptos::prelude::*;

/// A part: where it is, what it is called, how much waits there.
type Part = (&'static str, String, i64);

/// Links to all of them.
#[component]
pub fn DeskNav(
    /// How much waits, where the page knows already.
    #[prop(optional)]
    work: Option<Work>,
) -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    Suspend::new(async move {
        let work = match work {
            Some(work) => work,
            // Without numbers the ways are there all the same.
            None => count_waiting(&backend, &actor).await.unwrap_or_default(),
        };
        view! { <Ways work/> }
    })
}

fn waiting(work: &Work) -> Vec<Part> {
    vec![
        ("/moderation", t!("desk-waiting"), work.submissions),
        ("/moderation/claims", t!("desk-claims"), work.claims),
        (readers::REPORTS, t!("reports"), work.reports),
        (readers::SUGGESTIONS, t!("suggestions"), work.suggestions),
        ("/moderation/checks", t!("checks"), work.checks),
    ]
}

fn tools(work: &Work) -> Vec<Part> {
    vec![
        ("/moderation/duplicates", t!("duplicates"), work.duplicates),
        ("/moderation/links", t!("desk-links"), work.links),
        ("/moderation/templates", t!("desk-templates"), 0),
        ("/moderation/vocabulary", t!("desk-vocabulary"), 0),
        ("/moderation/synonyms", t!("desk-synonyms"), 0),
        ("/moderation/statistics", t!("statistics"), 0),
        ("/moderation/events", t!("events"), 0),
        ("/moderation/operation", t!("operation"), 0),
    ]
}

#[component]
fn Ways(work: Work) -> impl IntoView {
    let tools = tools(&work);
    let is_tool = tools.iter().any(|(href, ..)| current(href).is_some());
    let list = || tools.iter().map(link).collect_view();
    view! {
        <nav class="desk-nav" aria-label=t!("desk-nav")>
            <ul class="desk-waits">{waiting(&work).iter().map(link).collect_view()}</ul>
            <ul class="desk-tools">{list()}</ul>
            // On phones in place of the list above.
            <details class="desk-more">
                <summary data-current=is_tool.then_some("")>{t!("desk-tools")}</summary>
                <ul>{list()}</ul>
            </details>
        </nav>
    }
    .into_any()
}

fn link((href, words, count): &Part) -> impl IntoView + use<> {
    let current = current(href);
    let count = (*count > 0).then(|| {
        let number = format::number(count.unsigned_abs(), lang());
        view! { " "<span class="desk-count" aria-hidden="true">{number}</span><span class="quiet-words">{t!("desk-count", count = *count)}</span> }
    });
    view! { <li><a href=*href aria-current=current>{words.clone()}{count}</a></li> }
}

/// Whether this is the page of a part, or one below it. Below `/moderation` itself lie all other parts.
fn current(href: &str) -> Option<&'static str> {
    let path = here().path;
    match path.strip_prefix(href)? {
        "" => Some("page"),
        below => (href != "/moderation" && below.starts_with('/')).then_some("true"),
    }
}
