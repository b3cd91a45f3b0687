//! What a tile shows: single entries, and clusters of those that would lie on each other.
//!
//! Up to zoom 17 a tile has 8 × 8 cells (64 pixels each). The entries of a cell are one mark at their centre; a
//! weak mark joins the strongest leader among the marks around it that is nearer than 0.8 cells, where a leader
//! is a mark that itself has no stronger one so near. From zoom 18 on, a mark is one place.
//!
//! Exact: every entry is counted in one mark, and each mark is drawn by the tile its own cell lies in. What
//! becomes of a cell hangs on the cells at most three away, so a tile looks three cells over its edges and
//! decides as its neighbours do.

use super::{
    columns::Columns,
    mercator::{Square, project, separate},
    selection::Filter,
};
use domain::geo::{BBox, Point};
use std::ops::Range;

/// From here on entries at different places are shown one by one: pins so near that one would cover another are of no
/// use before streets are to be seen.
pub const SINGLE_ZOOM: u8 = 18;
/// The extent of larger groups is not looked for: zooming by steps divides them well enough.
const LOOKED_AT: usize = 512;
/// Cells of a tile, side by side: 2³.
const CELL_DEPTH: u8 = 3;
const CELLS: usize = 1 << CELL_DEPTH;
/// How far a tile looks over its edges, in cells.
const MARGIN: usize = 3;
const WIDTH: usize = CELLS + 2 * MARGIN;
/// How far to zoom into a group whose extent is not known.
const STEP: u8 = 2;

/// One entry or a cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The row of its first entry, in the order of the index: who stands for it.
    pub first: usize,
    /// How many entries it stands for.
    pub count: u64,
    /// Where it is drawn, in units of the projection.
    pub at: (u32, u32),
    /// The smallest box around all of them; `None` where they are too many to look at each.
    pub extent: Option<BBox>,
}

impl Mark {
    /// The zoom at which what it stands for is surely no longer one mark; `None` where all are at one place. Marks join
    /// no further than the next cell, so those three cells apart are two.
    #[must_use]
    pub fn splits_at(&self, zoom: u8) -> Option<u8> {
        let Some(extent) = self.extent else { return Some(zoom + STEP) };
        let corner = |lat, lon| project(Point { lat, lon });
        let ((west, south), (east, north)) = (corner(extent.south, extent.west), corner(extent.north, extent.east));
        let side = u64::from(west.abs_diff(east).max(south.abs_diff(north)));
        let apart = |zoom: &u8| side << (zoom + CELL_DEPTH) >= 3 << 32;
        (side > 0).then(|| (zoom..SINGLE_ZOOM).find(apart).unwrap_or(SINGLE_ZOOM))
    }

    /// With those of another mark, at its own place.
    fn joined_by(self, other: &Self) -> Self {
        let extent = self.extent.zip(other.extent).map(|(a, b)| a.with(b));
        Self { count: self.count + other.count, extent, ..self }
    }
}

/// All marks of a tile.
#[must_use]
pub fn marks(columns: &Columns, filter: Option<&Filter<'_>>, tile: Square) -> Vec<Mark> {
    match columns.rows_in(tile) {
        rows if rows.is_empty() => Vec::new(),
        rows if tile.depth >= SINGLE_ZOOM => places(columns, filter, rows),
        _ => Grid::new(columns, filter, tile).marks(),
    }
}

fn places(columns: &Columns, filter: Option<&Filter<'_>>, rows: Range<usize>) -> Vec<Mark> {
    let same_place = columns.keys[rows.clone()].chunk_by(|a, b| a == b);
    let ranges = same_place.scan(rows.start, |start, place| {
        let range = *start..*start + place.len();
        *start = range.end;
        Some(range)
    });
    ranges.filter_map(|range| mark_of(columns, filter, range)).collect()
}

/// What is selected of some rows, as one mark at its centre.
fn mark_of(columns: &Columns, filter: Option<&Filter<'_>>, rows: Range<usize>) -> Option<Mark> {
    let Some(filter) = filter else {
        let (first, count) = (rows.start, rows.len() as u64);
        let extent = || extent(columns, rows.clone());
        return (count > 0).then(|| Mark { first, count, at: centre(columns.sums(rows.clone()), count), extent: extent() });
    };
    let mut selected = rows.filter(|row| filter.accepts(*row)).peekable();
    let first = *selected.peek()?;
    let (count, sums, extent) = selected.fold((0, (0, 0), BBox::of(columns.point(first))), |(count, sums, extent), row| {
        let (x, y) = separate(columns.keys[row]);
        (count + 1, (sums.0 + u64::from(x), sums.1 + u64::from(y)), extent.with(BBox::of(columns.point(row))))
    });
    Some(Mark { first, count, at: centre(sums, count), extent: Some(extent) })
}

/// The box around some rows, at least one. In the order of the index the first and the last of one place have one key.
fn extent(columns: &Columns, rows: Range<usize>) -> Option<BBox> {
    let first = BBox::of(columns.point(rows.start));
    let is_one_place = columns.keys[rows.start] == columns.keys[rows.end - 1];
    match rows.len() {
        _ if is_one_place => Some(first),
        ..=LOOKED_AT => Some(rows.fold(first, |extent, row| extent.with(BBox::of(columns.point(row))))),
        _ => None,
    }
}

/// A mean is no larger than the largest of its 32-bit terms.
fn centre(sums: (u64, u64), count: u64) -> (u32, u32) {
    ((sums.0 / count) as u32, (sums.1 / count) as u32)
}

/// The cells of a tile and around it, row by row; `None` where nothing is.
struct Grid {
    cells: Vec<Option<Mark>>,
    /// The side of a cell in units.
    side: u64,
}

impl Grid {
    fn new(columns: &Columns, filter: Option<&Filter<'_>>, tile: Square) -> Self {
        // The tile and the eight around it, north-west first: each cell is looked up in its own tile's rows only.
        let tiles: Vec<_> = (0..9).map(|n| tile.neighbour(n % 3, n / 3).map_or(0..0, |tile| columns.rows_in(tile))).collect();
        let cells = (0..WIDTH * WIDTH).map(|index| {
            // Counted from the corner of the north-western neighbour.
            let (x, y) = (index % WIDTH + CELLS - MARGIN, index / WIDTH + CELLS - MARGIN);
            let rows = tiles[y / CELLS * 3 + x / CELLS].clone();
            if rows.is_empty() {
                return None;
            }
            let on_map = |tile: u32, cell: usize| (tile << CELL_DEPTH) + cell as u32 - CELLS as u32;
            let cell = Square { depth: tile.depth + CELL_DEPTH, x: on_map(tile.x, x), y: on_map(tile.y, y) };
            mark_of(columns, filter, columns.rows_among(rows, cell))
        });
        Self { cells: cells.collect(), side: tile.side() >> CELL_DEPTH }
    }

    /// The marks of the tile itself, each with those that joined it.
    fn marks(&self) -> Vec<Mark> {
        let leads: Vec<bool> = (0..self.cells.len()).map(|index| self.stronger_near(index).next().is_none()).collect();
        let mut joined = self.cells.clone();
        for index in 0..self.cells.len() {
            let leaders = self.stronger_near(index).filter(|other| leads[*other]);
            if let Some(leader) = leaders.reduce(|a, b| if self.stronger(a, b) { a } else { b }) {
                let follower = joined[index].take();
                joined[leader] = joined[leader].zip(follower).map(|(mark, other)| mark.joined_by(&other));
            }
        }
        let inner = MARGIN..MARGIN + CELLS;
        let own = inner.clone().flat_map(|row| inner.clone().map(move |column| row * WIDTH + column));
        own.filter_map(|index| joined[index]).collect()
    }

    /// Marks in the eight cells around that are stronger and nearer than 0.8 cells.
    fn stronger_near(&self, index: usize) -> impl Iterator<Item = usize> {
        let (row, column) = (index / WIDTH, index % WIDTH);
        let around = |n: usize| n.saturating_sub(1)..=(n + 1).min(WIDTH - 1);
        let cells = around(row).flat_map(move |r| around(column).map(move |c| r * WIDTH + c));
        cells.filter(move |other| *other != index && self.stronger(*other, index) && self.near(*other, index))
    }

    /// More entries; among equals the one further north-west, which is the same from every tile.
    fn stronger(&self, a: usize, b: usize) -> bool {
        let count = |index: usize| self.cells[index].map_or(0, |mark| mark.count);
        count(a) > 0 && (count(a) > count(b) || count(a) == count(b) && a < b)
    }

    fn near(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.cells[a], self.cells[b]) else { return false };
        let square = |a: u32, b: u32| u128::from(a.abs_diff(b)).pow(2);
        25 * (square(a.at.0, b.at.0) + square(a.at.1, b.at.1)) < 16 * u128::from(self.side).pow(2)
    }
}
