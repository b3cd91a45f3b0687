//! What came of passes over everything, kept for as long as the index stays the same.
//!
//! Lists without a text are what most readers begin with, and the ones that have the most to count: at 100,000 entries
//! some 10 ms each time, on which nothing but the index and the chosen filters depends.

use super::collect::Collected;
use crate::search::Request;
use domain::{facet::Facet, vocabulary::Sort};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

/// Lists kept; then it begins anew. Some ten kilobytes each.
const ROOM: usize = 256;
/// Hits kept of each: what is further behind is not asked for often.
const DEEPEST: usize = 100;

/// All that a pass without text and place depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    filters: BTreeMap<Facet, BTreeSet<String>>,
    order: Sort,
    keep: usize,
    counting: bool,
}

impl Key {
    /// `None` where the request is for more than a list of everything.
    pub(super) fn of(request: &Request<'_>, is_all: bool, order: Sort, keep: usize, counting: bool) -> Option<Self> {
        let query = request.query;
        let is_list = is_all && query.bbox.is_none() && query.near.is_none() && keep <= DEEPEST;
        is_list.then(|| Self { filters: query.filters.clone(), order, keep, counting })
    }
}

/// The passes of one state of the index.
#[derive(Default)]
pub(super) struct Browsed(Mutex<HashMap<Key, Arc<Collected>>>);

impl Browsed {
    /// What came of a pass, made where it was not yet.
    pub(super) fn get<E>(&self, key: Key, pass: impl FnOnce() -> Result<Collected, E>) -> Result<Arc<Collected>, E> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(collected) = known().get(&key) {
            return Ok(Arc::clone(collected));
        }
        let collected = Arc::new(pass()?);
        let mut known = known();
        if known.len() >= ROOM {
            known.clear();
        }
        known.insert(key, Arc::clone(&collected));
        Ok(collected)
    }
}
