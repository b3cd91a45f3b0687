//! Where the hits of a query are: what a map of them shows at first, and how many it cannot show.

use super::{
    search_entries::Results,
    selection::{centre, selection},
};
use crate::{Backend, failure::Result, map::Selection, search::Request};
use domain::{account::Actor, facet::Facet, geo::BBox, query::Query, vocabulary::OnMap};
use std::collections::BTreeMap;

/// One in so many hits may lie further away without the map showing half the world for it.
const FAR: u64 = 4;
/// What is looked at first, the smallest first.
const HOMES: [BBox; 2] = [BBox::GERMANY, BBox::EUROPE];

/// The hits of a query and the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Placing {
    /// How many there are, with those outside the section that was asked for.
    pub total: u64,
    /// How many of these have a place that may be shown.
    pub located: u64,
    /// How far those without reach.
    pub elsewhere: BTreeMap<OnMap, u64>,
}

/// How many hits there would be without the section of the map that was asked for. `results` are the query's.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn place_hits(backend: &Backend, _actor: &Actor, query: &Query, results: &Results) -> Result<Placing> {
    if query.bbox.is_none() {
        return Ok(placing(results.page.total, results.located, results.facets.get(&Facet::OnMap), query));
    }
    let whole = Query { bbox: None, per_page: 1, page: 1, ..query.clone() };
    let point = results.centre.as_ref().map(|meant| meant.place.point);
    let found = backend.search.search(&Request { query: &whole, centre: point }).await?;
    Ok(placing(found.total, found.located, found.facets.get(&Facet::OnMap), query))
}

fn placing(total: u64, located: u64, counts: Option<&BTreeMap<String, u64>>, query: &Query) -> Placing {
    let shown = |value: OnMap| query.chosen(Facet::OnMap).next().is_none() || query.has(Facet::OnMap, value.id());
    let counted = counts.into_iter().flatten().filter_map(|(id, count)| Some((id.parse().ok()?, *count)));
    let elsewhere = counted.filter(|(value, _)| *value != OnMap::Point && shown(*value)).collect();
    Placing { total, located, elsewhere }
}

/// What a map of a query shows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Frame {
    /// What it shows at first; `None`: nothing of its own, so the whole country.
    pub first: Option<BBox>,
    /// The box around all hits, where `first` leaves some out.
    pub all: Option<BBox>,
}

/// The surroundings of the place that was asked for, or the hits, those of the section aside. Where few of them are
/// outside the country, or outside Europe, those are left out at first.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn frame_hits(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Frame> {
    let whole = Query { bbox: None, ..query.selection() };
    if let (Some(near), Some(meant)) = (&query.near, centre(backend, query)?) {
        return Ok(Frame { first: Some(BBox::around(meant.place.point, f64::from(near.km))), all: None });
    }
    let selection = selection(backend, &whole).await?;
    let Some((all, count)) = backend.map.extent(&selection, None) else { return Ok(Frame::default()) };
    let mut homes = HOMES.iter().filter_map(|home| backend.map.extent(&selection, Some(*home)));
    let home = homes.find(|(_, at_home)| (count - at_home) * FAR <= count);
    let everything = selection == Selection::default();
    Ok(match home {
        Some((_, at_home)) if everything => Frame { first: None, all: Some(all).filter(|_| at_home < count) },
        Some((home, at_home)) => Frame { first: Some(home), all: Some(all).filter(|_| at_home < count) },
        None => Frame { first: Some(all), all: None },
    })
}
