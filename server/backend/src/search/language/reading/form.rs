//! By what a typed word can be met.

use crate::search::language::{Synonyms, compound, glue::is_glue, stem, synonyms::Phrase};
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
    let itself = Form::Word(folded.to_owned());
    let inflected = stems(folded).filter(|form| *form != itself).map(|form| Way { form, worth: worth::STEM });
    let mut ways: Vec<Way> = inflected.collect();
    ways.insert(0, Way { form: itself, worth: worth::WORD });
    ways.extend(part(folded).map(|form| Way { form, worth: worth::PART }));
    let parts = compound::split(folded);
    if !parts.is_empty() {
        let close: Vec<String> = parts.iter().map(|part| stem(part, Lang::De)).collect();
        let is_telling = parts.iter().zip(&close).all(|(part, stem)| !is_of_glue(part, stem));
        ways.extend(is_telling.then_some(Way { form: Form::Phrase(close), worth: worth::PHRASE }));
        ways.push(Way { form: apart(&parts, synonyms), worth: worth::TOGETHER });
    }
    ways
}

/// The parts of a compound, each inflected, inside other compounds, taken apart further, or by another word.
fn apart(parts: &[&str], synonyms: &Synonyms) -> Form {
    let forms = |part: &&str| {
        let mut forms = inflected(part);
        let smaller = compound::split(part);
        if !smaller.is_empty() {
            forms.push(apart(&smaller, synonyms));
        }
        let own = [(*part).to_owned()];
        let others = synonyms.of(&own).filter(|phrase| phrase.len() == 1).flatten();
        forms.extend(others.flat_map(|other| inflected(other)));
        forms
    };
    Form::Together(parts.iter().map(forms).collect())
}

/// A part, inflected and inside compounds.
fn inflected(part: &str) -> Vec<Form> {
    inflections(part).into_iter().chain(self::part(part)).collect()
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
        // Another word is not taken apart further than side by side: "Sozialhilfe" for "Bürgergeld" is no help of social kind.
        [word] => ways_of(word, synonyms).into_iter().filter(|way| !matches!(way.form, Form::Together(_))).collect(),
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

fn stems(folded: &str) -> impl Iterator<Item = Form> {
    let german = inflections(folded);
    german.into_iter().chain([Form::Stem(stem(folded, Lang::En))])
}

/// Words of the same stem; where that is the stem of glue, the other form alone: "Stätte" is not met by "statt", nor "Seiten" by
/// "seit".
fn inflections(folded: &str) -> Vec<Form> {
    let stem = stem(folded, Lang::De);
    if is_of_glue(folded, &stem) {
        let other = folded.strip_suffix('n').map_or_else(|| format!("{folded}n"), str::to_owned);
        vec![Form::Word(folded.to_owned()), Form::Word(other)]
    } else {
        vec![Form::Stem(stem)]
    }
}

fn part(folded: &str) -> Option<Form> {
    let stem = stem(folded, Lang::De);
    (stem.len() >= PART_LETTERS).then_some(Form::Part(stem))
}

/// Whether a word that means something has the stem of one that does not.
#[must_use]
pub fn is_of_glue(folded: &str, stem: &str) -> bool {
    is_glue(stem) && !is_glue(folded)
}
