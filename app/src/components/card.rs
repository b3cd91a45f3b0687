//! An entry in a list: what it is, its title, two lines, a row of quiet facts.

use super::{kind_mark::KindMark, marked::Marked};
use crate::{context::lang, format, routes};
use backend::usecases::views::Card;
use leptos::prelude::*;

/// One entry of a list.
#[component]
pub fn EntryCard(card: Card) -> impl IntoView {
    let facts = facts(&card);
    let href = routes::entry(card.kind, &card.slug);
    let state = card.phase.map(|v| v.label(lang())).filter(|_| card.outcome.is_none());
    let state = state.or(card.outcome.map(|v| v.label(lang()))).or(card.org_kind.map(|v| v.label(lang())));
    view! {
        <article class="card" data-kind=card.kind.id()>
            <p class="card-kind">
                <KindMark kind=card.kind/>
                {card.kind.label(lang())}
                {state.map(|state| view! { <span class="card-state">{state}</span> })}
            </p>
            <h3 class="card-title" lang=card.language.id()>
                <a href=href><Marked segments=card.marked_title/></a>
            </h3>
            <p class="card-summary" lang=card.language.id()><Marked segments=card.marked_summary/></p>
            <ul class="card-facts">{facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}</ul>
        </article>
    }
    .into_any()
}

fn facts(card: &Card) -> Vec<String> {
    let place = match (&card.place, card.distance_km) {
        (Some(place), Some(km)) => Some(format!("{place}, {} entfernt", format::km(km, lang()))),
        (place, _) => place.clone().or_else(|| card.scope.map(|scope| scope.label(lang()).to_owned())),
    };
    let organisation = card.organisation.as_ref().map(|(_, name)| name.clone());
    let topics = card.topics.iter().take(3).map(|topic| topic.label(lang()).to_owned());
    organisation.into_iter().chain(place).chain(topics).collect()
}

/// A list of cards.
#[component]
pub fn CardList(cards: Vec<Card>) -> impl IntoView {
    view! { <ul class="cards">{cards.into_iter().map(|card| view! { <li><EntryCard card/></li> }).collect_view()}</ul> }.into_any()
}
