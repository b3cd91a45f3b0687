//! What somebody may mean who has not finished typing: entries by their titles, organisations, facet values, places.

use super::{
    count_everything::count_everything,
    labels::{self, Fit, Labelled},
    selection::{centre, count},
    views::Card,
};
use crate::{
    Backend,
    failure::Result,
    gazetteer,
    map::Selection,
    search::{
        Request,
        language::{Word, is_glue, reading::SUBJECT, words},
    },
    storage::entries,
};
use domain::{
    Lang,
    account::Actor,
    facet::{Facet, FacetCounts},
    limits,
    query::{Near, Query},
    text::Slug,
    vocabulary::{Kind, Sort},
};
use std::{cmp::Reverse, sync::Arc};

/// Facets whose values are suggested.
const VALUES: &[Facet] = &[Facet::Topic, Facet::Technique, Facet::Theme, Facet::Region, Facet::Phase, Facet::Outcome, Facet::OrgKind];
/// How many of each.
const SHOWN_VALUES: usize = 3;
const SHOWN_ENTRIES: usize = 4;
const SHOWN_ORGANISATIONS: usize = 2;
const SHOWN_PLACES: usize = 2;
/// Entries looked at, of which those with the words in their title come first.
const LOOKED_AT: u32 = 12;
/// From so many letters on, places are looked for: shorter beginnings are those of hundreds.
const PLACE_FROM: usize = 3;
/// From so many inhabitants on, a place is suggested by the beginning of its name.
const TOWN: u32 = 20_000;

/// Something that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What it is.
    pub kind: Suggested,
    /// Its name.
    pub label: String,
    /// What tells it from others of that name.
    pub detail: Option<String>,
    /// Where it leads.
    pub target: Target,
    /// How many entries belong to it, where that is a number worth telling.
    pub count: Option<u64>,
    /// Of a facet value and a place: what the query language calls it.
    pub value: Option<String>,
}

/// What is asked for already. Suggested values and places come on top of it, and count what is found then.
#[derive(Debug, Clone, Default)]
pub struct Within {
    /// Filters, section and place. A place that nobody knows keeps nothing out, as on pages.
    pub query: Query,
    /// The radius around suggested places.
    pub km: Option<u32>,
}

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggested {
    /// An entry.
    Entry(Kind),
    /// All entries of a facet value.
    Value(Facet),
    /// All entries around a town or postcode.
    Place,
}

impl Suggested {
    /// Its name in the API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Entry(kind) => kind.id(),
            Self::Value(facet) => facet.id(),
            Self::Place => "place",
        }
    }
}

/// Where a suggestion leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// To an entry.
    Entry(Kind, Slug),
    /// To what a query finds.
    Query(Box<Query>),
}

impl Target {
    /// Its address, from the root.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Entry(kind, slug) => format!("/{}/{slug}", kind.path()),
            Self::Query(query) => format!("/explore?{}", query.to_query_string()),
        }
    }
}

/// What may be meant by `text`, whose last word may be unfinished. In groups: values, entries by kind, places. `within`
/// concerns values and places, which one adds to a search; entries are led to. `lang` is that of labels; what entries say
/// stays in their own.
///
/// # Errors
/// A fault where engine or database fail.
pub async fn suggest(backend: &Backend, _actor: &Actor, text: &str, within: &Within, lang: Lang) -> Result<Vec<Suggestion>> {
    if words(text).is_empty() {
        return Ok(vec![]);
    }
    let counts = count_everything(backend).await?;
    let km = within.km.unwrap_or(limits::KM_DEFAULT);
    let within = known(backend, &within.query);
    let labels = completed(text, &within);
    let is_counted = labels.is_empty() || within == Query::default();
    let counts_within = if is_counted { Arc::clone(&counts) } else { Arc::new(counts_of(backend, &within).await?) };
    let mut suggestions = values(backend, labels, &within, &counts_within, lang).await?;
    let entries = cards(backend, text, &[Kind::Project, Kind::Lesson]).await?;
    let mut entries: Vec<Suggestion> = entries.into_iter().take(SHOWN_ENTRIES).map(|(card, _)| entry(card)).collect();
    entries.sort_by_key(|entry| entry.kind.id() == Kind::Lesson.id());
    suggestions.extend(entries);
    // An organisation is known by its name only.
    let organisations = cards(backend, text, &[Kind::Organisation]).await?.into_iter().filter(|(_, titled)| *titled);
    suggestions.extend(organisations.take(SHOWN_ORGANISATIONS).map(|(card, _)| organisation(card, &counts, lang)));
    suggestions.extend(places(backend, text, &within, km, lang));
    Ok(suggestions)
}

/// What selects entries, without a place that nobody knows.
fn known(backend: &Backend, within: &Query) -> Query {
    let near = within.near.clone().filter(|_| centre(backend, within).is_ok());
    Query { text: String::new(), near, ..within.selection() }
}

async fn counts_of(backend: &Backend, within: &Query) -> Result<FacetCounts> {
    let centre = centre(backend, within)?.map(|meant| meant.place.point);
    // Only counts: in the order that costs least.
    let query = Query { per_page: 1, sort: Some(Sort::Newest), ..within.clone() };
    Ok(backend.search.search(&Request { query: &query, centre }).await?.facets)
}

/// Labels that go on from what was typed, of values that are not chosen.
fn completed(text: &str, within: &Query) -> Vec<(Fit, Arc<Labelled>)> {
    let completed = |typed: &[Word]| {
        let others = labels::of(VALUES).filter(|label| !within.has(label.facet, label.choice.id));
        others.filter_map(|label| Some((label.completes(typed)?, label))).collect::<Vec<_>>()
    };
    let typed = words(text);
    Some(completed(&typed)).filter(|found| !found.is_empty()).unwrap_or_else(|| completed(&telling(&typed)))
}

async fn values(
    backend: &Backend,
    labels: Vec<(Fit, Arc<Labelled>)>,
    within: &Query,
    counts: &FacetCounts,
    lang: Lang,
) -> Result<Vec<Suggestion>> {
    let counted = labels.into_iter().filter_map(|(fit, label)| {
        let count = *counts.get(&label.facet)?.get(label.choice.id)?;
        Some((fit, Reverse(count), label))
    });
    let mut found: Vec<_> = counted.collect();
    found.sort_by_key(|(fit, count, _)| (*fit, *count));
    let mut suggestions = vec![];
    for (_, Reverse(alone), label) in found.into_iter().take(SHOWN_VALUES) {
        let query = within.toggled(label.facet, label.choice.id);
        // Beside others of its facet there is more than it finds alone.
        let total = if within.filters.contains_key(&label.facet) { count(backend, &query).await? } else { alone };
        suggestions.push(value(&label, query, total, lang));
    }
    Ok(suggestions)
}

fn value(label: &Labelled, query: Query, total: u64, lang: Lang) -> Suggestion {
    Suggestion {
        kind: Suggested::Value(label.facet),
        label: label.choice.label(lang).to_owned(),
        detail: Some(label.facet.label(lang).to_owned()),
        target: Target::Query(Box::new(query)),
        count: Some(total),
        value: Some(label.choice.id.to_owned()),
    }
}

/// What is left of "Was hat nicht geklappt?" and "KI in der Pflege".
fn telling(typed: &[Word]) -> Vec<Word> {
    typed.iter().filter(|word| !is_glue(&word.folded) && word.folded != SUBJECT).cloned().collect()
}

/// The first hits of these kinds, and whether the words are in their titles: those first.
async fn cards(backend: &Backend, text: &str, kinds: &[Kind]) -> Result<Vec<(Card, bool)>> {
    let filters = [(Facet::Kind, kinds.iter().map(|kind| kind.id().to_owned()).collect())].into();
    let query = Query { text: text.to_owned(), filters, per_page: LOOKED_AT, ..Query::default() };
    let found = backend.search.hits(&Request { query: &query, centre: None }).await?;
    // Hits that lack a word come last, and are no completion of what was typed.
    let all = found.with_all.map_or(usize::MAX, |with_all| usize::try_from(with_all).unwrap_or(usize::MAX));
    let ids: Vec<_> = found.hits.iter().take(all).map(|hit| hit.id).collect();
    let rows = entries::by_ids(&mut backend.db.read().await?, &ids).await?;
    let cards = rows.iter().filter_map(Card::of).map(|card| card.marked(&found.reading));
    let mut cards: Vec<_> = cards
        .map(|card| {
            let titled = card.marked_title.iter().any(|segment| segment.hit);
            (card, titled)
        })
        .collect();
    cards.sort_by_key(|(_, titled)| !titled);
    Ok(cards)
}

fn entry(card: Card) -> Suggestion {
    Suggestion {
        kind: Suggested::Entry(card.kind),
        detail: card.organisation.map(|(_, name)| name),
        target: Target::Entry(card.kind, card.slug),
        label: card.title,
        count: None,
        value: None,
    }
}

fn organisation(card: Card, counts: &FacetCounts, lang: Lang) -> Suggestion {
    let count = counts.get(&Facet::Organisation).and_then(|counts| counts.get(&*card.slug)).copied();
    Suggestion { detail: card.org_kind.map(|kind| kind.label(lang).to_owned()), count, ..entry(card) }
}

/// Towns and postcodes with entries around them. Small places and other countries only where they were typed in full:
/// many a word begins like the name of a village.
fn places(backend: &Backend, text: &str, within: &Query, km: u32, lang: Lang) -> Vec<Suggestion> {
    let typed = spoken(text);
    if typed.chars().count() < PLACE_FROM {
        return vec![];
    }
    let is_typed = |name: &str| name.strip_prefix(&typed).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_large = |hit: &gazetteer::Hit| hit.region.id.starts_with("de-") && hit.population.is_some_and(|people| people >= TOWN);
    // The first of several words is finished: "KI in der Pflege" is no beginning of Kiel.
    let begins = |name: &str| typed.split_once(' ').is_none_or(|(first, _)| name.split(' ').next() == Some(first));
    let likely = |hit: &gazetteer::Hit| {
        let name = spoken(&hit.name);
        hit.postcode.is_some() || (begins(&name) && (is_large(hit) || is_typed(&name)))
    };
    let hits = backend.gazetteer.find(text).into_iter().filter(likely);
    hits.filter_map(|hit| place(backend, &hit, within, km, lang)).take(SHOWN_PLACES).collect()
}

/// A name as it is compared.
fn spoken(name: &str) -> String {
    words(name).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

fn place(backend: &Backend, hit: &gazetteer::Hit, within: &Query, km: u32, lang: Lang) -> Option<Suggestion> {
    let name = backend.gazetteer.name_of(hit)?;
    // It is elsewhere than the section of the map.
    let query = Query { near: Some(Near { place: name.clone(), km }), bbox: None, ..within.clone() };
    let count = backend.map.count_with_point(&Selection::of(&query, Some(hit.point)));
    let city = backend.gazetteer.city_beside_region(hit, lang);
    (count > 0).then(|| Suggestion {
        kind: Suggested::Place,
        label: hit.postcode.map_or_else(|| hit.name.clone(), |code| format!("{code} {}", hit.name)),
        detail: Some(city.into_iter().chain([hit.region.label(lang)]).collect::<Vec<_>>().join(", ")),
        target: Target::Query(Box::new(query)),
        count: Some(count),
        value: Some(name),
    })
}
