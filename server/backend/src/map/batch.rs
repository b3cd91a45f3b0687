//! Entries on their way into the index: only what a map needs of them is held.

use super::{
    columns::Place,
    facets::New,
    mercator::{interleave, project},
    texts::Texts,
};
use crate::search::document::{Change, IndexDocument};
use domain::{id::EntryId, vocabulary::Kind};

/// Changes to be taken in at once, later ones of an entry over earlier ones.
#[derive(Debug, Default)]
pub struct Batch {
    /// Whom changes are about, and the number below of what the entry is then; `None`: not on the map.
    changed: Vec<(EntryId, Option<u32>)>,
    pub(super) ids: Vec<EntryId>,
    pub(super) keys: Vec<u64>,
    pub(super) places: Vec<Place>,
    pub(super) kinds: Vec<Kind>,
    pub(super) texts: Texts,
    pub(super) facets: New,
}

impl Batch {
    /// The entry as it is now. Without a public point it leaves the map.
    pub fn put(&mut self, document: &IndexDocument) {
        let Some(point) = document.point else { return self.drop(document.id) };
        let ((x, y), number) = (project(point), self.ids.len());
        self.changed.push((document.id, Some(number as u32)));
        self.ids.push(document.id);
        self.keys.push(interleave(x, y));
        self.places.push(point.into());
        self.kinds.push(document.kind);
        self.texts.push(&document.slug, &document.title);
        self.facets.put(number, &document.facets);
    }

    /// An entry that is no longer public.
    pub fn drop(&mut self, id: EntryId) {
        self.changed.push((id, None));
    }

    /// The last change of each entry, by id.
    #[must_use]
    pub(super) fn latest(&self) -> Vec<(EntryId, Option<u32>)> {
        let mut latest = self.changed.clone();
        // Stable, and nearly nothing to do for ids in the order in which they were made.
        latest.sort_by_key(|(id, _)| *id);
        latest.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                *earlier = *later;
            }
            same
        });
        latest
    }
}

impl<'a> FromIterator<&'a Change> for Batch {
    fn from_iter<T: IntoIterator<Item = &'a Change>>(changes: T) -> Self {
        let mut batch = Self::default();
        for change in changes {
            match change {
                Change::Put(document) => batch.put(document),
                Change::Drop(id) => batch.drop(*id),
            }
        }
        batch
    }
}
