//! Whether a text asks for advice, as people of organisations do: "Wie fangen wir an?", "Unser Bot erfindet Dinge".

use crate::search::language::Word;

/// Who begins so asks how something is done, or whether.
const ASKING: &[&str] = &[
    "brauche", "brauchen", "braucht", "can", "could", "darf", "durfen", "do", "does", "how", "ist", "kann", "konnen", "lohnt", "muss",
    "mussen", "should", "soll", "sollen", "sollte", "sollten", "wann", "warum", "was", "weshalb", "what", "when", "why", "wie", "wieso",
    "wodurch", "woher", "womit", "woran", "worauf", "wozu",
];
/// Who begins so wants somebody or something.
const LOOKING: &[&str] = &["gibt", "welche", "welcher", "welches", "wem", "wen", "wer", "where", "which", "who", "whom", "wo"];
/// Who speaks of themselves tells what they need. Without "us" and "my", which stand in names: US, Be My Eyes.
const OURSELVES: &[&str] = &[
    "ich", "mein", "meine", "meinem", "meinen", "meiner", "mich", "mir", "our", "ours", "uns", "unser", "unsere", "unserem", "unseren",
    "unserer", "unseres", "we", "wir",
];

/// Whether these words of a text ask for advice.
pub(super) fn asks(words: &[Word]) -> bool {
    let is = |word: &Word, of: &[&str]| of.contains(&word.folded.as_str());
    let Some(first) = words.first().filter(|first| words.len() > 1 && !is(first, LOOKING)) else { return false };
    is(first, ASKING) || words.iter().any(|word| is(word, OURSELVES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::language::words;

    #[test]
    fn advice_is_told_from_names_and_searches() {
        for text in [
            "Wie fangen wir an?",
            "was tun gegen Einsamkeit",
            "Unser Bot erfindet Dinge",
            "Can volunteers use AI?",
            "Müssen Vereine zahlen",
        ] {
            assert!(asks(&words(text)), "{text}");
        }
        for text in [
            "",
            "wie",
            "KI für Pflege",
            "Wer hat Erfahrung mit uns",
            "Gibt es einen Chatbot für Schulen",
            "Which tools do we use",
            "Be My Eyes",
        ] {
            assert!(!asks(&words(text)), "{text}");
        }
    }
}
