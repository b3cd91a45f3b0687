//! Nothing found: what one can do about it.

use super::{chips, understood::quoted};
use crate::{context::lang, i18n::t, routes::Listing};
use backend::usecases::{
    loosen_query::{Looser, Without},
    nearby_topics::Nearby,
    search_entries::Results,
};
use domain::{Lang, query::Query, vocabulary::Kind};
use leptos::prelude::*;

/// One sentence, and ways on: without one of the filters, farther around the place, to topics near it, to people who may know. Each way says how
/// much it would find.
#[component]
pub fn Nothing(listing: Listing, query: Query, results: Results, looser: Vec<Looser>, nearby: Vec<Nearby>) -> impl IntoView {
    if results.page.total > 0 {
        return view! { <PastTheEnd listing query/> }.into_any();
    }
    let ways: Vec<_> = looser.iter().map(|looser| (listing.href(&looser.query), words(looser, &query, &results))).collect();
    let topics: Vec<_> = nearby.iter().map(|nearby| (listing.href(&nearby.query), topic(nearby))).collect();
    let corrected = results.corrected.as_ref().map(|corrected| {
        let (typed, meant) = quoted(corrected);
        t!("nothing-corrected", count = corrected.words.len(), typed = typed, meant = meant)
    });
    view! {
        <div class="nothing">
            <p class="nothing-said">{t!("nothing")}</p>
            {corrected.map(|words| view! { <p>{words}</p> })}
            <Ways heading=t!("nothing-loosen") ways/>
            <Ways heading=t!("nothing-nearby") ways=topics/>
            <Onward listing query/>
        </div>
    }
    .into_any()
}

/// A page behind the last one.
#[component]
fn PastTheEnd(listing: Listing, query: Query) -> impl IntoView {
    view! {
        <div class="nothing">
            <p class="nothing-said">{t!("nothing-page")}</p>
            <ul>
                <li><a data-live href=listing.href(&query.on_page(1))>{t!("nothing-first-page")}</a></li>
                <li><a data-live href=listing.href(&Query::default())>{t!("nothing-everything")}</a></li>
            </ul>
        </div>
    }
    .into_any()
}

/// Links under a heading; nothing where there are none.
#[component]
fn Ways(heading: String, ways: Vec<(String, String)>) -> impl IntoView {
    (!ways.is_empty())
        .then(|| {
            view! {
                <h3 class="nothing-head">{heading}</h3>
                <ul>{ways.into_iter().map(|(href, words)| view! { <li><a data-live href=href>{words}</a></li> }).collect_view()}</ul>
            }
        })
        .into_any()
}

/// What is left where no other search helps: other words, other people, waiting.
#[component]
fn Onward(listing: Listing, query: Query) -> impl IntoView {
    let organisations = Listing { of: Some(Kind::Organisation), ..listing }.path();
    view! {
        <h3 class="nothing-head">{t!("nothing-onward")}</h3>
        <ul>
            {(!query.text.is_empty()).then(|| view! { <li>{t!("nothing-other-word")}</li> })}
            <li><a href=organisations>{t!("nothing-organisations")}</a>" "{t!("nothing-organisations-line")}</li>
            <li><a href=feed(&query)>{t!("nothing-follow")}</a>" "{t!("nothing-follow-line")}</li>
            <li><a data-live href=listing.href(&Query::default())>{t!("nothing-everything")}</a></li>
            <li><a href="/about#correct">{t!("nothing-tell")}</a></li>
        </ul>
    }
    .into_any()
}

/// What comes to this query from now on.
fn feed(query: &Query) -> String {
    let selection = query.selection().to_query_string();
    if lang() == Lang::De { format!("/feed.atom?{selection}") } else { format!("/feed.atom?{selection}&lang=en") }
}

/// "Thema Pflege: 12 Einträge"; where the text is kept, with it.
fn topic(nearby: &Nearby) -> String {
    let (facet, value) = (nearby.facet.label(lang()), nearby.facet.value_label(&nearby.value, lang()));
    match &nearby.query.text {
        text if text.is_empty() => t!("nothing-topic", facet = facet, value = value, count = nearby.total),
        text => t!("nothing-topic-text", text = text.as_str(), facet = facet, value = value, count = nearby.total),
    }
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
        Without::Radius => {
            let km = looser.query.near.as_ref().map(|near| near.km).unwrap_or_default();
            return t!("nothing-wider", km = km, count = count);
        }
        Without::BBox => t!("chip-bbox"),
        Without::Filters => return t!("nothing-without-filters", count = count),
    };
    t!("nothing-without", filter = filter, count = count)
}
