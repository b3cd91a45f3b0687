//! Query strings of every kind of sense and nonsense, always the same ones for a seed: for trying what breaks.

use domain::{facet::Facet, query};

/// Pieces of texts: words, halves of words, marks that mean something elsewhere, letters of other scripts.
const PIECES: [&str; 40] = [
    "Beratung",
    "sozial",
    "chatbto",
    "KI",
    "für",
    "und",
    "die",
    "Übersetz",
    "uebersetzung",
    "ß",
    "ẞ",
    "ﬁ",
    "*innen",
    ":in",
    "-",
    "\"",
    "'",
    "\\",
    "%",
    "_",
    "(",
    "]",
    "NOT",
    "AND",
    "title_exact:",
    "<script>",
    "&lt;",
    "\u{ad}",
    "\u{301}",
    "\u{0}",
    "\u{202e}",
    "🎈",
    "中文",
    "हिन्दी",
    "50667",
    "0",
    "e",
    "Donaudampfschifffahrtsgesellschaft",
    "aaaaaaaaaaaaaaaaaaaa",
    "wohnungslosenhilfe",
];
const SORTS: [&str; 6] = ["relevance", "newest", "updated", "title", "distance", "best"];
const PLACES: [&str; 6] = ["50667", "Freiburg", "Nirgendwo", "0", "Ä", "München"];
const BOXES: [&str; 6] = ["5.9,50.3,9.5,52.5", "170,-20,-170,20", "-180,-90,180,90", "1,2,3", "9,9,9,9", "NaN,0,1,1"];

/// A source of numbers that is good enough for this, and needs nothing: splitmix64.
pub struct Noise(u64);

impl Noise {
    /// Numbers of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// A query string; about one in three is refused for something in it.
    pub fn query_string(&mut self) -> String {
        let mut pairs: Vec<(String, String)> = vec![];
        if self.below(5) > 0 {
            pairs.push(("q".into(), self.text()));
        }
        for _ in 0..self.below(4) {
            let facet = Facet::ALL[self.below(Facet::ALL.len())];
            pairs.push((facet.id().into(), self.value(facet)));
        }
        for (name, values) in [("sort", &SORTS), ("near", &PLACES), ("bbox", &BOXES)] {
            if self.below(6) == 0 {
                pairs.push((name.into(), self.one(values).into()));
            }
        }
        for (name, end) in [("page", 12_000), ("per_page", 110), ("km", 1_100)] {
            if self.below(8) == 0 {
                pairs.push((name.into(), self.below(end).to_string()));
            }
        }
        query::write(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(9) {
            let piece = self.one(&PIECES);
            let whole = self.below(3) > 0;
            let letters = piece.chars().count();
            text.extend(piece.chars().take(if whole { letters } else { self.below(letters + 1) }));
            text.push_str(self.one(&[" ", " ", "", "-"]));
        }
        text
    }

    fn value(&mut self, facet: Facet) -> String {
        match facet.choices() {
            Some(choices) if self.below(12) > 0 => choices[self.below(choices.len())].id.to_owned(),
            Some(_) => self.one(&PIECES).to_owned(),
            None => self.one(&["giant", "deutscher-caritasverband", "nobody", "' OR 1=1"]).to_owned(),
        }
    }
}
