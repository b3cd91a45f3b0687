//! What authors fill in: for each kind of entry the sections of its form, and the fields in them, in their order.
//!
//! Names are those of the interchange format, nested ones with a dot, as errors name them. To add a field: a line in
//! `form/table.rs`, its words in `app/i18n/*/form.ftl`.

mod fill;
mod problems;
mod table;

pub use fill::{fill, said, set, shown, text_of, texts_of, value_of};
pub use problems::{in_order, problems};

use crate::vocabulary::{Choice, Kind};
use table::{LESSON, ORGANISATION, PROJECT, QUICK_LESSON, QUICK_PROJECT, SUGGESTED_LESSON, SUGGESTED_PROJECT};

/// How something is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line,
    /// Some lines of plain text.
    Short,
    /// Markdown.
    Passage,
    /// A town or postcode, looked up when it is saved.
    Place,
    /// A web address.
    Address,
    /// A year, a month or a day.
    Date,
    /// From 0 to 5.
    Mark,
    /// One of these.
    Choice(&'static [Choice]),
    /// Any of these.
    Choices(&'static [Choice]),
    /// Several lines, each a value.
    Lines,
    /// Several web addresses, one a line.
    Addresses,
    /// Projects that are there already.
    Projects,
    /// Groups of fields, as many as are needed.
    Rows(&'static [Field]),
}

/// One field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// As in the document.
    pub name: &'static str,
    /// How it is entered.
    pub input: Input,
    /// Whether nothing is published without.
    pub is_required: bool,
}

/// Fields that belong together: one page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// As in addresses.
    pub id: &'static str,
    /// In their order.
    pub fields: &'static [Field],
}

/// What helps readers most, most helpful first: what a form suggests next.
#[must_use]
pub fn wanted(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Project => &[
            "topics",
            "solution",
            "setbacks",
            "advice",
            "results",
            "why_ai",
            "alternatives",
            "offers",
            "techniques",
            "effort_band",
            "cost_band",
            "personal_data",
            "target_groups",
            "website",
            "started",
        ],
        Kind::Lesson => &["recommendation", "tried", "context", "themes", "applies_when", "not_when", "projects"],
        Kind::Organisation => &["description", "place", "website", "offers", "seeks"],
    }
}

/// How much a document tells of what [`told`] counts, in hundredths.
#[must_use]
pub fn completeness(kind: Kind, document: &serde_json::Map<String, serde_json::Value>) -> i64 {
    let (there, of, _) = told(kind, document);
    i64::try_from(there * 100 / of.max(1)).unwrap_or_default()
}

/// Whether a field is one of two, of which one has to be there: where a project is, or how far it reaches.
#[must_use]
pub fn is_either(kind: Kind, name: &str) -> bool {
    kind == Kind::Project && matches!(name, "place" | "scope")
}

/// How much a document tells of what it cannot go without and of what helps readers most: how much is there, of how much,
/// and what is missing, what is needed first, then what helps most.
#[must_use]
pub fn told(kind: Kind, document: &serde_json::Map<String, serde_json::Value>) -> (usize, usize, Vec<&'static str>) {
    let needed = sections(kind).iter().flat_map(|section| section.fields).filter(|field| field.is_required).map(|field| field.name);
    let either = (kind == Kind::Project).then_some("place");
    let counted: Vec<&str> = needed.chain(either).chain(wanted(kind).iter().copied()).collect();
    let is_there = |name: &str| value_of(document, name).is_some();
    let is_told = |name: &str| is_there(name) || (is_either(kind, name) && is_there("scope"));
    let missing: Vec<&str> = counted.iter().copied().filter(|name| !is_told(name)).collect();
    (counted.len() - missing.len(), counted.len(), missing)
}

/// The sections of a kind's form.
#[must_use]
pub fn sections(kind: Kind) -> &'static [Section] {
    match kind {
        Kind::Project => PROJECT,
        Kind::Lesson => LESSON,
        Kind::Organisation => ORGANISATION,
    }
}

/// What a new entry begins with.
#[must_use]
pub fn quick(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Project => QUICK_PROJECT,
        Kind::Lesson => QUICK_LESSON,
        Kind::Organisation => ORGANISATION[0].fields,
    }
}

/// What readers without an account tell of something that is not there yet.
#[must_use]
pub fn suggested(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Project => SUGGESTED_PROJECT,
        Kind::Lesson => SUGGESTED_LESSON,
        Kind::Organisation => ORGANISATION[0].fields,
    }
}

/// The section in which a field stands, by the path of an error.
#[must_use]
pub fn section_of(kind: Kind, path: &str) -> Option<&'static Section> {
    sections(kind).iter().find(|section| section.fields.iter().any(|field| is_of(field, path)))
}

/// The field that an error at this path belongs to.
#[must_use]
pub fn field_of(kind: Kind, path: &str) -> Option<&'static Field> {
    sections(kind).iter().flat_map(|section| section.fields).find(|field| is_of(field, path))
}

/// Whether an error at this path is the field's; what is wrong with a record as a whole is that of its first field.
fn is_of(field: &Field, path: &str) -> bool {
    let rest = |whole: &str, start: &str| whole.strip_prefix(start).map(str::to_owned);
    rest(path, field.name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
        || rest(field.name, path).is_some_and(|rest| rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Document;
    use serde_json::json;

    /// Every field of the documents can be filled in, but for what has a way of its own.
    #[test]
    fn every_field_of_a_document_stands_in_its_form() {
        let own_way = ["organisation", "lat", "lon", "images"];
        for kind in Kind::ALL {
            let Err(errors) = Document::parse(*kind, json!({"no such field": 1})) else { panic!() };
            let crate::Problem::UnknownName { allowed } = &errors[0].problem else { panic!("{errors:?}") };
            let missing: Vec<_> = allowed
                .iter()
                .filter(|name| section_of(*kind, name).is_none() && !own_way.contains(&name.as_str()) && *name != "project")
                .collect();
            assert!(missing.is_empty(), "{kind}: {missing:?}");
            let unknown =
                sections(*kind).iter().flat_map(|section| section.fields).map(|field| field.name.split('.').next().unwrap_or_default());
            let unknown: Vec<_> = unknown.filter(|name| !allowed.iter().any(|allowed| allowed == name)).collect();
            assert!(unknown.is_empty(), "{kind}: {unknown:?}");
        }
    }

    #[test]
    fn errors_find_their_section() {
        let of = |path| section_of(Kind::Project, path).map(|section| section.id);
        assert_eq!(of("partners[2].name"), Some("people"));
        assert_eq!(of("make_or_buy"), Some("make-or-buy"));
        assert_eq!(of("make_or_buy.options[0].financing.score"), Some("make-or-buy"));
        assert_eq!((of("lat"), of("titles")), (None, None));
    }

    #[test]
    fn what_says_nothing_is_not_counted_however_it_is_written() {
        let object = |value: serde_json::Value| value.as_object().cloned().unwrap();
        let quick = object(json!({"title": "T", "problem": "P", "summary": "S", "phase": "pilot", "scope": "online"}));
        // As it is kept once it was checked.
        let Ok(checked) = Document::parse(Kind::Project, quick.clone().into()) else { panic!() };
        let checked = object(serde_json::to_value(checked).unwrap());
        for document in [&quick, &checked] {
            let (there, of, missing) = told(Kind::Project, document);
            assert_eq!((there, of, missing.len(), missing.first().copied()), (5, 20, 15, Some("topics")));
            assert_eq!(completeness(Kind::Project, document), 25);
        }
        let (there, of, missing) = told(Kind::Project, &object(json!({"topics": ["care"]})));
        assert_eq!((there, of, &missing[..5]), (1, 20, &["title", "problem", "summary", "phase", "place"][..]));
        for kind in Kind::ALL {
            let (_, of, missing) = told(*kind, &object(json!({})));
            let twice: std::collections::HashSet<_> = missing.iter().collect();
            assert_eq!((twice.len(), missing.len()), (of, of), "{kind}");
        }
    }

    #[test]
    fn what_is_wanted_can_be_filled_in() {
        for kind in Kind::ALL {
            assert!(wanted(*kind).iter().all(|name| section_of(*kind, name).is_some()));
        }
    }
}
