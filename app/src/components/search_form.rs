//! The search field. A plain form: it works before any script does.

use crate::{i18n::t, routes::Listing};
use domain::query::Query;
use leptos::prelude::*;

/// Searches within the filters of `query`.
#[component]
pub fn SearchForm(listing: Listing, query: Query) -> impl IntoView {
    let text = query.text.clone();
    view! {
        <form class="search" role="search" action=listing.path() method="get">
            <label class="search-label" for="q">{t!("search-label")}</label>
            <div class="search-row">
                <input class="search-field" id="q" name="q" type="search" value=text maxlength="200" autocomplete="off" enterkeyhint="search"
                    placeholder=t!("search-placeholder")/>
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
