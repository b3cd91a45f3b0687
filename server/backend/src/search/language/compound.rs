//! Compounds: the words that a German word is made of. "Sozialberatungsstelle" is found by "Beratung".

use super::{
    lexicon::{LETTERS, is_noun, is_word},
    places::is_place,
};
use std::{collections::HashMap, ops::RangeInclusive};

/// Shorter words are not taken apart, nor longer ones: nobody wrote those.
const WHOLE: RangeInclusive<usize> = 7..=60;
const SHORTEST: usize = 3;
/// Short parts. Other nouns of three letters ("Ana", "Dia") are in words that they are no part of.
const SHORT: &[&str] = &[
    "alt", "amt", "app", "arm", "bad", "bau", "bio", "bot", "bus", "eis", "ehe", "erz", "gas", "hof", "job", "neu", "not", "oko", "ort",
    "ost", "rad", "rat", "rot", "see", "sud", "tag", "tal", "ton", "tor", "tur", "web", "zug",
];
/// What each part takes away from a way to take a word apart: the coarsest is the best.
const PART_COST: f32 = 2.2;
/// Parts of one word at most.
const DEPTH: usize = 4;
/// What stands between parts.
const LINKS: [&str; 8] = ["", "s", "es", "n", "en", "er", "e", "ens"];

/// Endings that are also nouns, or look like the end of one.
const NEVER_LAST: &[&str] = &[
    "arien",
    "ation",
    "chen",
    "amen",
    "ding",
    "ellen",
    "ende",
    "enden",
    "enten",
    "formation",
    "haft",
    "hafte",
    "haften",
    "heit",
    "ieren",
    "ierung",
    "igen",
    "immen",
    "innen",
    "isch",
    "ische",
    "ischen",
    "ischer",
    "isches",
    "ismus",
    "keit",
    "kratie",
    "lein",
    "lende",
    "lern",
    "lichen",
    "ling",
    "loge",
    "logen",
    "lose",
    "losen",
    "loser",
    "lyse",
    "lysen",
    "mente",
    "menten",
    "prise",
    "rage",
    "raucher",
    "reich",
    "reiche",
    "reichen",
    "ries",
    "rinnen",
    "rung",
    "rungen",
    "same",
    "samen",
    "samer",
    "sames",
    "samt",
    "schaft",
    "schaften",
    "sche",
    "schen",
    "scher",
    "stent",
    "stenten",
    "ster",
    "sters",
    "tand",
    "tern",
    "tete",
    "teten",
    "tion",
    "trakt",
    "ungen",
    "ziger",
];

/// Prefixes, and fragments that happen to be nouns.
const NEVER_FIRST: &[&str] = &[
    "ab", "abge", "alle", "aller", "an", "ante", "auch", "auf", "aus", "beg", "bege", "bei", "bera", "beru", "bis", "da", "dar", "das",
    "demo", "der", "die", "dies", "durch", "ein", "eins", "emp", "ent", "er", "erb", "forde", "fort", "ge", "gegen", "geb", "gen", "ges",
    "her", "hin", "hint", "hinter", "ins", "inter", "kon", "leb", "los", "miss", "mit", "mitte", "mono", "nach", "neben", "nie", "ohne",
    "orga", "para", "pro", "stand", "uber", "um", "un", "unge", "uni", "unte", "unter", "ur", "ver", "verb", "vor", "weg", "wer", "wider",
    "wie", "wir", "wo", "zer", "zu", "zwischen",
];

/// Compounds that are no longer about their parts: a university is no school.
const NEVER_SPLIT: &[&str] =
    &["hochschule", "hochschulen", "gemeinsame", "gemeinsamen", "genossenschaft", "jahrhundert", "selbstverstandlich"];

/// The parts of a folded word from left to right, the coarsest there are; empty where it is none that is known.
#[must_use]
pub fn split(folded: &str) -> Vec<&str> {
    if !WHOLE.contains(&folded.len()) || NEVER_SPLIT.contains(&folded) || !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return vec![];
    }
    let parts = Splitter::default().best(folded, 0).map(|(_, parts)| parts).filter(|parts| parts.len() > 1 && !is_place(folded));
    parts.unwrap_or_default()
}

/// Everything inside a compound that it can be found by: its smallest parts, and what neighbours among them make.
#[must_use]
pub fn parts(folded: &str) -> Vec<&str> {
    let smallest = smallest(folded);
    let mut places = Vec::with_capacity(smallest.len());
    let mut from = 0;
    for part in smallest {
        let Some(at) = folded[from..].find(part) else { return vec![] };
        places.push((from + at, from + at + part.len()));
        from += at + part.len();
    }
    let runs = (0..places.len()).flat_map(|one| (one..places.len()).map(move |other| (one, other)));
    let inner = runs.filter(|(one, other)| other - one + 1 < places.len());
    inner.map(|(one, other)| &folded[places[one].0..places[other].1]).collect()
}

fn smallest(folded: &str) -> Vec<&str> {
    let smaller = |part| Some(smallest(part)).filter(|parts| !parts.is_empty()).unwrap_or_else(|| vec![part]);
    split(folded).into_iter().flat_map(smaller).collect()
}

/// A way to take a word apart, and what it is worth.
type Way<'a> = Option<(f32, Vec<&'a str>)>;

/// Takes one word apart. Each rest of it is looked at once, however many ways lead there.
#[derive(Default)]
struct Splitter<'a> {
    known: HashMap<(usize, usize), Way<'a>>,
}

impl<'a> Splitter<'a> {
    /// The best way to take the rest of a word apart: few parts rather than many, and rather of like length.
    fn best(&mut self, rest: &'a str, depth: usize) -> Way<'a> {
        let place = (rest.len(), depth);
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let best = self.find(rest, depth);
        self.known.insert(place, best.clone());
        best
    }

    fn find(&mut self, rest: &'a str, depth: usize) -> Way<'a> {
        let mut best = (depth > 0).then(|| last(rest)).flatten().map(|worth| (worth, vec![rest]));
        if depth == DEPTH {
            return best;
        }
        for end in SHORTEST..rest.len().saturating_sub(SHORTEST - 1) {
            let (part, behind) = rest.split_at(end);
            let Some(is_whole) = first(part) else { continue };
            for link in LINKS {
                // "Sprach-" for "Sprache": a part without its e takes no link. Nor does a short one.
                if !link.is_empty() && (!is_whole || end < LETTERS) {
                    continue;
                }
                let Some(next) = behind.strip_prefix(link).filter(|next| !next.is_empty()) else { continue };
                let Some((worth, parts)) = self.best(next, depth + 1) else { continue };
                let worth = worth + length(part) - PART_COST - 0.05 * link.len() as f32;
                if best.as_ref().is_none_or(|(other, _)| worth >= *other) {
                    best = Some((worth, [vec![part], parts].concat()));
                }
            }
        }
        best
    }
}

/// Whether a part can be one that others follow, and if so whether it is a whole word.
fn first(part: &str) -> Option<bool> {
    if NEVER_FIRST.contains(&part) || (part.len() < LETTERS && !SHORT.contains(&part)) {
        return None;
    }
    if is_noun(part) { Some(true) } else { (part.len() >= LETTERS && is_noun(&format!("{part}e"))).then_some(false) }
}

/// What a last part is worth, if it can be one.
fn last(part: &str) -> Option<f32> {
    if NEVER_LAST.contains(&part) || (part.len() < LETTERS && !SHORT.contains(&part)) {
        return None;
    }
    if is_noun(part) { Some(length(part)) } else { is_word(part).then(|| length(part) - 0.1) }
}

fn length(part: &str) -> f32 {
    (part.len() as f32).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_taken_apart_with_their_links() {
        for (word, expected) in [
            ("sozialberatung", &["sozial", "beratung"][..]),
            ("schuldnerberatungen", &["schuldner", "beratungen"]),
            ("beratungschatbot", &["beratung", "chatbot"]),
            ("spracherkennung", &["sprach", "erkennung"]),
            ("wohnungslosenhilfe", &["wohnungslosen", "hilfe"]),
            ("hochwasser", &["hoch", "wasser"]),
            ("datenschutz", &["daten", "schutz"]),
            ("waldbrand", &["wald", "brand"]),
            ("burgerforschung", &["burger", "forschung"]),
            ("arbeitsmarktforschung", &["arbeitsmarkt", "forschung"]),
            ("jugendamt", &["jugend", "amt"]),
        ] {
            assert_eq!(split(word), expected, "{word}");
        }
        assert_eq!(parts("sozialberatungsstelle"), ["sozial", "sozialberatung", "beratung", "beratungsstelle", "stelle"]);
    }

    #[test]
    fn words_that_only_look_like_compounds_stay_whole() {
        for word in [
            "beratung",
            "verwaltung",
            "gesellschaft",
            "digitalisierung",
            "einsamkeit",
            "unterstutzung",
            "organisation",
            "anwendungen",
            "analyse",
            "dialoge",
            "gefluchtete",
            "dokumente",
            "assistenten",
            "diakonische",
            "heidenheim",
            "heidenheimer",
            "brandenburg",
            "freiburg",
        ] {
            assert_eq!(split(word), Vec::<&str>::new(), "{word}");
        }
        assert_eq!(split(""), Vec::<&str>::new());
        assert_eq!(split(&"a".repeat(500)), Vec::<&str>::new());
    }
}
