//! Names of places: "Heidenheim" is no home, and "Brandenburg" is neither on fire nor a castle.

use super::{fold, lexicon::is_noun};
use crate::gazetteer::Gazetteer;
use domain::{region, vocabulary::Lang};
use fst::Set;
use std::{collections::BTreeSet, sync::LazyLock};

/// One-word names of places, folded. Words of other meanings are left out: there is a village called Altenheim.
static NAMES: LazyLock<Option<Set<Vec<u8>>>> = LazyLock::new(|| {
    let regions = region::CHOICES.iter().map(|region| region.label(Lang::De));
    let names: BTreeSet<String> = Gazetteer::built_in().names().chain(regions).filter(|name| is_one_word(name)).map(fold).collect();
    Set::from_iter(names.into_iter().filter(|name| !is_noun(name))).ok()
});

/// Whether a folded word is the name of a place, or comes from one ("Heidenheimer").
pub(super) fn is_place(folded: &str) -> bool {
    let is_name = |word: &str| NAMES.as_ref().is_some_and(|names| names.contains(word));
    is_name(folded) || (folded.strip_suffix("er").is_some_and(is_name) && !is_noun(folded))
}

fn is_one_word(name: &str) -> bool {
    name.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_comes_from_them_are_told_from_other_words() {
        for place in ["heidenheim", "brandenburg", "freiburg", "dusseldorf", "heidenheimer", "niedersachsen"] {
            assert!(is_place(place), "{place}");
        }
        for word in ["altenheim", "rathaus", "beratung", "sozialberatung", "berater", ""] {
            assert!(!is_place(word), "{word}");
        }
    }
}
