//! Which entries a map shows: the query language without text, order and paging.

use super::{columns::Columns, values::Values};
use domain::{
    facet::Facet,
    geo::{BBox, Point},
    query::Query,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

/// What is to be shown. The default is everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Selection {
    /// Chosen values by facet: OR inside, AND between.
    pub filters: BTreeMap<Facet, BTreeSet<String>>,
    /// Only entries in this section, edges included.
    pub bbox: Option<BBox>,
    /// Only entries at most so many km from a point.
    pub around: Option<(Point, u32)>,
    /// Only entries of these numbers ([`domain::id::EntryId::number`]): what a text search found.
    pub among: Option<Arc<HashSet<u64>>>,
}

impl Selection {
    /// What `query` selects, but for its text: give what a search engine found for that to [`Selection::among`].
    /// `centre` is the place that `query.near` names.
    #[must_use]
    pub fn of(query: &Query, centre: Option<Point>) -> Self {
        let around = centre.zip(query.near.as_ref()).map(|(point, near)| (point, near.km));
        Self { filters: query.filters.clone(), bbox: query.bbox, around, among: None }
    }

    /// This selection, but only entries of these numbers.
    #[must_use]
    pub fn among(self, numbers: Arc<HashSet<u64>>) -> Self {
        Self { among: Some(numbers), ..self }
    }
}

/// A selection made ready for one state of the index.
#[derive(Debug)]
pub struct Filter<'a> {
    /// By number of a value: the bit of its facet where it is chosen, else 0.
    bits: Vec<u32>,
    /// The bits of all facets of which a value must be carried.
    wanted: u32,
    selection: &'a Selection,
}

/// A degree of latitude in km, a little less than it is: never rejects what the exact distance accepts.
const KM_PER_DEGREE: f64 = 111.19;

impl<'a> Filter<'a> {
    /// `None` where everything is selected.
    #[must_use]
    pub fn new(selection: &'a Selection, values: &Values) -> Option<Self> {
        let mut filter = Self { bits: vec![0; values.len()], wanted: 0, selection };
        for (facet, chosen) in selection.filters.iter().filter(|(_, chosen)| !chosen.is_empty()) {
            let bit = 1 << (*facet as u32);
            filter.wanted |= bit;
            for number in chosen.iter().filter_map(|value| values.get(*facet, value)) {
                filter.bits[number as usize] = bit;
            }
        }
        let everything = filter.wanted == 0 && selection.bbox.is_none() && selection.around.is_none() && selection.among.is_none();
        (!everything).then_some(filter)
    }

    /// Whether an entry is selected; what is cheap to tell first.
    #[must_use]
    pub fn accepts(&self, columns: &Columns, row: usize) -> bool {
        self.has_values(columns.values_of(row))
            && self.selection.bbox.is_none_or(|bbox| bbox.contains(columns.points[row]))
            && self.selection.around.is_none_or(|(centre, km)| within(columns.points[row], centre, f64::from(km)))
            && self.selection.among.as_ref().is_none_or(|numbers| numbers.contains(&columns.ids[row].number()))
    }

    fn has_values(&self, values: &[u32]) -> bool {
        self.wanted == 0 || values.iter().fold(0, |found, value| found | self.bits[*value as usize]) == self.wanted
    }
}

fn within(point: Point, centre: Point, km: f64) -> bool {
    (point.lat - centre.lat).abs() * KM_PER_DEGREE <= km && point.distance_km(centre) <= km
}
