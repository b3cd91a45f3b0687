//! What a moderator may want to know of a submission before reading it.
//!
//! To add one: a variant with the next power of two, its words in `app/i18n/*/queue.ftl`, and who counts it.

use crate::{
    account::Email,
    form::{self, Input},
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// From so many digits on, a row of them may be a telephone number.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// For how long an account is new, in days.
pub const NEW_ACCOUNT_DAYS: i64 = 14;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signal {
    /// A web address in a text, where none is asked for.
    Links,
    /// A mail address or a telephone number in a text.
    ContactData,
    /// Another has nearly the same title: one that readers see, that waits, too, or that its organisation is writing.
    LikelyDuplicate,
    /// Whoever handed it in came a short while ago.
    NewAccount,
    /// Its organisation has nothing published yet.
    FirstEntry,
}

impl Signal {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Links, Self::ContactData, Self::LikelyDuplicate, Self::NewAccount, Self::FirstEntry];

    /// As in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::ContactData => "contact-data",
            Self::LikelyDuplicate => "likely-duplicate",
            Self::NewAccount => "new-account",
            Self::FirstEntry => "first-entry",
        }
    }

    /// As stored: a power of two.
    #[must_use]
    pub fn bit(self) -> i64 {
        match self {
            Self::Links => 1,
            Self::ContactData => 2,
            Self::LikelyDuplicate => 4,
            Self::NewAccount => 8,
            Self::FirstEntry => 16,
        }
    }
}

/// Some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signals(pub i64);

impl Signals {
    /// What the texts of a document tell.
    #[must_use]
    pub fn of_texts(kind: Kind, document: &Map<String, Value>) -> Self {
        let addresses: Vec<&str> = form::sections(kind).iter().flat_map(|section| section.fields).flat_map(addresses).collect();
        let mut texts = vec![];
        for (name, value) in document.iter().filter(|(name, _)| !addresses.contains(&name.as_str())) {
            collect(name, value, &mut texts);
        }
        let mut signals = Self::default();
        signals.set(Signal::Links, texts.iter().any(|text| has_link(text)));
        signals.set(Signal::ContactData, texts.iter().any(|text| has_mail(text) || has_phone(text)));
        signals
    }

    /// Adds one, or not.
    pub fn set(&mut self, signal: Signal, is_there: bool) {
        self.0 |= if is_there { signal.bit() } else { 0 };
    }

    /// Whether one is there.
    #[must_use]
    pub fn has(self, signal: Signal) -> bool {
        self.0 & signal.bit() != 0
    }

    /// Adds one that is not there, or takes it away.
    pub fn toggle(&mut self, signal: Signal) {
        self.0 ^= signal.bit();
    }

    /// Those that are there.
    pub fn iter(self) -> impl Iterator<Item = Signal> {
        Signal::ALL.into_iter().filter(move |signal| self.has(*signal))
    }
}

impl FromIterator<Signal> for Signals {
    fn from_iter<T: IntoIterator<Item = Signal>>(signals: T) -> Self {
        Self(signals.into_iter().fold(0, |all, signal| all | signal.bit()))
    }
}

/// Names of fields that hold web addresses.
fn addresses(field: &form::Field) -> Vec<&'static str> {
    match field.input {
        Input::Address | Input::Addresses => vec![field.name.split('.').next().unwrap_or(field.name)],
        _ => vec![],
    }
}

fn collect<'a>(name: &str, value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        // In rows, too, addresses have fields of their own; a place's digits are no telephone.
        _ if matches!(name, "url" | "link" | "file" | "website" | "started" | "ended") => {}
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect("", value, texts)),
        Value::Object(values) => values.iter().for_each(|(name, value)| collect(name, value, texts)),
        _ => {}
    }
}

fn has_link(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("://") || text.split(|c: char| !c.is_alphanumeric() && c != '.').any(|word| word.starts_with("www.") && word.len() > 6)
}

fn has_mail(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || "<>()[]{},;:\"'„“|!?".contains(c));
    words.filter(|word| word.contains('@')).any(|word| word.trim_matches(['.', '*', '_', '-']).parse::<Email>().is_ok())
}

/// A row of digits that begins with 0 or +. Not with dots between: that is a date.
fn has_phone(text: &str) -> bool {
    let rows = text.split(|c: char| !c.is_ascii_digit() && !"+ \u{a0}/-–()".contains(c));
    rows.map(|row| row.trim_matches([' ', '\u{a0}', '/', '-', '–', '(', ')'])).any(|row| {
        let digits = row.chars().filter(char::is_ascii_digit).count();
        PHONE_DIGITS.contains(&digits) && row.starts_with(['0', '+'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(kind: Kind, value: &Value) -> Vec<&'static str> {
        Signals::of_texts(kind, value.as_object().unwrap()).iter().map(Signal::id).collect()
    }

    #[test]
    fn addresses_in_texts_are_told_and_those_in_their_own_fields_are_not() {
        for (text, expected) in [
            ("Mehr auf https://shop.example.org!", vec!["links"]),
            ("Siehe www.beispiel.de", vec!["links"]),
            ("Schreibt an mira.sample@example.org.", vec!["contact-data"]),
            ("Ruft an: 0221 / 12 34 56", vec!["contact-data"]),
            ("Tel. +49 (221) 123-456", vec!["contact-data"]),
            ("Seit dem 01.02.2024 mit 0,5 Stellen in 01067 Dresden; 1.240 Anfragen, 2024–2025.", vec![]),
            ("Das @ in „@home“ ist keine Adresse, www auch nicht.", vec![]),
        ] {
            assert_eq!(of(Kind::Project, &json!({"title": "T", "solution": text})), expected, "{text}");
        }
        let own = json!({"title": "T", "website": "https://verein.example.org", "sources": ["https://a.example.org/0221123456"]});
        assert_eq!(of(Kind::Project, &own), Vec::<&str>::new());
        assert_eq!(of(Kind::Organisation, &json!({"name": "A", "website": "https://a.example.org"})), Vec::<&str>::new());
    }

    #[test]
    fn each_has_a_bit_of_its_own() {
        let all: Signals = Signal::ALL.into_iter().collect();
        assert_eq!((all.0, all.iter().count()), (31, 5));
    }
}
