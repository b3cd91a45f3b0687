//! What Meilisearch answers to a question.

use super::{
    Trouble,
    document::{Spot, field},
};
use crate::search::Hit;
use domain::{
    facet::{Facet, FacetCounts},
    geo::Point,
    id::EntryId,
    query::Query,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The answer to one question.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answer {
    pub hits: Vec<Found>,
    /// Only there where a page was asked for; then exact.
    pub total_hits: u64,
    /// By index, of which there is one.
    #[serde(default)]
    facets_by_index: BTreeMap<String, Counted>,
}

#[derive(Debug, Deserialize)]
struct Counted {
    distribution: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Answer {
    /// How many have a place that may be shown, where that was asked for.
    pub(super) fn located(&self) -> u64 {
        let mut counts = self.facets_by_index.values().filter_map(|counted| counted.distribution.get(field::LOCATED)?.get("true"));
        counts.next().copied().unwrap_or_default()
    }

    /// Adds its counts of facets to those of other answers.
    pub(super) fn count_into(&mut self, counts: &mut FacetCounts) {
        for (name, values) in std::mem::take(&mut self.facets_by_index).into_values().flat_map(|counted| counted.distribution) {
            let values: BTreeMap<String, u64> = values.into_iter().filter(|(_, count)| *count > 0).collect();
            if let Some(facet) = Facet::named(&name).filter(|_| !values.is_empty()) {
                counts.insert(facet, values);
            }
        }
    }

    /// The numbers of all that match, where they were asked for.
    pub(super) fn numbers(mut self) -> Result<Vec<u64>, Trouble> {
        self.of_each(field::NUMBER, |number| number.parse().ok())
    }

    /// A page of the hits in the order of their distance, where their places were asked for. Ties go by number; what
    /// has no place comes last.
    pub(super) fn nearest(&mut self, centre: Point, query: &Query) -> Result<Vec<Hit>, Trouble> {
        let mut all = self.of_each(field::SPOT, |spot| {
            let Spot { id, point } = Spot::read(spot)?;
            Some((point.map(|point| centre.distance_km(point)), id))
        })?;
        // Distances are never negative: their bits sort as they do.
        let key = |(km, id): &(Option<f64>, EntryId)| (km.map_or(u64::MAX, f64::to_bits), id.number());
        all.sort_unstable_by_key(key);
        let (before, size) = (u64::from(query.page.max(1) - 1) * u64::from(query.per_page), query.per_page as usize);
        let page = all.into_iter().skip(usize::try_from(before).unwrap_or(usize::MAX)).take(size);
        Ok(page.map(|(distance_km, id)| Hit { id, score: 0.0, distance_km }).collect())
    }

    /// The values of a facet of which each entry has one of its own, read; all or none.
    fn of_each<T>(&mut self, field: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Trouble> {
        let values = self.facets_by_index.values_mut().filter_map(|counted| counted.distribution.remove(field));
        let all: Option<Vec<T>> = values.flatten().map(|(value, _)| read(&value)).collect();
        let all = all.ok_or_else(|| Trouble::Garbled(format!("a {field} of an entry is none")))?;
        let (found, total) = (all.len() as u64, self.total_hits);
        if found == total { Ok(all) } else { Err(Trouble::Garbled(format!("a {field} for {found} of {total} entries"))) }
    }
}

/// An entry on a page.
#[derive(Debug, Deserialize)]
pub(super) struct Found {
    id: EntryId,
    #[serde(rename = "_geo")]
    geo: Option<Geo>,
    #[serde(rename = "_federation")]
    rank: Rank,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Geo {
    lat: f64,
    lng: f64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rank {
    weighted_ranking_score: f32,
}

impl Found {
    /// The hit, with its distance where there is a centre and its score where that decided.
    pub(super) fn hit(self, centre: Option<Point>, is_ranked: bool) -> Hit {
        let point = self.geo.map(|geo| Point { lat: geo.lat, lon: geo.lng });
        let distance_km = centre.zip(point).map(|(centre, point)| centre.distance_km(point));
        Hit { id: self.id, score: if is_ranked { self.rank.weighted_ranking_score } else { 0.0 }, distance_km }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_exact_is_no_answer() {
        let read = |text: &str| serde_json::from_str::<Answer>(text).is_ok();
        let hit = r#"{"id": "00000000-0000-0000-0000-000000000001", "_federation": {"weightedRankingScore": 0.5}}"#;
        assert!(read(&format!(r#"{{"hits": [{hit}], "totalHits": 1, "processingTimeMs": 1}}"#)));
        assert!(!read(&format!(r#"{{"hits": [{hit}], "estimatedTotalHits": 1}}"#)));
        assert!(!read(r#"{"hits": [{"id": "x"}], "totalHits": 1}"#));
        let numbers = r#"{"hits": [], "totalHits": 2, "facetsByIndex": {"a": {"distribution": {"number": {"7": 1}}}}}"#;
        assert!(serde_json::from_str::<Answer>(numbers).unwrap().numbers().is_err());
        assert_eq!(serde_json::from_str::<Answer>(&numbers.replace("2,", "1,")).unwrap().numbers(), Ok(vec![7]));
    }
}
