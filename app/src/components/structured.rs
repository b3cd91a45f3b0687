//! JSON-LD (schema.org) for search engines. A block of data, no script: the content policy lets nothing run from it.

use crate::{context::site, routes};
use backend::{markdown, storage::entries::Entry};
use domain::{Lang, time::Timestamp, vocabulary::Kind};
use leptos::prelude::*;
use serde_json::{Value, json};

/// Prints a schema.org object.
#[component]
pub fn Structured(data: Value) -> impl IntoView {
    // `<` ends scripts, whatever it stands in.
    let text = data.to_string().replace('<', "\\u003c");
    view! { <script type="application/ld+json" inner_html=text></script> }.into_any()
}

/// A project or a lesson: an article about what an organisation did. The summary is plain text.
pub fn article(entry: &Entry, title: &str, summary: &str, language: Lang) -> Value {
    let site = site();
    let owner = entry.organisation.as_ref().map(|owner| {
        json!({"@type": "Organization", "name": &*owner.document.name, "url": site.url(&routes::entry(Kind::Organisation, &owner.slug))})
    });
    json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "description": summary,
        "inLanguage": language.id(),
        "url": site.url(&routes::entry(entry.kind, &entry.slug)),
        "image": site.url(&preview(entry)),
        "datePublished": entry.published_at.and_then(time),
        "dateModified": time(entry.updated_at),
        "about": owner,
        "isPartOf": website(),
    })
}

/// An organisation.
pub fn organisation(entry: &Entry, organisation: &domain::organisation::Organisation) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": &*organisation.name,
        "description": organisation.description.given().map(markdown::plain),
        "url": organisation.website.as_deref().map_or_else(|| site().url(&routes::entry(entry.kind, &entry.slug)), str::to_owned),
        "location": organisation.place.given().map(|place| json!({"@type": "Place", "name": place})),
    })
}

/// This directory, with its search.
pub fn website() -> Value {
    let site = site();
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Allmende",
        "url": site.url("/"),
        "potentialAction": {"@type": "SearchAction", "target": site.url("/explore?q={search_term_string}"), "query-input": "required name=search_term_string"},
    })
}

/// The address of an entry's preview picture.
pub fn preview(entry: &Entry) -> String {
    format!("/preview{}.png", routes::entry(entry.kind, &entry.slug))
}

fn time(at: Timestamp) -> Option<String> {
    jiff::Timestamp::from_microsecond(at.0).ok().map(|at| at.to_string())
}
