//! Numbers and dates as people write them, by Unicode's own data (ICU4X) for Germany and Great Britain.

use domain::{
    Lang,
    time::{PartialDate, Timestamp, ZONE},
};
use icu_calendar::{Date, Gregorian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{YM, YMD},
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::{Locale, locale};

type Day = FixedCalendarDateTimeFormatter<Gregorian, YMD>;
type Month = FixedCalendarDateTimeFormatter<Gregorian, YM>;

/// The formatters of one language. Their data are compiled in, so none is ever missing.
struct Formatters {
    number: Option<DecimalFormatter>,
    day: Option<Day>,
    month: Option<Month>,
}

impl Formatters {
    fn of(locale: Locale) -> Self {
        Self {
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            day: Day::try_new((&locale).into(), YMD::long()).ok(),
            month: Month::try_new((&locale).into(), YM::long()).ok(),
        }
    }
}

thread_local! {
    // By thread: their data are counted without locks.
    static GERMAN: Formatters = Formatters::of(locale!("de-DE"));
    static ENGLISH: Formatters = Formatters::of(locale!("en-GB"));
}

fn with<T>(lang: Lang, use_them: impl FnOnce(&Formatters) -> T) -> T {
    match lang {
        Lang::De => GERMAN.with(use_them),
        Lang::En => ENGLISH.with(use_them),
    }
}

/// `1.240` in German, `1,240` in English.
pub fn number(n: u64, lang: Lang) -> String {
    decimal(&n.into(), lang)
}

fn decimal(decimal: &Decimal, lang: Lang) -> String {
    with(lang, |formatters| formatters.number.as_ref().map(|number| number.format(decimal).to_string()))
        .unwrap_or_else(|| decimal.to_string())
}

/// `3,5 km`; whole kilometres from 10 on.
pub fn km(km: f64, lang: Lang) -> String {
    let mut tenths = Decimal::from((km.max(0.0) * 10.0).round() as u64);
    tenths.multiply_pow10(-1);
    if km >= 10.0 {
        tenths.round(0);
    }
    format!("{} km", decimal(&tenths, lang))
}

/// The day by the calendar of Berlin.
pub fn day(at: Timestamp) -> Option<PartialDate> {
    let date = jiff::Timestamp::from_microsecond(at.0).and_then(|at| at.in_tz(ZONE)).ok()?.date();
    Some(PartialDate { year: date.year().unsigned_abs(), month: u8::try_from(date.month()).ok(), day: u8::try_from(date.day()).ok() })
}

/// `24. Juni 2025`, by the calendar of Berlin.
pub fn date(at: Timestamp, lang: Lang) -> String {
    day(at).map(|day| partial_date(day, lang)).unwrap_or_default()
}

/// `14:32`, by the clocks of Berlin.
pub fn clock(at: Timestamp) -> String {
    let zoned = jiff::Timestamp::from_microsecond(at.0).and_then(|at| at.in_tz(ZONE));
    zoned.map(|at| format!("{:02}:{:02}", at.hour(), at.minute())).unwrap_or_default()
}

/// `24. Juni 2025, 14:05 Uhr`, by the clocks of Berlin.
pub fn date_and_time(at: Timestamp, lang: Lang) -> String {
    let time = jiff::Timestamp::from_microsecond(at.0).and_then(|at| at.in_tz(ZONE)).map(|at| at.strftime("%H:%M").to_string());
    let (date, time) = (date(at, lang), time.unwrap_or_default());
    if lang == Lang::De { format!("{date}, {time} Uhr") } else { format!("{date}, {time}") }
}

/// As much of a date as is known.
pub fn partial_date(date: PartialDate, lang: Lang) -> String {
    let whole = |month, day| Date::try_new_gregorian(date.year.into(), month, day).ok();
    let text = match (date.month, date.day) {
        (Some(month), Some(day)) => {
            whole(month, day).and_then(|date| with(lang, |f| f.day.as_ref().map(|day| day.format(&date).to_string())))
        }
        (Some(month), None) => {
            whole(month, 1).and_then(|date| with(lang, |f| f.month.as_ref().map(|month| month.format(&date).to_string())))
        }
        (None, _) => None,
    };
    // The year alone, and days that no calendar has (31 February): as they were given.
    text.unwrap_or_else(|| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_marks_where_people_put_them() {
        let of = |n| number(n, Lang::De);
        assert_eq!([of(0), of(999), of(1240), of(1_000_000)], ["0", "999", "1.240", "1.000.000"]);
        assert_eq!(number(12_345, Lang::En), "12,345");
        assert_eq!([km(3.46, Lang::De), km(42.4, Lang::De), km(0.0, Lang::En)], ["3,5 km", "42 km", "0.0 km"]);
    }

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        let of = |text: &str, lang| partial_date(text.parse().unwrap(), lang);
        assert_eq!(["2024", "2024-03", "2024-03-17"].map(|text| of(text, Lang::De)), ["2024", "März 2024", "17. März 2024"]);
        assert_eq!(["2024", "2024-03", "2024-03-17"].map(|text| of(text, Lang::En)), ["2024", "March 2024", "17 March 2024"]);
        // 23:30 in London on the last day of June is the first of July in Berlin.
        assert_eq!(date(Timestamp(1_751_322_600_000_000), Lang::De), "1. Juli 2025");
        assert_eq!(date_and_time(Timestamp(1_751_322_600_000_000), Lang::De), "1. Juli 2025, 00:30 Uhr");
        assert_eq!(date_and_time(Timestamp(1_751_322_600_000_000), Lang::En), "1 July 2025, 00:30");
    }
}
