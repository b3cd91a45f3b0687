//! Comparing the indexes with the database at night.

use super::{Indexer, Lease, indexer::Progress};
use crate::{failure::Result, search::Comparison};
use domain::time::{HOUR, Timestamp, ZONE};
use std::{ops::Range, time::Duration};
use tokio::time::sleep;

/// How often to look whether it is time, and how long to wait after a failure.
const LOOK: Duration = Duration::from_secs(600);
/// When hardly anybody is there, in the local time of those who are.
const NIGHT: Range<i8> = 2..5;
/// One process at a time compares what several keep together.
const COMPARING: &str = "meilisearch comparison";

impl Indexer {
    /// Compares each index once a day, for as long as the process runs. Nothing else waits for it.
    pub(super) async fn compare_nightly(&self) {
        let started = self.now();
        loop {
            sleep(LOOK).await;
            if is_due(self.search().embedded().compared().map(|last| last.at), started, self.now()) {
                tell("embedded", self.compare(&mut |_, _| ()).await.map(Some));
            }
            if let Some(mirror) = self.mirror()
                && is_due(mirror.engine().compared().map(|last| last.at), started, self.now())
            {
                tell("Meilisearch", self.compare_alone(&mut |_, _| ()).await);
            }
        }
    }

    async fn compare_alone(&self, progress: Progress<'_>) -> Result<Option<Comparison>> {
        let Some(mirror) = self.mirror() else { return Ok(None) };
        let source = mirror.source();
        let Some(lease) = Lease::take(&source.db, &source.clock, COMPARING).await? else { return Ok(None) };
        let compared = lease.during(mirror.compare(progress)).await;
        lease.free().await?;
        compared.map(Some)
    }
}

/// At night, once a day; by day only after a missed night, and for what was never done once the server has run for an hour.
pub(crate) fn is_due(last: Option<Timestamp>, started: Timestamp, now: Timestamp) -> bool {
    let zoned = jiff::Timestamp::from_microsecond(now.0).and_then(|at| at.in_tz(ZONE));
    let is_night = zoned.is_ok_and(|zoned| NIGHT.contains(&zoned.hour()));
    let hours_since = |at: Timestamp| (now.0 - at.0) / HOUR;
    match last {
        None => is_night || hours_since(started) >= 1,
        Some(last) => hours_since(last) >= if is_night { 20 } else { 36 },
    }
}

fn tell(engine: &str, compared: Result<Option<Comparison>>) {
    match compared {
        Ok(Some(found)) if found.differed() > 0 => {
            let Comparison { compared, missing, stale, surplus, .. } = found;
            tracing::warn!(engine, compared, missing, stale, surplus, "the search index differed from the database; it was put right");
        }
        Ok(Some(found)) => tracing::info!(engine, compared = found.compared, "the search index is as the database says"),
        Ok(None) => {}
        Err(failure) => tracing::warn!(engine, cause = %failure, "the search index could not be compared with the database"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    fn due(last: Option<&str>, now: &str) -> bool {
        is_due(last.map(at), at("2026-11-01T11:00:00Z"), at(now))
    }

    #[test]
    fn it_is_due_once_a_night_and_after_a_missed_one() {
        assert!(due(Some("2026-11-01T02:10:00Z"), "2026-11-02T01:05:00Z"), "two o'clock in Berlin");
        assert!(!due(Some("2026-11-02T01:05:00Z"), "2026-11-02T03:50:00Z"), "the same night");
        assert!(!due(Some("2026-11-01T02:00:00Z"), "2026-11-02T00:50:00Z"), "before the night");
        assert!(!due(Some("2026-11-02T01:05:00Z"), "2026-11-03T00:55:00Z"));
        assert!(!due(Some("2026-11-01T02:00:00Z"), "2026-11-02T13:00:00Z"));
        assert!(due(Some("2026-11-01T02:00:00Z"), "2026-11-02T14:30:00Z"), "the server was down at night");
    }

    #[test]
    fn what_was_never_compared_is_soon() {
        assert!(!due(None, "2026-11-01T11:30:00Z") && due(None, "2026-11-01T12:00:00Z") && due(None, "2026-11-02T01:30:00Z"));
    }
}
