//! Points in time, and dates as far as they are known.

use crate::{error::Problem, text::custom};
use serde::{Deserialize, Deserializer, Serialize};
use std::{fmt, str::FromStr};

/// A minute in microseconds, as [`Timestamp`] counts.
pub const MINUTE: i64 = 60_000_000;
/// An hour in microseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day in microseconds.
pub const DAY: i64 = 24 * HOUR;
/// Where those who read and write here live: by its clock days begin, and it is night.
pub const ZONE: &str = "Europe/Berlin";

/// Microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// A year, a month or a day: `2024`, `2024-03`, `2024-03-17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// 1900 to 2100.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl FromStr for PartialDate {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        let wrong = || Problem::NoDate;
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
        };
        let mut parts = raw.split('-');
        let year = parts.next().and_then(|p| digits(p, 4)).filter(|y| (1900..=2100).contains(y)).ok_or_else(wrong)?;
        let month = parts.next().map(|p| digits(p, 2).filter(|m| (1..=12).contains(m)).ok_or_else(wrong)).transpose()?;
        let day = parts.next().map(|p| digits(p, 2).filter(|d| (1..=31).contains(d)).ok_or_else(wrong)).transpose()?;
        if parts.next().is_some() {
            return Err(wrong());
        }
        if let (Some(month), Some(day)) = (month, day)
            && day > days(year, month)
        {
            return Err(Problem::NoSuchDay);
        }
        Ok(Self { year, month: month.and_then(|m| m.try_into().ok()), day: day.and_then(|d| d.try_into().ok()) })
    }
}

/// How many days a month has.
fn days(year: u16, month: u16) -> u16 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        for good in ["2024", "2024-03", "2024-03-17"] {
            assert_eq!(good.parse::<PartialDate>().unwrap().to_string(), good);
        }
        for bad in ["24", "2024-3", "2024-13", "2024-03-32", "2024-03-01-1", "1815", "März 2024", "2024-", "+202"] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
        for (day, is_one) in [
            ("2025-02-31", false),
            ("2025-02-29", false),
            ("2024-02-29", true),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2025-04-31", false),
            ("2025-12-31", true),
        ] {
            let read = day.parse::<PartialDate>().map(|_| ());
            assert_eq!(read, if is_one { Ok(()) } else { Err(Problem::NoSuchDay) }, "{day}");
        }
    }
}
