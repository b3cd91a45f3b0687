//! Numbers and dates as people write them.

use domain::{
    Lang,
    time::{PartialDate, Timestamp},
};

const GERMAN: [&str; 12] =
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const ENGLISH: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// `1.240` in German, `1,240` in English.
pub fn number(n: u64, lang: Lang) -> String {
    let mark = if lang == Lang::De { '.' } else { ',' };
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// `1 Eintrag`, `1.240 Einträge`.
pub fn counted(n: u64, one: &str, many: &str, lang: Lang) -> String {
    format!("{} {}", number(n, lang), if n == 1 { one } else { many })
}

/// `3,5 km`; whole kilometres from 10 on.
pub fn km(km: f64, lang: Lang) -> String {
    let text = if km < 10.0 { format!("{km:.1}") } else { format!("{km:.0}") };
    let text = if lang == Lang::De { text.replace('.', ",") } else { text };
    format!("{text} km")
}

/// `24. Juni 2025`, by the calendar of Berlin.
pub fn date(at: Timestamp, lang: Lang) -> String {
    let zoned = jiff::Timestamp::from_microsecond(at.0).and_then(|at| at.in_tz("Europe/Berlin"));
    let Ok(date) = zoned.map(|zoned| zoned.date()) else { return String::new() };
    let partial =
        PartialDate { year: date.year().unsigned_abs(), month: u8::try_from(date.month()).ok(), day: u8::try_from(date.day()).ok() };
    partial_date(partial, lang)
}

/// As much of a date as is known.
pub fn partial_date(date: PartialDate, lang: Lang) -> String {
    let names = if lang == Lang::De { GERMAN } else { ENGLISH };
    let month = date.month.and_then(|month| names.get(usize::from(month).wrapping_sub(1)));
    match (month, date.day, lang) {
        (None, ..) => date.year.to_string(),
        (Some(month), None, _) => format!("{month} {}", date.year),
        (Some(month), Some(day), Lang::De) => format!("{day}. {month} {}", date.year),
        (Some(month), Some(day), Lang::En) => format!("{day} {month} {}", date.year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_marks_where_people_put_them() {
        let of = |n| number(n, Lang::De);
        assert_eq!([of(0), of(999), of(1240), of(1_000_000)], ["0", "999", "1.240", "1.000.000"]);
        assert_eq!([counted(1, "Eintrag", "Einträge", Lang::De), counted(0, "Eintrag", "Einträge", Lang::De)], ["1 Eintrag", "0 Einträge"]);
        assert_eq!(number(12_345, Lang::En), "12,345");
        assert_eq!([km(3.46, Lang::De), km(42.4, Lang::De)], ["3,5 km", "42 km"]);
    }

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        let of = |text: &str| partial_date(text.parse().unwrap(), Lang::De);
        assert_eq!([of("2024"), of("2024-03"), of("2024-03-17")], ["2024", "März 2024", "17. März 2024"]);
        // 23:30 in London on the last day of June is the first of July in Berlin.
        assert_eq!(date(Timestamp(1_751_322_600_000_000), Lang::De), "1. Juli 2025");
    }
}
