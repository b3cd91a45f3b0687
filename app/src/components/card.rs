//! An entry in a list: what it is, its title, two lines, a row of quiet facts.

use super::{kind_mark::KindMark, marked::Marked};
use crate::{context::lang, format, i18n::t, routes};
use backend::{search::highlight::Segment, usecases::views::Card};
use domain::vocabulary::{Choice, OnMap, Phase, Scope};
use leptos::prelude::*;

/// One entry of a list.
#[component]
pub fn EntryCard(
    card: Card,
    /// Whether there is a map beside it, which can show where it is.
    #[prop(optional)]
    mapped: bool,
    /// Why it is shown here.
    #[prop(optional, into)]
    reason: Option<String>,
    /// The level of its heading.
    #[prop(default = 3)]
    heading: u8,
    /// The language of the reason, where that is not ours.
    #[prop(optional)]
    reason_lang: Option<&'static str>,
) -> impl IntoView {
    let (facts, has_passage) = (facts(&card), !card.marked_passage.is_empty());
    let href = routes::entry(card.kind, &card.slug);
    let at = card.point.filter(|_| mapped).map(|point| format!("{},{}", point.lon, point.lat));
    let show = t!("card-show", title = card.title.as_str());
    view! {
        <article class="card" data-kind=card.kind.id() data-slug=card.slug.to_string() data-at=at.clone()>
            <p class="card-kind">
                <KindMark kind=card.kind/>
                {card.kind.label(lang())}
                {marked_state(&card).map(|segments| view! { <span class="card-state"><Marked segments/></span> })}
                {card.is_archived.then(|| view! { <span class="card-state card-archived">{t!("state-archived")}</span> })}
            </p>
            {title(heading, card.language.id(), view! { <a href=href><Marked segments=card.marked_title/></a> }.into_any())}
            <p class="card-summary" lang=card.language.id()><Marked segments=card.marked_summary/></p>
            {has_passage.then(|| view! { <p class="card-passage" lang=card.language.id()><Marked segments=card.marked_passage/></p> })}
            {reason.map(|reason| view! { <p class="card-reason" lang=reason_lang>{reason}</p> })}
            <ul class="card-facts">{facts.into_iter().map(|segments| view! { <li><span><Marked segments/></span></li> }).collect_view()}</ul>
            // Seen only where the map is.
            {at.is_some().then(|| view! { <button class="card-show" type="button" aria-label=show>{t!("card-show-short")}</button> })}
        </article>
    }
    .into_any()
}

fn title(heading: u8, lang: &'static str, link: AnyView) -> AnyView {
    if heading == 1 {
        view! { <h1 class="card-title" lang=lang>{link}</h1> }.into_any()
    } else {
        view! { <h3 class="card-title" lang=lang>{link}</h3> }.into_any()
    }
}

/// How a lesson went, how far a project is, what an organisation is.
pub fn state(card: &Card) -> Option<&'static str> {
    let phase = shown_phase(card).map(|phase| phase.label(lang()));
    phase.or(card.outcome.map(|v| v.label(lang()))).or(card.org_kind.map(|v| v.label(lang())))
}

/// The same, marked where the words of a search name it.
fn marked_state(card: &Card) -> Option<Vec<Segment>> {
    let hit = shown_phase(card).is_some_and(|phase| card.met.contains(&phase));
    state(card).map(|text| vec![Segment { text: text.to_owned(), hit }])
}

/// The phase that is told as its state.
fn shown_phase(card: &Card) -> Option<&'static Choice> {
    card.phase.filter(|_| card.outcome.is_none()).map(Phase::choice)
}

/// The place, with its distance where one was asked for; a state as such; else how far the entry reaches.
pub fn place(card: &Card) -> Option<String> {
    match (&card.place, card.distance_km) {
        // A place is a town's middle: nothing is 0 km away.
        (Some(place), Some(km)) if km < 1.0 => Some(t!("card-close", place = place.as_str())),
        (Some(place), Some(km)) => Some(t!("card-distance", place = place.as_str(), km = format::km(km, lang()))),
        (Some(place), None) if card.on_map == OnMap::State => Some(t!("card-state", place = place.as_str())),
        (place, None | Some(_)) => place.clone().or_else(|| reach(card)),
    }
}

fn reach(card: &Card) -> Option<String> {
    card.scope.map(|scope| scope.label(lang()).to_owned())
}

/// What reaches beyond its place says so.
fn reach_beyond(card: &Card) -> Option<String> {
    let beyond = matches!(card.scope, Some(Scope::Nationwide | Scope::Online | Scope::International));
    reach(card).filter(|_| beyond && card.place.is_some())
}

fn facts(card: &Card) -> Vec<Vec<Segment>> {
    let fact = |text: String| vec![Segment { text, hit: false }];
    let organisation = Some(card.marked_organisation.clone()).filter(|name| !name.is_empty());
    let language = (card.language != lang()).then(|| t!("card-language", language = card.language.label(lang())));
    let of_place = place(card).map(|text| vec![Segment { text, hit: card.is_place_met }]);
    let reach = reach_beyond(card).filter(|_| !card.met.iter().any(|choice| Some(*choice) == card.scope.map(Scope::choice)));
    let of_content =
        about(card).into_iter().map(|choice| vec![Segment { text: choice.label(lang()).to_owned(), hit: card.met.contains(&choice) }]);
    organisation.into_iter().chain(of_place).chain(reach.map(fact)).chain(of_content).chain(language.map(fact)).collect()
}

/// The first topics and themes, and what else it was found by.
fn about(card: &Card) -> Vec<&'static Choice> {
    let topics = card.topics.iter().take(3).map(|topic| topic.choice());
    let mut about: Vec<_> = topics.chain(card.themes.iter().take(3).map(|theme| theme.choice())).collect();
    let is_told = |choice: &&Choice| about.contains(choice) || shown_phase(card) == Some(*choice);
    let further: Vec<_> = card.met.iter().copied().filter(|choice| !is_told(choice)).collect();
    about.extend(further);
    about
}

/// A list of cards.
#[component]
pub fn CardList(cards: Vec<Card>, #[prop(optional)] mapped: bool) -> impl IntoView {
    view! { <ul class="cards">{cards.into_iter().map(|card| view! { <li><EntryCard card mapped/></li> }).collect_view()}</ul> }.into_any()
}
