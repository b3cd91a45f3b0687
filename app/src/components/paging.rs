//! From page to page.

use crate::{context::lang, format, routes};
use domain::query::Query;
use leptos::prelude::*;

/// Links to the page before and the next one; nothing where all fits on one.
#[component]
pub fn Paging(query: Query, pages: u32) -> impl IntoView {
    let page = query.page;
    let link = move |to: u32, label: &'static str, rel: &'static str| {
        (1..=pages).contains(&to).then(|| view! { <a data-live rel=rel href=routes::explore(&query.on_page(to))>{label}</a> })
    };
    (pages > 1)
        .then(|| {
            let position = format!("Seite {} von {}", format::number(page.into(), lang()), format::number(pages.into(), lang()));
            view! {
                <nav class="paging" aria-label="Seiten">
                    {link(page.saturating_sub(1), "← Zurück", "prev")}
                    <span>{position}</span>
                    {link(page + 1, "Weiter →", "next")}
                </nav>
            }
        })
        .into_any()
}
