//! The language layer: what counts as a word, and which words count as the same. Index, queries and
//! highlighting all go through here, for every engine, so that a hit is always shown as it was found.
//!
//! It knows no engine. What an index must know for a text to be understood is its `reading::Vocabulary`.
//! Whoever changes what comes out changes the fingerprint of every index by it: see [`probe`].

pub mod compound;
mod fold;
mod glue;
mod lexicon;
mod places;
pub mod reading;
mod stem;
mod synonyms;
mod typo;
mod words;

pub use fold::fold;
pub use glue::is_glue;
pub use lexicon::is_word;
pub use stem::stem;
pub use synonyms::{Synonyms, meaning};
pub use typo::{allowed_typos, distance};
pub use words::{Word, words};

use domain::vocabulary::Lang;

/// Letters from which on the last word of a query also stands for longer words that start with it.
pub const PREFIX_FROM: usize = 2;

/// Words that show each rule of this layer. Their analysis is part of an index's fingerprint: a new version of
/// a stemmer, or a changed rule, makes older indexes ask for a rebuild by themselves.
const PROBE: &str = "Übersetzungen uebersetzte Straße neue Quelle Poesie Mitarbeiter*innen Verfasser:in KI-Projekt \
    Zuver\u{ad}lässigkeit Beratungsstellen Häuser Café ﬁnden Smørrebrød volunteers running translations 50667 \
    Wohnungslosenhilfe Sozialberatungsstelle Spracherkennung Hochwasser Gesellschaft Heidenheim Prüfungen Bildung";

/// The analysis of fixed words, as text.
#[must_use]
pub fn probe() -> String {
    let show = |word: Word| {
        let parts = compound::parts(&word.folded).join("+");
        format!("{} {} {} {parts}", word.folded, stem(&word.folded, Lang::De), stem(&word.folded, Lang::En))
    };
    words(PROBE).into_iter().map(show).collect::<Vec<_>>().join("; ")
}

/// Whether the text holds no word at all: such a query asks for everything.
#[must_use]
pub fn is_wordless(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
