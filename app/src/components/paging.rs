//! From page to page.

use crate::{i18n::t, routes::Listing};
use domain::query::Query;
use leptos::prelude::*;

/// Links to the page before and the next one; nothing where all fits on one.
#[component]
pub fn Paging(listing: Listing, query: Query, pages: u32) -> impl IntoView {
    let page = query.page;
    let link = move |to: u32, label: String, rel: &'static str| {
        (1..=pages).contains(&to).then(|| view! { <a data-live rel=rel href=listing.href(&query.on_page(to))>{label}</a> })
    };
    // Behind the end there is nothing to turn; what to do about it is said above.
    (pages > 1 && page <= pages)
        .then(|| {
            view! {
                <nav class="paging" aria-label=t!("paging-label")>
                    {link(page.saturating_sub(1), t!("paging-back"), "prev")}
                    <span>{t!("paging-position", page = page, pages = pages)}</span>
                    {link(page + 1, t!("paging-next"), "next")}
                </nav>
            }
        })
        .into_any()
}
