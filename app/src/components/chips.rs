//! What is chosen, each with a way to take it back.

use crate::{context::lang, routes};
use backend::usecases::search_entries::Results;
use domain::{facet::Facet, query::Query};
use leptos::prelude::*;

/// The chosen values of a query.
#[component]
pub fn Chips(query: Query, results: Results) -> impl IntoView {
    let chosen: Vec<(String, Query)> = chosen(&query, &results);
    let all = (chosen.len() > 1).then(|| routes::explore(&Query { text: query.text.clone(), ..Query::default() }));
    (!chosen.is_empty()).then(|| {
        view! {
            <ul class="chips" aria-label="Gewählte Filter">
                {chosen.into_iter().map(|(label, without)| view! {
                    <li><a class="chip" data-live href=routes::explore(&without)>{label}<span class="chip-x" aria-hidden="true">"×"</span><span class="quiet-words">" entfernen"</span></a></li>
                }).collect_view()}
                {all.map(|href| view! { <li><a class="chip chip-all" data-live href=href>"Alle Filter entfernen"</a></li> })}
            </ul>
        }
    })
    .into_any()
}

fn chosen(query: &Query, results: &Results) -> Vec<(String, Query)> {
    let values = query.filters.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)));
    let mut chosen: Vec<_> = values
        .map(|(facet, value)| (format!("{}: {}", facet.label(lang()), name(facet, value, results)), query.toggled(facet, value)))
        .collect();
    if let Some(near) = &query.near {
        let place = results.centre.clone().unwrap_or_else(|| near.place.clone());
        let sort = query.sort.filter(|sort| *sort != domain::vocabulary::Sort::Distance);
        chosen.push((format!("{} km um {place}", near.km), Query { near: None, sort, ..query.on_page(1) }));
    }
    if query.bbox.is_some() {
        chosen.push(("Kartenausschnitt".into(), Query { bbox: None, ..query.on_page(1) }));
    }
    chosen
}

/// The name of a facet value; organisations are named by their entry.
pub fn name(facet: Facet, value: &str, results: &Results) -> String {
    let organisation = (facet == Facet::Organisation).then(|| results.organisations.get(value).cloned()).flatten();
    organisation.unwrap_or_else(|| facet.value_label(value, lang()))
}
