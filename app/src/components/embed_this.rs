//! The way to show a list on another site.

use crate::{
    context::site,
    embed::Shown,
    i18n::t,
    routes::{self, Listing},
    site::Embedders,
};
use domain::query::Query;
use leptos::prelude::*;

/// A link to the page that makes the code, where the operator lets others show anything.
#[component]
pub fn EmbedThis(listing: Listing, query: Query) -> impl IntoView {
    if matches!(site().embedders, Embedders::Only(sites) if sites.is_empty()) {
        return ().into_any();
    }
    let shown = Shown::hits(&Query { page: 1, ..query }, listing.view).path(None);
    let href = format!("{}{}", routes::CREATE_EMBED, shown.strip_prefix(routes::EMBED).unwrap_or_default());
    view! { <p class="embed-this"><a href=href rel="nofollow">{t!("embed-this")}</a></p> }.into_any()
}
