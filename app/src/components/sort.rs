//! The order of hits, as links.

use crate::{context::lang, i18n::t, routes::Listing};
use domain::{query::Query, vocabulary::Sort};
use leptos::prelude::*;

/// Orders that make sense for this query.
#[component]
pub fn SortLinks(listing: Listing, query: Query) -> impl IntoView {
    let orders = Sort::ALL.iter().copied().filter(|sort| match sort {
        Sort::Relevance => !query.text.is_empty(),
        Sort::Distance => query.near.is_some(),
        _ => true,
    });
    let links: Vec<_> =
        orders.map(|sort| (sort, sort == query.order(), listing.href(&Query { sort: Some(sort), ..query.on_page(1) }))).collect();
    view! {
        <ul class="sort" aria-label=t!("sort-label")>
            {links.into_iter().map(|(sort, current, href)| view! {
                <li><a data-live id=format!("sort-{}", sort.id()) href=href aria-current=current.then_some("true")>{sort.label(lang())}</a></li>
            }).collect_view()}
        </ul>
    }
    .into_any()
}
