//! By what a typed word can be met.

use crate::search::language::{Synonyms, compound, stem, synonyms::Phrase};
use domain::vocabulary::Lang;

/// What words of an entry meet a typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The word itself, folded.
    Word(String),
    /// An inflection: a word of this stem.
    Stem(String),
    /// A compound: a word with a part of this stem.
    Part(String),
    /// A longer word that begins so.
    Start(String),
    /// Words of these stems, one close after the other.
    Phrase(Vec<String>),
    /// Each of these by one of its forms; the nearer to each other, the better.
    Together(Vec<Vec<Form>>),
}

/// A form and what it is worth: 1 is the word itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// By what.
    pub form: Form,
    /// How much.
    pub worth: f32,
}

/// What forms are worth.
pub mod worth {
    /// The word itself.
    pub const WORD: f32 = 1.0;
    /// An inflection.
    pub const STEM: f32 = 0.9;
    /// Part of a compound.
    pub const PART: f32 = 0.7;
    /// The parts of a typed compound, next to each other.
    pub const PHRASE: f32 = 0.8;
    /// The parts of a typed compound, in one passage; apart, less.
    pub const TOGETHER: f32 = 0.25;
    /// A longer word: from …
    pub const START: f32 = 0.62;
    /// … growing with each letter typed, up to this.
    pub const START_MAX: f32 = 0.87;
    /// Another word of the same meaning, by whatever form.
    pub const SYNONYM: f32 = 0.8;
    /// By number of mistakes, by whatever form.
    pub const TYPOS: [f32; 3] = [1.0, 0.6, 0.4];
}

/// Letters of a stem that is looked for inside compounds.
const PART_LETTERS: usize = 3;

/// By what a folded word is met, without synonyms of its own: itself, inflections, compounds, and its own parts.
pub(super) fn ways_of(folded: &str, synonyms: &Synonyms) -> Vec<Way> {
    let mut ways = vec![Way { form: Form::Word(folded.to_owned()), worth: worth::WORD }];
    ways.extend(stems(folded).map(|stem| Way { form: Form::Stem(stem), worth: worth::STEM }));
    ways.extend(part(folded).map(|form| Way { form, worth: worth::PART }));
    let parts = compound::split(folded);
    if !parts.is_empty() {
        let close = parts.iter().map(|part| stem(part, Lang::De)).collect();
        ways.push(Way { form: Form::Phrase(close), worth: worth::PHRASE });
        ways.push(Way { form: apart(&parts, synonyms), worth: worth::TOGETHER });
    }
    ways
}

/// The parts of a compound, each inflected, inside other compounds, taken apart further, or by another word.
fn apart(parts: &[&str], synonyms: &Synonyms) -> Form {
    let forms = |part: &&str| {
        let mut forms = vec![Form::Stem(stem(part, Lang::De))];
        forms.extend(self::part(part));
        let smaller = compound::split(part);
        if !smaller.is_empty() {
            forms.push(apart(&smaller, synonyms));
        }
        let own = [(*part).to_owned()];
        let others = synonyms.of(&own).filter(|phrase| phrase.len() == 1).flatten();
        forms.extend(others.flat_map(|other| [Form::Stem(stem(other, Lang::De))].into_iter().chain(self::part(other))));
        forms
    };
    Form::Together(parts.iter().map(forms).collect())
}

/// By what a folded word is met, also by other words of its meaning.
pub(super) fn all_ways_of(folded: &str, synonyms: &Synonyms) -> Vec<Way> {
    [ways_of(folded, synonyms), other_words(&[folded.to_owned()], synonyms)].concat()
}

/// By what other words of the same meaning are met.
pub(super) fn other_words(folded: &[String], synonyms: &Synonyms) -> Vec<Way> {
    synonyms.of(folded).flat_map(|phrase| weighed(ways_of_phrase(phrase, synonyms), worth::SYNONYM)).collect()
}

/// By what another way to say it is met.
fn ways_of_phrase(phrase: &Phrase, synonyms: &Synonyms) -> Vec<Way> {
    match phrase.as_slice() {
        [word] => ways_of(word, synonyms),
        words => {
            let in_lang = |lang| Form::Phrase(words.iter().map(|word| stem(word, lang)).collect());
            Lang::ALL.iter().map(|lang| Way { form: in_lang(*lang), worth: worth::WORD }).collect()
        }
    }
}

/// Every way with its worth multiplied.
pub(super) fn weighed(ways: Vec<Way>, factor: f32) -> impl Iterator<Item = Way> {
    ways.into_iter().map(move |way| Way { worth: way.worth * factor, ..way })
}

fn stems(folded: &str) -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(move |lang| stem(folded, *lang))
}

fn part(folded: &str) -> Option<Form> {
    let stem = stem(folded, Lang::De);
    (stem.len() >= PART_LETTERS).then_some(Form::Part(stem))
}
