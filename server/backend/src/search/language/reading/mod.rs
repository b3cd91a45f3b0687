//! How a typed text is understood: which of its words count, and by which words of entries each is met.
//!
//! Engines build their query from this, pages mark what was found by it: a hit is shown as it was found.

mod advice;
mod form;
mod read;
mod spelling;

pub use form::{Form, Way, is_of_glue, worth};
pub use read::{SUBJECT, read};

use super::Word;

/// What an index knows of words. Counts are of entries and may be a little high.
pub trait Vocabulary {
    /// Entries that a form meets; of a `Together` or `Phrase` at most those of its rarest word.
    fn count(&self, form: &Form) -> u64;
    /// Words within so many typing mistakes, of which none is left out that is frequent; of those that only begin so,
    /// where `start`.
    fn resembling(&self, folded: &str, typos: u8, start: bool) -> Vec<Resembling>;
    /// Entries that hold a word spelled just so.
    fn count_spelled(&self, spelled: &str) -> u64;
}

/// A word of the index that resembles a typed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resembling {
    /// The word.
    pub folded: String,
    /// Typing mistakes between them.
    pub typos: u8,
    /// Entries that hold it.
    pub entries: u64,
}

/// A text as it was understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The words that count, each once, in their order. Empty: everything is asked for.
    pub words: Vec<Asked>,
    /// Words that an entry need not have, since they are what the whole directory is about; where it has them, it comes
    /// earlier.
    pub besides: Vec<Asked>,
    /// How it was put right, if any word is in no entry and a similar one is.
    pub corrected: Option<Corrected>,
    /// Compounds, as typed, that only entries with their parts meet: they themselves are nowhere.
    pub taken_apart: Vec<String>,
    /// Whether it asks for advice: then what others have learnt is the answer.
    pub asks_advice: bool,
}

/// A text with mistyped words put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// All of it.
    pub text: String,
    /// Only what was put right, in its order: as it was typed, and as it was taken.
    pub words: Vec<(String, String)>,
}

/// A word that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// As typed.
    pub word: Word,
    /// By what it is met.
    pub ways: Vec<Way>,
    /// By what it is met if it was mistyped, for words that hardly anything meets otherwise.
    pub mistaken: Vec<Way>,
    /// About how many entries meet it, mistakes left aside.
    pub entries: u64,
    /// The parts of a compound that hardly anything meets: words of their own where some words are enough.
    pub parts: Vec<Asked>,
}

impl Reading {
    /// The same without the parts of compounds: for labels, which name something as a whole.
    #[must_use]
    pub fn of_whole_words(&self) -> Self {
        let mut whole = self.clone();
        whole.words.iter_mut().chain(&mut whole.besides).for_each(|asked| asked.parts.clear());
        whole
    }

    /// The words of which some are enough where hardly anything meets all.
    pub fn pieces(&self) -> impl Iterator<Item = &Asked> {
        self.words.iter().flat_map(|asked| if asked.parts.is_empty() { std::slice::from_ref(asked) } else { &asked.parts })
    }
}
