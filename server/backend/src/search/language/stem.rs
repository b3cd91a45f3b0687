//! Inflection: Snowball stems of folded words, German and English.

use super::lexicon::{is_listed, is_noun};
use domain::vocabulary::Lang;
use frostem::{Algorithm, Stemmer};
use std::borrow::Cow;

/// The stem of a folded word. English stems carry a mark, so that the stems of two languages never meet in one
/// index by accident ("Raten" and "rated").
#[must_use]
pub fn stem(folded: &str, lang: Lang) -> String {
    match lang {
        Lang::De => Stemmer::new(Algorithm::German).stem(deed(&singular(folded))).into_owned(),
        Lang::En => format!("{}/en", Stemmer::new(Algorithm::English).stem(folded)),
    }
}

/// Deeds that are not what their verb looks like: "mein", "wahr".
const NO_DEEDS: [&str; 2] = ["mein", "wahr"];
/// What is left of "Sprung" and "Schwung", whatever stands before: no root, it has no vowel.
const NO_ROOTS: [&str; 2] = ["spr", "schw"];

/// A deed as its verb: Snowball takes "-ung" off long words only ("Beratung", "beraten"), and leaves "Prüfung" and "prüfen"
/// apart. Where there is a noun without it, that may mean something else: "Zeit", "Bild", "Schule".
fn deed(folded: &str) -> &str {
    let root = folded.strip_suffix("ungen").or_else(|| folded.strip_suffix("ung"));
    let is_root = |root: &str| root.len() > 3 && !NO_DEEDS.contains(&root) && NO_ROOTS.iter().all(|end| !root.ends_with(end));
    root.filter(|root| is_root(root) && !is_listed(root) && !is_listed(&format!("{root}e"))).unwrap_or(folded)
}

/// What Snowball leaves apart: plurals ("Kitas", "Apps", "Museen"), and the women among people ("Schülerinnen").
fn singular(folded: &str) -> Cow<'_, str> {
    let letters = folded.len();
    if letters > 8
        && let Some(people) = folded.strip_suffix("innen")
    {
        return people.into();
    }
    if letters > 7 && folded.ends_with("erin") {
        return folded[..letters - 2].into();
    }
    let latin = [("een", "eum"), ("tren", "trum"), ("ien", "ium")];
    for (plural, singular) in latin {
        // "Studien" are of "Studie", not of "Studium".
        if let Some(word) = folded.strip_suffix(plural).map(|start| format!("{start}{singular}"))
            && is_noun(&word)
            && !is_noun(&folded[..letters - 1])
        {
            return word.into();
        }
    }
    let plural = letters > 3 && ["as", "os", "ps", "ys"].iter().any(|ending| folded.ends_with(ending));
    if plural { folded[..letters - 1].into() } else { folded.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_share_a_stem_of_their_language() {
        for words in [
            ["beratung", "beratungen"],
            ["projekt", "projekte"],
            ["haus", "hauser"],
            ["kita", "kitas"],
            ["app", "apps"],
            ["museum", "museen"],
            ["schuler", "schulerinnen"],
            ["warnung", "warnen"],
            ["prufungen", "prufen"],
            ["ursprung", "ursprunge"],
            ["aufschwung", "aufschwunge"],
        ] {
            assert_eq!(stem(words[0], Lang::De), stem(words[1], Lang::De), "{words:?}");
        }
        for words in [["zeitung", "zeiten"], ["bildung", "bilder"], ["schulung", "schulen"], ["meinung", "meine"]] {
            assert_ne!(stem(words[0], Lang::De), stem(words[1], Lang::De), "{words:?}");
        }
        assert_eq!(stem("volunteers", Lang::En), stem("volunteer", Lang::En));
        assert_ne!(stem("studium", Lang::De), stem("studien", Lang::De));
        assert_ne!(stem("rat", Lang::De), stem("rat", Lang::En));
    }
}
