//! What is chosen, each with a way to take it back.

use crate::{context::lang, i18n::t, routes::Listing};
use backend::usecases::search_entries::Results;
use domain::{
    facet::Facet,
    query::Query,
    vocabulary::{Kind, Sort},
};
use leptos::prelude::*;

/// The chosen values of a query.
#[component]
pub fn Chips(listing: Listing, query: Query, results: Results) -> impl IntoView {
    let chosen = chosen(listing, &query, &results);
    let all = (chosen.len() > 1).then(|| listing.href(&unfiltered(&query)));
    (!chosen.is_empty())
        .then(|| {
            view! {
                <ul class="chips" aria-label=t!("chips-label")>
                    {chosen.into_iter().map(|(label, without)| view! {
                        <li><a class="chip" data-live href=listing.href(&without)>{label}<span class="chip-x" aria-hidden="true">"×"</span><span class="quiet-words">{t!("chip-remove")}</span></a></li>
                    }).collect_view()}
                    {all.map(|href| view! { <li><a class="chip chip-all" data-live href=href>{t!("chips-remove-all")}</a></li> })}
                </ul>
            }
        })
        .into_any()
}

/// The same search without any filter.
pub fn unfiltered(query: &Query) -> Query {
    Query { text: query.text.clone(), ..Query::default() }
}

/// Each chosen value in words, and the query without it.
pub fn chosen(listing: Listing, query: &Query, results: &Results) -> Vec<(String, Query)> {
    let values = query.filters.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)));
    // A page of one kind has that kind chosen for good.
    let values = values.filter(|(facet, _)| listing.of.is_none() || *facet != Facet::Kind);
    let mut chosen: Vec<_> = values
        .map(|(facet, value)| (format!("{}: {}", facet.label(lang()), name(facet, value, results)), query.toggled(facet, value)))
        .collect();
    if let Some(near) = near(query, results) {
        let sort = query.sort.filter(|sort| *sort != Sort::Distance);
        chosen.push((near, Query { near: None, sort, ..query.on_page(1) }));
    }
    if query.bbox.is_some() {
        chosen.push((t!("chip-bbox"), Query { bbox: None, ..query.on_page(1) }));
    }
    chosen
}

/// The place that was asked for, in words.
pub fn near(query: &Query, results: &Results) -> Option<String> {
    let near = query.near.as_ref()?;
    let place = results.centre.as_ref().map_or_else(|| near.place.clone(), |meant| meant.place.name.clone());
    Some(t!("chip-near", km = near.km, place = place))
}

/// The name of a facet value; organisations are named by their entry.
pub fn name(facet: Facet, value: &str, results: &Results) -> String {
    let organisation = (facet == Facet::Organisation).then(|| results.organisations.get(value).cloned()).flatten();
    organisation.unwrap_or_else(|| facet.value_label(value, lang()))
}

/// The kinds that a listing may show.
pub fn kinds(query: &Query) -> Vec<Kind> {
    query.chosen(Facet::Kind).filter_map(|id| id.parse().ok()).collect()
}
