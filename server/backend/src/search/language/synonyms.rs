//! Words that mean the same: groups that moderators keep, in a table. They are applied to what is typed, so a change
//! of theirs needs no new index.

use super::{stem, words};
use domain::vocabulary::Lang;
use std::collections::{BTreeSet, HashMap};

/// Groups of words and phrases of one meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synonyms {
    groups: Vec<Vec<Phrase>>,
    /// Which groups a phrase is in, by its key.
    found: HashMap<Vec<String>, Vec<usize>>,
    longest: usize,
}

/// A word or several, folded, in their order.
pub type Phrase = Vec<String>;

impl Synonyms {
    /// Reads groups as people write them. A group of one, or of nothing, says nothing.
    pub fn new<Group: IntoIterator<Item: AsRef<str>>>(groups: impl IntoIterator<Item = Group>) -> Self {
        let mut all = Self::default();
        for group in groups {
            let phrases: BTreeSet<Phrase> = group.into_iter().map(|phrase| folded(phrase.as_ref())).filter(|p| !p.is_empty()).collect();
            if phrases.len() > 1 {
                all.add(phrases.into_iter().collect());
            }
        }
        all
    }

    fn add(&mut self, group: Vec<Phrase>) {
        for phrase in &group {
            self.longest = self.longest.max(phrase.len());
            self.found.entry(key(phrase)).or_default().push(self.groups.len());
        }
        self.groups.push(group);
    }

    /// Words in the longest phrase.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Other words for these, however they are inflected.
    pub fn of<'a>(&'a self, folded: &[String]) -> impl Iterator<Item = &'a Phrase> + use<'a> {
        let key = key(folded);
        let groups = self.found.get(&key).into_iter().flatten().flat_map(|group| &self.groups[*group]);
        groups.filter(move |phrase| self::key(phrase) != key)
    }

    /// All groups, folded.
    #[must_use]
    pub fn groups(&self) -> &[Vec<Phrase>] {
        &self.groups
    }
}

/// By what phrases are told apart: as they are inflected they mean the same.
#[must_use]
pub fn meaning(phrase: &str) -> Vec<String> {
    key(&folded(phrase))
}

fn folded(text: &str) -> Phrase {
    words(text).into_iter().map(|word| word.folded).collect()
}

/// "künstlicher Intelligenz" is "künstliche Intelligenz".
fn key(folded: &[String]) -> Vec<String> {
    folded.iter().map(|word| stem(word, Lang::De)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_a_group_stands_for_the_others_however_it_is_spelled() {
        let synonyms = Synonyms::new([&["KI", "Künstliche Intelligenz", "AI"][..], &["Kita", "Kindergarten"], &["allein"]]);
        let of = |text: &str| synonyms.of(&folded(text)).map(|phrase| phrase.join(" ")).collect::<Vec<_>>();
        assert_eq!(of("kuenstlicher Intelligenz"), ["ai", "ki"]);
        assert_eq!(of("Kitas"), ["kindergarten"]);
        assert_eq!(of("allein"), Vec::<String>::new());
        assert_eq!((synonyms.longest(), synonyms.groups().len()), (2, 2));
    }
}
