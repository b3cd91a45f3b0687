//! When what is due, by the calendar of those who are asked: a year is a year, and what happens on a day counts as of that
//! day, whatever the hour and whatever the clocks are set to in between.

use super::Step;
use domain::{
    limits,
    time::{Timestamp, ZONE},
};
use jiff::{Span, ToSpan};

/// What a step waits for must have happened then, or before. `None` where the calendar ends.
pub fn since(step: Step, now: Timestamp) -> Option<Timestamp> {
    let ago = match step {
        Step::Ask => limits::CONFIRMED_MONTHS.months(),
        Step::Remind => limits::REMINDED_DAYS.days(),
        // Each from the step before: whoever was kept from one, as by an outage, has the whole time after it.
        Step::Mark => (limits::MARKED_DAYS - limits::REMINDED_DAYS).days(),
        Step::Archive => (limits::ARCHIVED_DAYS - limits::MARKED_DAYS).days(),
    };
    before(now, ago)
}

/// The end of the day that lies so long ago.
fn before(now: Timestamp, span: Span) -> Option<Timestamp> {
    let today = jiff::Timestamp::from_microsecond(now.0).ok()?.in_tz(ZONE).ok()?.date();
    let next = today.checked_sub(span).ok()?.tomorrow().ok()?.in_tz(ZONE).ok()?;
    Some(Timestamp(next.timestamp().as_microsecond() - 1))
}

/// Whether mails may come now: by day.
pub fn is_day(now: Timestamp) -> bool {
    let zoned = jiff::Timestamp::from_microsecond(now.0).and_then(|at| at.in_tz(ZONE));
    zoned.is_ok_and(|zoned| (8..18).contains(&zoned.hour()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    #[test]
    fn a_year_is_a_year_and_a_day_a_day_whatever_the_clocks_are_set_to() {
        // Days end at another hour in winter than in summer.
        assert_eq!(since(Step::Ask, at("2027-03-29T07:00:00Z")), Some(at("2026-03-29T21:59:59.999999Z")));
        assert_eq!(since(Step::Remind, at("2026-04-10T07:00:00Z")), Some(at("2026-03-11T22:59:59.999999Z")));
        assert_eq!(since(Step::Remind, at("2026-11-10T22:59:00Z")), Some(at("2026-10-11T21:59:59.999999Z")));
        assert_eq!(since(Step::Ask, at("2028-02-29T11:00:00Z")), Some(at("2027-02-28T22:59:59.999999Z")));
    }

    #[test]
    fn mails_come_by_day() {
        assert!(is_day(at("2026-07-01T06:00:00Z")) && !is_day(at("2026-01-01T06:59:00Z")) && !is_day(at("2026-07-01T16:00:00Z")));
    }
}
