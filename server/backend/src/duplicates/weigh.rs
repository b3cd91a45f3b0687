//! How alike two entries are.

use super::Profile;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// From this score on two entries are shown as what may be one. Set on the sample with planted duplicates: see
/// `tests/duplicates.rs`.
pub const THRESHOLD: f32 = 0.5;
/// Nearer than this is the same place, in km.
const SAME_PLACE: f64 = 2.0;

/// How alike two entries are, and in what: each from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
// What an earlier release wrote is read, too.
#[serde(default)]
pub struct Likeness {
    /// All in all.
    pub score: f32,
    /// Their titles.
    pub title: f32,
    /// What they say; of a shorter text, how much of it the longer has.
    pub text: f32,
    /// Names and numbers in it.
    pub names: f32,
    /// A name that both have in the title: 1 where nobody else has it.
    pub name: f32,
    /// A page that both link to: 1 where nobody else does.
    pub link: f32,
    /// Whether they belong to the same organisation.
    pub organisation: bool,
    /// Whether they are at the same place.
    pub place: bool,
}

/// How rare each word, name and link is among all that are compared.
pub(super) struct Weights<'a> {
    all: f32,
    having: FxHashMap<&'a str, usize>,
}

impl<'a> Weights<'a> {
    pub(super) fn of(profiles: &'a [Profile]) -> Self {
        let mut having: FxHashMap<&str, usize> = FxHashMap::default();
        for profile in profiles {
            profile.keys().for_each(|key| *having.entry(key).or_default() += 1);
        }
        Self { all: profiles.len().max(2) as f32, having }
    }

    /// The rarer the heavier: 0 for what all have.
    pub(super) fn of_key(&self, key: &str) -> f32 {
        let having = self.having.get(key).copied().unwrap_or(1).max(1) as f32;
        (self.all / having).ln().max(0.0)
    }

    pub(super) fn weigh(&self, a: &Profile, b: &Profile) -> Likeness {
        let title = self.share(&a.title, &b.title).whole;
        let said = self.share(&a.text, &b.text);
        // A short text that is all in a long one is told twice, too; the shorter it is, the less that says.
        let text = said.whole.max(said.part * (said.least / 60.0).min(1.0) * 0.9);
        let names = self.share(&a.names, &b.names);
        let names = names.part * (names.shared / 20.0).min(1.0);
        let link = self.rarest(&a.links, &b.links);
        let name = self.rarest(&a.title_names, &b.title_names);
        let organisation = a.organisation.is_some() && a.organisation == b.organisation;
        let place = a.point.zip(b.point).is_some_and(|(a, b)| a.distance_km(b) <= SAME_PLACE);
        // In two languages hardly a word is the same: what is said besides words has to tell.
        let is_translated = a.language != b.language;
        let (of_link, of_name, of_place) = if is_translated { (0.45, 0.4, 0.22) } else { (0.3, 0.1, 0.08) };
        let near = if organisation { 0.12 } else { 0.0 } + if place { of_place } else { 0.0 };
        let evidence = [rise(text, 0.25, 0.7), rise(title, 0.45, 0.95) * 0.6, rise(names, 0.3, 0.9) * 0.6, link * of_link, name * of_name];
        let missing: f32 = evidence.iter().map(|it| 1.0 - it).product();
        Likeness { score: ((1.0 - missing) * (1.0 - near) + near).min(1.0), title, text, names, name, link, organisation, place }
    }

    /// What both have and fewest others: 1 where nobody else has it.
    fn rarest(&self, a: &BTreeSet<String>, b: &BTreeSet<String>) -> f32 {
        let others = |key: &String| self.having.get(key.as_str()).map_or(0, |having| having.saturating_sub(2));
        a.intersection(b).map(|key| 1.0 / (1.0 + others(key) as f32)).fold(0.0, f32::max)
    }

    fn share(&self, a: &BTreeSet<String>, b: &BTreeSet<String>) -> Share {
        let weight = |all: &BTreeSet<String>| all.iter().map(|key| self.of_key(key)).sum::<f32>();
        let shared: f32 = a.intersection(b).map(|key| self.of_key(key)).sum();
        let (a, b) = (weight(a), weight(b));
        let (least, sum) = (a.min(b), a + b);
        let of = |whole: f32| if whole > 0.0 { shared / whole } else { 0.0 };
        Share { shared, least, whole: of(sum / 2.0), part: of(least) }
    }
}

/// What two sets share, by weight.
struct Share {
    shared: f32,
    /// The weight of the lighter one.
    least: f32,
    /// Of both together.
    whole: f32,
    /// Of the lighter one.
    part: f32,
}

/// 0 up to `from`, 1 from `to` on.
fn rise(value: f32, from: f32, to: f32) -> f32 {
    ((value - from) / (to - from)).clamp(0.0, 1.0)
}
