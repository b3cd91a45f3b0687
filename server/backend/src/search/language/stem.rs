//! Inflection: Snowball stems of folded words, German and English.

use domain::vocabulary::Lang;
use frostem::{Algorithm, Stemmer};

/// The stem of a folded word. English stems carry a mark, so that the stems of two languages never meet in one
/// index by accident ("Raten" and "rated").
#[must_use]
pub fn stem(folded: &str, lang: Lang) -> String {
    match lang {
        Lang::De => Stemmer::new(Algorithm::German).stem(singular(folded)).into_owned(),
        Lang::En => format!("{}/en", Stemmer::new(Algorithm::English).stem(folded)),
    }
}

/// Plurals that Snowball leaves alone: "Kitas", "Videos", "Apps", "Handys".
fn singular(folded: &str) -> &str {
    let plural = folded.len() > 3 && ["as", "os", "ps", "ys"].iter().any(|ending| folded.ends_with(ending));
    if plural { &folded[..folded.len() - 1] } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_share_a_stem_of_their_language() {
        for words in [["beratung", "beratungen"], ["projekt", "projekte"], ["haus", "hauser"], ["kita", "kitas"], ["app", "apps"]] {
            assert_eq!(stem(words[0], Lang::De), stem(words[1], Lang::De), "{words:?}");
        }
        assert_eq!(stem("volunteers", Lang::En), stem("volunteer", Lang::En));
        assert_ne!(stem("rat", Lang::De), stem("rat", Lang::En));
    }
}
