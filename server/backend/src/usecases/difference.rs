//! What one document says differently from another, field by field and word by word.

use domain::{
    Lang,
    form::{self, Field, Input},
    vocabulary::{Choice, Kind},
};
use serde_json::{Map, Value};

mod words;

use words::words;

/// A field that two documents tell differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As in the form.
    pub field: &'static str,
    /// The words of both, in order: those of both and of the older are its text, those of both and of the newer its.
    pub words: Vec<(Side, String)>,
}

impl Change {
    /// Whether the older said nothing here.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.words.iter().all(|(side, _)| *side == Side::New)
    }
}

/// In which of the two some words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In both.
    Both,
    /// Only in the older.
    Old,
    /// Only in the newer.
    New,
}

/// Pictures have a page of their own; their names are told, as another picture may go by the same words.
const PICTURES: Field = Field { name: "images", input: Input::Rows(&[cell("alt"), cell("credit"), cell("file")]), is_required: false };

const fn cell(name: &'static str) -> Field {
    Field { name, input: Input::Line, is_required: false }
}

/// All fields that differ, in the order of the form. Values of vocabularies in their words.
#[must_use]
pub fn difference(kind: Kind, lang: Lang, old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<Change> {
    let (old, new) = (Value::Object(old.clone()), Value::Object(new.clone()));
    let pictures = (kind == Kind::Project).then_some(&PICTURES);
    let fields = form::sections(kind).iter().flat_map(|section| section.fields).chain(pictures);
    let change = |field: &Field| {
        let (before, after) = (told(&old, field, field.name, lang), told(&new, field, field.name, lang));
        (before != after).then(|| Change { field: field.name, words: words(&before, &after) })
    };
    fields.filter_map(change).collect()
}

/// What a field says, in the words of pages; nothing where it says nothing.
#[must_use]
pub fn text_of(kind: Kind, lang: Lang, name: &str, document: &Map<String, Value>) -> String {
    let document = Value::Object(document.clone());
    form::field_of(kind, name).map(|field| told(&document, field, field.name, lang)).unwrap_or_default()
}

/// What a field says, as text: lists one a line, rows with their fields side by side.
fn told(document: &Value, field: &Field, path: &str, lang: Lang) -> String {
    let label = |choices: &'static [Choice], id: &str| {
        choices.iter().find(|choice| choice.id == id).map_or_else(|| id.to_owned(), |choice| choice.label(lang).to_owned())
    };
    match field.input {
        Input::Choice(choices) => label(choices, &form::text_of(document, path)),
        Input::Choices(choices) => form::texts_of(document, path).iter().map(|id| label(choices, id)).collect::<Vec<_>>().join("\n"),
        Input::Rows(fields) => {
            let row = |index: usize| {
                let cells = fields.iter().map(|cell| told(document, cell, &format!("{path}[{index}].{}", cell.name), lang));
                cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
            };
            (0..).map(row).take_while(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
        }
        _ => form::text_of(document, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_differs_is_told_word_by_word_in_the_words_of_pages() {
        let map = |value: Value| value.as_object().unwrap().clone();
        let old = map(json!({"title": "Ein Chatbot", "phase": "pilot", "partners": [{"name": "A", "role": "Träger"}], "topics": ["care"]}));
        let new = map(json!({"title": "Ein neuer Chatbot", "phase": "live", "partners": [{"name": "A"}], "topics": ["care"]}));
        let changes = difference(Kind::Project, Lang::De, &old, &new);
        assert_eq!(changes.iter().map(|change| change.field).collect::<Vec<_>>(), ["title", "phase", "partners"]);
        let both = |text: &str| (Side::Both, text.to_owned());
        assert_eq!(changes[0].words, [both("Ein "), (Side::New, "neuer ".into()), both("Chatbot")]);
        assert_eq!(changes[1].words, [(Side::Old, "Pilot".into()), (Side::New, "Im Einsatz".into())]);
        assert_eq!(changes[2].words.first(), Some(&both("A")));
        assert!(!changes[0].is_new());
        assert!(difference(Kind::Project, Lang::De, &Map::new(), &map(json!({"title": "Neu"})))[0].is_new());
    }
}
