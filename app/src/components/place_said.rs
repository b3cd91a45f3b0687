//! How the place of a search was taken: not known, or one of several.

use crate::{
    context::{backend, lang},
    i18n::t,
    routes::Listing,
};
use backend::{gazetteer::Hit, usecases::search_entries::Results};
use domain::query::{Near, Query};
use leptos::prelude::*;

/// A sentence where there is something to say. `refused` is a place that nobody knows.
#[component]
pub fn PlaceSaid(listing: Listing, query: Query, results: Results, refused: Option<Near>) -> impl IntoView {
    if let Some(near) = refused {
        return view! { <p class="place-refused">{t!("place-unknown", place = near.place)}</p> }.into_any();
    }
    let Some((near, meant)) = query.near.as_ref().zip(results.centre) else { return ().into_any() };
    if meant.others.is_empty() {
        // Whoever typed the name of a part of a city may not know in which one there is such a part.
        let (place, city) = (&meant.place.name, backend().gazetteer.part_of(&meant.place));
        return city.map(|city| view! { <p>{t!("place-part", place = place.as_str(), city = city)}</p> }).into_any();
    }
    let km = near.km;
    let choices = meant.others.into_iter().map(|(hit, place)| {
        let href = listing.href(&Query { near: Some(Near { place, km }), ..query.on_page(1) });
        view! { <li><a data-live href=href>{name(&hit)}</a>" "</li> }
    });
    view! {
        <p>{t!("place-meant", typed = near.place.as_str(), place = name(&meant.place))}" "</p>
        <ul class="place-others" aria-label=t!("place-others")>{choices.collect_view()}</ul>
    }
    .into_any()
}

/// A place with what tells it from others of its name.
fn name(hit: &Hit) -> String {
    let region = hit.region.label(lang());
    let town = hit.postcode.map_or_else(|| hit.name.clone(), |code| format!("{code} {}", hit.name));
    let city = backend().gazetteer.city_beside_region(hit, lang());
    let town = city.map_or_else(|| town.clone(), |city| format!("{town} ({city})"));
    // "Berlin, Berlin" tells nobody anything.
    if region == hit.name { town } else { format!("{town}, {region}") }
}
