//! Whatever is sent to a form is kept or refused by its field, and never breaks anything.

use domain::{
    entry::Document,
    form::{self, Field, Input},
    vocabulary::Kind,
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Map, Value};

/// Names as browsers send them: those of the form, some with rows, and made-up ones.
fn names(kind: Kind) -> Vec<String> {
    let fields = form::sections(kind).iter().flat_map(|section| section.fields);
    let named = |field: &Field| match field.input {
        Input::Rows(cells) => cells.iter().flat_map(|cell| [0, 1, 7].map(|row| format!("{}[{row}].{}", field.name, cell.name))).collect(),
        _ => vec![field.name.to_owned()],
    };
    let more = ["lat", "organisation", "images", "title[0]", "make_or_buy", "partners[99999999999].name", "a.b.c"].map(str::to_owned);
    fields.flat_map(named).chain(more).collect()
}

fn values() -> impl Strategy<Value = String> {
    let known = [
        "",
        " ",
        "idea",
        "worked",
        "association",
        "care",
        "town",
        "2024",
        "31.2.2024",
        "3",
        "9",
        "-1",
        "1e9",
        "https://a.de",
        "www.a.de",
        "javascript:alert(1)",
        "data:text/html,x",
        "\u{202e}gpj.exe",
        "\u{200b}",
        "a\r\nBcc: x@y.de",
        "{\"title\":1}",
        "null",
    ];
    prop_oneof![4 => select(known.map(str::to_owned).to_vec()), 2 => any::<String>(), 1 => "x{0,9000}"]
}

fn typed(kind: Kind) -> impl Strategy<Value = Vec<(String, String)>> {
    vec((select(names(kind)), values()), 0..40)
}

fn kinds() -> impl Strategy<Value = (Kind, Vec<(String, String)>)> {
    select(Kind::ALL.to_vec()).prop_flat_map(|kind| (Just(kind), typed(kind)))
}

fn filled(kind: Kind, typed: &[(String, String)]) -> Map<String, Value> {
    let mut document = Map::new();
    form::sections(kind).iter().for_each(|section| form::fill(&mut document, section.fields, typed));
    document
}

proptest! {
    #[test]
    fn a_draft_has_problems_or_can_be_published((kind, typed) in kinds()) {
        let document = filled(kind, &typed);
        let problems = form::problems(kind, &document);
        let parsed = Document::parse(kind, Value::Object(document.clone()));
        prop_assert_eq!(problems.is_empty(), parsed.is_ok(), "{:?} {:?}", problems, parsed);
        for problem in &problems {
            prop_assert!(form::section_of(kind, &problem.field).is_some(), "{} has no place in the form: {:?}", problem.field, document);
        }
    }

    #[test]
    fn what_a_form_shows_is_what_it_keeps((kind, typed) in kinds()) {
        let document = filled(kind, &typed);
        let shown: Vec<_> = form::sections(kind).iter().flat_map(|section| form::shown(&document, section.fields)).collect();
        prop_assert_eq!(filled(kind, &shown), document);
    }

    #[test]
    fn what_is_published_holds_no_address_but_of_the_web_and_no_hidden_character((kind, typed) in kinds()) {
        let mut document = filled(kind, &typed);
        // What is wrong goes, and what is needed comes: else hardly any could be published.
        for problem in form::problems(kind, &document) {
            let name = problem.field.split(['.', '[']).next().unwrap_or_default();
            document.remove(name);
        }
        for (name, value) in [("title", "T"), ("name", "N"), ("summary", "S"), ("problem", "P"), ("insight", "I"), ("phase", "idea"), ("scope", "online"), ("outcome", "open"), ("kind", "network")] {
            let is_needed = form::field_of(kind, name).is_some_and(|field| field.is_required || name == "scope");
            if is_needed && !document.contains_key(name) {
                document.insert(name.into(), value.into());
            }
        }
        let document = Document::parse(kind, Value::Object(document)).map_err(|errors| TestCaseError::fail(format!("{errors:?}")))?;
        let text = serde_json::to_string(&document).unwrap();
        prop_assert!(!text.contains('\u{202e}') && !text.contains('\u{200b}'), "{}", text);
        let Value::Object(document) = serde_json::to_value(&document).unwrap() else { panic!() };
        for name in ["website", "open_source_url"] {
            let address = document.get(name).and_then(Value::as_str).unwrap_or("https://");
            prop_assert!(address.starts_with("http://") || address.starts_with("https://"), "{}", address);
        }
    }
}
