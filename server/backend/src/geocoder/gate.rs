//! The pace: one question a second, and none for a while after one that failed.

use super::Trouble;
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Between two questions.
const PACE: Duration = Duration::from_secs(1);
/// How long a geocoder that failed is left alone: readers do not wait for it one after the other.
const REST: Duration = Duration::from_secs(20);

/// When the next question may be asked.
#[derive(Debug, Default)]
pub(super) struct Gate(Mutex<Option<Instant>>);

impl Gate {
    /// Waits for a turn, if it comes within a second.
    pub(super) async fn pass(&self) -> Result<(), Trouble> {
        let wait = self.take(Instant::now()).ok_or(Trouble::Spared)?;
        tokio::time::sleep(wait).await;
        Ok(())
    }

    /// Nobody passes for a while.
    pub(super) fn rest(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + REST);
    }

    /// How long to wait for the turn that is taken; `None` where it would be too long.
    fn take(&self, now: Instant) -> Option<Duration> {
        let mut next = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = next.filter(|next| *next > now).unwrap_or(now);
        let wait = turn - now;
        (wait <= PACE).then(|| {
            *next = Some(turn + PACE);
            wait
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_pass_within_a_second_and_more_are_sent_away() {
        let (gate, now) = (Gate::default(), Instant::now());
        assert_eq!([gate.take(now), gate.take(now), gate.take(now)], [Some(Duration::ZERO), Some(PACE), None]);
        assert_eq!(gate.take(now + 2 * PACE), Some(Duration::ZERO));
        gate.rest();
        assert_eq!(gate.take(Instant::now() + REST / 2), None);
        assert_eq!(gate.take(Instant::now() + REST), Some(Duration::ZERO));
    }
}
