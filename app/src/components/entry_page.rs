//! The frame that projects, lessons and organisations share: head, story, fact column, what belongs to it.

use super::{card::CardList, kind_mark::KindMark, origin::OriginNotice, page_title::PageTitle};
use crate::context::lang;
use backend::{search::highlight, storage::entries::Entry, usecases::views::Card};
use domain::Lang;
use leptos::prelude::*;
use leptos_meta::Meta;

/// Characters of a description for search engines and previews.
const DESCRIPTION: usize = 160;

/// Head of an entry's page. `state` is its phase, outcome or kind in words.
#[component]
pub fn EntryHead(entry: Entry, title: String, summary: String, #[prop(into)] state: String, language: Lang) -> impl IntoView {
    let organisation = entry.organisation.as_ref().map(|owner| (format!("/organisations/{}", owner.slug), owner.document.name.to_string()));
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="description" content=highlight::crop(&summary, &[], DESCRIPTION).0/>
        <header class="entry-head" data-kind=entry.kind.id()>
            <p class="card-kind"><KindMark kind=entry.kind/>{entry.kind.label(lang())}<span class="card-state">{state}</span></p>
            <h1 lang=language.id()>{title}</h1>
            {organisation.map(|(href, name)| view! { <p class="entry-by">"von "<a href=href>{name}</a></p> })}
            <p class="lead" lang=language.id()>{summary}</p>
        </header>
        <OriginNotice entry/>
    }
    .into_any()
}

/// Entries that belong to this one; nothing where there are none.
#[component]
pub fn Related(heading: &'static str, cards: Vec<Card>) -> impl IntoView {
    (!cards.is_empty()).then(|| view! { <section class="related"><h2>{heading}</h2><CardList cards/></section> })
}
