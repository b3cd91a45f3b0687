//! The map of a query. Its code loads only when it comes into view; without it, the list says everything.

use crate::{assets::asset, context::lang};
use domain::query::Query;
use leptos::prelude::*;

/// `<project-map>` over the entries of `query`.
#[component]
pub fn MapOf(
    query: Query,
    #[prop(into)] label: String,
    /// West, south, east, north; Germany where nothing is said.
    #[prop(default = None)]
    bounds: Option<String>,
) -> impl IntoView {
    view! {
        <project-map tiles=query.selection().to_query_string() bounds=bounds label=label lang=lang().id()>
            <p class="map-fallback">"Die Karte braucht JavaScript. Alle Einträge stehen auch in der Liste."</p>
        </project-map>
        <script type="module" src=asset("map/loader.js")></script>
    }
    .into_any()
}
