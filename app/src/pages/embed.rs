//! `/embed` and `/embed/projects/{slug}` with its sisters: lists, maps and entries in the frames of other sites.
//!
//! The frame is somebody else's page: nothing around it, one line that leads to the whole directory, no cookie. Links lead
//! out of the frame (`<base target>` in `shell`); those that stay say so.

use super::slug;
use crate::{
    components::{
        card::{CardList, EntryCard},
        failure::FailureView,
        header::Parcels,
        load::load,
        map::MapOf,
        page_meta::PageMeta,
    },
    context::{backend, caller, lang, set_status, site},
    embed::{self, Shown},
    i18n::t,
    routes::{self, Listing, View},
};
use backend::usecases::{
    place_hits::frame_hits,
    search_entries::{Results, search_entries},
    show_card::show_card,
    views::Card,
};
use domain::{Error, geo::BBox, query::Query, vocabulary::Kind};
use leptos::{either::Either, prelude::*};

/// What a query finds.
#[component]
pub fn Embed() -> impl IntoView {
    match Shown::parse(&crate::context::here().query) {
        Ok((query, view)) => {
            let (backend, actor, asked) = (backend(), caller(), query.clone());
            let answer = async move {
                let results = search_entries(&backend, &actor, &asked).await?;
                let bounds = if view == View::Map { frame_hits(&backend, &actor, &asked).await?.first } else { None };
                Ok((results, bounds))
            };
            Either::Left(load(answer, move |(results, bounds)| view! { <EmbeddedHits query view results bounds/> }))
        }
        Err(errors) => {
            let error = Error::Invalid(errors);
            set_status(&error);
            Either::Right(view! { <FailureView error/> })
        }
    }
}

/// A project.
#[component]
pub fn EmbeddedProject() -> impl IntoView {
    entry(Kind::Project)
}

/// A lesson.
#[component]
pub fn EmbeddedLesson() -> impl IntoView {
    entry(Kind::Lesson)
}

/// An organisation.
#[component]
pub fn EmbeddedOrganisation() -> impl IntoView {
    entry(Kind::Organisation)
}

fn entry(kind: Kind) -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_card(&backend, &actor, kind, &slug).await }, |card| view! { <EmbeddedCard card/> })
}

#[component]
fn EmbeddedHits(query: Query, view: View, results: Results, bounds: Option<BBox>) -> impl IntoView {
    let heading = embed::heading(&query);
    let whole = Listing { of: None, view }.href(&query.selection());
    let label = t!("map-of-hits");
    let cards = results.page.items.clone();
    let empty = cards.is_empty();
    view! {
        <PageMeta title=heading.clone() indexed=false/>
        <div class="embed" data-view=view.id()>
            <header class="embed-head">
                <h1 class="embed-title">{heading}</h1>
                <h2 class="embed-count">{count(&results)}</h2>
                <Ways query=query.clone() view/>
            </header>
            {(view == View::Map).then(|| view! { <MapOf query=query.clone() label bounds=query.bbox.or(bounds)/> })}
            {empty.then(|| view! { <p class="embed-nothing">{t!("nothing")}</p> })}
            <CardList cards/>
            <Turning query view results/>
            <Directory href=whole/>
        </div>
    }
    .into_any()
}

#[component]
fn EmbeddedCard(card: Card) -> impl IntoView {
    let href = routes::entry(card.kind, &card.slug);
    view! {
        <PageMeta title=card.title.clone() indexed=false/>
        <div class="embed" data-view="entry">
            <EntryCard card heading=1/>
            <Directory href/>
        </div>
    }
    .into_any()
}

/// All that was found is counted, whatever of it is shown.
fn count(results: &Results) -> String {
    let (total, located) = (results.page.total, results.located);
    let shown = t!("count-entries", count = total);
    if total == 0 { shown } else { t!("count-located", shown = shown, located = located, elsewhere = total - located.min(total)) }
}

/// List or map of the same.
#[component]
fn Ways(query: Query, view: View) -> impl IntoView {
    let ways = [(View::List, t!("view-list")), (View::Map, t!("view-map"))];
    let href = move |to: View| Shown::hits(&query, to).path(Some(lang()));
    view! {
        <nav class="embed-ways" aria-label=t!("views-label")>
            <ul>{ways.map(|(to, word)| view! { <li><a target="_self" href=href(to) aria-current=(to == view).then_some("page")>{word}</a></li> })}</ul>
        </nav>
    }
    .into_any()
}

/// From page to page, within the frame.
#[component]
fn Turning(query: Query, view: View, results: Results) -> impl IntoView {
    let (page, pages) = (query.page, results.page.pages());
    let link = move |to: u32, label: String, rel: &'static str| {
        let href = Shown::hits(&query.on_page(to), view).path(Some(lang()));
        (1..=pages).contains(&to).then(|| view! { <a target="_self" rel=rel href=href>{label}</a> })
    };
    (pages > 1 && page <= pages)
        .then(|| {
            view! {
                <nav class="paging" aria-label=t!("paging-label")>
                    {link(page.saturating_sub(1), t!("paging-back"), "prev")}
                    <span>{t!("paging-position", page = page, pages = pages)}</span>
                    {link(page + 1, t!("paging-next"), "next")}
                </nav>
            }
        })
        .into_any()
}

/// The one line that leads to the whole directory.
#[component]
fn Directory(href: String) -> impl IntoView {
    view! { <p class="embed-foot"><a href=site().url(&href)><Parcels/>{t!("embed-directory")}</a></p> }.into_any()
}
