//! `/explore`: list, facets and map of one query, the whole state in the address.

use crate::{
    components::{
        card::CardList, chips::Chips, facets::Facets, failure::FailureView, load::load, map::MapOf, page_title::PageTitle, paging::Paging,
        search_form::SearchForm,
    },
    context::{backend, caller, lang, query_string, set_status},
    format,
    islands::live::LiveExplore,
    routes,
};
use backend::usecases::search_entries::{Results, search_entries};
use domain::{
    Error,
    facet::Facet,
    query::Query,
    vocabulary::{Kind, Sort},
};
use leptos::{either::Either, prelude::*};

/// Finds entries.
#[component]
pub fn Explore() -> impl IntoView {
    match Query::parse_beside(&query_string(), routes::is_beside) {
        Ok(query) => Either::Left(found(query)),
        Err(errors) => {
            let error = Error::Invalid(errors);
            set_status(&error);
            Either::Right(view! { <SearchForm query=Query::default()/><FailureView error/> })
        }
    }
}

fn found(query: Query) -> impl IntoView {
    let (backend, actor, asked) = (backend(), caller(), query.clone());
    let answer = async move { search_entries(&backend, &actor, &asked).await };
    load(answer, move |results| view! { <ExploreView query results/> })
}

#[component]
fn ExploreView(query: Query, results: Results) -> impl IntoView {
    let heading = heading(&query);
    let bounds = query.bbox.map(|bbox| bbox.to_string());
    view! {
        <PageTitle text=if query.text.is_empty() { heading.to_owned() } else { format!("„{}“", query.text) }/>
        <LiveExplore>
            <div class="explore-head">
                <h1 id="heading">{heading}</h1>
                <p class="quiet-words" id="said" role="status"></p>
                <SearchForm query=query.clone()/>
            </div>
            <div class="explore">
                <details class="explore-map map-fold">
                    <summary>"Karte zeigen"</summary>
                    <MapOf query=query.clone() label="Karte der Treffer" bounds/>
                </details>
                <div class="explore-found" id="found">
                    <Found query results/>
                </div>
            </div>
        </LiveExplore>
    }
    .into_any()
}

fn heading(query: &Query) -> &'static str {
    let kinds: Vec<&str> = query.chosen(Facet::Kind).collect();
    match kinds[..] {
        [kind] if kind == Kind::Project.id() => "Projekte",
        [kind] if kind == Kind::Lesson.id() => "Erfahrungen",
        [kind] if kind == Kind::Organisation.id() => "Organisationen",
        _ => "Entdecken",
    }
}

#[component]
fn Found(query: Query, results: Results) -> impl IntoView {
    let pages = results.page.pages();
    let list = if results.page.items.is_empty() {
        Either::Left(view! { <Nothing query=query.clone() total=results.page.total/> })
    } else {
        Either::Right(view! { <CardList cards=results.page.items.clone()/> })
    };
    view! {
        <div class="explore-facets"><Facets query=query.clone() results=results.clone()/></div>
        <div class="explore-list">
            <h2 class="found-count" id="found-count" tabindex="-1">{count(&results)}</h2>
            <Chips query=query.clone() results=results.clone()/>
            <SortLinks query=query.clone()/>
            {list}
            <Paging query pages/>
        </div>
    }
    .into_any()
}

fn count(results: &Results) -> String {
    let (total, located) = (results.page.total, results.located);
    let entries = format::counted(total, "Eintrag", "Einträge", lang());
    match total {
        0 => "Keine Einträge".into(),
        1 if located == 1 => format!("{entries}, auf der Karte"),
        _ if located == total => format!("{entries}, alle auf der Karte"),
        _ => format!("{entries}, davon {} auf der Karte", format::number(located, lang())),
    }
}

#[component]
fn SortLinks(query: Query) -> impl IntoView {
    let orders = Sort::ALL.iter().copied().filter(|sort| match sort {
        Sort::Relevance => !query.text.is_empty(),
        Sort::Distance => query.near.is_some(),
        _ => true,
    });
    let links: Vec<_> =
        orders.map(|sort| (sort, sort == query.order(), routes::explore(&Query { sort: Some(sort), ..query.on_page(1) }))).collect();
    view! {
        <ul class="sort" aria-label="Reihenfolge">
            {links.into_iter().map(|(sort, current, href)| view! {
                <li><a data-live id=format!("sort-{}", sort.id()) href=href aria-current=current.then_some("true")>{sort.label(lang())}</a></li>
            }).collect_view()}
        </ul>
    }
    .into_any()
}

/// Nothing found: what one can do.
#[component]
fn Nothing(query: Query, total: u64) -> impl IntoView {
    let past_the_end = total > 0;
    let without_filters = (!query.filters.is_empty() || query.bbox.is_some() || query.near.is_some())
        .then(|| routes::explore(&Query { text: query.text.clone(), ..Query::default() }));
    view! {
        <div class="nothing">
            <p>{if past_the_end { "So viele Seiten gibt es nicht." } else { "Dazu steht hier noch nichts." }}</p>
            <ul>
                {past_the_end.then(|| view! { <li><a data-live href=routes::explore(&query.on_page(1))>"Zur ersten Seite"</a></li> })}
                {without_filters.map(|href| view! { <li><a data-live href=href>"Ohne Filter suchen"</a></li> })}
                <li>"Ein kürzeres oder anderes Wort versuchen"</li>
                <li><a data-live href="/explore">"Alles ansehen"</a></li>
            </ul>
        </div>
    }
    .into_any()
}
