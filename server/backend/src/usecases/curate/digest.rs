//! Telling moderators by mail that something waits: once a day at most.
//!
//! Who was told when stands in the row of the account, and is changed in the unit of work that posts the mail: so it is one
//! mail, however many processes look and however often they begin anew. A lease would only say who looks.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReadersWait},
    storage::{Tx, claims, digests, queue, reports, suggestions, trusts},
    usecases::{moderate::count_missing, readers},
};
use domain::{
    account::Actor,
    time::{DAY, Timestamp, ZONE},
};
use std::time::Duration;

/// How often is looked.
const PAUSE: Duration = Duration::from_secs(600);
/// From this hour on, in Berlin; and before the other.
const MORNING: i8 = 7;
const EVENING: i8 = 20;

/// Chooses whether one is told.
///
/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn set_digest(backend: &Backend, actor: &Actor, wants: bool) -> Result<()> {
    let account = may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    digests::set(&mut tx, account, wants).await?;
    Ok(tx.commit().await?)
}

/// Posts what is due. Gives how many were posted.
///
/// # Errors
/// When the database fails.
pub async fn send_digests(backend: &Backend) -> Result<usize> {
    let now = backend.clock.now();
    let Some(hour) = hour(now) else { return Ok(0) };
    let mut tx = backend.db.read().await?;
    let due = digests::due(&mut tx, hour).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let (waiting, checks, claims) =
        (queue::count_all(&mut tx).await?, trusts::count_waiting(&mut tx).await?, claims::count_open(&mut tx).await?);
    let days = days(now, queue::oldest(&mut tx).await?);
    let readers = readers_wait(&mut tx, now).await?;
    drop(tx);
    if waiting + checks + claims + readers.reports + readers.suggestions == 0 {
        return Ok(0);
    }
    let letter = Letter::Waiting { waiting, days, checks, claims, readers, link: "/moderation".into() };
    let mut posted = 0;
    for (account, email, language) in due {
        let mut tx = backend.db.write().await?;
        if digests::claim(&mut tx, account, now, hour).await? {
            mail::post(&mut tx, &backend.clock, &email, language, &letter, DAY).await?;
            tx.commit().await?;
            posted += 1;
        }
    }
    Ok(posted)
}

async fn readers_wait(tx: &mut Tx, now: Timestamp) -> Result<ReadersWait> {
    let ((reports, reported), (suggestions, suggested)) = (reports::waiting(tx).await?, suggestions::waiting(tx, readers::due(now)).await?);
    Ok(ReadersWait { reports, reports_days: days(now, reported), suggestions, suggestions_days: days(now, suggested) })
}

/// Whole days since then.
fn days(now: Timestamp, since: Option<Timestamp>) -> i64 {
    since.map_or(0, |since| (now.0 - since.0).max(0) / DAY)
}

/// This day's hour by the clocks of Berlin, while it is day.
fn hour(now: Timestamp) -> Option<Timestamp> {
    let zoned = jiff::Timestamp::from_microsecond(now.0).and_then(|at| at.in_tz(ZONE)).ok()?;
    let morning = zoned.date().at(MORNING, 0, 0, 0).in_tz(ZONE).ok()?;
    (MORNING..EVENING).contains(&zoned.hour()).then(|| Timestamp(morning.timestamp().as_microsecond()))
}

/// Does so for as long as the process runs, and counts what nobody counted yet.
pub async fn digest_always(backend: Backend) {
    loop {
        if let Err(failure) = send_digests(&backend).await {
            tracing::error!(cause = %failure, "moderators cannot be told what waits; trying again");
        }
        if let Err(failure) = count_missing(&backend).await {
            tracing::error!(cause = %failure, "it cannot be counted how complete entries are; trying again");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_is_that_of_berlin_in_summer_and_winter() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_microsecond();
        let of = |text| hour(Timestamp(at(text))).map(|hour| hour.0);
        assert_eq!(of("2026-12-01T06:00:00Z"), Some(at("2026-12-01T06:00:00Z")));
        assert_eq!((of("2026-12-01T05:59:59Z"), of("2026-12-01T19:00:00Z")), (None, None));
        assert_eq!(of("2026-07-01T17:59:59Z"), Some(at("2026-07-01T05:00:00Z")));
        // The day on which clocks go back has 25 hours.
        assert_eq!(of("2026-10-25T06:30:00Z"), Some(at("2026-10-25T06:00:00Z")));
    }
}
