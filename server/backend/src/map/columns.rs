//! One state of the index: every entry with a public point, in Morton order, column by column.
//!
//! Sorted so, the entries of any tile, and of any cell of one, are one range: counting them takes two
//! binary searches, and running sums give their centre, however many there are.

use super::{
    batch::Batch,
    facets::Facets,
    mercator::{Square, separate},
    texts::Texts,
    weave::{pieces, weave},
};
use domain::{geo::Point, id::EntryId, vocabulary::Kind};
use std::ops::Range;

/// A point in steps of 10⁻⁷ degrees, which is 1 cm: half the memory.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    lat: i32,
    lon: i32,
}

const STEPS: f64 = 1e7;

impl From<Point> for Place {
    fn from(Point { lat, lon }: Point) -> Self {
        let [lat, lon] = [lat, lon].map(|degrees| (degrees * STEPS).round() as i32);
        Self { lat, lon }
    }
}

impl From<Place> for Point {
    fn from(Place { lat, lon }: Place) -> Self {
        Self { lat: f64::from(lat) / STEPS, lon: f64::from(lon) / STEPS }
    }
}

/// Of how many rows one sum is held.
const BLOCK: usize = 32;

/// All entries. Row `i` of each column belongs to the same entry; rows are sorted by key, then by id.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Where it is, in Morton order.
    pub keys: Vec<u64>,
    /// Which entry it is.
    pub ids: Vec<EntryId>,
    /// What it is.
    pub kinds: Vec<Kind>,
    /// Its address and title.
    pub texts: Texts,
    /// Its facet values.
    pub facets: Facets,
    places: Vec<Place>,
    /// Sums of x and y of all rows before each block, and before the one that would come next. 2³² entries fit.
    sums: Vec<(u64, u64)>,
}

impl Columns {
    /// Where a row is, in degrees, as selections ask.
    #[must_use]
    pub fn point(&self, row: usize) -> Point {
        self.places[row].into()
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
        let before = |row: usize| {
            let block = row / BLOCK;
            let start = self.sums.get(block).copied().unwrap_or_default();
            self.keys[block * BLOCK..row].iter().fold(start, |sums, key| plus(sums, *key))
        };
        let (to, from) = (before(rows.end), before(rows.start));
        (to.0 - from.0, to.1 - from.1)
    }

    /// The state after some changes, or `None` where they change nothing here.
    #[must_use]
    pub fn after(&self, batch: &Batch) -> Option<Self> {
        let latest = batch.latest();
        let is_changed = |row: &usize| latest.binary_search_by_key(&self.ids[*row], |(id, _)| *id).is_ok();
        let gone: Vec<usize> = (0..self.ids.len()).filter(is_changed).collect();
        let mut new: Vec<(u64, EntryId, u32)> =
            latest.iter().filter_map(|(id, number)| number.map(|number| (batch.keys[number as usize], *id, number))).collect();
        if new.is_empty() && gone.is_empty() {
            return None;
        }
        new.sort_unstable();
        let enter: Vec<usize> = new.iter().map(|(key, id, _)| self.place_of(*key, *id)).collect();
        let order: Vec<u32> = new.iter().map(|(.., number)| *number).collect();
        let pieces = pieces(self.ids.len(), &gone, &enter);
        let new = |row: usize| order[row] as usize;
        let keys = weave(&pieces, |row| self.keys[row], |row| batch.keys[new(row)]);
        Some(Self {
            sums: block_sums(&keys),
            keys,
            ids: weave(&pieces, |row| self.ids[row], |row| batch.ids[new(row)]),
            kinds: weave(&pieces, |row| self.kinds[row], |row| batch.kinds[new(row)]),
            places: weave(&pieces, |row| self.places[row], |row| batch.places[new(row)]),
            texts: self.texts.woven(&pieces, &batch.texts, &order),
            facets: self.facets.woven(&pieces, &batch.facets, &order),
        })
    }

    /// The first row that comes after an entry of this key and id, or is that entry.
    fn place_of(&self, key: u64, id: EntryId) -> usize {
        let start = self.keys.partition_point(|other| *other < key);
        let same = self.keys[start..].partition_point(|other| *other == key);
        start + self.ids[start..start + same].partition_point(|other| *other < id)
    }
}

fn block_sums(keys: &[u64]) -> Vec<(u64, u64)> {
    let mut sums = vec![(0, 0)];
    sums.extend(keys.chunks(BLOCK).scan((0, 0), |sums, block| {
        *sums = block.iter().fold(*sums, |sums, key| plus(sums, *key));
        Some(*sums)
    }));
    sums
}

fn plus((all_x, all_y): (u64, u64), key: u64) -> (u64, u64) {
    let (x, y) = separate(key);
    (all_x + u64::from(x), all_y + u64::from(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_each_row_wherever_blocks_end() {
        for rows in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let keys: Vec<u64> = (0..rows as u64).map(|row| row * 0x1234_5678_9abc).collect();
            let columns = Columns { sums: block_sums(&keys), keys, ..Columns::default() };
            for (from, to) in (0..=rows).flat_map(|to| (0..=to).map(move |from| (from, to))) {
                let expected = columns.keys[from..to].iter().fold((0, 0), |sums, key| plus(sums, *key));
                assert_eq!(columns.sums(from..to), expected, "{from}..{to} of {rows}");
            }
        }
    }
}
