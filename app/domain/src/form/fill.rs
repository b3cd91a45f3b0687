//! From what a form sends to a document, and back. What is typed is kept as it was, right or wrong: whether it is right
//! is asked of the document.

use super::{Field, Input};
use crate::limits;
use serde_json::{Map, Value};

/// Puts what was typed into these fields of a document in place of what stood there; other fields stay.
pub fn fill(document: &mut Map<String, Value>, fields: &[Field], typed: &[(String, String)]) {
    fill_at(document, fields, "", typed);
}

fn fill_at(document: &mut Map<String, Value>, fields: &[Field], prefix: &str, typed: &[(String, String)]) {
    for field in fields {
        let name = format!("{prefix}{}", field.name);
        let given = || typed.iter().filter(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        let value = match field.input {
            Input::Choices(_) | Input::Projects => list(given().map(str::to_owned)),
            Input::Lines => list(given().flat_map(str::lines).map(str::to_owned)),
            Input::Addresses => list(given().flat_map(str::lines).map(address)),
            Input::Rows(fields) => rows(fields, &name, typed),
            Input::Address => given().next().map(address).and_then(text),
            Input::Date => given().next().map(date).and_then(text),
            Input::Mark => given().next().and_then(mark),
            // Pasted from elsewhere, a line may be several.
            Input::Line | Input::Place => given().next().and_then(|text| self::text(one_line(text))),
            Input::Short | Input::Passage | Input::Choice(_) => given().next().map(|text| text.replace("\r\n", "\n")).and_then(text),
        };
        put(document, field.name, value);
    }
}

/// Sets the value of one field, or takes it away.
pub fn set(document: &mut Map<String, Value>, path: &str, value: Option<Value>) {
    put(document, path, value);
}

/// The value of a field; `None` where nothing is said, however that is written.
#[must_use]
pub fn value_of<'a>(document: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let value = document.get(first)?;
    let value = match rest {
        Some(rest) => at(value, rest)?,
        None => value,
    };
    (!is_nothing(value)).then_some(value)
}

/// What was checked holds every name there is, with nothing behind most of them.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.iter().all(is_nothing),
        Value::Object(record) => record.values().all(is_nothing),
        _ => false,
    }
}

/// What a value says, without the names behind which there is nothing: the same for what was typed and for what was
/// checked since.
#[must_use]
pub fn said(value: &Value) -> Option<Value> {
    match value {
        _ if is_nothing(value) => None,
        Value::Array(list) => Some(Value::Array(list.iter().filter_map(said).collect())),
        Value::Object(record) => {
            Some(Value::Object(record.iter().filter_map(|(name, value)| Some((name.clone(), said(value)?))).collect()))
        }
        value => Some(value.clone()),
    }
}

/// Sets a value by its path; nothing there, and no empty record around it, where there is none.
fn put(object: &mut Map<String, Value>, path: &str, value: Option<Value>) {
    let Some((name, rest)) = path.split_once('.') else {
        match value {
            Some(value) => _ = object.insert(path.to_owned(), value),
            None => _ = object.remove(path),
        }
        return;
    };
    if value.is_none() && !object.contains_key(name) {
        return;
    }
    let inner = object.entry(name).or_insert_with(|| Value::Object(Map::new()));
    if !inner.is_object() {
        *inner = Value::Object(Map::new());
    }
    let is_empty = inner.as_object_mut().is_none_or(|inner| {
        put(inner, rest, value);
        inner.is_empty()
    });
    if is_empty {
        object.remove(name);
    }
}

fn text(text: String) -> Option<Value> {
    (!text.trim().is_empty()).then_some(Value::String(text))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(values: impl Iterator<Item = String>) -> Option<Value> {
    let values: Vec<Value> = values.filter_map(|value| text(value.trim().to_owned())).collect();
    (!values.is_empty()).then_some(Value::Array(values))
}

fn rows(fields: &[Field], name: &str, typed: &[(String, String)]) -> Option<Value> {
    let row = |index: usize| {
        let mut row = Map::new();
        fill_at(&mut row, fields, &format!("{name}[{index}]."), typed);
        (!row.is_empty()).then_some(Value::Object(row))
    };
    // One more than is allowed, so that too many are told and not cut.
    let rows: Vec<Value> = (0..=limits::LIST).filter_map(row).collect();
    (!rows.is_empty()).then_some(Value::Array(rows))
}

/// `www.verein.de`, as people write it, is an address too.
fn address(typed: &str) -> String {
    let typed = typed.trim();
    let host = typed.split(['/', '?', '#']).next().unwrap_or_default();
    let is_name = host.rsplit_once('.').is_some_and(|(_, last)| last.len() >= 2 && last.contains(char::is_alphabetic));
    let is_bare = is_name && !host.contains([':', '@', '\\']) && !typed.contains(char::is_whitespace);
    if is_bare { format!("https://{typed}") } else { typed.to_owned() }
}

/// `17.3.2024`, `3.2024`, `17. März 2024` and `March 2024`, as people write it, are dates too.
fn date(typed: &str) -> String {
    let typed = typed.trim();
    let numbers: Option<Vec<u32>> = typed.split(['.', '/']).map(|part| part.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some([day, month, year]) => format!("{year:04}-{month:02}-{day:02}"),
        Some([month, year]) => format!("{year:04}-{month:02}"),
        _ => in_words(typed).unwrap_or_else(|| typed.to_owned()),
    }
}

/// Each month in German and English, with what else it is called.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january", "jänner"],
    &["februar", "february", "feber"],
    &["märz", "march", "maerz", "mrz"],
    &["april"],
    &["mai", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["dezember", "december"],
];

/// A date with the name of its month, or the beginning of it.
fn in_words(typed: &str) -> Option<String> {
    let typed = typed.to_lowercase();
    let parts: Vec<&str> = typed.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',')).filter(|part| !part.is_empty()).collect();
    let (mut day, mut month, mut year) = (None, None, None);
    for part in parts {
        let digits = part.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        let number = digits.parse::<u32>().ok().filter(|_| digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        // Whatever comes twice, or is nothing of a date, is not for us to read.
        let known = match number {
            Some(number) if part.len() == 4 && part == digits => year.replace(number),
            Some(number) if digits.len() <= 2 => day.replace(number),
            Some(_) => return None,
            None => month.replace(month_of(part)?),
        };
        if known.is_some() {
            return None;
        }
    }
    let (year, month) = (year?, month?);
    Some(day.map_or_else(|| format!("{year:04}-{month:02}"), |day| format!("{year:04}-{month:02}-{day:02}")))
}

fn month_of(name: &str) -> Option<u32> {
    let is_it = |names: &&[&str]| names.iter().any(|known| *known == name || (name.chars().count() >= 3 && known.starts_with(name)));
    let index = MONTHS.iter().position(is_it)?;
    u32::try_from(index + 1).ok()
}

fn mark(typed: &str) -> Option<Value> {
    let typed = typed.trim();
    typed.parse::<u8>().map(Value::from).ok().or_else(|| text(typed.to_owned()))
}

/// The names and values that a form of these fields sends where nobody changed anything in it.
#[must_use]
pub fn shown(document: &Map<String, Value>, fields: &[Field]) -> Vec<(String, String)> {
    let (document, mut pairs) = (Value::Object(document.clone()), vec![]);
    fields.iter().for_each(|field| show(&document, field, field.name, &mut pairs));
    pairs
}

fn show(document: &Value, field: &Field, path: &str, pairs: &mut Vec<(String, String)>) {
    match field.input {
        Input::Choices(_) | Input::Projects => pairs.extend(texts_of(document, path).into_iter().map(|value| (path.to_owned(), value))),
        Input::Rows(cells) => {
            let rows = at(document, path).and_then(Value::as_array).map_or(0, Vec::len).min(limits::LIST + 1);
            for row in 0..rows {
                cells.iter().for_each(|cell| show(document, cell, &format!("{path}[{row}].{}", cell.name), pairs));
            }
        }
        _ => pairs.push((path.to_owned(), text_of(document, path))),
    }
}

/// The value at the path of a field as its form shows it; lists one a line, `""` where there is none.
#[must_use]
pub fn text_of(document: &Value, path: &str) -> String {
    match at(document, path) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(_)) => texts_of(document, path).join("\n"),
        _ => String::new(),
    }
}

/// The values of the list at the path of a field.
#[must_use]
pub fn texts_of(document: &Value, path: &str) -> Vec<String> {
    let list = at(document, path).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// By paths as fields have them: `make_or_buy.options[0].name`.
fn at<'a>(document: &'a Value, path: &str) -> Option<&'a Value> {
    path.split(['.', '[']).try_fold(document, |value, step| match step.strip_suffix(']') {
        Some(index) => value.get(index.parse::<usize>().ok()?),
        None => value.get(step),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{form::sections, vocabulary::Kind};
    use serde_json::json;

    fn filled(document: Value, section: &str, typed: &[(&str, &str)]) -> Value {
        let Value::Object(mut document) = document else { panic!() };
        let section = sections(Kind::Project).iter().find(|it| it.id == section).unwrap();
        let typed: Vec<_> = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        fill(&mut document, section.fields, &typed);
        Value::Object(document)
    }

    #[test]
    fn only_the_fields_of_a_section_change_and_what_is_blank_goes() {
        let before = json!({"title": "Alt", "solution": "Bleibt", "phase_reason": "Geht", "place": "Köln"});
        let after = filled(
            before,
            "basics",
            &[("title", "Neu"), ("phase_reason", "  "), ("topics", "care"), ("topics", "housing"), ("results", "x")],
        );
        assert_eq!(after, json!({"title": "Neu", "solution": "Bleibt", "topics": ["care", "housing"]}));
    }

    #[test]
    fn records_and_rows_hold_what_was_typed_and_no_blanks() {
        let typed = [
            ("make_or_buy.options[0].name", ""),
            ("make_or_buy.options[1].name", "Bauen"),
            ("make_or_buy.options[1].financing.weight", "3"),
            ("make_or_buy.options[1].financing.score", "viel"),
            ("make_or_buy.revisit", "3.2027"),
        ];
        let document = filled(json!({}), "make-or-buy", &typed);
        let option = json!({"name": "Bauen", "financing": {"weight": 3, "score": "viel"}});
        assert_eq!(document, json!({"make_or_buy": {"options": [option], "revisit": "2027-03"}}));
        assert_eq!(text_of(&document, "make_or_buy.options[0].financing.weight"), "3");
        assert_eq!(filled(document, "make-or-buy", &[]), json!({}));
    }

    #[test]
    fn people_write_addresses_and_dates_their_own_way() {
        let typed = [("website", "www.verein-beispiel.de/ki"), ("sources", "https://a.de\r\n\r\nb.de\n javascript:alert(1)")];
        let document = filled(json!({}), "links", &typed);
        assert_eq!(document["website"], "https://www.verein-beispiel.de/ki");
        assert_eq!(document["sources"], json!(["https://a.de", "https://b.de", "javascript:alert(1)"]));
        for (typed, kept) in [
            ("verein.de?seite=a:b", "https://verein.de?seite=a:b"),
            ("a:b@verein.de", "a:b@verein.de"),
            ("evil.de\\@verein.de", "evil.de\\@verein.de"),
            ("z.B.", "z.B."),
            ("192.168.0.1", "192.168.0.1"),
            ("Verein e.V. Köln", "Verein e.V. Köln"),
            ("data:text/html,x.de", "data:text/html,x.de"),
        ] {
            assert_eq!(address(typed), kept, "{typed}");
        }
        let document = filled(json!({}), "people", &[("started", "17.3.2024"), ("ended", "demnächst")]);
        assert_eq!((&document["started"], &document["ended"]), (&json!("2024-03-17"), &json!("demnächst")));
    }

    #[test]
    fn months_have_names() {
        for (typed, read) in [
            ("März 2025", "2025-03"),
            ("March 2025", "2025-03"),
            (" mär. 2025", "2025-03"),
            ("Mai 2024", "2024-05"),
            ("Sept. 2024", "2024-09"),
            ("17. März 2024", "2024-03-17"),
            ("17 Dezember 2024", "2024-12-17"),
            ("March 3rd, 2024", "2024-03-03"),
            ("1 October 2024", "2024-10-01"),
            ("31. Februar 2025", "2025-02-31"),
            // Which one?
            ("Ju 2025", "Ju 2025"),
            ("Ma 2025", "Ma 2025"),
            ("März", "März"),
            ("Frühling 2025", "Frühling 2025"),
            ("März April 2025", "März April 2025"),
            ("ab März 2025", "ab März 2025"),
            ("März 25", "März 25"),
            ("2024-03", "2024-03"),
        ] {
            assert_eq!(date(typed), read, "{typed}");
        }
    }

    #[test]
    fn names_with_nothing_behind_them_say_nothing() {
        let checked = json!({
            "title": "T", "results": "", "topics": [], "started": null, "phase_zero": {"data_check": "", "risk_check": null},
            "make_or_buy": {"options": [{"name": "Bauen", "financing": {"weight": 0, "score": 3, "note": ""}, "scalability": null}], "decision": ""},
        });
        let Value::Object(document) = &checked else { panic!() };
        for name in ["results", "topics", "started", "phase_zero", "phase_zero.data_check", "make_or_buy.decision", "website"] {
            assert_eq!(value_of(document, name), None, "{name}");
        }
        let typed = json!({"title": "T", "make_or_buy": {"options": [{"name": "Bauen", "financing": {"weight": 0, "score": 3}}]}});
        assert_eq!(said(&checked), Some(typed));
    }
}
