//! `/moderation/links`: links of entries that lead nowhere.

use crate::{
    components::{desk::DeskNav, load::load, page_meta::PageMeta, paging::turn},
    context::{backend, caller, here, keep_nowhere, site},
    i18n::t,
    routes,
};
use backend::{
    storage::links::Broken,
    usecases::links::{BrokenLinks, list_broken},
};
use leptos::prelude::*;

/// Those that have led nowhere longest.
#[component]
pub fn BrokenLinksPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    let page = here().value("page").and_then(|page| page.parse().ok());
    load(async move { list_broken(&backend, &actor, page.unwrap_or(1)).await }, |broken| view! { <ListPage broken/> })
}

#[component]
fn ListPage(broken: BrokenLinks) -> impl IntoView {
    let lead = if site().checks_links { t!("links-broken-lead", count = broken.total) } else { t!("links-off") };
    let (page, pages) = (broken.page, broken.pages);
    let rows = broken.links.into_iter().map(|link| view! { <Row link/> }).collect_view();
    view! {
        <PageMeta title=t!("links-broken") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("links-broken")}</h1>
            <p class="lead">{lead}</p>
            <ul class="plain-list">{rows}</ul>
            {turn(page, pages, |to, label, rel| view! { <a rel=rel href=format!("/moderation/links?page={to}")>{label}</a> })}
        </section>
    }
    .into_any()
}

#[component]
fn Row(link: Broken) -> impl IntoView {
    view! { <li class="desk-row"><a href=routes::draft(link.entry)>{link.title}</a><span class="quiet">{link.url}</span></li> }.into_any()
}
