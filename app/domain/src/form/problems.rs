//! Everything that keeps a draft from being published, field by field.

use super::{is_of, sections};
use crate::{Problem, entry::Document, error::FieldError, limits, vocabulary::Kind};
use serde_json::{Map, Value, json};

/// Everything that is wrong with a document of this kind, in the order of its form; empty where it can be published.
///
/// A parser stops at the first value of a wrong shape: that one is mended with a value that would do, and the rest is
/// looked at again.
#[must_use]
pub fn problems(kind: Kind, document: &Map<String, Value>) -> Vec<FieldError> {
    let (mut document, mut problems) = (document.clone(), too_long(document));
    // No more of them is looked at than may be there: each wrong value costs a look at all.
    for list in document.values_mut().filter_map(Value::as_array_mut) {
        list.truncate(limits::LIST);
    }
    // A draft holds a bounded number of values, each of which can be wrong once.
    while let Err(errors) = Document::parse(kind, Value::Object(document.clone())) {
        let news: Vec<_> = errors.into_iter().filter(|error| !problems.iter().any(|known| known.field == error.field)).collect();
        let stuck = news.is_empty();
        news.iter().for_each(|error| mend(kind, &mut document, error));
        problems.extend(news);
        if stuck {
            break;
        }
    }
    in_order(kind, problems)
}

/// Lists of more values than are allowed.
fn too_long(document: &Map<String, Value>) -> Vec<FieldError> {
    let is_long = |value: &Value| value.as_array().is_some_and(|list| list.len() > limits::LIST);
    let long = document.iter().filter(|(_, value)| is_long(value));
    long.map(|(name, _)| FieldError::new(name.as_str(), Problem::TooMany { max: limits::LIST })).collect()
}

/// In the order of the form.
#[must_use]
pub fn in_order(kind: Kind, mut problems: Vec<FieldError>) -> Vec<FieldError> {
    let fields = || sections(kind).iter().flat_map(|section| section.fields);
    problems.sort_by_key(|error| fields().position(|field| is_of(field, &error.field)));
    problems
}

fn mend(kind: Kind, document: &mut Map<String, Value>, error: &FieldError) {
    if matches!(error.problem, Problem::NoPlace) {
        document.insert("scope".into(), json!("local"));
        return;
    }
    let value = match (kind, error.field.as_str()) {
        (Kind::Project, "phase") => json!("idea"),
        (Kind::Lesson, "outcome") => json!("open"),
        (Kind::Organisation, "kind") => json!("association"),
        (_, "title" | "name" | "summary" | "problem" | "insight") => json!("-"),
        (_, path) => return set(document, path, &error.problem),
    };
    document.insert(error.field.clone(), value);
}

/// What is wrong goes; what is missing in a group of fields is filled in, whatever it is.
fn set(document: &mut Map<String, Value>, path: &str, problem: &Problem) {
    let steps: Vec<&str> = path.split(['.', '[']).map(|step| step.trim_end_matches(']')).collect();
    let Some((last, before)) = steps.split_last() else { return };
    let Some((first, between)) = before.split_first() else {
        document.remove(*last);
        return;
    };
    let Some(root) = document.get_mut(*first) else { return };
    let holder = between.iter().try_fold(root, |value, step| match value {
        Value::Array(list) => list.get_mut(step.parse::<usize>().ok()?),
        value => value.get_mut(*step),
    });
    match holder {
        Some(Value::Object(object)) => {
            let stand_in = match *last {
                "weight" | "score" => json!(0),
                "url" => json!("https://example.org"),
                _ => json!("-"),
            };
            let is_optional = !matches!(problem, Problem::Required) && !matches!(*last, "weight" | "score" | "url" | "name" | "label");
            if is_optional { _ = object.remove(*last) } else { _ = object.insert((*last).to_owned(), stand_in) }
        }
        Some(Value::Array(list)) => {
            if let Some(item) = last.parse::<usize>().ok().and_then(|index| list.get_mut(index)) {
                // Taken out, the paths of those behind it would move.
                *item = stand_in_for(first);
            }
        }
        _ => _ = document.remove(*first),
    }
}

fn stand_in_for(list: &str) -> Value {
    match list {
        "sources" => json!("https://example.org"),
        "topics" => json!("care"),
        "techniques" => json!("chatbot"),
        "themes" => json!("skills"),
        "offers" | "seeks" => json!("demo"),
        _ => json!("x"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Kind, document: Value) -> Vec<(String, Problem)> {
        let Value::Object(document) = document else { panic!() };
        problems(kind, &document).into_iter().map(|error| (error.field, error.problem)).collect()
    }

    #[test]
    fn all_of_them_are_named_at_once() {
        let document = json!({
            "title": "x".repeat(121), "phase": "soon", "website": "javascript:alert(1)", "started": "2025", "ended": "2024",
            "partners": [{"name": "Verein"}, {"role": "Träger"}], "sources": ["https://a.de", "kein Link"], "topics": ["care", "pflege"],
            "make_or_buy": {"options": [{"name": "Bauen", "financing": {"weight": 3}}], "revisit": "bald"},
        });
        let fields: Vec<_> = of(Kind::Project, document).into_iter().map(|(field, _)| field).collect();
        let mut sorted = fields.clone();
        sorted.sort();
        assert_eq!(
            sorted,
            [
                "ended",
                "make_or_buy.options[0].financing.score",
                "make_or_buy.revisit",
                "partners[1].name",
                "phase",
                "place",
                "problem",
                "sources[1]",
                "summary",
                "title",
                "topics[1]",
                "website"
            ]
        );
    }

    #[test]
    fn problems_come_in_words_of_their_own() {
        let found = of(Kind::Lesson, json!({"title": " ", "insight": "x", "outcome": "worked", "sources": ["x"]}));
        assert_eq!(found, [("title".to_owned(), Problem::Required), ("sources[0]".to_owned(), Problem::NoAddress)]);
    }

    #[test]
    fn a_mark_that_is_none_is_told_at_its_own_field() {
        let option = json!({"name": "Bauen", "financing": {"weight": "viel", "score": 9}, "scalability": {"weight": "-1", "score": "2,5"}});
        let document =
            json!({"title": "T", "summary": "S", "problem": "P", "phase": "idea", "scope": "online", "make_or_buy": {"options": [option]}});
        let at = |name: &str| (format!("make_or_buy.options[0].{name}"), Problem::NotInRange { min: 0, max: 5 });
        let mut found = of(Kind::Project, document);
        found.sort_by(|one, other| one.0.cmp(&other.0));
        assert_eq!(found, ["financing.score", "financing.weight", "scalability.score", "scalability.weight"].map(at));
    }

    #[test]
    fn what_can_be_published_has_none() {
        assert_eq!(of(Kind::Organisation, json!({"name": "Verein", "kind": "association"})), []);
    }
}
