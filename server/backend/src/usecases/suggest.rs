//! What somebody may mean who has not finished typing: entries by their titles, organisations, facet values, places.

use super::{count_everything::count_everything, labels, views::Card};
use crate::{
    Backend,
    failure::Result,
    gazetteer,
    map::Selection,
    search::{Request, language::words},
    storage::entries,
};
use domain::{
    Lang,
    account::Actor,
    facet::{Facet, FacetCounts},
    limits,
    query::{Near, Query},
    text::Slug,
    vocabulary::Kind,
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

/// What may be meant by `text`, whose last word may be unfinished. In groups: values, entries by kind, places.
/// `lang` is that of labels; what entries say stays in their own.
///
/// # Errors
/// A fault where engine or database fail.
pub async fn suggest(backend: &Backend, _actor: &Actor, text: &str, lang: Lang) -> Result<Vec<Suggestion>> {
    if words(text).is_empty() {
        return Ok(vec![]);
    }
    let counts = count_everything(backend).await?;
    let mut suggestions = values(text, &counts, lang);
    let entries = cards(backend, text, &[Kind::Project, Kind::Lesson]).await?;
    let mut entries: Vec<Suggestion> = entries.into_iter().take(SHOWN_ENTRIES).map(|(card, _)| entry(card)).collect();
    entries.sort_by_key(|entry| entry.kind.id() == Kind::Lesson.id());
    suggestions.extend(entries);
    // An organisation is known by its name only.
    let organisations = cards(backend, text, &[Kind::Organisation]).await?.into_iter().filter(|(_, titled)| *titled);
    suggestions.extend(organisations.take(SHOWN_ORGANISATIONS).map(|(card, _)| organisation(card, &counts, lang)));
    suggestions.extend(places(backend, text, lang));
    Ok(suggestions)
}

fn values(text: &str, counts: &FacetCounts, lang: Lang) -> Vec<Suggestion> {
    let typed = words(text);
    let found = labels::of(VALUES).filter_map(|label| {
        let count = *counts.get(&label.facet)?.get(label.choice.id)?;
        Some((label.completes(&typed)?, Reverse(count), label))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(fit, count, _)| (*fit, *count));
    let suggestion = |(_, Reverse(count), label): (_, Reverse<u64>, Arc<labels::Labelled>)| Suggestion {
        kind: Suggested::Value(label.facet),
        label: label.choice.label(lang).to_owned(),
        detail: Some(label.facet.label(lang).to_owned()),
        target: Target::Query(Box::new(Query::default().toggled(label.facet, label.choice.id))),
        count: Some(count),
    };
    found.into_iter().take(SHOWN_VALUES).map(suggestion).collect()
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
    }
}

fn organisation(card: Card, counts: &FacetCounts, lang: Lang) -> Suggestion {
    let count = counts.get(&Facet::Organisation).and_then(|counts| counts.get(&*card.slug)).copied();
    Suggestion { detail: card.org_kind.map(|kind| kind.label(lang).to_owned()), count, ..entry(card) }
}

/// Towns and postcodes with entries around them. Small places and other countries only where they were typed in full:
/// many a word begins like the name of a village.
fn places(backend: &Backend, text: &str, lang: Lang) -> Vec<Suggestion> {
    let typed = spoken(text);
    if typed.chars().count() < PLACE_FROM {
        return vec![];
    }
    let is_typed = |name: &str| name.strip_prefix(&typed).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_large = |hit: &gazetteer::Hit| hit.region.id.starts_with("de-") && hit.population.is_some_and(|people| people >= TOWN);
    let likely = |hit: &gazetteer::Hit| hit.postcode.is_some() || is_large(hit) || is_typed(&spoken(&hit.name));
    let hits = backend.gazetteer.find(text).into_iter().filter(likely);
    hits.filter_map(|hit| place(backend, &hit, lang)).take(SHOWN_PLACES).collect()
}

/// A name as it is compared.
fn spoken(name: &str) -> String {
    words(name).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

fn place(backend: &Backend, hit: &gazetteer::Hit, lang: Lang) -> Option<Suggestion> {
    let near = Near { place: backend.gazetteer.name_of(hit)?, km: limits::KM_DEFAULT };
    let query = Query { near: Some(near), ..Query::default() };
    let count = backend.map.count_with_point(&Selection::of(&query, Some(hit.point)));
    let city = backend.gazetteer.city_beside_region(hit, lang);
    (count > 0).then(|| Suggestion {
        kind: Suggested::Place,
        label: hit.postcode.map_or_else(|| hit.name.clone(), |code| format!("{code} {}", hit.name)),
        detail: Some(city.into_iter().chain([hit.region.label(lang)]).collect::<Vec<_>>().join(", ")),
        target: Target::Query(Box::new(query)),
        count: Some(count),
    })
}
