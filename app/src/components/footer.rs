//! The foot of every page.

use super::header::Parcels;
use crate::i18n::t;
use leptos::prelude::*;

/// What this is, who answers for it, and the open data.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="foot">
            <div class="foot-inner">
                <div class="foot-what">
                    <p class="foot-name"><Parcels/>"Allmende"</p>
                    <p>{t!("foot-claim")}</p>
                    <p>{t!("foot-origin")}</p>
                </div>
                <FootLinks label=t!("foot-about") links=vec![
                    ("/about", t!("foot-what")), ("/privacy", t!("foot-privacy")), ("/accessibility", t!("foot-accessibility")), ("/imprint", t!("foot-imprint")),
                ]/>
                <FootLinks label=t!("foot-data") links=vec![
                    ("/feed.atom", t!("foot-atom")), ("/api/v1/search", t!("foot-json")), ("/api/v1/projects.geojson", t!("foot-geojson")),
                ]/>
            </div>
        </footer>
    }
    .into_any()
}

#[component]
fn FootLinks(label: String, links: Vec<(&'static str, String)>) -> impl IntoView {
    let shown = label.clone();
    view! {
        <nav aria-label=label>
            <p class="foot-label" aria-hidden="true">{shown}</p>
            <ul>{links.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> }).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
