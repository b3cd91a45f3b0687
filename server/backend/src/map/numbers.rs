//! Entries by number: what a text search found.

use rustc_hash::FxHashSet;

/// Numbers of entries ([`domain::id::EntryId::number`]). They are random, so nobody can choose them to collide.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    all: FxHashSet<u64>,
    /// At the lower half of each number, a bit; 16 times as many bits as numbers. Most of what is not among them is told
    /// by this alone, which stays near the processor where the set does not.
    bits: Vec<u64>,
}

impl Numbers {
    /// Whether this one is among them.
    #[must_use]
    pub fn contains(&self, number: u64) -> bool {
        let (word, bit) = place(number, self.bits.len());
        self.bits.get(word).is_some_and(|bits| bits & bit != 0) && self.all.contains(&number)
    }
}

impl FromIterator<u64> for Numbers {
    fn from_iter<T: IntoIterator<Item = u64>>(numbers: T) -> Self {
        let all: FxHashSet<u64> = numbers.into_iter().collect();
        let mut bits = vec![0; (all.len() / 4).next_power_of_two()];
        for number in &all {
            let (word, bit) = place(*number, bits.len());
            bits[word] |= bit;
        }
        Self { all, bits }
    }
}

/// The word and the bit of a number; there are a power of two words, or none.
fn place(number: u64, words: usize) -> (usize, u64) {
    ((number as usize / 64) & words.wrapping_sub(1), 1 << (number % 64))
}
