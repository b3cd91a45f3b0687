//! Nothing found: what one can do about it.

use super::chips;
use crate::{i18n::t, routes::Listing};
use backend::usecases::{loosen_query::Looser, search_entries::Results};
use domain::{facet::Facet, query::Query};
use leptos::prelude::*;

/// One sentence, and ways on: without one of the filters, with how many that would find.
#[component]
pub fn Nothing(listing: Listing, query: Query, results: Results, looser: Vec<Looser>) -> impl IntoView {
    let past_the_end = results.page.total > 0;
    let named = chips::chosen(listing, &query, &results);
    // A page of one kind stays with it.
    let stays = |looser: &Looser| listing.of.is_none() || looser.query.filters.get(&Facet::Kind) == query.filters.get(&Facet::Kind);
    let ways: Vec<_> = looser
        .into_iter()
        .filter(stays)
        .map(|looser| {
            let filter = named.iter().find(|(_, without)| *without == looser.query).map(|(label, _)| label.clone());
            let words = filter.map_or_else(
                || t!("nothing-without-text", text = query.text.as_str(), count = looser.total),
                |filter| t!("nothing-without", filter = filter, count = looser.total),
            );
            (listing.href(&looser.query), words)
        })
        .collect();
    view! {
        <div class="nothing">
            <p class="nothing-said">{if past_the_end { t!("nothing-page") } else { t!("nothing") }}</p>
            <ul>
                {past_the_end.then(|| view! { <li><a data-live href=listing.href(&query.on_page(1))>{t!("nothing-first-page")}</a></li> })}
                {ways.into_iter().map(|(href, words)| view! { <li><a data-live href=href>{words}</a></li> }).collect_view()}
                {(!past_the_end).then(|| view! { <li>{t!("nothing-other-word")}</li> })}
                <li><a data-live href=listing.href(&Query::default())>{t!("nothing-everything")}</a></li>
                <li><a href="/about#correct">{t!("nothing-tell")}</a></li>
            </ul>
        </div>
    }
    .into_any()
}
