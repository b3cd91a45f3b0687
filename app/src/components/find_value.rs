//! A small field that finds a value of a facet by its name. Without JavaScript it leads to the page of all values; with
//! it, what is found takes the place of the values above which the field stands.

use crate::{context::lang, i18n::t, routes::ValuesOf};
use domain::query::Query;
use leptos::prelude::*;

/// The field. `into` is the id of the list that it changes.
#[component]
pub fn FindValue(of: ValuesOf, query: Query, into: String) -> impl IntoView {
    let id = format!("find-{}", of.facet.id());
    let label = t!("values-find", facet = of.facet.label(lang()));
    let carried = of.pairs(&query.on_page(1));
    view! {
        <form class="find-value" action=ValuesOf::path() method="get" data-values=into>
            <input class="find-value-field" id=id name="find" type="search" value=of.find maxlength="200" autocomplete="off"
                enterkeyhint="search" aria-label=label.clone() placeholder=label/>
            <button class="find-value-button" type="submit">{t!("search-button")}</button>
            {carried.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
        </form>
    }
    .into_any()
}
