//! Facet values of all rows, a column for each facet. What an entry carries of a facet is one number, that of the set of its
//! values: hardly any facet has more than some hundred different sets, so a row needs a byte or two for each.

use super::weave::{Piece, weave};
use domain::facet::Facet;
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// All different sets of values that entries carry of one facet. A set keeps its number, also when no entry carries it
/// any more. Closed vocabularies and organisations are treated alike.
#[derive(Debug, Clone)]
pub struct Sets {
    values: IndexSet<Box<str>, FxBuildHasher>,
    /// Each by the numbers of its values. The first one is empty.
    sets: IndexSet<Box<[u32]>, FxBuildHasher>,
    /// By the number of a value: the sets that it is in.
    within: Vec<Vec<u32>>,
    /// By the number of a value: the set of it alone, which most are.
    alone: Vec<u32>,
}

impl Default for Sets {
    fn default() -> Self {
        Self { values: IndexSet::default(), sets: [Box::default()].into_iter().collect(), within: Vec::new(), alone: Vec::new() }
    }
}

impl Sets {
    /// The number of a set, which is given where it is new.
    pub fn number<'a>(&mut self, mut values: impl Iterator<Item = &'a str>) -> u32 {
        let Some(first) = values.next().map(|value| self.number_of_value(value)) else { return 0 };
        match values.next() {
            None => self.alone[first as usize],
            Some(second) => {
                let mut set = vec![first, self.number_of_value(second)];
                set.extend(values.map(|value| self.number_of_value(value)));
                self.number_of_set(&set)
            }
        }
    }

    fn number_of_value(&mut self, value: &str) -> u32 {
        if let Some(number) = self.values.get_index_of(value) {
            return number as u32;
        }
        let number = self.values.insert_full(value.into()).0 as u32;
        self.within.push(Vec::new());
        let alone = self.number_of_set(&[number]);
        self.alone.push(alone);
        number
    }

    fn number_of_set(&mut self, set: &[u32]) -> u32 {
        if let Some(number) = self.sets.get_index_of(set) {
            return number as u32;
        }
        let number = self.sets.insert_full(set.into()).0 as u32;
        set.iter().for_each(|value| self.within[*value as usize].push(number));
        number
    }

    /// By the number of a set: whether any of these values is in it.
    fn with_any(&self, chosen: &BTreeSet<String>) -> Vec<bool> {
        let mut with = vec![false; self.sets.len()];
        let known = chosen.iter().filter_map(|value| self.values.get_index_of(value.as_str()));
        known.flat_map(|value| &self.within[value]).for_each(|set| with[*set as usize] = true);
        with
    }

    /// The values of all sets, in the order of their numbers.
    fn iter(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.sets.iter().map(|set| set.iter().map(|value| &*self.values[*value as usize]))
    }
}

/// The facets of some entries that are about to be taken in, by the order in which they came.
#[derive(Debug, Default)]
pub struct New(BTreeMap<Facet, (Sets, Vec<u32>)>);

impl New {
    /// Those of the entry of this number; numbers rise.
    pub fn put(&mut self, entry: usize, facets: &BTreeMap<Facet, BTreeSet<String>>) {
        for (facet, values) in facets {
            let (sets, numbers) = self.0.entry(*facet).or_default();
            numbers.resize(entry, 0);
            numbers.push(sets.number(values.iter().map(String::as_str)));
        }
    }
}

/// The facets of all rows.
#[derive(Debug, Clone, Default)]
pub struct Facets(BTreeMap<Facet, Column>);

#[derive(Debug, Clone, Default)]
struct Column {
    sets: Arc<Sets>,
    numbers: Numbers,
}

impl Facets {
    /// These rows and new ones, in the order of `pieces`; `order` says which of the new ones comes when.
    #[must_use]
    pub fn woven(&self, pieces: &[Piece], new: &New, order: &[u32]) -> Self {
        let none = (Column::default(), (Sets::default(), Vec::new()));
        let facets: BTreeSet<Facet> = self.0.keys().chain(new.0.keys()).copied().collect();
        let column = |facet| {
            let old = self.0.get(&facet).unwrap_or(&none.0);
            let (theirs, numbers) = new.0.get(&facet).unwrap_or(&none.1);
            let mut sets = Arc::clone(&old.sets);
            let renumbered: Vec<u32> = theirs.iter().map(|set| Arc::make_mut(&mut sets).number(set)).collect();
            let number = |row: usize| numbers.get(order[row] as usize).map_or(0, |number| renumbered[*number as usize]);
            let numbers = Numbers::woven(pieces, |row| old.numbers.get(row), number, sets.sets.len());
            (facet, Column { sets, numbers })
        };
        Self(facets.into_iter().map(column).collect())
    }

    /// What tells the rows that carry one of these values; `None` where no row has any of this facet.
    #[must_use]
    pub fn test(&self, facet: Facet, chosen: &BTreeSet<String>) -> Option<Test<'_>> {
        let Column { sets, numbers } = self.0.get(&facet)?;
        Some(Test { numbers, passes: sets.with_any(chosen) })
    }
}

/// Whether rows carry what is chosen of one facet.
#[derive(Debug)]
pub struct Test<'a> {
    numbers: &'a Numbers,
    passes: Vec<bool>,
}

impl Test<'_> {
    /// Whether this row does.
    #[must_use]
    pub fn passes(&self, row: usize) -> bool {
        self.passes[self.numbers.get(row) as usize]
    }
}

/// A number for each row, no wider than the largest of them; none at all: all are 0.
#[derive(Debug, Clone)]
enum Numbers {
    Bytes(Vec<u8>),
    Pairs(Vec<u16>),
    Quads(Vec<u32>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Numbers {
    fn get(&self, row: usize) -> u32 {
        match self {
            Self::Bytes(numbers) => numbers.get(row).copied().unwrap_or_default().into(),
            Self::Pairs(numbers) => numbers.get(row).copied().unwrap_or_default().into(),
            Self::Quads(numbers) => numbers.get(row).copied().unwrap_or_default(),
        }
    }

    /// Old and new numbers, all smaller than `end`.
    fn woven(pieces: &[Piece], old: impl Fn(usize) -> u32, new: impl Fn(usize) -> u32, end: usize) -> Self {
        match end {
            ..=0x100 => Self::Bytes(weave(pieces, |row| old(row) as u8, |row| new(row) as u8)),
            0x101..=0x1_0000 => Self::Pairs(weave(pieces, |row| old(row) as u16, |row| new(row) as u16)),
            _ => Self::Quads(weave(pieces, old, new)),
        }
    }
}
