//! Keeps real hits above typing mistakes, whatever their scores.
//!
//! A query of `n` words lifts each word's real hits to `n` plus a share below 1; a word hit by mistake scores
//! less than 1. All words real is at least `n · n`, one by mistake at most `(n - 1)(n + 1) + 1/3`: always less.

use std::fmt;
use tantivy::{
    DocId, DocSet, Result, Score, SegmentReader, Term,
    query::{EnableScoring, Explanation, Query, Scorer, Weight},
};

/// More than any word's score can be: BM25 stays under 31 for a million entries, times the weight of titles.
const CEILING: Score = 512.0;

/// A query with all its scores moved into `floor..floor + 1`, in the same order.
pub(super) struct Lift {
    query: Box<dyn Query>,
    floor: Score,
}

impl Lift {
    pub(super) fn new(query: Box<dyn Query>, floor: Score) -> Self {
        Self { query, floor }
    }
}

impl Clone for Lift {
    fn clone(&self) -> Self {
        Self { query: self.query.box_clone(), floor: self.floor }
    }
}

impl fmt::Debug for Lift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lift({}, {:?})", self.floor, self.query)
    }
}

impl Query for Lift {
    fn weight(&self, scoring: EnableScoring<'_>) -> Result<Box<dyn Weight>> {
        let inner = self.query.weight(scoring)?;
        Ok(if scoring.is_scoring_enabled() { Box::new(Lifted { inner, floor: self.floor, boost: 1.0 }) } else { inner })
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.query.query_terms(visitor);
    }
}

/// A weight or a scorer with its scores lifted.
struct Lifted<T> {
    inner: T,
    floor: Score,
    /// What the lifted score is multiplied with.
    boost: Score,
}

impl Weight for Lifted<Box<dyn Weight>> {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> Result<Box<dyn Scorer>> {
        Ok(Box::new(Lifted { inner: self.inner.scorer(reader, 1.0)?, floor: self.floor, boost: self.boost * boost }))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> Result<Explanation> {
        self.inner.explain(reader, doc)
    }
}

impl DocSet for Lifted<Box<dyn Scorer>> {
    fn advance(&mut self) -> DocId {
        self.inner.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.inner.seek(target)
    }

    fn doc(&self) -> DocId {
        self.inner.doc()
    }

    fn size_hint(&self) -> u32 {
        self.inner.size_hint()
    }

    fn cost(&self) -> u64 {
        self.inner.cost()
    }
}

impl Scorer for Lifted<Box<dyn Scorer>> {
    fn score(&mut self) -> Score {
        self.boost * (self.floor + (self.inner.score() / CEILING).min(0.999))
    }
}
