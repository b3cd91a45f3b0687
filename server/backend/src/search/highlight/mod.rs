//! What of a text is marked as found: one implementation for every engine, by the same reading that finds.
//!
//! Byte ranges, never HTML: pages escape the text and draw the marks.

mod extract;

pub use extract::{Segment, crop, segments};

use super::language::{
    Word, compound,
    reading::{Form, Reading, Way},
    stem, words,
};
use domain::vocabulary::Lang;
use std::{cell::OnceCell, collections::BTreeSet, ops::Range};

/// The words of `text` (an entry's, in `lang`) that a query finds, in order. A query word that is there for real
/// marks no misspelt ones.
#[must_use]
pub fn highlight(text: &str, reading: &Reading, lang: Lang) -> Vec<Range<usize>> {
    if reading.words.is_empty() {
        return vec![];
    }
    let found: Vec<Found> = words(text).into_iter().map(|word| Found::new(word, lang)).collect();
    let mut marked = BTreeSet::new();
    for asked in reading.words.iter().chain(&reading.besides) {
        let mut places = met(&found, &asked.ways);
        if places.is_empty() {
            // Parts of a rare compound may stand apart, in this text and in another one.
            places.extend(asked.parts.iter().flat_map(|part| met(&found, &part.ways)));
        }
        marked.extend(if places.is_empty() { met(&found, &asked.mistaken) } else { places });
    }
    marked.into_iter().map(|at| found[at].word.range.clone()).collect()
}

/// A word of the text in the forms it is found by.
struct Found {
    word: Word,
    stem: String,
    lang: Lang,
    /// Its parts, once they are asked for: taking a word apart takes longer than all else here.
    parts: OnceCell<Vec<String>>,
}

impl Found {
    fn new(word: Word, lang: Lang) -> Self {
        Self { stem: stem(&word.folded, lang), lang, parts: OnceCell::new(), word }
    }

    /// Whether a part passes a test. Only words that hold `inside` are taken apart.
    fn has_part(&self, inside: &str, test: impl Fn(&str) -> bool) -> bool {
        let parts = || compound::parts(&self.word.folded).into_iter().map(str::to_owned).collect();
        self.lang == Lang::De && self.word.folded.contains(inside) && self.parts.get_or_init(parts).iter().any(|part| test(part))
    }

    fn meets(&self, form: &Form) -> bool {
        match form {
            Form::Word(word) => self.word.folded == *word,
            Form::Stem(stem) => self.stem == *stem,
            // Stems differ from words at their end only.
            Form::Part(wanted) => {
                let inside = wanted.get(..wanted.len().saturating_sub(1)).unwrap_or(wanted);
                self.has_part(inside, |part| stem(part, Lang::De) == *wanted)
            }
            Form::Start(start) => {
                self.word.folded.starts_with(start.as_str()) || self.has_part(start, |part| part.starts_with(start.as_str()))
            }
            Form::Phrase(_) | Form::Together(_) => false,
        }
    }
}

/// The places of words that meet any of these.
fn met(found: &[Found], ways: &[Way]) -> BTreeSet<usize> {
    ways.iter().flat_map(|way| met_by(found, &way.form)).collect()
}

fn met_by(found: &[Found], form: &Form) -> Vec<usize> {
    let all = |test: &dyn Fn(&Found) -> bool| found.iter().enumerate().filter(|(_, word)| test(word)).map(|(at, _)| at).collect();
    match form {
        Form::Phrase(stems) => phrases(found, stems),
        Form::Together(parts) => {
            let each: Vec<Vec<usize>> = parts.iter().map(|any| any.iter().flat_map(|form| met_by(found, form)).collect()).collect();
            if each.iter().any(Vec::is_empty) { vec![] } else { each.concat() }
        }
        form => all(&|word| word.meets(form)),
    }
}

/// Words that may stand between two of a phrase.
const GAP: usize = 2;

fn phrases(found: &[Found], stems: &[String]) -> Vec<usize> {
    let mut marked = vec![];
    for start in 0..found.len() {
        let mut at = start;
        let mut places = vec![];
        for stem in stems {
            let end = if places.is_empty() { at + 1 } else { (at + 1 + GAP).min(found.len()) };
            let Some(next) = (at..end).find(|place| found[*place].stem == *stem) else { break };
            places.push(next);
            at = next + 1;
        }
        if places.len() == stems.len() {
            marked.extend(places);
        }
    }
    marked
}

#[cfg(test)]
mod tests;
