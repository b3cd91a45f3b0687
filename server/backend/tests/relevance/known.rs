//! Queries made from titles, each for the one entry that it was made from: far more than anybody judges by hand,
//! and nobody has chosen them. The same every time.

use crate::random::Random;
use backend::search::document::IndexDocument;
use domain::vocabulary::Lang;
use std::collections::BTreeSet;

/// One word of a title with a typing error in it, and one or two others.
const TYPO: &str = "known typo";
/// Two nouns of a title or summary made a compound, and a word of the title.
const GLUED: &str = "known glued";
/// A compound of a title written as two words, and another word of it.
const SPLIT: &str = "known split";
/// All kinds, in the order of reports.
pub const KINDS: [&str; 3] = [TYPO, GLUED, SPLIT];

/// In shorter words a wrong letter often makes another word.
const LETTERS_FOR_TYPO: usize = 6;
/// Shorter words say little about an entry.
const LETTERS: usize = 4;
/// Longer nouns are compounds already; nobody makes one of two.
const LETTERS_FOR_GLUE: usize = 12;
/// The last part of a compound; with shorter ones, names come apart (Deutsch land).
const LETTERS_OF_HEAD: usize = 5;
/// What follows the first noun of "Chatbot für die Verwaltung" where both make a compound …
const BETWEEN: [&str; 5] = ["für", "zum", "zur", "gegen", "der"];
/// … and what may follow that.
const ARTICLES: [&str; 4] = ["die", "das", "den", "eine"];
/// What stands between the parts of a compound, the most frequent first.
const LINKS: [&str; 6] = ["", "s", "n", "en", "es", "er"];
/// After these, compounds have an s.
const ENDINGS_WITH_S: [&str; 6] = ["ung", "heit", "keit", "schaft", "ion", "tät"];
/// Letters by each other on a German keyboard.
const KEYS: [&str; 3] = ["qwertzuiopü", "asdfghjklöä", "yxcvbnm"];

/// A query that is made from an entry.
#[derive(Debug, PartialEq)]
pub struct Known {
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// What is typed.
    pub text: String,
    /// The entry.
    pub address: String,
}

/// The address of an entry, as in queries.jsonl.
pub fn address(document: &IndexDocument) -> String {
    format!("{}/{}", document.kind.path(), document.slug)
}

/// All that can be made from the entries, ordered by their addresses.
pub fn queries(documents: &[IndexDocument]) -> Vec<Known> {
    let mut documents: Vec<&IndexDocument> = documents.iter().collect();
    documents.sort_by_key(|document| address(document));
    let nouns = nouns(&documents);
    let made = documents.into_iter().flat_map(|document| {
        // By entry: a new one in the sample changes no query of the others.
        let mut random = Random::of(&address(document));
        let german = document.language == Lang::De;
        let typo = with_typo(&document.title, &mut random).map(|text| (TYPO, text));
        let glued = german.then(|| glued(document, &nouns, &mut random)).flatten().map(|text| (GLUED, text));
        let split = german.then(|| split(&document.title, &nouns, &mut random)).flatten().map(|text| (SPLIT, text));
        [typo, glued, split].into_iter().flatten().map(|(kind, text)| Known { kind, text, address: address(document) })
    });
    made.collect()
}

fn with_typo(title: &str, random: &mut Random) -> Option<String> {
    let words = words(title);
    let long = |at: &usize| letters(&words[*at]) >= LETTERS_FOR_TYPO && words[*at].chars().all(char::is_alphabetic);
    let wrong = random.pick((0..words.len()).filter(long))?;
    let mut chosen = BTreeSet::from([wrong]);
    for _ in 0..=random.below(2) {
        let other = random.pick((0..words.len()).filter(|at| letters(&words[*at]) >= LETTERS && !chosen.contains(at)));
        chosen.extend(other);
    }
    let typed = chosen.into_iter().map(|at| if at == wrong { mistyped(&words[at], random) } else { words[at].to_lowercase() });
    Some(typed.collect::<Vec<_>>().join(" "))
}

/// Two letters swapped, one left out, one doubled, or one replaced by its neighbour on the keyboard.
fn mistyped(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.to_lowercase().chars().collect();
    // Not the first one: that is rarely mistyped, and noticed.
    let at = 1 + random.below(letters.len() - 2);
    let letter = letters[at];
    match random.below(4) {
        0 if letter != letters[at + 1] => letters.swap(at, at + 1),
        1 => _ = letters.remove(at),
        2 => letters.insert(at, letter),
        _ => match neighbour(letter, random) {
            Some(other) => letters[at] = other,
            None => letters.insert(at, letter),
        },
    }
    letters.into_iter().collect()
}

fn neighbour(letter: char, random: &mut Random) -> Option<char> {
    let row: Vec<char> = KEYS.into_iter().find(|row| row.contains(letter))?.chars().collect();
    let at = row.iter().position(|key| *key == letter)?;
    random.pick([at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| row.get(at).copied()))
}

/// "Chatbot für die Verwaltung" becomes "verwaltungschatbot".
fn glued(document: &IndexDocument, nouns: &BTreeSet<String>, random: &mut Random) -> Option<String> {
    let (head, part) = phrase(&document.title, nouns).or_else(|| phrase(&document.summary, nouns))?;
    let link = if ENDINGS_WITH_S.iter().any(|ending| part.ends_with(ending)) { "s" } else { "" };
    let compound = format!("{}{link}{}", part.to_lowercase(), head.to_lowercase());
    let others = words(&document.title).into_iter().filter(|word| letters(word) >= LETTERS && *word != head && *word != part);
    Some(match random.pick(others) {
        Some(other) => format!("{compound} {}", other.to_lowercase()),
        None => compound,
    })
}

/// The first two nouns with only [`BETWEEN`] and [`ARTICLES`] between them.
fn phrase(text: &str, nouns: &BTreeSet<String>) -> Option<(String, String)> {
    let short_noun = |word: &String| is_capital(word) && letters(word) <= LETTERS_FOR_GLUE && nouns.contains(&word.to_lowercase());
    sentences(text).find_map(|words| {
        (0..words.len()).find_map(|at| {
            let head = words.get(at).filter(|word| short_noun(word))?;
            words.get(at + 1).filter(|word| BETWEEN.contains(&word.as_str()))?;
            let article = words.get(at + 2).is_some_and(|word| ARTICLES.contains(&word.as_str()));
            let last = at + 2 + usize::from(article);
            // Followed by another capital it is part of a name: "Kurs für Leichte Sprache".
            let part = words.get(last).filter(|word| short_noun(word) && !words.get(last + 1).is_some_and(|next| is_capital(next)))?;
            Some((head.clone(), part.clone()))
        })
    })
}

/// "Hochwasserwarnung der Stadt" becomes "hochwasser warnung stadt".
fn split(title: &str, nouns: &BTreeSet<String>, random: &mut Random) -> Option<String> {
    let words = words(title);
    let (at, parts) = words.iter().enumerate().find_map(|(at, word)| Some((at, parts(&word.to_lowercase(), nouns)?)))?;
    let other = random.pick((0..words.len()).filter(|other| *other != at && letters(&words[*other]) >= LETTERS));
    let mut chosen = vec![(at, parts)];
    chosen.extend(other.map(|other| (other, words[other].to_lowercase())));
    chosen.sort();
    Some(chosen.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(" "))
}

/// Both parts of a compound, where each is known as a noun: of all such pairs the one of the most even length. What links
/// them stays at the first, as people write it: "Redaktions System".
fn parts(word: &str, nouns: &BTreeSet<String>) -> Option<String> {
    let pairs = word.char_indices().filter_map(|(at, _)| {
        let (first, last) = word.split_at(at);
        let known = LINKS.iter().filter_map(|link| first.strip_suffix(link)).any(|first| nouns.contains(first));
        let fits = known && letters(last) >= LETTERS_OF_HEAD && nouns.contains(last);
        fits.then(|| (letters(first).min(letters(last)), format!("{first} {last}")))
    });
    pairs.max().map(|(_, pair)| pair)
}

/// What is written with a capital inside a sentence of German titles and summaries, in lower case: nouns, for the
/// most part.
fn nouns(documents: &[&IndexDocument]) -> BTreeSet<String> {
    let german = documents.iter().filter(|document| document.language == Lang::De);
    let sentences = german.flat_map(|document| sentences(&document.title).chain(sentences(&document.summary)));
    let words = sentences.flat_map(|words| words.into_iter().skip(1));
    words.filter(|word| is_capital(word) && letters(word) >= LETTERS).map(|word| word.to_lowercase()).collect()
}

fn sentences(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.split(['.', '!', '?', ':', ',', '–', '(', ')']).map(words)
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// Like "Wald", not like "BIGEKO" or "xCurator".
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_changes_a_word_a_little() {
        for seed in 0..500 {
            let typed = mistyped("Beratung", &mut Random(seed));
            assert!(typed != "beratung" && typed.starts_with('b') && (7..=9).contains(&letters(&typed)), "{typed}");
        }
    }

    #[test]
    fn nouns_are_glued_as_german_does() {
        let nouns = ["verwaltung", "chatbot", "kurs", "leichte", "sprache", "wald", "wiese"].map(str::to_owned).into();
        let phrase = |text| phrase(text, &nouns).map(|(head, part)| format!("{part} {head}"));
        assert_eq!(phrase("Ein Chatbot für die Verwaltung").unwrap(), "Verwaltung Chatbot");
        assert_eq!(phrase("Kurs für Leichte Sprache, Wald und Wiese"), None);
    }

    #[test]
    fn compounds_are_split_where_both_parts_are_nouns() {
        let nouns = ["hochwasser", "warnung", "verwaltung", "chatbot", "hoch"].map(str::to_owned).into();
        assert_eq!(parts("hochwasserwarnung", &nouns).unwrap(), "hochwasser warnung");
        assert_eq!(parts("verwaltungschatbot", &nouns).unwrap(), "verwaltungs chatbot");
        assert_eq!(parts("chatbot", &nouns), None);
    }
}
