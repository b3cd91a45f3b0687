//! The hits of a query as rows and columns. The heads of columns that one can sort by are links.

use super::{
    card::{place, state},
    kind_mark::KindMark,
    marked::Marked,
};
use crate::{context::lang, format, i18n::t, routes, routes::Listing};
use backend::usecases::views::Card;
use domain::{
    query::Query,
    vocabulary::{Kind, Sort},
};
use leptos::prelude::*;

/// One row an entry.
#[component]
pub fn EntryTable(listing: Listing, query: Query, cards: Vec<Card>) -> impl IntoView {
    let heads = [
        (t!("table-title"), Some(Sort::Title)),
        (t!("table-state"), None),
        (t!("table-organisation"), None),
        (t!("table-place"), query.near.is_some().then_some(Sort::Distance)),
        (t!("table-about"), None),
        (t!("table-time"), None),
        (t!("table-updated"), Some(Sort::Updated)),
    ];
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="found-count">
            <table class="table table-entries">
                <thead><tr>{heads.into_iter().map(|(name, sort)| view! { <Head listing query=query.clone() name sort/> }).collect_view()}</tr></thead>
                <tbody>{cards.into_iter().map(|card| view! { <Row card/> }).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Head(listing: Listing, query: Query, name: String, sort: Option<Sort>) -> impl IntoView {
    let Some(sort) = sort else { return view! { <th scope="col">{name}</th> }.into_any() };
    let current = query.order() == sort;
    let direction = if sort == Sort::Updated { "descending" } else { "ascending" };
    let href = listing.href(&Query { sort: Some(sort), ..query.on_page(1) });
    view! { <th scope="col" aria-sort=current.then_some(direction)><a data-live id=format!("column-{}", sort.id()) href=href>{name}</a></th> }.into_any()
}

#[component]
fn Row(card: Card) -> impl IntoView {
    let about = card.topics.iter().map(|v| v.label(lang())).chain(card.themes.iter().map(|v| v.label(lang())));
    let about: Vec<_> = about.collect();
    let organisation = card.organisation.clone().map(|(slug, name)| view! { <a href=routes::entry(Kind::Organisation, &slug)>{name}</a> });
    view! {
        <tr data-kind=card.kind.id()>
            <th scope="row" lang=card.language.id()>
                <KindMark kind=card.kind/>
                <span class="quiet-words">{card.kind.label(lang())}": "</span>
                <a href=routes::entry(card.kind, &card.slug)><Marked segments=card.marked_title.clone()/></a>
            </th>
            <td>{state(&card).unwrap_or_default()}</td>
            <td>{organisation}</td>
            <td>{place(&card).unwrap_or_default()}</td>
            <td>{about.join(", ")}</td>
            <td>{time(&card)}</td>
            <td class="table-date">{format::date(card.updated_at, lang())}</td>
        </tr>
    }
    .into_any()
}

/// From when to when, as far as it is known.
fn time(card: &Card) -> String {
    period(card.started, card.ended).unwrap_or_default()
}

/// "seit 2024", "2021 bis 2023".
pub fn period(started: Option<domain::time::PartialDate>, ended: Option<domain::time::PartialDate>) -> Option<String> {
    let said = |date| format::partial_date(date, lang());
    match (started, ended) {
        (Some(from), Some(to)) => Some(t!("period", from = said(from), to = said(to))),
        (Some(from), None) => Some(t!("period-since", from = said(from))),
        (None, Some(to)) => Some(t!("period-until", to = said(to))),
        (None, None) => None,
    }
}
