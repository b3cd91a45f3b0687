//! The foot of every page.

use leptos::prelude::*;

/// What this is, and the open data.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="foot">
            <p>"Allmende: gemeinsames Land. Hier teilen gemeinnützige Organisationen, was sie mit KI versucht und daraus gelernt haben."</p>
            <p>
                "Die ersten Einträge sind aus öffentlichen Quellen zusammengestellt, nicht von den Organisationen eingetragen. Projekte und Erfahrungen nennen ihre Quellen."
            </p>
            <nav aria-label="Daten">
                <a href="/api/v1/search">"Daten als JSON"</a>
                <a href="/api/v1/projects.geojson">"Projekte als GeoJSON"</a>
            </nav>
        </footer>
    }
    .into_any()
}
