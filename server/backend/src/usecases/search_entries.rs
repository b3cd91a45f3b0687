//! Searching: the engine finds, the rows are loaded fresh.

use super::{selection::centre, views::Card};
use crate::{
    Backend,
    failure::Result,
    gazetteer::Meant,
    search::{Found, Request, language::reading::Corrected},
    storage::entries,
};
use domain::{
    account::Actor,
    facet::{Facet, FacetCounts},
    page::Page,
    query::Query,
    vocabulary::Kind,
};
use std::collections::BTreeMap;

/// Organisations offered as facet values; there can be thousands.
const ORGANISATIONS: usize = 12;

/// What a search answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// The hits of this page.
    pub page: Page<Card>,
    /// Counts by facet, each ignoring its own selection. Of organisations the most frequent and the chosen ones.
    pub facets: FacetCounts,
    /// How many organisations there are to choose from, those left out counted.
    pub organisations_total: u64,
    /// Names of the organisations among the facet values, by slug.
    pub organisations: BTreeMap<String, String>,
    /// How many hits have a place that may be shown on the map.
    pub located: u64,
    /// The place that `near` was understood as, and others that may be meant.
    pub centre: Option<Meant>,
    /// `None` where every hit has all words of the text. Where hardly any entry has, some words are enough: how many
    /// hits have all.
    pub with_all: Option<u64>,
    /// How the text was taken, where a word of it is in no entry and a similar one is.
    pub corrected: Option<Corrected>,
    /// Compounds, as typed, of which entries only have the parts.
    pub taken_apart: Vec<String>,
}

/// Answers a query. Everybody may search: only public entries are in the index.
///
/// # Errors
/// [`domain::Error::Invalid`] for a place that nobody knows; a fault where engine or database fail.
pub async fn search_entries(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Results> {
    let centre = centre(backend, query)?;
    let found = backend.search.search(&Request { query, centre: centre.as_ref().map(|meant| meant.place.point) }).await?;
    results(backend, query, found, centre).await
}

/// The same for lists that show neither facets nor how much is on the map: those are empty and 0.
///
/// # Errors
/// As [`search_entries`].
pub async fn list_entries(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Results> {
    let centre = centre(backend, query)?;
    let found = backend.search.hits(&Request { query, centre: centre.as_ref().map(|meant| meant.place.point) }).await?;
    results(backend, query, found, centre).await
}

async fn results(backend: &Backend, query: &Query, found: Found, centre: Option<Meant>) -> Result<Results> {
    let Found { total, located, hits, mut facets, with_all, reading } = found;
    let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    let mut tx = backend.db.read().await?;
    let rows = entries::by_ids(&mut tx, &ids).await?;
    let cards = rows.iter().filter_map(Card::of).map(|card| {
        let distance_km = hits.iter().find(|hit| hit.id == card.id).and_then(|hit| hit.distance_km);
        Card { distance_km, ..card.marked(&reading) }
    });
    let items = cards.collect();
    let organisations_total = facets.get(&Facet::Organisation).map_or(0, |counts| counts.len() as u64);
    keep_frequent(&mut facets, query);
    let slugs = facets.get(&Facet::Organisation).into_iter().flatten().map(|(slug, _)| slug.as_str());
    let organisations = entries::titles(&mut tx, Kind::Organisation, slugs).await?;
    let page = Page { items, total, number: query.page, per_page: query.per_page };
    let (corrected, taken_apart) = (reading.corrected.clone(), reading.taken_apart.clone());
    Ok(Results { page, facets, organisations_total, organisations, located, centre, with_all, corrected, taken_apart })
}

fn keep_frequent(facets: &mut FacetCounts, query: &Query) {
    let Some(counts) = facets.get_mut(&Facet::Organisation) else { return };
    let mut order: Vec<(u64, String)> = counts.iter().map(|(slug, count)| (*count, slug.clone())).collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let kept: Vec<String> = order.into_iter().take(ORGANISATIONS).map(|(_, slug)| slug).collect();
    counts.retain(|slug, _| kept.contains(slug) || query.has(Facet::Organisation, slug));
}
