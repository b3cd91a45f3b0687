//! Words as Meilisearch is given them: in documents and in what is looked for, always the same.
//!
//! A word of an entry stands there as it is folded, and again by its key: its stem, and the stems of its parts if it is
//! a compound. Meilisearch then finds the same as the embedded engine, whose reading of a text is sent to it.

use crate::search::language::{compound, stem};
use domain::vocabulary::Lang;

/// What ends keys of English stems, so that those of two languages do not meet. No sign: those part words.
const ENGLISH: &str = "1";

/// The key of a stem.
pub(super) fn key(stem: &str) -> String {
    stem.strip_suffix("/en").map_or_else(|| stem.to_owned(), |stem| format!("{stem}{ENGLISH}"))
}

/// The keys that a folded word is found by besides itself.
pub(super) fn keys(folded: &str, langs: &[Lang]) -> Vec<String> {
    let mut keys: Vec<String> = langs.iter().map(|lang| key(&stem(folded, *lang))).collect();
    if langs.contains(&Lang::De) {
        keys.extend(compound::parts(folded).into_iter().map(|part| key(&stem(part, Lang::De))));
    }
    keys.retain(|key| key != folded);
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_stem_and_its_parts() {
        assert_eq!(keys("beratungen", &[Lang::De]), ["berat"]);
        assert_eq!(keys("haus", &[Lang::De]), Vec::<String>::new());
        assert_eq!(keys("sozialberatung", &[Lang::De]), ["sozialberat", "sozial", "berat"]);
        assert_eq!(keys("volunteers", &[Lang::En]), ["volunt1"]);
    }
}
