//! Words with their places in the text.

use super::fold;
use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// As written, in lower case, without soft hyphens and gender marks.
    pub spelled: String,
    /// As compared.
    pub folded: String,
}

/// The words of a text: runs of letters and digits. Gender marks before "in" and "innen" stay inside
/// (`Mitarbeiter*innen`), soft hyphens are dropped, other hyphens part (`KI-Projekt` is two words).
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(char::is_alphanumeric).map(|at| rest + at) {
        let end = start + end_of_word(&text[start..]);
        let written: String = text[start..end].chars().filter(|c| c.is_alphanumeric() || is_accent(*c)).collect();
        let folded = fold(&written);
        // Some letters fold to nothing (a lone modifier): they are no word to look for.
        if !folded.is_empty() {
            words.push(Word { range: start..end, spelled: written.to_lowercase(), folded });
        }
        rest = end;
    }
    words
}

fn end_of_word(text: &str) -> usize {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let inside = c.is_alphanumeric() || is_accent(c) || c == SOFT_HYPHEN || (is_gender_mark(c) && names_a_woman(chars.as_str()));
        if !inside {
            return at;
        }
    }
    text.len()
}

const SOFT_HYPHEN: char = '\u{ad}';

/// Accents written as characters of their own, as some keyboards and all Apple file names do.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_gender_mark(c: char) -> bool {
    matches!(c, '*' | ':' | '_' | '·')
}

/// "innen" may go on (`Mitarbeiter*innenvertretung`), "in" must end there (else `a:international` were one word).
fn names_a_woman(rest: &str) -> bool {
    rest.starts_with("innen") || rest.strip_prefix("in").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn gender_marks_stay_inside_and_hyphens_part() {
        assert_eq!(
            folded("Mitarbeiter*innen, Helfer:in; Autor_innen/Pat·innen"),
            ["mitarbeiterinnen", "helferin", "autorinnen", "patinnen"]
        );
        assert_eq!(folded("Mitarbeiter*innenrat KI-Projekt"), ["mitarbeiterinnenrat", "ki", "projekt"]);
        assert_eq!(folded("scope:international snake_in_case *in"), ["scope", "international", "snakein", "case", "in"]);
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "„Über\u{ad}setzung“ für Bu\u{308}cher 🎈 e.V.";
        let shown: Vec<&str> = words(text).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(shown, ["Über\u{ad}setzung", "für", "Bu\u{308}cher", "e", "V"]);
        assert_eq!(folded(text), ["ubersetzung", "fur", "bucher", "e", "v"]);
        assert_eq!(words(text)[0].spelled, "übersetzung");
    }

    #[test]
    fn what_has_no_letters_has_no_words() {
        for text in ["", " ", "…", "🎉🎉", "\"*:_", "((:*))", "\u{301}", "\u{ad}"] {
            assert_eq!(folded(text), Vec::<String>::new(), "{text:?}");
        }
    }
}
