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
    time::PartialDate,
    vocabulary::{Kind, Sort},
};
use leptos::prelude::*;

/// What a table may tell of an entry beside its title.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    State,
    Organisation,
    Place,
    About,
    Time,
    Updated,
}

const COLUMNS: [Column; 6] = [Column::State, Column::Organisation, Column::Place, Column::About, Column::Time, Column::Updated];

impl Column {
    fn head(self) -> String {
        match self {
            Self::State => t!("table-state"),
            Self::Organisation => t!("table-organisation"),
            Self::Place => t!("table-place"),
            Self::About => t!("table-about"),
            Self::Time => t!("table-time"),
            Self::Updated => t!("table-updated"),
        }
    }

    /// How hits are sorted by it.
    fn sort(self, query: &Query) -> Option<Sort> {
        match self {
            Self::Place => query.near.is_some().then_some(Sort::Distance),
            Self::Updated => Some(Sort::Updated),
            _ => None,
        }
    }

    /// What it says of an entry; empty where nothing is known.
    fn text(self, card: &Card) -> String {
        match self {
            Self::State => state(card).unwrap_or_default().to_owned(),
            Self::Organisation => card.organisation.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
            Self::Place => place(card).unwrap_or_default(),
            Self::About => {
                let labels = card.topics.iter().map(|v| v.label(lang())).chain(card.themes.iter().map(|v| v.label(lang())));
                labels.collect::<Vec<_>>().join(", ")
            }
            Self::Time => period(card.started, card.ended).unwrap_or_default(),
            Self::Updated => format::date(card.updated_at, lang()),
        }
    }
}

/// One row an entry. Columns in which no entry here says anything are left out.
#[component]
pub fn EntryTable(listing: Listing, query: Query, cards: Vec<Card>) -> impl IntoView {
    let columns: Vec<Column> = COLUMNS.into_iter().filter(|column| cards.iter().any(|card| !column.text(card).is_empty())).collect();
    let heads =
        columns.iter().map(|column| view! { <Head listing query=query.clone() name=column.head() sort=column.sort(&query)/> }.into_any());
    let heads = heads.collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="found-count">
            <table class="table table-entries">
                <thead><tr><Head listing query name=t!("table-title") sort=Some(Sort::Title)/>{heads}</tr></thead>
                <tbody>{cards.into_iter().map(|card| view! { <Row card columns=columns.clone()/> }).collect_view()}</tbody>
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
fn Row(card: Card, columns: Vec<Column>) -> impl IntoView {
    let cells = columns.into_iter().map(|column| cell(column, &card)).collect_view();
    view! {
        <tr data-kind=card.kind.id()>
            <th scope="row">
                <KindMark kind=card.kind/>
                <span class="quiet-words">{card.kind.label(lang())}": "</span>
                <a href=routes::entry(card.kind, &card.slug) lang=card.language.id()><Marked segments=card.marked_title/></a>
                {card.is_archived.then(|| view! { <span class="card-archived">" · "{t!("state-archived")}</span> })}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(column: Column, card: &Card) -> AnyView {
    let text = column.text(card);
    match (column, &card.organisation) {
        (Column::Organisation, Some((slug, _))) => view! { <td><a href=routes::entry(Kind::Organisation, slug)>{text}</a></td> }.into_any(),
        (Column::Updated, _) => view! { <td class="table-date">{text}</td> }.into_any(),
        _ => view! { <td>{text}</td> }.into_any(),
    }
}

/// "seit 2024", "2021 bis 2023"; `None` where neither is known.
pub fn period(started: Option<PartialDate>, ended: Option<PartialDate>) -> Option<String> {
    let said = |date| format::partial_date(date, lang());
    match (started, ended) {
        (Some(from), Some(to)) => Some(t!("period", from = said(from), to = said(to))),
        (Some(from), None) => Some(t!("period-since", from = said(from))),
        (None, Some(to)) => Some(t!("period-until", to = said(to))),
        (None, None) => None,
    }
}
