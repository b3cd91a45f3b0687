//! Maps. Their code loads only when one comes into view; without it, the list says everything.

use crate::{assets::asset, context::lang, i18n::t};
use domain::{geo::Point, query::Query};
use leptos::prelude::*;

/// `<project-map>` over the entries of `query`.
#[component]
pub fn MapOf(
    query: Query,
    label: String,
    /// West, south, east, north; Germany where nothing is said.
    #[prop(default = None)]
    bounds: Option<String>,
) -> impl IntoView {
    view! {
        <project-map tiles=query.selection().to_query_string() bounds=bounds label=label lang=lang().id() cooperative="">
            <p class="map-fallback">{t!("map-fallback")}</p>
        </project-map>
        <script type="module" src=asset("map/loader.js")></script>
    }
    .into_any()
}

/// A picture of one place, with its name in words beside it.
#[component]
pub fn MapOfPlace(point: Point, label: String) -> impl IntoView {
    let place = format!("{},{}", point.lon, point.lat);
    view! {
        <project-map class="map-small" pin=place.clone() center=place zoom="6" label=label lang=lang().id() interactive="false"></project-map>
        <script type="module" src=asset("map/loader.js")></script>
    }
    .into_any()
}
