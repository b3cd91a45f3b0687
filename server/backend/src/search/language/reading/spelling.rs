//! Words that a mistyped one may have meant.

use super::{
    Corrected, Resembling, Vocabulary, Way,
    form::{all_ways_of, weighed, worth},
};
use crate::search::language::{Synonyms, Word, allowed_typos, distance, is_word};
use std::{cmp::Reverse, ops::Range};

/// So many are tried.
const TRIED: usize = 4;
/// Letters from which on an unfinished word may be mistyped: too much begins like a shorter one.
const START_FROM: usize = 7;
/// One that is so much rarer than the best is left out.
const RARER: u64 = 20;
/// What is a word of its own was hardly mistyped ("Bienen" are no "dienen"), unless one a letter apart is in so many entries.
const OVERWHELMING: u64 = 20;
/// Letters that fold from two spellings, tried both ways.
const UNFOLDED: usize = 5;

/// What a word may have meant.
#[derive(Debug, Default)]
pub(super) struct Fix {
    /// By what those words are met.
    pub ways: Vec<Way>,
    /// The likeliest of them, as it is spelled.
    pub right: Option<String>,
}

/// Words that resemble one. What is found may be mistyped in other entries, but no other word is a mistake of a word: who
/// finds two entries about "Schulden" does not want to see all "Schulen". What is not found is put right, unless it is a word.
pub(super) fn resembling(word: &Word, is_last: bool, is_found: bool, synonyms: &Synonyms, vocabulary: &impl Vocabulary) -> Fix {
    let allowed = allowed_typos(&word.folded);
    if allowed == 0 {
        return Fix::default();
    }
    let mut found = vocabulary.resembling(&word.folded, allowed, false);
    if found.is_empty() && is_last && word.folded.chars().count() >= START_FROM {
        found = vocabulary.resembling(&word.folded, 1, true);
    }
    let first = |word: &str| word.chars().next();
    let whole = |other: &Resembling| distance(&word.folded, &other.folded).min(usize::from(allowed) + 1);
    // Few mistype the first letter.
    found.sort_by_key(|other| (whole(other), first(&other.folded) != first(&word.folded), Reverse(other.entries)));
    if is_word(&word.folded) {
        let is_overwhelming =
            |other: &Resembling| other.entries >= OVERWHELMING && whole(other) == 1 && first(&other.folded) == first(&word.folded);
        found.retain(|other| if is_found { !is_word(&other.folded) } else { is_overwhelming(other) });
    }
    let Some(best) = found.first().cloned() else { return Fix::default() };
    let near = found.into_iter().filter(|other| whole(other) == whole(&best) && other.entries * RARER >= best.entries);
    let factor = |other: &Resembling| worth::TYPOS[whole(other).min(worth::TYPOS.len() - 1)];
    let ways = near.take(TRIED).flat_map(|other| weighed(all_ways_of(&other.folded, synonyms), factor(&other))).collect();
    Fix { ways, right: Some(spelled(&best.folded, vocabulary)) }
}

/// The most frequent spelling of a folded word.
fn spelled(folded: &str, vocabulary: &impl Vocabulary) -> String {
    let mut spellings = vec![String::new()];
    let mut rest = folded;
    while let Some(letter) = rest.chars().next() {
        let (plain, other) = match letter {
            _ if rest.starts_with("ss") => ("ss", Some("ß")),
            'a' => ("a", Some("ä")),
            'o' => ("o", Some("ö")),
            'u' => ("u", Some("ü")),
            _ => (&rest[..letter.len_utf8()], None),
        };
        let both = other.filter(|_| spellings.len() < 1 << UNFOLDED).map(|other| spellings.iter().map(|s| format!("{s}{other}")).collect());
        spellings.iter_mut().for_each(|spelling| spelling.push_str(plain));
        spellings.extend(both.unwrap_or_else(Vec::new));
        rest = &rest[plain.len()..];
    }
    spellings.into_iter().rev().max_by_key(|spelling| vocabulary.count_spelled(spelling)).unwrap_or_default()
}

/// The text with words put right.
pub(super) fn corrected(text: &str, fixes: &[(Range<usize>, String)]) -> Option<Corrected> {
    let mut out = text.to_owned();
    let mut words = Vec::with_capacity(fixes.len());
    for (range, right) in fixes.iter().rev() {
        let typed = &text[range.clone()];
        let starts_large = typed.chars().next().is_some_and(char::is_uppercase);
        let mut letters = right.chars();
        let right = match letters.next().filter(|_| starts_large) {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => right.clone(),
        };
        out.replace_range(range.clone(), &right);
        words.push((typed.to_owned(), right));
    }
    words.reverse();
    (!words.is_empty()).then_some(Corrected { text: out, words })
}
