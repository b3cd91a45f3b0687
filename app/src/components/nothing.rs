//! Nothing found: what one can do about it.

use super::chips;
use crate::{context::lang, i18n::t, routes::Listing};
use backend::usecases::{
    loosen_query::{Looser, Without},
    search_entries::Results,
};
use domain::query::Query;
use leptos::prelude::*;

/// One sentence, and ways on: without one of the filters, with how many that would find.
#[component]
pub fn Nothing(listing: Listing, query: Query, results: Results, looser: Vec<Looser>) -> impl IntoView {
    let past_the_end = results.page.total > 0;
    let ways: Vec<_> = looser.iter().map(|looser| (listing.href(&looser.query), words(looser, &query, &results))).collect();
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

/// "Ohne „Thema: Pflege, Gesundheit“ wären es 12 Einträge".
fn words(looser: &Looser, query: &Query, results: &Results) -> String {
    let count = looser.total;
    let filter = match looser.without {
        Without::Text => return t!("nothing-without-text", text = query.text.as_str(), count = count),
        Without::Facet(facet) => {
            let values: Vec<String> = query.chosen(facet).map(|value| chips::name(facet, value, results)).collect();
            format!("{}: {}", facet.label(lang()), values.join(", "))
        }
        Without::Near => chips::near(query, results).unwrap_or_default(),
        Without::BBox => t!("chip-bbox"),
    };
    t!("nothing-without", filter = filter, count = count)
}
