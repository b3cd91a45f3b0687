//! One pass over all that match text: total, hits and the counts of every facet.
//!
//! An entry that fails no filter is a hit and counts for all facets. One that fails exactly one filtered facet
//! counts for that facet alone: these are the entries that choosing another of its values would bring. One that
//! fails two counts nowhere.

use super::{
    order::Keys,
    place::{Area, Points},
    rows::{Rows, Values},
    schema::ID_LOW,
    view::View,
};
use domain::{facet::Facet, geo::Point, id::EntryId, query::Query, vocabulary::Sort};
use std::sync::Arc;
use tantivy::{
    DocAddress, DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::Column,
};
use uuid::Uuid;

/// What is collected.
pub(super) struct Pass {
    pub view: Arc<View>,
    pub filters: Arc<Filters>,
    pub area: Area,
    pub order: Sort,
    pub centre: Option<Point>,
    /// How many of the first hits to keep.
    pub keep: usize,
    /// Whether facets are counted.
    pub counting: bool,
}

/// The chosen values, by number of value.
pub(super) struct Filters {
    /// Facets with a selection.
    facets: Vec<Facet>,
    /// For each value the bit of its facet in `facets` if it is chosen, else 0.
    chosen: Vec<u32>,
}

/// Candidates gathered before the worse ones are let go.
const ROOM: usize = 1_024;

/// One bit a facet.
const _: () = assert!(Facet::ALL.len() < 32);

impl Filters {
    pub(super) fn of(query: &Query, view: &View) -> Self {
        let facets: Vec<Facet> = query.filters.iter().filter(|(_, values)| !values.is_empty()).map(|(facet, _)| *facet).collect();
        let mut chosen = vec![0; view.values.names().len()];
        for (bit, facet) in facets.iter().enumerate() {
            for number in query.chosen(*facet).filter_map(|value| view.values.find(*facet, value)) {
                chosen[number as usize] = 1 << bit;
            }
        }
        Self { facets, chosen }
    }

    /// The bits of the facets that an entry with these values fails.
    fn failed(&self, row: &[u32]) -> u32 {
        if self.facets.is_empty() {
            return 0;
        }
        let all = (1_u32 << self.facets.len()) - 1;
        !row.iter().fold(0, |met, value| met | self.chosen[*value as usize]) & all
    }
}

/// A hit that may be on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    pub key: u64,
    /// Its number: ties are broken by it.
    pub number: u64,
    pub at: DocAddress,
}

/// What came of a pass, of one segment or of all.
#[derive(Default)]
pub(super) struct Collected {
    pub total: u64,
    /// With a point, where counted.
    pub located: u64,
    /// By number of value.
    pub counts: Vec<u64>,
    /// The first `keep` of each segment, not yet in order.
    pub candidates: Vec<Candidate>,
}

impl Collector for Pass {
    type Fruit = Collected;
    type Child = SegmentPass;

    fn for_segment(&self, ordinal: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentPass> {
        Ok(SegmentPass {
            ordinal,
            rows: Arc::clone(&self.view.rows[ordinal as usize]),
            values: Arc::clone(&self.view.values),
            filters: Arc::clone(&self.filters),
            place: if self.area.is_everywhere() { None } else { Some((self.area, Points::read(segment)?)) },
            keys: Keys::read(self.order, self.centre, segment)?,
            ids_low: segment.fast_fields().u64(ID_LOW)?,
            keep: self.keep,
            worst: u64::MAX,
            counting: self.counting,
            collected: Collected { counts: vec![0; self.view.values.names().len()], ..Collected::default() },
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Sort::Relevance
    }

    fn merge_fruits(&self, fruits: Vec<Collected>) -> tantivy::Result<Collected> {
        let mut all = Collected { counts: vec![0; self.view.values.names().len()], ..Collected::default() };
        for fruit in fruits {
            all.total += fruit.total;
            all.located += fruit.located;
            all.counts.iter_mut().zip(fruit.counts).for_each(|(sum, count)| *sum += count);
            all.candidates.extend(fruit.candidates);
        }
        Ok(all)
    }
}

/// A pass over one segment.
pub(super) struct SegmentPass {
    ordinal: SegmentOrdinal,
    rows: Arc<Rows>,
    values: Arc<Values>,
    filters: Arc<Filters>,
    place: Option<(Area, Points)>,
    keys: Keys,
    /// Of ids, the half that the number is made of.
    ids_low: Column<u64>,
    keep: usize,
    /// The key of the last candidate that is good enough.
    worst: u64,
    counting: bool,
    collected: Collected,
}

impl SegmentCollector for SegmentPass {
    type Fruit = Collected;

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.place.as_ref().is_some_and(|(area, points)| !area.contains(points.of(doc))) {
            return;
        }
        let row = self.rows.of(doc);
        let failed = self.filters.failed(row);
        match failed.count_ones() {
            0 => {
                self.collected.total += 1;
                if self.counting {
                    row.iter().for_each(|value| self.collected.counts[*value as usize] += 1);
                    self.collected.located += u64::from(self.rows.is_located(doc));
                }
                self.keep(doc, self.keys.key(doc, score));
            }
            1 if self.counting => {
                let facet = self.filters.facets[failed.trailing_zeros() as usize];
                let names = self.values.names();
                let of_facet = row.iter().filter(|value| names[**value as usize].0 == facet);
                of_facet.for_each(|value| self.collected.counts[*value as usize] += 1);
            }
            _ => {}
        }
    }

    fn harvest(mut self) -> Collected {
        self.cut();
        self.collected
    }
}

impl SegmentPass {
    /// Takes a hit up among the candidates, unless enough are better.
    fn keep(&mut self, doc: DocId, key: u64) {
        if key > self.worst {
            return;
        }
        let id = EntryId(Uuid::from_u64_pair(0, self.ids_low.first(doc).unwrap_or_default()));
        self.collected.candidates.push(Candidate { key, number: id.number(), at: DocAddress::new(self.ordinal, doc) });
        if self.collected.candidates.len() >= self.keep.saturating_mul(2).max(ROOM) {
            self.cut();
        }
    }

    /// Leaves the first `keep` of the candidates.
    fn cut(&mut self) {
        let candidates = &mut self.collected.candidates;
        if candidates.len() > self.keep && self.keep > 0 {
            candidates.select_nth_unstable(self.keep - 1);
            candidates.truncate(self.keep);
            self.worst = candidates[self.keep - 1].key;
        }
    }
}
