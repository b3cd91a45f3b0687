//! Which entries a map shows: the query language without text, order and paging.

use super::{columns::Columns, facets::Test, numbers::Numbers};
use domain::{
    facet::Facet,
    geo::{BBox, Point},
    query::Query,
};
use std::{
    collections::{BTreeMap, BTreeSet},
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
    /// Only these entries: what a text search found.
    pub among: Option<Arc<Numbers>>,
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
    pub fn among(self, numbers: Arc<Numbers>) -> Self {
        Self { among: Some(numbers), ..self }
    }
}

/// A selection made ready for one state of the index.
#[derive(Debug)]
pub struct Filter<'a> {
    columns: &'a Columns,
    selection: &'a Selection,
    /// One for each facet of which something is chosen.
    tests: Vec<Test<'a>>,
    /// Something is chosen of a facet that no entry has.
    nothing: bool,
}

/// A degree of latitude in km, a little less than it is: never rejects what the exact distance accepts.
const KM_PER_DEGREE: f64 = 111.19;

impl<'a> Filter<'a> {
    /// `None` where everything is selected.
    #[must_use]
    pub fn new(selection: &'a Selection, columns: &'a Columns) -> Option<Self> {
        let mut filter = Self { columns, selection, tests: Vec::new(), nothing: false };
        for (facet, chosen) in selection.filters.iter().filter(|(_, chosen)| !chosen.is_empty()) {
            match columns.facets.test(*facet, chosen) {
                Some(test) => filter.tests.push(test),
                None => filter.nothing = true,
            }
        }
        let by_facets = filter.nothing || !filter.tests.is_empty();
        (by_facets || selection.bbox.is_some() || selection.around.is_some() || selection.among.is_some()).then_some(filter)
    }

    /// Whether an entry is selected; what is cheap to tell first.
    #[must_use]
    pub fn accepts(&self, row: usize) -> bool {
        let Self { columns, selection, .. } = self;
        !self.nothing
            && self.tests.iter().all(|test| test.passes(row))
            && selection.bbox.is_none_or(|bbox| bbox.contains(columns.point(row)))
            && selection.around.is_none_or(|(centre, km)| within(columns.point(row), centre, f64::from(km)))
            && selection.among.as_ref().is_none_or(|numbers| numbers.contains(columns.ids[row].number()))
    }
}

fn within(point: Point, centre: Point, km: f64) -> bool {
    (point.lat - centre.lat).abs() * KM_PER_DEGREE <= km && point.distance_km(centre) <= km
}
