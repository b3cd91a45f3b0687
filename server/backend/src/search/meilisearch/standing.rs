//! How far Meilisearch is, as far as this process knows.

use super::state::State;
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How long it may lag behind the feed and still answer. Between two looks of a busy indexer it is a second; after an
/// outage, or while it takes nothing in, the embedded engine's answers are newer.
const LAG: Duration = Duration::from_secs(10);

/// What is known; nothing at first.
#[derive(Debug, Default)]
pub(super) struct Standing(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// The state of its index; none where that is not there or not looked at yet.
    state: Option<State>,
    /// Since when it is known to lag behind.
    behind: Option<Instant>,
}

impl Standing {
    /// How far the feed is applied.
    pub(super) fn mark(&self) -> Option<i64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).state.as_ref().map(|state| state.mark)
    }

    /// The state of its index.
    pub(super) fn state(&self) -> Option<State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).state.clone()
    }

    /// Says what state its index is in.
    pub(super) fn set(&self, state: Option<State>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).state = state;
    }

    /// Whether it may answer for the feed as far as `wanted`. To be asked by those who search and by those who follow
    /// the feed, so that a lag is noticed when it begins.
    pub(super) fn is_in_step(&self, wanted: i64, now: Instant) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match known.state.as_ref().map(|state| state.mark) {
            None => false,
            Some(mark) if mark >= wanted => {
                known.behind = None;
                true
            }
            Some(_) => now.duration_since(*known.behind.get_or_insert(now)) < LAG,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_lag_is_borne_and_a_long_one_is_not() {
        let (standing, now) = (Standing::default(), Instant::now());
        let set = |mark| standing.set(Some(State { mark, version: String::new(), build: uuid::Uuid::nil(), compared: None }));
        assert!(!standing.is_in_step(0, now));
        set(5);
        assert!(standing.is_in_step(5, now) && standing.is_in_step(6, now));
        assert!(!standing.is_in_step(6, now + LAG) && !standing.is_in_step(7, now + LAG));
        set(7);
        assert!(standing.is_in_step(7, now + LAG) && standing.is_in_step(8, now + LAG));
    }
}
