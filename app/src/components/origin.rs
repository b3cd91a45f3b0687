//! Where an entry comes from.

use crate::{context::lang, format, i18n::t};
use backend::storage::entries::Entry;
use domain::vocabulary::{Kind, Origin};
use leptos::prelude::*;

/// Says so where an entry was compiled from public sources.
#[component]
pub fn OriginNotice(entry: Entry) -> impl IntoView {
    let since = entry.published_at.map(|at| format::date(at, lang())).unwrap_or_default();
    // Organisations are described by what they publish; projects and lessons name where it was read.
    let sources = (entry.kind != Kind::Organisation).then(|| view! { " "<a href="#sources">{t!("origin-sources")}</a>" ·" });
    let whose = if entry.kind == Kind::Organisation || entry.organisation.is_some() { "known" } else { "unknown" };
    (entry.origin == Origin::PublicSources)
        .then(|| {
            view! {
                <p class="origin">
                    <strong>{t!("origin-compiled", whose = whose)}</strong>" "{t!("origin-since", date = since)}{sources}" "
                    <a href="/about#correct">{t!("origin-yours", kind = entry.kind.id())}</a>
                </p>
            }
        })
        .into_any()
}
