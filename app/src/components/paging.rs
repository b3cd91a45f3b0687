//! From page to page.

use crate::{i18n::t, routes::Listing};
use domain::query::Query;
use leptos::prelude::*;

/// Links to the page before and the next one; nothing where all fits on one.
#[component]
pub fn Paging(listing: Listing, query: Query, pages: u32) -> impl IntoView {
    turn(query.page, pages, move |to, label, rel| view! { <a data-live rel=rel href=listing.href(&query.on_page(to))>{label}</a> })
}

/// The same with links of another kind: `link` is given the page, the words and the relation.
pub fn turn<V: IntoView + 'static>(page: u32, pages: u32, link: impl Fn(u32, String, &'static str) -> V) -> AnyView {
    let link = |to: u32, label: String, rel: &'static str| (1..=pages).contains(&to).then(|| link(to, label, rel));
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
