//! The search field. A plain form: it works before any script does.

use super::search_field::SearchField;
use crate::{i18n::t, routes::Listing};
use domain::query::Query;
use leptos::prelude::*;

/// Searches within the filters of `query`.
#[component]
pub fn SearchForm(
    listing: Listing,
    query: Query,
    /// Whether results stand below and change while one types.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    let text = query.text.clone();
    view! {
        <form class="search" role="search" action=listing.path() method="get">
            <label class="search-label" for="q">{t!("search-label")}</label>
            <div class="search-row">
                <SearchField text brief=live/>
                <button class="button" type="submit">{t!("search-button")}</button>
            </div>
            <Carried listing query/>
        </form>
    }
    .into_any()
}

/// What a new search keeps: filters, section, radius and view, not the page.
#[component]
fn Carried(listing: Listing, query: Query) -> impl IntoView {
    let kept = Query { text: String::new(), page: 1, ..query };
    view! {
        <span id="carried" hidden>
            {listing.pairs(&kept).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
        </span>
    }
    .into_any()
}
