//! The map: entries as clusters in vector tiles ([`MapIndex`]), and the base map under them ([`base`]).
//!
//! The index lives in memory and holds public data only: documents without a public point never enter it.
//! It knows no storage, no text search and no gazetteer: what those find comes in with a [`Selection`].
//! To show one more property of an entry: [`batch`], [`columns`] and [`encode`].

pub mod base;
mod batch;
mod cluster;
mod columns;
mod encode;
mod facets;
mod mercator;
mod numbers;
mod selection;
mod texts;
mod weave;

#[cfg(test)]
mod tests;

pub use base::BaseMap;
pub use batch::Batch;
pub use encode::{EXTENT, LAYER};
pub use mercator::MAX_ZOOM;
pub use numbers::Numbers;
pub use selection::Selection;

use crate::search::document::Change;
use arc_swap::ArcSwap;
use columns::Columns;
use domain::{geo::BBox, id::EntryId};
use mercator::Square;
use selection::Filter;
use std::sync::{Arc, Mutex, PoisonError};

/// The cluster index. Clones share it. Readers see the state before a change or the one after it, and never wait.
#[derive(Debug, Clone, Default)]
pub struct MapIndex {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    current: ArcSwap<Columns>,
    /// Held while a next state is made: writers come one after the other.
    writing: Mutex<()>,
}

impl MapIndex {
    /// Takes in changes, later ones of an entry over earlier ones. Each call copies the whole index (5 ms at 100,000
    /// entries, 50 ms at a million), so give many changes at once.
    pub fn apply(&self, changes: &[Change]) {
        self.take_in(&changes.iter().collect());
    }

    /// The same with changes that were made ready one by one.
    pub fn take_in(&self, batch: &Batch) {
        let _one_writer = self.shared.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(next) = self.shared.current.load().after(batch) {
            self.shared.current.store(Arc::new(next));
        }
    }

    /// The vector tile of an address: see [`encode`] for its shape. No bytes where nothing is; `None` where no
    /// such tile exists. At a million entries some 0.1 ms, with filters up to 10 ms where a tile
    /// holds them all. The counts of all tiles of a zoom add up to [`MapIndex::count_with_point`].
    #[must_use]
    pub fn tile(&self, z: u8, x: u32, y: u32, selection: &Selection) -> Option<Vec<u8>> {
        let square = Square::tile(z, x, y)?;
        let columns = self.shared.current.load();
        let filter = Filter::new(selection, &columns);
        let marks = cluster::marks(&columns, filter.as_ref(), square);
        Some(encode::encode(&columns, square, &marks).expect("one layer of one extent, points in whole steps"))
    }

    /// All selected entries with a public point.
    #[must_use]
    pub fn ids(&self, selection: &Selection) -> Vec<EntryId> {
        let columns = self.shared.current.load();
        let filter = Filter::new(selection, &columns);
        let rows = (0..columns.ids.len()).filter(|row| filter.as_ref().is_none_or(|filter| filter.accepts(*row)));
        rows.map(|row| columns.ids[row]).collect()
    }

    /// The smallest box around all selected entries in `among`, or anywhere, and how many those are; `None` where none is.
    #[must_use]
    pub fn extent(&self, selection: &Selection, among: Option<BBox>) -> Option<(BBox, u64)> {
        let columns = self.shared.current.load();
        let filter = Filter::new(selection, &columns);
        let rows = (0..columns.ids.len()).filter(|row| filter.as_ref().is_none_or(|filter| filter.accepts(*row)));
        let points = rows.map(|row| columns.point(row)).filter(|point| among.is_none_or(|box_| box_.contains(*point)));
        points.fold(None, |extent, point| {
            let one = BBox::of(point);
            Some(extent.map_or((one, 1), |(extent, count): (BBox, u64)| (extent.with(one), count + 1)))
        })
    }

    /// How many selected entries have a public point: with the total of a search it says how many are not on the map.
    #[must_use]
    pub fn count_with_point(&self, selection: &Selection) -> u64 {
        let columns = self.shared.current.load();
        let count = Filter::new(selection, &columns)
            .map_or(columns.ids.len(), |filter| (0..columns.ids.len()).filter(|row| filter.accepts(*row)).count());
        count as u64
    }
}
