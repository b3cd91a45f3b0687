//! What of a text is marked as found: one implementation for every engine, by the same rules that find.
//!
//! Byte ranges, never HTML: pages escape the text and draw the marks.

mod extract;

pub use extract::{Segment, crop, segments};

use super::language::{PREFIX_FROM, Word, allowed_typos, distance, distance_of_start, stem, words};
use domain::vocabulary::Lang;
use std::{collections::BTreeSet, ops::Range};

/// The words of `text` (an entry's, in `lang`) that a query finds, in order. A query word that is there as it is
/// marks no misspelt ones.
#[must_use]
pub fn highlight(text: &str, query_text: &str, lang: Lang) -> Vec<Range<usize>> {
    let typed = words(query_text);
    let found: Vec<(Word, String)> = words(text).into_iter().map(|word| (stem(&word.folded, lang), word)).map(|(s, w)| (w, s)).collect();
    let mut marked = BTreeSet::new();
    for (at, word) in typed.iter().enumerate() {
        let is_last = at + 1 == typed.len();
        let stem = stem(&word.folded, lang);
        let ranks: Vec<Option<u8>> = found.iter().map(|found| rank(&word.folded, &stem, is_last, found)).collect();
        if let Some(best) = ranks.iter().flatten().min() {
            marked.extend(ranks.iter().enumerate().filter(|(_, rank)| rank.as_ref() == Some(best)).map(|(at, _)| at));
        }
    }
    marked.into_iter().map(|at| found[at].0.range.clone()).collect()
}

/// How far a word is from the typed one: 0 found for real, then by typing mistakes, then those in its start.
fn rank(typed: &str, typed_stem: &str, is_last: bool, (word, stem): &(Word, String)) -> Option<u8> {
    let is_start = is_last && typed.chars().count() >= PREFIX_FROM && word.folded.starts_with(typed);
    if word.folded == typed || stem == typed_stem || is_start {
        return Some(0);
    }
    let allowed = allowed_typos(typed);
    if allowed == 0 {
        return None;
    }
    match distance(typed, &word.folded) {
        typos if typos <= usize::from(allowed) => Some(typos as u8),
        _ if is_last => distance_of_start(typed, &word.folded, allowed).map(|_| allowed + 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        highlight(text, query, Lang::De).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_marked_however_they_are_spelled_and_inflected() {
        assert_eq!(marked("Die Übersetzung „für alle“", "uebersetzung"), ["Übersetzung"]);
        assert_eq!(marked("Viele Beratungen, eine BERATUNG", "beratung"), ["Beratungen", "BERATUNG"]);
        assert_eq!(marked("Mitarbeiter*innen und Be\u{ad}ratung", "Mitarbeiterinnen"), ["Mitarbeiter*innen"]);
        let english = highlight("Our volunteers run", "volunteer running now", Lang::En);
        assert_eq!(english.len(), 2);
    }

    #[test]
    fn only_the_last_word_stands_for_longer_ones() {
        assert_eq!(marked("Spracherkennung im Chatbot", "sprach chat"), ["Chatbot"]);
        assert_eq!(marked("Spracherkennung im Chatbot", "chatbot sprach"), ["Spracherkennung", "Chatbot"]);
        assert_eq!(marked("abc", "a"), Vec::<&str>::new());
    }

    #[test]
    fn mistakes_are_marked_only_where_nothing_better_is() {
        assert_eq!(marked("Unsere Chatbots", "chatbto"), ["Chatbots"]);
        assert_eq!(marked("leiten und leisten", "leiten und"), ["leiten", "und"]);
        assert_eq!(marked("Ein Haus", "maus"), Vec::<&str>::new());
        assert_eq!(marked("50668 Köln", "50667"), Vec::<&str>::new());
    }

    #[test]
    fn queries_without_words_mark_nothing() {
        for query in ["", "\"()", "🎉", ":*"] {
            assert_eq!(marked("Text mit *Sternen*", query), Vec::<&str>::new());
        }
    }
}
