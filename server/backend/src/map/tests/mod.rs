//! The index against plain loops over all entries: nothing lost, nothing counted twice, at any zoom.

mod decode;
mod exactness;
mod sample;
mod selecting;
mod shape;
mod writing;

use super::MapIndex;
use crate::search::document::{Change, IndexDocument};

fn index(documents: &[IndexDocument]) -> MapIndex {
    let index = MapIndex::default();
    index.apply(&sample::puts(documents));
    index
}

fn drop(document: &IndexDocument) -> Change {
    Change::Drop(document.id)
}
