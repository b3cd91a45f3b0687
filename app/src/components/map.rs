//! Maps. Their code loads only when one comes into view; without it, the list says everything.

use crate::{
    assets::asset,
    context::{lang, site},
    i18n::t,
};
use backend::{gazetteer::Meant, usecases::place_hits::Frame};
use domain::{
    geo::{BBox, Point},
    query::Query,
};
use leptos::prelude::*;

/// `<project-map>` over the entries of `query`.
#[component]
pub fn MapOf(
    query: Query,
    label: String,
    /// What is shown first; Germany where nothing is said.
    #[prop(default = None)]
    bounds: Option<BBox>,
) -> impl IntoView {
    view! {
        <project-map base=site().base_map.to_string() streets=streets() tiles=query.selection().to_query_string() bounds=bounds.map(|bounds| bounds.to_string()) label=label lang=lang().id() cooperative="">
            <p class="map-fallback">{t!("map-fallback")}</p>
        </project-map>
        <script type="module" src=asset("map/loader.js")></script>
    }
    .into_any()
}

/// The map beside a list: each shows what is looked at in the other, and the list follows to the section of the map.
#[component]
pub fn MapOfHits(
    query: Query,
    frame: Frame,
    /// The place that was asked for.
    centre: Option<Meant>,
    /// The element with the list.
    list: &'static str,
) -> impl IntoView {
    let km = query.near.as_ref().map(|near| near.km);
    let around = centre.zip(km).map(|(meant, km)| format!("{},{},{km}", meant.place.point.lon, meant.place.point.lat));
    view! {
        <project-map
            base=site().base_map.to_string()
            streets=streets()
            tiles=query.selection().to_query_string()
            bounds=frame.first.map(|bounds| bounds.to_string())
            all=frame.all.map(|all| all.to_string())
            section=query.bbox.map(|section| section.to_string())
            around=around
            list=list
            label=t!("map-of-hits")
            lang=lang().id()
            cooperative="touch"
        >
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
        <project-map class="map-small" base=site().base_map.to_string() pin=place.clone() center=place zoom="6" label=label lang=lang().id() interactive="false"></project-map>
        <script type="module" src=asset("map/loader.js")></script>
    }
    .into_any()
}

/// The operator's own style, which is shown to those who ask for it.
fn streets() -> Option<String> {
    site().map_style.map(|style| style.url.to_string())
}
