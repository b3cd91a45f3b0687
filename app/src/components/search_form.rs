//! What to look for, and on pages with results also where. A plain form: it works before any script does.

use super::{place_field::PlaceField, place_said::PlaceSaid, search_field::SearchField};
use crate::{i18n::t, routes::Listing};
use backend::usecases::search_entries::Results;
use domain::{
    limits,
    query::{Near, Query},
    vocabulary::{Kind, Sort},
};
use leptos::prelude::*;

/// The way into the list, from pages without one.
#[component]
pub fn SearchForm(listing: Listing, query: Query) -> impl IntoView {
    let text = query.text.clone();
    view! {
        <form class="search" role="search" action=listing.path() method="get">
            <label class="search-label" for="q">{t!("search-label")}</label>
            <div class="search-row">
                <SearchField text brief=false/>
                <button class="button" type="submit">{t!("search-button")}</button>
            </div>
            <Carried listing query/>
        </form>
    }
    .into_any()
}

/// Searches within the filters of `query`, whose results stand below and change while one types.
#[component]
pub fn SearchHere(
    listing: Listing,
    query: Query,
    results: Results,
    /// A place that nobody knows, which was asked for all the same.
    refused: Option<Near>,
) -> impl IntoView {
    let text = query.text.clone();
    let near = refused.clone().or_else(|| query.near.clone()).unwrap_or_else(|| Near { place: String::new(), km: limits::KM_DEFAULT });
    let (is_refused, total) = (refused.is_some(), results.page.total);
    // Lessons are nowhere.
    let has_place = listing.of != Some(Kind::Lesson);
    let place = has_place.then(|| view! { <PlaceField place=near.place km=near.km refused=is_refused/> });
    view! {
        <form class="search search-here" role="search" action=listing.path() method="get"
            data-place=has_place.then_some("") data-kind=listing.of.map(Kind::id)>
            <div class="search-what">
                <label class="search-label" for="q">{t!("search-label")}</label>
                // While suggestions hide the count line.
                <span class="search-count" id="search-count" aria-hidden="true">{how_many(listing, total)}</span>
                <SearchField text brief=true/>
            </div>
            {place}
            <button class="button" type="submit">{t!("search-button")}</button>
            <div class="place-said" id="place-said"><PlaceSaid listing query=query.clone() results refused/></div>
            <Carried listing query=Query { near: None, sort: query.sort.filter(|sort| *sort != Sort::Distance), ..query }/>
        </form>
    }
    .into_any()
}

/// "111 Einträge", or whatever a page is a list of.
pub fn how_many(listing: Listing, total: u64) -> String {
    match listing.of {
        Some(Kind::Lesson) => t!("count-lessons", count = total),
        Some(Kind::Organisation) => t!("count-organisations", count = total),
        _ => t!("count-entries", count = total),
    }
}

/// What a new search keeps: filters, section, view and what else has no field, not the page.
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
