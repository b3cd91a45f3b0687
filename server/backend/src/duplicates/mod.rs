//! Entries that may be the same thing, told twice: over the whole directory, by what they are called, what they say, whom
//! they name, what they link to, whose they are and where.
//!
//! Pure computing over [`Profile`]s. First those that share rare words are brought together, then each such pair is
//! weighed. Nothing is decided here: moderators are shown what may be one.

mod profile;
mod weigh;

pub use profile::Profile;
pub use weigh::{Likeness, THRESHOLD};

use domain::id::EntryId;
use rustc_hash::FxHashMap;
use weigh::Weights;

/// Entries that share their rarest words with one are weighed against it; no more of them than this.
const CANDIDATES: usize = 25;
/// Words that more entries have bring nobody together.
const COMMON: usize = 200;

/// Two entries that may be the same, likeliest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The one with the smaller id.
    pub a: EntryId,
    /// The other.
    pub b: EntryId,
    /// Why.
    pub likeness: Likeness,
}

/// All pairs of one kind that may be the same. About linear in their number: each is compared with a few dozen others.
#[must_use]
pub fn find(profiles: &[Profile]) -> Vec<Pair> {
    let weights = Weights::of(profiles);
    let mut having: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (nth, profile) in profiles.iter().enumerate() {
        profile.keys().for_each(|key| having.entry(key).or_default().push(nth));
    }
    having.retain(|_, those| (2..=COMMON).contains(&those.len()));
    let mut pairs = vec![];
    for (nth, profile) in profiles.iter().enumerate() {
        for other in candidates(nth, profile, &having, &weights) {
            let likeness = weights.weigh(profile, &profiles[other]);
            if likeness.score >= THRESHOLD {
                let (a, b) = (profile.id.min(profiles[other].id), profile.id.max(profiles[other].id));
                pairs.push(Pair { a, b, likeness });
            }
        }
    }
    pairs.sort_by(|one, two| two.likeness.score.total_cmp(&one.likeness.score).then_with(|| (one.a, one.b).cmp(&(two.a, two.b))));
    // Each of two may have found the other.
    pairs.dedup_by_key(|pair| (pair.a, pair.b));
    pairs
}

/// Those that share most with one, by the weight of what they share.
fn candidates(nth: usize, profile: &Profile, having: &FxHashMap<&str, Vec<usize>>, weights: &Weights<'_>) -> Vec<usize> {
    let mut shared: FxHashMap<usize, f32> = FxHashMap::default();
    for key in profile.keys() {
        for other in having.get(key).into_iter().flatten().filter(|other| **other != nth) {
            *shared.entry(*other).or_default() += weights.of_key(key);
        }
    }
    let mut all: Vec<(usize, f32)> = shared.into_iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.into_iter().take(CANDIDATES).map(|(other, _)| other).collect()
}
