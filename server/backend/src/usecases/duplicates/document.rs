//! The document that two become.

use crate::usecases::difference::{Change, Side, difference};
use domain::{Lang, vocabulary::Kind};
use serde_json::{Map, Value};

/// What is chosen as one: a point alone, or more exactly than its authors want it shown, would be wrong.
const PLACE: [&str; 4] = ["place", "lat", "lon", "precision"];
/// The organisation that an entry belongs to. No field of its form, but one can be chosen here.
pub const ORGANISATION: &str = "organisation";

/// What a field of a form takes with it.
fn keys(field: &str) -> Vec<&str> {
    if field == "place" { PLACE.into() } else { vec![field] }
}

/// The fields of which one of the two has to be chosen.
pub fn choices(kind: Kind, lang: Lang, a: &Map<String, Value>, b: &Map<String, Value>, owners: [Option<&str>; 2]) -> Vec<Change> {
    let mut changes = difference(kind, lang, a, b);
    if changes.iter().any(|change| change.field == "place") {
        changes.retain(|change| change.field != "precision");
    }
    if owners[0] != owners[1] {
        let sides = [Side::Old, Side::New].into_iter().zip(owners);
        let words = sides.filter_map(|(side, name)| Some((side, name?.to_owned()))).collect();
        changes.push(Change { field: ORGANISATION, words });
    }
    changes
}

/// The document of the entry that stays, with these fields as the other has them.
pub fn merged(stays: &Map<String, Value>, other: &Map<String, Value>, from_other: impl Fn(&str) -> bool, kind: Kind) -> Map<String, Value> {
    let mut merged = stays.clone();
    for change in difference(kind, Lang::De, stays, other) {
        if from_other(change.field) {
            keys(change.field).into_iter().for_each(|key| take(&mut merged, other, key));
        }
    }
    merged
}

/// Nested fields are named with a dot.
fn take(into: &mut Map<String, Value>, from: &Map<String, Value>, path: &str) {
    match path.split_once('.') {
        Some((outer, rest)) => {
            let empty = Map::new();
            let from = from.get(outer).and_then(Value::as_object).unwrap_or(&empty);
            let inner = into.entry(outer).or_insert_with(|| Value::Object(Map::new()));
            if !inner.is_object() {
                *inner = Value::Object(Map::new());
            }
            if let Value::Object(inner) = inner {
                take(inner, from, rest);
            }
            if into.get(outer).and_then(Value::as_object).is_some_and(Map::is_empty) {
                into.remove(outer);
            }
        }
        None => match from.get(path) {
            Some(value) => drop(into.insert(path.to_owned(), value.clone())),
            None => drop(into.remove(path)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn what_is_chosen_is_taken_whole() {
        let a =
            map(json!({"title": "A", "place": "Köln", "lat": 50.9, "lon": 6.9, "precision": "address", "phase_zero": {"data_check": "a"}}));
        let b = map(json!({"title": "B", "place": "Bonn", "precision": "town", "phase_zero": {"data_check": "b", "risk_check": "r"}}));
        let of_b = ["place", "phase_zero.risk_check"];
        let both = merged(&a, &b, |field| of_b.contains(&field), Kind::Project);
        assert_eq!(
            Value::Object(both),
            json!({"title": "A", "place": "Bonn", "precision": "town", "phase_zero": {"data_check": "a", "risk_check": "r"}})
        );
    }

    #[test]
    fn what_the_other_does_not_say_can_be_taken_too() {
        let (a, b) = (map(json!({"title": "A", "make_or_buy": {"decision": "d"}})), map(json!({"title": "A"})));
        assert_eq!(Value::Object(merged(&a, &b, |_| true, Kind::Project)), json!({"title": "A"}));
        let fields = |owners| choices(Kind::Project, Lang::De, &a, &b, owners).into_iter().map(|it| it.field).collect::<Vec<_>>();
        assert_eq!(fields([None, None]), ["make_or_buy.decision"]);
        assert_eq!(fields([None, Some("Verein")]), ["make_or_buy.decision", ORGANISATION]);
    }
}
