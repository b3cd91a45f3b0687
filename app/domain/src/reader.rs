//! How readers without an account help: what they report, and what they suggest.

use crate::{
    Problem,
    form::{sections, value_of},
    vocabulary::{Choice, Kind},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, str::FromStr};

/// What can be the matter with an entry.
pub const REASONS: &[Choice] = &[
    Choice { of: "reason", id: "wrong", de: "Falsch oder veraltet", en: "Wrong or outdated" },
    Choice { of: "reason", id: "duplicate", de: "Doppelt", en: "Duplicate" },
    Choice { of: "reason", id: "advertising", de: "Werbung", en: "Advertising" },
    Choice { of: "reason", id: "personal-data", de: "Persönliche Daten", en: "Personal data" },
    Choice { of: "reason", id: "rights", de: "Verletzte Rechte, zum Beispiel an Bildern", en: "Infringed rights, to pictures for example" },
    Choice { of: "reason", id: "offensive", de: "Beleidigend oder verboten", en: "Offensive or forbidden" },
    Choice { of: "reason", id: "other", de: "Etwas anderes", en: "Something else" },
];

/// The reason with this id.
///
/// # Errors
/// [`Problem::Required`] where none is given, [`Problem::UnknownValue`] where there is none.
pub fn reason(raw: &str) -> Result<&'static Choice, Problem> {
    if raw.is_empty() {
        return Err(Problem::Required);
    }
    let allowed = || REASONS.iter().map(|reason| reason.id.to_owned()).collect();
    REASONS.iter().find(|reason| reason.id == raw).ok_or_else(|| Problem::UnknownValue { value: raw.to_owned(), allowed: allowed() })
}

/// Where a suggestion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SuggestionState {
    /// The mail address was not confirmed yet.
    Unconfirmed,
    /// It waits for a decision.
    Open,
    /// The organisation took it over; moderators have not read it yet.
    HandedIn,
    /// Readers see it.
    Published,
    /// It was not taken over, for a reason.
    Declined,
}

impl SuggestionState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Unconfirmed, Self::Open, Self::HandedIn, Self::Published, Self::Declined];

    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Open => "open",
            Self::HandedIn => "handed-in",
            Self::Published => "published",
            Self::Declined => "declined",
        }
    }
}

impl FromStr for SuggestionState {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        Self::ALL
            .into_iter()
            .find(|state| state.id() == raw)
            .ok_or_else(|| Problem::malformed(format!("unknown state of a suggestion: {raw}")))
    }
}

/// What a field said and what it should say; `null` is nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
}

/// Changes by field, as the form names them.
pub type Changes = BTreeMap<String, Change>;

/// All fields that two documents tell differently. Both must have gone through the same parser: else the same may look
/// different.
#[must_use]
pub fn changes(kind: Kind, old: &Map<String, Value>, new: &Map<String, Value>) -> Changes {
    let fields = sections(kind).iter().flat_map(|section| section.fields);
    let change = |name: &'static str| {
        let said = |document| value_of(document, name).cloned().unwrap_or_default();
        let change = Change { old: said(old), new: said(new) };
        (change.old != change.new).then(|| (name.to_owned(), change))
    };
    fields.filter_map(|field| change(field.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_differs_is_kept() {
        let map = |value: Value| value.as_object().unwrap().clone();
        let old = map(json!({"title": "Alt", "solution": "", "phase_zero": {"needs_research": "A", "data_check": ""}, "topics": []}));
        let new = map(json!({"title": "Neu", "phase_zero": {"needs_research": "A", "data_check": "B"}}));
        let found = changes(Kind::Project, &old, &new);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["phase_zero.data_check", "title"]);
        assert_eq!(found["title"], Change { old: json!("Alt"), new: json!("Neu") });
        assert_eq!(found["phase_zero.data_check"].old, Value::Null);
    }

    #[test]
    fn reasons_are_chosen_and_not_made_up() {
        assert_eq!(reason("rights").map(|reason| reason.id), Ok("rights"));
        assert_eq!(reason(""), Err(Problem::Required));
        assert!(matches!(reason("<b>"), Err(Problem::UnknownValue { .. })));
    }
}
