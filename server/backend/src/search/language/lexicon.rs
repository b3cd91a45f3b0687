//! German nouns: what parts of compounds may be. 180,000 of them, from Wikidata's lexemes (`data/NOTICE.md`).

use fst::Set;
use std::sync::LazyLock;

/// Made by `examples/pack_nouns.rs`.
static NOUNS: LazyLock<Option<Set<&[u8]>>> = LazyLock::new(|| Set::new(&include_bytes!("../../../data/nouns.fst")[..]).ok());

/// Words that form compounds and are in no list of nouns: stems of adjectives and verbs, and new nouns of the field.
const FURTHER: &[&str] = &[
    "alt",
    "barriere",
    "blind",
    "digital",
    "doppel",
    "ehrenamt",
    "einzel",
    "erst",
    "extern",
    "fahr",
    "fern",
    "forder",
    "frei",
    "ganz",
    "gefluchteten",
    "gehor",
    "gemein",
    "gesamt",
    "global",
    "gross",
    "grun",
    "halb",
    "haupt",
    "heiz",
    "hoch",
    "hybrid",
    "impf",
    "intern",
    "jugend",
    "jung",
    "klein",
    "kommunal",
    "kultur",
    "lehr",
    "leicht",
    "lern",
    "lese",
    "lokal",
    "medizin",
    "melde",
    "mess",
    "mikro",
    "multi",
    "neu",
    "obdachlosen",
    "offen",
    "online",
    "open",
    "pflege",
    "privat",
    "regional",
    "rot",
    "schnell",
    "schreib",
    "schul",
    "selbst",
    "smart",
    "sonder",
    "sozial",
    "spar",
    "spezial",
    "spiel",
    "sprach",
    "such",
    "taub",
    "tief",
    "trink",
    "universal",
    "warn",
    "welt",
    "wohn",
    "wohnungslosen",
    "zivil",
];

/// Whether a folded word is known as a part of compounds.
pub(super) fn is_noun(folded: &str) -> bool {
    FURTHER.contains(&folded) || is_listed(folded)
}

/// Whether a folded word is in the list of nouns.
pub(super) fn is_listed(folded: &str) -> bool {
    NOUNS.as_ref().is_some_and(|nouns| nouns.contains(folded))
}

/// Whether a folded word is a German noun, inflected or not.
#[must_use]
pub fn is_word(folded: &str) -> bool {
    let inflected = || ENDINGS.iter().filter_map(|ending| folded.strip_suffix(ending)).any(|word| word.len() >= LETTERS && is_noun(word));
    is_noun(folded) || inflected()
}

/// Endings of inflected nouns.
const ENDINGS: [&str; 6] = ["en", "n", "s", "e", "er", "es"];
/// Letters of a noun that endings are left off of, or that is part of a compound, at least.
pub(super) const LETTERS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_known_in_their_folded_form() {
        for noun in ["beratung", "chatbot", "hochwasser", "gebarde", "strasse"] {
            assert!(is_noun(noun), "{noun}");
        }
        assert!(!is_noun("Beratung") && !is_noun("beratugn"));
        assert!(is_word("bienen") && is_word("beratungen") && !is_word("beratugn") && !is_word("chatbto"));
    }
}
