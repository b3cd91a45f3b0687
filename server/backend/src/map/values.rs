//! Numbers for facet values, given in the order in which values turn up. Closed vocabularies and
//! organisations are treated alike; values that are used no more keep their number.

use domain::facet::Facet;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The number of every facet value seen so far.
#[derive(Debug, Clone, Default)]
pub struct Values {
    numbers: HashMap<Facet, HashMap<String, u32>>,
    len: u32,
}

impl Values {
    /// How many there are; all numbers are smaller.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// The number of a value, if any entry ever carried it.
    #[must_use]
    pub fn get(&self, facet: Facet, value: &str) -> Option<u32> {
        self.numbers.get(&facet)?.get(value).copied()
    }

    /// The numbers of an entry's values; new ones are given where needed.
    pub fn number_all<'a>(&'a mut self, facets: &'a BTreeMap<Facet, BTreeSet<String>>) -> impl Iterator<Item = u32> + 'a {
        let pairs = facets.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value)));
        pairs.map(|(facet, value)| self.number(facet, value))
    }

    fn number(&mut self, facet: Facet, value: &str) -> u32 {
        if let Some(number) = self.get(facet, value) {
            return number;
        }
        let number = self.len;
        self.len += 1;
        self.numbers.entry(facet).or_default().insert(value.to_owned(), number);
        number
    }
}
