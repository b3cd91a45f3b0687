//! One state of the index: every entry with a public point, in Morton order, column by column.
//!
//! Sorted so, the entries of any tile, and of any cell of one, are one range: counting them takes two
//! binary searches, and running sums give their centre, however many there are.

use super::{
    mercator::{Square, interleave, project, separate},
    values::Values,
};
use crate::search::document::{Change, IndexDocument};
use domain::{geo::Point, id::EntryId, vocabulary::Kind};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::Arc,
};

/// What a single entry shows.
#[derive(Debug)]
pub struct Label {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Box<str>,
    /// Its title.
    pub title: Box<str>,
}

/// All entries. Row `i` of each column belongs to the same entry; rows are sorted by key, then by id.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Where it is, in Morton order.
    pub keys: Vec<u64>,
    /// Which entry it is.
    pub ids: Vec<EntryId>,
    /// Where it is, in degrees, as selections ask.
    pub points: Vec<Point>,
    /// What it shows. Shared with the state before.
    pub labels: Vec<Arc<Label>>,
    /// Numbers of the facet values in use.
    pub values: Values,
    /// Values of all rows, one row after the other, and where each row's end.
    row_values: Vec<u32>,
    row_ends: Vec<u32>,
    /// Sums of x and y of all rows up to and with this one. 2³² entries fit.
    sums: Vec<(u64, u64)>,
}

impl Columns {
    /// The numbers of a row's facet values.
    #[must_use]
    pub fn values_of(&self, row: usize) -> &[u32] {
        let start = if row == 0 { 0 } else { self.row_ends[row - 1] };
        &self.row_values[start as usize..self.row_ends[row] as usize]
    }

    /// The rows in a square.
    #[must_use]
    pub fn rows_in(&self, square: Square) -> Range<usize> {
        self.rows_among(0..self.keys.len(), square)
    }

    /// The rows in a square, which are all among `rows`.
    #[must_use]
    pub fn rows_among(&self, rows: Range<usize>, square: Square) -> Range<usize> {
        let (first, last) = square.keys();
        let start = rows.start + self.keys[rows.clone()].partition_point(|key| *key < first);
        start..start + self.keys[start..rows.end].partition_point(|key| *key <= last)
    }

    /// Sums of x and of y over some rows.
    #[must_use]
    pub fn sums(&self, rows: Range<usize>) -> (u64, u64) {
        let before = |row: usize| if row == 0 { (0, 0) } else { self.sums[row - 1] };
        let (to, from) = (before(rows.end), before(rows.start));
        (to.0 - from.0, to.1 - from.1)
    }

    /// The state after some changes, or `None` where they change nothing here.
    #[must_use]
    pub fn after(&self, changes: &[Change]) -> Option<Self> {
        let latest: HashMap<EntryId, Option<&IndexDocument>> = changes.iter().map(latest).collect();
        let mut new: Vec<(u64, &IndexDocument)> = latest.values().flatten().filter_map(|doc| Some((key(doc.point?), *doc))).collect();
        new.sort_unstable_by_key(|(key, document)| (*key, document.id));
        let gone: HashSet<usize> = (0..self.ids.len()).filter(|row| latest.contains_key(&self.ids[*row])).collect();
        if new.is_empty() && gone.is_empty() {
            return None;
        }
        let mut next = Self::with_capacity(self.ids.len() - gone.len() + new.len(), self.values.clone());
        let mut kept = (0..self.ids.len()).filter(|row| !gone.contains(row)).peekable();
        for (key, document) in new {
            while let Some(row) = kept.next_if(|row| (self.keys[*row], self.ids[*row]) < (key, document.id)) {
                next.copy(self, row);
            }
            next.push(key, document);
        }
        kept.for_each(|row| next.copy(self, row));
        Some(next)
    }

    fn with_capacity(rows: usize, values: Values) -> Self {
        Self {
            keys: Vec::with_capacity(rows),
            ids: Vec::with_capacity(rows),
            points: Vec::with_capacity(rows),
            labels: Vec::with_capacity(rows),
            values,
            row_values: Vec::new(),
            row_ends: Vec::with_capacity(rows),
            sums: Vec::with_capacity(rows),
        }
    }

    fn copy(&mut self, from: &Self, row: usize) {
        self.row_values.extend_from_slice(from.values_of(row));
        self.close(from.keys[row], from.ids[row], from.points[row], Arc::clone(&from.labels[row]));
    }

    fn push(&mut self, key: u64, document: &IndexDocument) {
        let Some(point) = document.point else { return };
        self.row_values.extend(self.values.number_all(&document.facets));
        let label = Label { kind: document.kind, slug: document.slug.as_str().into(), title: document.title.as_str().into() };
        self.close(key, document.id, point, Arc::new(label));
    }

    /// Ends a row whose values are written. (More than 2³² values would need 16 GB first.)
    fn close(&mut self, key: u64, id: EntryId, point: Point, label: Arc<Label>) {
        let ((x, y), (all_x, all_y)) = (separate(key), self.sums.last().copied().unwrap_or_default());
        self.sums.push((all_x + u64::from(x), all_y + u64::from(y)));
        self.row_ends.push(self.row_values.len() as u32);
        self.keys.push(key);
        self.ids.push(id);
        self.points.push(point);
        self.labels.push(label);
    }
}

fn key(point: Point) -> u64 {
    let (x, y) = project(point);
    interleave(x, y)
}

/// An entry and what it is after the change; `None`: not on the map.
fn latest(change: &Change) -> (EntryId, Option<&IndexDocument>) {
    match change {
        Change::Put(document) => (document.id, Some(document.as_ref()).filter(|document| document.point.is_some())),
        Change::Drop(id) => (*id, None),
    }
}
