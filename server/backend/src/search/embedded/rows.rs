//! Facet values of all entries of a segment, laid out in memory for counting.
//!
//! Counting reads some twelve values of every match. From tantivy's columns that is a decode per value and
//! facet; from here it is one slice. About 50 bytes an entry, built once per segment when it is first seen.

use super::{place::Points, schema::facet_column};
use domain::facet::Facet;
use std::{collections::HashMap, sync::Arc};
use tantivy::{DocId, SegmentReader, index::SegmentId};

/// Every facet value met so far, numbered. Numbers stay, so that the rows of old segments stay right.
#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    numbers: HashMap<(Facet, Arc<str>), u32>,
    names: Vec<(Facet, Arc<str>)>,
}

impl Values {
    fn number(&mut self, facet: Facet, value: &str) -> u32 {
        let next = self.names.len() as u32;
        let name = (facet, Arc::from(value));
        *self.numbers.entry(name).or_insert_with_key(|name| {
            self.names.push(name.clone());
            next
        })
    }

    /// The number of a value, if any entry ever had it.
    pub(super) fn find(&self, facet: Facet, value: &str) -> Option<u32> {
        self.numbers.get(&(facet, Arc::from(value))).copied()
    }

    /// All values by number.
    pub(super) fn names(&self) -> &[(Facet, Arc<str>)] {
        &self.names
    }
}

/// The facet values of each entry of one segment.
#[derive(Debug)]
pub(super) struct Rows {
    /// The segment. Its entries never change their place; deletions are kept elsewhere.
    pub segment: SegmentId,
    starts: Vec<u32>,
    values: Vec<u32>,
    /// Whether each has a point.
    located: Vec<bool>,
    /// By number of value: how many entries have it. Only for weighing: deletions are not taken off.
    counts: Vec<u32>,
}

impl Rows {
    /// Reads a segment's columns.
    pub(super) fn read(segment: &SegmentReader, known: &mut Values) -> tantivy::Result<Self> {
        let mut columns = Vec::new();
        for facet in Facet::ALL {
            let Some(column) = segment.fast_fields().str(&facet_column(*facet))? else { continue };
            let mut numbers = Vec::with_capacity(column.num_terms());
            let mut value = String::new();
            for term in 0..column.num_terms() as u64 {
                value.clear();
                column.ord_to_str(term, &mut value)?;
                numbers.push(known.number(*facet, &value));
            }
            columns.push((column, numbers));
        }
        let (mut starts, mut values) = (vec![0], Vec::new());
        for doc in 0..segment.max_doc() {
            for (column, numbers) in &columns {
                values.extend(column.term_ords(doc).filter_map(|term| numbers.get(term as usize)));
            }
            starts.push(values.len() as u32);
        }
        let points = Points::read(segment)?;
        let located = (0..segment.max_doc()).map(|doc| points.of(doc).is_some()).collect();
        let mut counts = vec![0; known.names.len()];
        values.iter().for_each(|value: &u32| counts[*value as usize] += 1);
        Ok(Self { segment: segment.segment_id(), starts, values, located, counts })
    }

    /// The numbers of an entry's values.
    pub(super) fn of(&self, doc: DocId) -> &[u32] {
        let doc = doc as usize;
        &self.values[self.starts[doc] as usize..self.starts[doc + 1] as usize]
    }

    /// Whether an entry has a point.
    pub(super) fn is_located(&self, doc: DocId) -> bool {
        self.located[doc as usize]
    }

    /// About how many entries of this segment have a value.
    pub(super) fn count(&self, value: u32) -> u32 {
        self.counts.get(value as usize).copied().unwrap_or_default()
    }
}
