//! How long is waited, what is decided, and how the directory stands.

use super::{may_decide, midnight, today};
use crate::{
    Backend,
    failure::Result,
    storage::{
        queue,
        statistics::{self, Decided, Old},
    },
};
use domain::{
    account::Actor,
    id::AccountId,
    time::{DAY, Timestamp},
};
use std::collections::BTreeMap;

/// How far back is looked, in days.
const DAYS: i64 = 90;
/// Weeks that are shown.
const WEEKS: i32 = 13;
/// Entries that nobody has confirmed for longest.
const OLDEST: i64 = 20;

/// All of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// How many wait.
    pub waiting: i64,
    /// Since when the oldest waits.
    pub oldest_waiting: Option<Timestamp>,
    /// How long those who were decided on by people in the last 90 days had waited; nothing where there are none.
    pub waits: Option<Waits>,
    /// What was decided each week, newest first.
    pub weeks: Vec<Week>,
    /// For each kind: how many entries tell up to a fifth, two fifths … of what helps most.
    pub completeness: Vec<(String, [i64; 5])>,
    /// How many entries are not counted yet.
    pub uncounted: i64,
    /// Entries that nobody has confirmed for longest: at most 20.
    pub oldest: Vec<Old>,
    /// How many are published.
    pub published: i64,
    /// How many of them nobody ever confirmed.
    pub unconfirmed: i64,
}

/// Waiting times, in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// Half waited no longer.
    pub median: i64,
    /// Nine in ten waited no longer.
    pub ninetieth: i64,
    /// How many there were.
    pub count: usize,
}

/// What was decided in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub from: Timestamp,
    /// Published by people.
    pub published: usize,
    /// Published by the rule for trusted organisations.
    pub by_rule: usize,
    /// Returned for changes.
    pub changes: usize,
    /// Rejected.
    pub rejected: usize,
}

impl Week {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> usize {
        self.published + self.by_rule + self.changes + self.rejected
    }
}

/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn show_statistics(backend: &Backend, actor: &Actor) -> Result<Figures> {
    may_decide(actor)?;
    let now = backend.clock.now();
    let mut tx = backend.db.read().await?;
    let decided = statistics::decided(&mut tx, Timestamp(now.0 - (DAYS + 7) * DAY)).await?;
    let mut completeness: BTreeMap<String, [i64; 5]> = BTreeMap::new();
    for (kind, fifth, count) in statistics::completeness(&mut tx).await? {
        // Those that tell all are the sixth.
        let slot = usize::try_from(fifth).unwrap_or_default().min(4);
        completeness.entry(kind).or_default()[slot] += count;
    }
    let (published, unconfirmed) = statistics::unconfirmed(&mut tx).await?;
    Ok(Figures {
        waiting: queue::count_all(&mut tx).await?,
        oldest_waiting: queue::oldest(&mut tx).await?,
        waits: waits(&decided, now),
        weeks: weeks(&decided, now),
        completeness: completeness.into_iter().collect(),
        uncounted: statistics::uncounted(&mut tx).await?,
        oldest: statistics::oldest(&mut tx, OLDEST).await?,
        published,
        unconfirmed,
    })
}

fn is_person(actor: &str) -> bool {
    actor.parse::<AccountId>().is_ok()
}

fn waits(decided: &[Decided], now: Timestamp) -> Option<Waits> {
    let by_people = decided.iter().filter(|it| is_person(&it.actor) && it.at >= now.0 - DAYS * DAY);
    let mut waits: Vec<i64> = by_people.filter_map(|it| Some(it.at - it.submitted_at?)).collect();
    waits.sort_unstable();
    // The nearest rank: a wait that there was.
    let rank = |hundredths: usize| waits.get((waits.len() * hundredths).div_ceil(100).saturating_sub(1)).copied();
    Some(Waits { median: rank(50)?, ninetieth: rank(90)?, count: waits.len() })
}

fn weeks(decided: &[Decided], now: Timestamp) -> Vec<Week> {
    let Some(today) = today(now) else { return vec![] };
    let monday = today.checked_sub(jiff::Span::new().days(i64::from(today.weekday().to_monday_zero_offset()))).unwrap_or(today);
    let start = |week: i32| monday.checked_sub(jiff::Span::new().weeks(week)).ok().and_then(midnight);
    let week = |week: i32| {
        let (from, to) = (start(week)?, start(week - 1)?);
        let mut counts = Week { from, published: 0, by_rule: 0, changes: 0, rejected: 0 };
        for it in decided.iter().filter(|it| (from.0..to.0).contains(&it.at)) {
            match (it.action.as_str(), is_person(&it.actor)) {
                ("published", true) => counts.published += 1,
                ("published", false) => counts.by_rule += 1,
                ("changes-requested", _) => counts.changes += 1,
                _ => counts.rejected += 1,
            }
        }
        Some(counts)
    };
    (0..WEEKS).filter_map(week).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_rank_is_a_wait_that_there_was() {
        let person = "00000000-0000-0000-0000-000000000001";
        let it = |actor: &str, wait: i64| Decided {
            action: "published".into(),
            actor: actor.into(),
            at: 1_000,
            submitted_at: Some(1_000 - wait),
        };
        let mut all: Vec<_> = (1..=10).map(|wait| it(person, wait)).collect();
        all.push(it("rule:trusted", 999));
        assert_eq!(waits(&all, Timestamp(1_000)), Some(Waits { median: 5, ninetieth: 9, count: 10 }));
        assert_eq!(waits(&all[..1], Timestamp(1_000)), Some(Waits { median: 1, ninetieth: 1, count: 1 }));
        assert_eq!(waits(&[], Timestamp(1_000)), None);
    }

    #[test]
    fn weeks_begin_on_monday_in_berlin() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_microsecond();
        // A Sunday evening in Berlin, and a Monday that is Sunday still in London.
        let decided = ["2026-07-05T21:59:00Z", "2026-07-05T22:00:00Z"].map(|text| Decided {
            action: "rejected".into(),
            actor: "x".into(),
            at: at(text),
            submitted_at: None,
        });
        let weeks = weeks(&decided, Timestamp(at("2026-07-08T12:00:00Z")));
        assert_eq!((weeks.len(), weeks[0].rejected, weeks[1].rejected), (13, 1, 1));
    }
}
