//! `/explore`, `/lessons`, `/organisations`: list, map or table of one query, the whole state in the address.

use crate::{
    components::{
        card::CardList,
        chips::{Chips, kinds},
        embed_this::EmbedThis,
        facets::{Facets, count_chosen},
        failure::FailureView,
        groups::Groups,
        load::load,
        map::MapOf,
        nothing::Nothing,
        page_meta::PageMeta,
        paging::Paging,
        search_form::SearchForm,
        sort::SortLinks,
        table::EntryTable,
        understood::Understood,
        views::ViewLinks,
    },
    context::{backend, caller, here, set_status},
    i18n::t,
    islands::live::LiveExplore,
    routes::{Listing, View},
};
use backend::usecases::{
    group_results::{Group, group_results, may_be_grouped},
    loosen_query::{Looser, loosen_query},
    nearby_topics::{Nearby, nearby_topics},
    search_entries::{Results, search_entries},
};
use domain::{Error, facet::Facet, query::Query, vocabulary::Kind};
use leptos::{either::Either, prelude::*};

/// Finds entries of every kind.
#[component]
pub fn Explore() -> impl IntoView {
    asked(None)
}

/// Finds lessons.
#[component]
pub fn Lessons() -> impl IntoView {
    asked(Some(Kind::Lesson))
}

/// Finds organisations.
#[component]
pub fn Organisations() -> impl IntoView {
    asked(Some(Kind::Organisation))
}

fn asked(of: Option<Kind>) -> impl IntoView {
    match Listing::parse(of, &here().query) {
        Ok((listing, query)) => Either::Left(found(listing, query)),
        Err(errors) => {
            let error = Error::Invalid(errors);
            set_status(&error);
            Either::Right(view! { <FailureView error/> })
        }
    }
}

fn found(listing: Listing, query: Query) -> impl IntoView {
    let (backend, actor, asked) = (backend(), caller(), query.clone());
    // A page of one kind stays with it.
    let fixed: &[Facet] = if listing.of.is_some() { &[Facet::Kind] } else { &[] };
    let grouped = listing.view == View::List && may_be_grouped(&query);
    let answer = async move {
        let results = search_entries(&backend, &actor, &asked).await?;
        let nothing = results.page.total == 0;
        let looser = if nothing { loosen_query(&backend, &actor, &asked, fixed).await? } else { vec![] };
        let nearby = if nothing { nearby_topics(&backend, &actor, &asked, fixed).await? } else { vec![] };
        let groups = if grouped { group_results(&backend, &actor, &asked, &results).await? } else { vec![] };
        Ok(Answer { results, groups, looser, nearby })
    };
    load(answer, move |answer| view! { <ExploreView listing query answer/> })
}

/// What a page shows of a query.
#[derive(Clone)]
struct Answer {
    results: Results,
    /// The hits by kind; empty where they stand in one list.
    groups: Vec<Group>,
    /// What would find something, where nothing was found.
    looser: Vec<Looser>,
    /// What lies near it then.
    nearby: Vec<Nearby>,
}

#[component]
fn ExploreView(listing: Listing, query: Query, answer: Answer) -> impl IntoView {
    let (heading, lead) = heading(&query);
    let title = if query.text.is_empty() {
        heading.clone()
    } else {
        t!("explore-title-search", text = query.text.as_str(), heading = heading.as_str())
    };
    // Pages of searches are for people; search engines get the plain lists and the entries themselves.
    let plain = Query { filters: query.filters.clone(), ..Query::default() } == query && count_chosen(listing, &query) == 0;
    let indexed = plain && listing.view == View::List;
    let feed = format!("/feed.atom?{}", query.selection().to_query_string());
    view! {
        <PageMeta title description=lead.clone() canonical=listing.path() indexed feed/>
        <LiveExplore>
            <div class="explore-head">
                <h1 id="heading">{heading}</h1>
                <p class="explore-lead" id="lead">{lead}</p>
                <p class="quiet-words" id="said" role="status"></p>
                <SearchForm listing query=query.clone() live=true/>
            </div>
            <div class="explore" data-view=listing.view.id()>
                <Filters listing query=query.clone() results=answer.results.clone()/>
                <div class="explore-top" id="found-top"><Top listing query=query.clone() answer=answer.clone()/></div>
                {(listing.view == View::Map).then(|| view! {
                    <div class="explore-map"><MapOf query=query.clone() label=t!("map-of-hits") bounds=query.bbox.map(|bbox| bbox.to_string())/></div>
                })}
                <div class="explore-found" id="found"><Found listing query answer/></div>
            </div>
        </LiveExplore>
    }
    .into_any()
}

/// What this is a list of, and one sentence about it.
fn heading(query: &Query) -> (String, String) {
    match kinds(query)[..] {
        [Kind::Project] => (t!("explore-projects"), t!("explore-projects-lead")),
        [Kind::Lesson] => (t!("explore-lessons"), t!("explore-lessons-lead")),
        [Kind::Organisation] => (t!("explore-organisations"), t!("explore-organisations-lead")),
        _ => (t!("explore"), t!("explore-lead")),
    }
}

/// What one can filter by. A column where there is room, else a sheet that a button opens: the browser's own
/// `popover`, which needs no script, closes by Escape and gives the focus back.
#[component]
fn Filters(listing: Listing, query: Query, results: Results) -> impl IntoView {
    let total = results.page.total;
    view! {
        <section class="filters" id="filters" popover="auto" aria-labelledby="filters-title">
            <div class="filters-head">
                <h2 class="filters-title" id="filters-title">{t!("filters")}</h2>
                <button class="filters-close" type="button" popovertarget="filters" popovertargetaction="hide">{t!("filters-close")}</button>
            </div>
            <div class="filters-body" id="facets"><Facets listing query results/></div>
            <div class="filters-foot">
                <button class="button" type="button" popovertarget="filters" popovertargetaction="hide" id="filters-done">{t!("filters-done", count = total)}</button>
            </div>
        </section>
    }
    .into_any()
}

/// How many, and ways to see them otherwise.
#[component]
fn Top(listing: Listing, query: Query, answer: Answer) -> impl IntoView {
    let chosen = count_chosen(listing, &query);
    let grouped = !answer.groups.is_empty();
    let results = answer.results;
    view! {
        <div class="found-head">
            <h2 class="found-count" id="found-count" tabindex="-1">{count(&results, listing, grouped)}</h2>
            <ViewLinks listing query=query.clone()/>
        </div>
        <div class="found-tools">
            <button class="filters-open" type="button" popovertarget="filters" id="filters-open"><FilterMark/>{t!("filters-open", count = chosen)}</button>
            <SortLinks listing query=query.clone()/>
        </div>
        <Chips listing query=query.clone() results=results.clone()/>
        <Understood listing query results grouped/>
    }
    .into_any()
}

#[component]
fn Found(listing: Listing, query: Query, answer: Answer) -> impl IntoView {
    let Answer { results, groups, looser, nearby } = answer;
    if !groups.is_empty() {
        return view! { <Groups listing query=query.clone() groups/><EmbedThis listing query/> }.into_any();
    }
    let pages = results.page.pages();
    let cards = results.page.items.clone();
    let hits = if cards.is_empty() {
        view! { <Nothing listing query=query.clone() results looser nearby/> }.into_any()
    } else if listing.view == View::Table {
        view! { <EntryTable listing query=query.clone() cards/> }.into_any()
    } else {
        view! { <CardList cards/> }.into_any()
    };
    view! {
        {hits}
        <Paging listing query=query.clone() pages/>
        <EmbedThis listing query/>
    }
    .into_any()
}

#[component]
fn FilterMark() -> impl IntoView {
    view! { <svg class="line-mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 4.5H14M4.5 8H11.5M6.5 11.5H9.5"/></svg> }
}

/// "111 Einträge, 106 davon mit Ort auf der Karte"; where there are pages, which of them these are. Groups have no pages.
fn count(results: &Results, listing: Listing, grouped: bool) -> String {
    let (total, located) = (results.page.total, results.located);
    let (first, last) = results.page.range();
    let entries = match listing.of {
        Some(Kind::Lesson) => t!("count-lessons", count = total),
        Some(Kind::Organisation) => t!("count-organisations", count = total),
        _ => t!("count-entries", count = total),
    };
    let part = (!grouped && last > 0 && (first > 1 || last < total))
        .then(|| t!("count-range", first = first, last = last, total = total, kind = listing.of.map_or("", Kind::id)));
    let shown = part.unwrap_or(entries);
    let mapped = listing.view == View::Map && total > 0;
    if mapped { t!("count-located", shown = shown, located = located, elsewhere = total - located.min(total)) } else { shown }
}
