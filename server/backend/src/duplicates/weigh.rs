//! How alike two entries are.

use super::Profile;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// From this score on two entries are shown as what may be one. Set on the sample with planted duplicates: see
/// `tests/duplicates.rs`.
pub const THRESHOLD: f32 = 0.5;
/// Nearer than this is the same place, in km.
const SAME_PLACE: f64 = 2.0;

/// How alike two entries are, and in what: each from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Likeness {
    /// All in all.
    pub score: f32,
    /// Their titles.
    pub title: f32,
    /// What they say; of a shorter text, how much of it the longer has.
    pub text: f32,
    /// Names and numbers in it.
    pub names: f32,
    /// Whether they link to the same page that hardly anybody else links to.
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
        let link =
            a.links.intersection(&b.links).map(|link| 1.0 / self.having.get(link.as_str()).map_or(1.0, |n| (*n as f32 - 1.0).max(1.0)));
        let link = link.fold(0.0, f32::max);
        let organisation = a.organisation.is_some() && a.organisation == b.organisation;
        let place = a.point.zip(b.point).is_some_and(|(a, b)| a.distance_km(b) <= SAME_PLACE);
        let near = f32::from(u8::from(organisation)) * 0.12 + f32::from(u8::from(place)) * 0.08;
        let evidence = [rise(text, 0.25, 0.7), rise(title, 0.45, 0.95) * 0.6, rise(names, 0.3, 0.9) * 0.6, link * 0.35];
        let missing: f32 = evidence.iter().map(|it| 1.0 - it).product();
        Likeness { score: ((1.0 - missing) * (1.0 - near) + near).min(1.0), title, text, names, link, organisation, place }
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
