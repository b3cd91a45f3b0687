use super::*;
use crate::search::language::{
    Synonyms,
    reading::{Resembling, Vocabulary, read},
};

/// An index that holds these words.
struct Words<'a>(&'a [&'a str]);

impl Vocabulary for Words<'_> {
    fn count(&self, form: &Form) -> u64 {
        let is_met = |text: &&&str| words(text).into_iter().any(|word| Found::new(word, Lang::De).meets(form));
        self.0.iter().filter(is_met).count() as u64 * 10
    }

    fn resembling(&self, folded: &str, typos: u8, start: bool) -> Vec<Resembling> {
        let distance = |word: &str| crate::search::language::distance(folded, word) as u8;
        let all = self.0.iter().flat_map(|text| words(text)).map(|word| word.folded).filter(|_| !start);
        all.filter(|word| distance(word) <= typos).map(|word| Resembling { typos: distance(&word), entries: 1, folded: word }).collect()
    }

    fn count_spelled(&self, spelled: &str) -> u64 {
        self.0.iter().flat_map(|text| words(text)).filter(|word| word.spelled == spelled).count() as u64
    }
}

/// How a text is read where there are these words.
pub(super) fn reading(query: &str, there: &[&str]) -> Reading {
    read(query, &Synonyms::new([["KI", "Künstliche Intelligenz"]]), &Words(there))
}

fn marked<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
    highlight(text, &reading(query, &[text]), Lang::De).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn words_are_marked_however_they_are_spelled_and_inflected() {
    assert_eq!(marked("Die Übersetzung „für alle“", "uebersetzung"), ["Übersetzung"]);
    assert_eq!(marked("Viele Beratungen, eine BERATUNG", "beratung"), ["Beratungen", "BERATUNG"]);
    assert_eq!(marked("Mitarbeiter*innen und Be\u{ad}ratung", "Mitarbeiterinnen"), ["Mitarbeiter*innen"]);
    let english = highlight("Our volunteers run", &reading("volunteer running now", &["volunteers run"]), Lang::En);
    assert_eq!(english.len(), 2);
}

#[test]
fn compounds_and_synonyms_are_marked() {
    assert_eq!(marked("Die Sozialberatung der Caritas", "Beratung"), ["Sozialberatung"]);
    assert_eq!(marked("Sozial ist die Beratung, die soziale Beratung", "Sozialberatung"), ["Sozial", "Beratung", "soziale", "Beratung"]);
    let marks = |query, there, text| highlight(text, &reading(query, there), Lang::De).len();
    let apart = &["Chatbot", "Beratung"];
    assert_eq!(marks("Beratungschatbot", apart, "Ein Chatbot hilft"), 1, "it is nowhere as a whole");
    assert_eq!(marks("Datenschutz", &["Datenschutz"], "Verbraucherschutz"), 0, "it is somewhere as a whole");
    assert_eq!(marked("Mit künstlicher Intelligenz", "KI"), ["künstlicher", "Intelligenz"]);
    assert_eq!(marked("Die Intelligenz der Bienen", "KI"), Vec::<&str>::new());
}

#[test]
fn only_the_last_word_stands_for_longer_ones() {
    assert_eq!(marked("Spracherkennung im Chatbot", "sprac chatbo"), ["Chatbot"]);
    assert_eq!(marked("abc", "a"), Vec::<&str>::new());
    assert_eq!(marked("Kinder und KI", "KI"), ["KI"]);
}

#[test]
fn mistakes_are_marked_only_where_nothing_better_is() {
    assert_eq!(marked("Unsere Chatbots, ein Chatbot", "chatbto"), ["Chatbots", "Chatbot"]);
    assert_eq!(marked("leiten und leisten", "leiten"), ["leiten"]);
    assert_eq!(marked("Ein Haus", "maus"), Vec::<&str>::new());
    assert_eq!(marked("50668 Köln", "50667"), Vec::<&str>::new());
}

#[test]
fn queries_without_words_mark_nothing() {
    for query in ["", "\"()", "🎉", ":*"] {
        assert_eq!(marked("Text mit *Sternen*", query), Vec::<&str>::new());
    }
}

#[test]
fn glue_counts_only_where_there_is_nothing_else() {
    assert_eq!(marked("Die Beratung für die Stadt", "die Beratung für"), ["Beratung"]);
    assert_eq!(marked("Wer hilft uns", "uns"), ["uns"]);
}

#[test]
fn what_is_put_right_is_said() {
    assert_eq!(reading("Der chatbto für Übersetznug", &["Chatbot Übersetzung"]).corrected.unwrap().text, "Der chatbot für Übersetzung");
    assert_eq!(reading("Chatbot", &["Chatbot"]).corrected, None);
}
