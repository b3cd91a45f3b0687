//! What this engine makes of a text, told to one that knows nothing of words: which entries it asks for.

use super::vocabulary::Known;
use crate::search::language::reading::{Asked, Form, Reading, Vocabulary, Way};

/// How a text is understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Understanding {
    /// Its reading.
    pub reading: Reading,
    /// The words of the reading.
    pub words: Vec<Leading>,
    /// What entries need not have.
    pub besides: Vec<Leading>,
    /// The pieces of the reading.
    pub pieces: Vec<Leading>,
    /// Where hardly any entry meets all words: which are enough.
    pub lenient: Option<Lenient>,
}

/// A word and by what it is met, without what leads to no entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Leading {
    /// As typed, folded.
    pub folded: String,
    /// By what it is met, each with about how many entries that leads to.
    pub ways: Vec<(Way, u64)>,
    /// By what it is met if it was mistyped.
    pub mistaken: Vec<(Way, u64)>,
}

/// Some words are enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lenient {
    /// Those that tell anything, by their place among the pieces.
    pub telling: Vec<usize>,
    /// How many of them.
    pub at_least: usize,
}

impl Leading {
    pub(super) fn of(asked: &Asked, known: &Known<'_>) -> Self {
        let leading = |ways: &[Way]| {
            let ways = ways.iter().filter_map(|way| Some(Way { form: leading(&way.form, known)?, worth: way.worth }));
            ways.map(|way| (way.clone(), known.count(&way.form))).collect()
        };
        Self { folded: asked.word.folded.clone(), ways: leading(&asked.ways), mistaken: leading(&asked.mistaken) }
    }
}

fn leading(form: &Form, known: &Known<'_>) -> Option<Form> {
    let form = match form {
        Form::Together(all) => Form::Together(all.iter().map(|any| any.iter().filter_map(|form| leading(form, known)).collect()).collect()),
        form => form.clone(),
    };
    (known.count(&form) > 0).then_some(form)
}
