//! Spares readers a server that does not answer: after some failures in a row it is asked no more, but for one try
//! every few seconds that no reader waits for.

use super::Trouble;
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Failures in a row after which the server is spared.
const FAILURES: u32 = 3;
/// How long until the next try.
const REST: Duration = Duration::from_secs(5);

/// Whether the server is asked.
#[derive(Debug)]
pub(super) struct Breaker(Mutex<State>);

#[derive(Debug, Clone, Copy)]
enum State {
    /// It is asked.
    Closed { failures: u32 },
    /// It is spared until then. Whoever is told to try it moves that on.
    Open { until: Instant },
}

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Ask.
    Ask,
    /// Do not ask for a reader, but try whether it is back.
    Try,
    /// Do not ask.
    Spare,
}

impl Default for Breaker {
    fn default() -> Self {
        Self(Mutex::new(State::Closed { failures: 0 }))
    }
}

impl Breaker {
    /// What to do now. [`Verdict::Try`] is said to one in [`REST`].
    pub(super) fn verdict(&self, now: Instant) -> Verdict {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match *state {
            State::Closed { .. } => Verdict::Ask,
            State::Open { until } if until <= now => {
                *state = State::Open { until: now + REST };
                Verdict::Try
            }
            State::Open { .. } => Verdict::Spare,
        }
    }

    /// It answered.
    pub(super) fn succeeded(&self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*state, State::Open { .. }) {
            tracing::info!("Meilisearch answers again");
        }
        *state = State::Closed { failures: 0 };
    }

    /// It did not.
    pub(super) fn failed(&self, trouble: &Trouble, now: Instant) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let State::Closed { failures } = *state {
            *state = State::Closed { failures: failures + 1 };
            if failures + 1 >= FAILURES {
                // Once, not for each request.
                tracing::warn!(cause = %trouble, "Meilisearch fails; the embedded engine answers until it is back");
                *state = State::Open { until: now + REST };
            }
        }
    }

    /// Whether it is asked at the moment.
    pub(super) fn is_closed(&self) -> bool {
        matches!(*self.0.lock().unwrap_or_else(PoisonError::into_inner), State::Closed { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fail(breaker: &Breaker, times: u32, now: Instant) {
        (0..times).for_each(|_| breaker.failed(&Trouble::Late(Duration::ZERO), now));
    }

    #[test]
    fn single_failures_change_nothing() {
        let (breaker, now) = (Breaker::default(), Instant::now());
        for _ in 0..10 {
            fail(&breaker, FAILURES - 1, now);
            breaker.succeeded();
        }
        assert_eq!(breaker.verdict(now), Verdict::Ask);
    }

    #[test]
    fn a_server_that_fails_is_tried_by_one_at_a_time() {
        let (breaker, now) = (Breaker::default(), Instant::now());
        fail(&breaker, FAILURES, now);
        assert_eq!(breaker.verdict(now), Verdict::Spare);
        let later = now + REST;
        assert_eq!([breaker.verdict(later), breaker.verdict(later)], [Verdict::Try, Verdict::Spare]);
        fail(&breaker, 1, later);
        assert_eq!(breaker.verdict(later), Verdict::Spare);
        assert_eq!(breaker.verdict(later + REST), Verdict::Try);
        breaker.succeeded();
        assert!(breaker.is_closed() && breaker.verdict(later) == Verdict::Ask);
    }
}
