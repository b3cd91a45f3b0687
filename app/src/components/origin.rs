//! Where an entry comes from.

use crate::{context::lang, format};
use backend::storage::entries::Entry;
use domain::vocabulary::{Kind, Origin};
use leptos::prelude::*;

/// Says so where an entry was compiled from public sources.
#[component]
pub fn OriginNotice(entry: Entry) -> impl IntoView {
    // Organisations are described by what they publish; projects and lessons name where it was read.
    let sources = if entry.kind == Kind::Organisation { "" } else { " Die Quellen stehen am Ende der Seite." };
    let since = entry.published_at.map(|at| format::date(at, lang())).unwrap_or_default();
    (entry.origin == Origin::PublicSources)
        .then(|| {
            view! {
                <p class="origin">
                    <strong>"Aus öffentlichen Quellen zusammengestellt, nicht von der Organisation eingetragen."</strong>
                    {format!(" Aufgenommen am {since}.{sources}")}
                </p>
            }
        })
        .into_any()
}
