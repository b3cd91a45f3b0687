//! Rules for what is written from now on. What was published before them can be read all the same.

use domain::{
    FieldError, Problem, form, limits,
    time::{PartialDate, Timestamp},
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// Dates, and how many years they may lie ahead.
const AHEAD: [(&str, u16); 3] =
    [("started", limits::BEGINS_YEARS), ("ended", limits::ENDS_YEARS), ("make_or_buy.revisit", limits::ENDS_YEARS)];

/// What breaks them.
pub(super) fn broken(kind: Kind, document: &Map<String, Value>, now: Timestamp) -> Vec<FieldError> {
    let mut broken = vec![];
    for (field, years) in AHEAD {
        let date = form::value_of(document, field).and_then(Value::as_str).and_then(|date| date.parse::<PartialDate>().ok());
        if date.is_some_and(|date| date.year > year(now).saturating_add(years)) {
            broken.push(FieldError::new(field, Problem::TooFarAhead { years }));
        }
    }
    let description = form::value_of(document, "description").and_then(Value::as_str);
    let actual = description.map_or(0, |text| text.trim().chars().count());
    // More than a passage may be is told already.
    if kind == Kind::Organisation && actual > limits::DESCRIPTION && actual <= limits::PASSAGE {
        broken.push(FieldError::new("description", Problem::TooLong { max: limits::DESCRIPTION, actual }));
    }
    broken
}

fn year(at: Timestamp) -> u16 {
    let at = jiff::Timestamp::from_microsecond(at.0).unwrap_or_default();
    at.to_zoned(jiff::tz::TimeZone::UTC).year().try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(kind: Kind, document: Value) -> Vec<(String, Problem)> {
        let Value::Object(document) = document else { panic!() };
        // 2026-11-30
        let now = Timestamp(1_795_996_800_000_000);
        broken(kind, &document, now).into_iter().map(|error| (error.field, error.problem)).collect()
    }

    #[test]
    fn a_plan_may_lie_ahead_and_a_slip_of_the_pen_may_not() {
        assert_eq!(of(Kind::Project, json!({"started": "2029-01", "ended": "2036", "make_or_buy": {"revisit": "2036-12-31"}})), []);
        let wrong = of(Kind::Project, json!({"started": "2099", "ended": "2037", "make_or_buy": {"revisit": "2100-01"}}));
        let far = |field: &str, years| (field.to_owned(), Problem::TooFarAhead { years });
        assert_eq!(wrong, [far("started", 3), far("ended", 10), far("make_or_buy.revisit", 10)]);
        assert_eq!(of(Kind::Project, json!({"started": "soon", "description": "x".repeat(700)})), []);
    }

    #[test]
    fn an_organisation_is_described_in_a_few_sentences() {
        assert_eq!(of(Kind::Organisation, json!({"description": format!(" {} ", "ü".repeat(600))})), []);
        let long = of(Kind::Organisation, json!({"description": "ü".repeat(601)}));
        assert_eq!(long, [("description".to_owned(), Problem::TooLong { max: 600, actual: 601 })]);
    }
}
