//! `/explore`, `/lessons`, `/organisations`: list, map or table of one query, the whole state in the address.

use crate::{
    components::{
        card::CardList,
        chips::{Chips, kinds},
        embed_this::EmbedThis,
        facets::{Facets, count_chosen},
        failure::FailureView,
        groups::Groups,
        legend::Legend,
        load::load,
        map::MapOfHits,
        nothing::Nothing,
        page_meta::PageMeta,
        paging::Paging,
        search_form::{SearchHere, how_many},
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
use backend::{
    Backend, Failure,
    usecases::{
        explain_hits::explain_hits,
        group_results::{Group, group_results, may_be_grouped},
        loosen_query::{Looser, loosen_query},
        nearby_topics::{Nearby, nearby_topics},
        place_hits::{Frame, Placing, frame_hits, place_hits},
        search_entries::{Results, search_entries},
        views::Card,
    },
};
use domain::{
    Error,
    account::Actor,
    facet::Facet,
    query::{Near, Query},
    vocabulary::{Kind, Sort},
};
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
    let mapped = listing.view == View::Map;
    let answer = async move {
        let (mut results, asked, refused) = search(&backend, &actor, asked).await?;
        let frame = if mapped { Some(frame_hits(&backend, &actor, &asked).await?) } else { None };
        let placing = place_hits(&backend, &actor, &asked, &results).await?;
        let nothing = results.page.total == 0;
        let looser = if nothing { loosen_query(&backend, &actor, &asked, fixed).await? } else { vec![] };
        let nearby = if nothing { nearby_topics(&backend, &actor, &asked, fixed).await? } else { vec![] };
        let mut groups = if grouped { group_results(&backend, &actor, &asked, &results).await? } else { vec![] };
        let cards: Vec<&mut Card> = match &mut groups[..] {
            _ if listing.view == View::Table => vec![],
            [] => results.page.items.iter_mut().collect(),
            groups => groups.iter_mut().flat_map(|group| &mut group.cards).collect(),
        };
        explain_hits(&backend, &actor, &asked.text, cards).await?;
        Ok(Answer { query: asked, refused, results, placing, frame, groups, looser, nearby })
    };
    load(answer, move |answer| {
        if answer.refused.is_some() {
            set_status(&Error::Invalid(vec![]));
        }
        view! { <ExploreView listing answer/> }
    })
}

/// The hits, and what was really asked: a place that nobody knows is left out and handed back.
async fn search(backend: &Backend, actor: &Actor, asked: Query) -> backend::Result<(Results, Query, Option<Near>)> {
    match search_entries(backend, actor, &asked).await {
        Err(Failure::Told(Error::Invalid(_))) if asked.near.is_some() => {
            let sort = asked.sort.filter(|sort| *sort != Sort::Distance);
            let without = Query { near: None, sort, ..asked.clone() };
            Ok((search_entries(backend, actor, &without).await?, without, asked.near))
        }
        results => Ok((results?, asked, None)),
    }
}

/// What a page shows of a query.
#[derive(Clone)]
struct Answer {
    query: Query,
    /// A place that nobody knows.
    refused: Option<Near>,
    results: Results,
    placing: Placing,
    /// What the map shows, where there is one.
    frame: Option<Frame>,
    /// The hits by kind; empty where they stand in one list.
    groups: Vec<Group>,
    /// What would find something, where nothing was found.
    looser: Vec<Looser>,
    /// What lies near it then.
    nearby: Vec<Nearby>,
}

#[component]
fn ExploreView(listing: Listing, answer: Answer) -> impl IntoView {
    let query = answer.query.clone();
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
                <SearchHere listing query=query.clone() results=answer.results.clone() refused=answer.refused.clone()/>
            </div>
            <div class="explore" data-view=listing.view.id()>
                <Filters listing query=query.clone() results=answer.results.clone()/>
                <div class="explore-top" id="found-top"><Top listing answer=answer.clone()/></div>
                {answer.frame.map(|frame| view! { <MapColumn listing frame answer=answer.clone()/> })}
                <div class="explore-found" id="found"><Found listing answer/></div>
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

/// The map, and below it what it means.
#[component]
fn MapColumn(listing: Listing, frame: Frame, answer: Answer) -> impl IntoView {
    let Answer { query, results, placing, .. } = answer;
    view! {
        <div class="explore-map">
            <MapOfHits query=query.clone() frame centre=results.centre list="found"/>
            <div class="legend" id="legend"><Legend listing query placing/></div>
        </div>
    }
    .into_any()
}

/// How many, and ways to see them otherwise.
#[component]
fn Top(listing: Listing, answer: Answer) -> impl IntoView {
    let query = answer.query;
    let chosen = count_chosen(listing, &query);
    let grouped = !answer.groups.is_empty();
    let results = answer.results;
    view! {
        <div class="found-head">
            <h2 class="found-count" id="found-count" tabindex="-1">{count(&query, &results, &answer.placing, listing, grouped)}</h2>
            <ViewLinks listing query=query.clone()/>
        </div>
        <div class="found-tools">
            <button class="filters-open" type="button" popovertarget="filters" id="filters-open"><FilterMark/>{t!("filters-open", count = chosen)}</button>
            // One entry has no order.
            {(results.page.total > 1).then(|| view! { <SortLinks listing query=query.clone()/> })}
        </div>
        <Chips listing query=query.clone() results=results.clone()/>
        <Understood listing query results grouped/>
    }
    .into_any()
}

#[component]
fn Found(listing: Listing, answer: Answer) -> impl IntoView {
    let Answer { query, results, groups, looser, nearby, .. } = answer;
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
        view! { <CardList cards mapped=listing.view == View::Map/> }.into_any()
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

/// "111 Einträge, 106 davon mit Ort auf der Karte"; of a section, how many there are in it, in all and without a place;
/// where there are pages, which of them these are. Groups have no pages.
fn count(query: &Query, results: &Results, placing: &Placing, listing: Listing, grouped: bool) -> String {
    let (total, located) = (results.page.total, placing.located);
    let elsewhere = placing.total.saturating_sub(located);
    let (first, last) = results.page.range();
    let part = (!grouped && last > 0 && (first > 1 || last < total))
        .then(|| t!("count-range", first = first, last = last, total = total, kind = listing.of.map_or("", Kind::id)));
    let shown = part.unwrap_or_else(|| how_many(listing, total));
    if query.bbox.is_some() {
        return t!("count-section", shown = shown, total = placing.total, elsewhere = elsewhere);
    }
    let mapped = listing.view == View::Map && total > 0;
    if mapped { t!("count-located", shown = shown, located = located, elsewhere = elsewhere) } else { shown }
}
