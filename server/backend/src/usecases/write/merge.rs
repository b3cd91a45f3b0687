//! Several who write at one draft: what each of them changed goes together, field by field.

use domain::form::{self, Section};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What stood in the fields of a form when it was drawn: a mark of each, which its form sends along. By it is known who
/// changed what, however often the draft was saved since.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<String, String>);

impl Seen {
    /// What a form of this section shows of a document.
    #[must_use]
    pub fn of(document: &Map<String, Value>, section: &Section) -> Self {
        Self::typed(&form::shown(document, section.fields), section)
    }

    /// What a form of this section shows where this is typed into it.
    #[must_use]
    pub fn typed(typed: &[(String, String)], section: &Section) -> Self {
        let values = read(typed, section);
        Self(section.fields.iter().map(|field| (field.name.to_owned(), mark(said(&values, field.name).as_ref()))).collect())
    }

    /// As [`Seen::write`] wrote it; what is none is passed over, and counts as not seen.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let marks = written.split(' ').filter_map(|pair| pair.split_once('='));
        Self(marks.map(|(name, mark)| (name.to_owned(), mark.to_owned())).collect())
    }

    /// For a field of the form that nobody sees.
    #[must_use]
    pub fn write(&self) -> String {
        self.0.iter().map(|(name, mark)| format!("{name}={mark}")).collect::<Vec<_>>().join(" ")
    }
}

/// A draft with what was typed into one of its sections.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// What was saved meanwhile and what was typed; where both changed the same field, what was typed.
    pub document: Map<String, Value>,
    /// The fields that both changed.
    pub torn: Vec<&'static str>,
}

/// Puts what was typed to what a draft says now. What somebody left as they had it before them says nothing new: there
/// stays what others wrote. `is_newest`: nothing was saved since the form was drawn.
#[must_use]
pub fn merge(now: &Map<String, Value>, section: &Section, typed: &[(String, String)], seen: &Seen, is_newest: bool) -> Merged {
    // As the same form would send it: what its fields make of a text is no change.
    let theirs = read(&form::shown(now, section.fields), section);
    let mine = read(typed, section);
    let mut merged = Merged { document: now.clone(), torn: vec![] };
    for field in section.fields {
        let (their, my) = (said(&theirs, field.name), said(&mine, field.name));
        if their == my {
            continue;
        }
        let before = seen.0.get(field.name);
        let is = |value: &Option<Value>| before.is_some_and(|before| *before == mark(value.as_ref()));
        if is(&my) {
            continue;
        }
        let is_untouched = is(&their) || (is_newest && before.is_none());
        if !is_untouched {
            merged.torn.push(field.name);
        }
        form::set(&mut merged.document, field.name, form::value_of(&mine, field.name).cloned());
    }
    merged
}

fn read(typed: &[(String, String)], section: &Section) -> Map<String, Value> {
    let mut document = Map::new();
    form::fill(&mut document, section.fields, typed);
    document
}

fn said(document: &Map<String, Value>, name: &str) -> Option<Value> {
    form::value_of(document, name).and_then(form::said)
}

/// So much of a hash that two texts of one author do not share it.
const MARK: usize = 8;

fn mark(value: Option<&Value>) -> String {
    let text = value.map(Value::to_string).unwrap_or_default();
    Sha256::digest(text.as_bytes()).iter().take(MARK).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{entry::Document, vocabulary::Kind};
    use proptest::{collection::vec, prelude::*, sample::select};
    use serde_json::json;

    fn section(id: &str) -> &'static Section {
        form::sections(Kind::Project).iter().find(|section| section.id == id).unwrap()
    }

    fn object(value: Value) -> Map<String, Value> {
        let Value::Object(object) = value else { panic!() };
        object
    }

    fn with(document: &Map<String, Value>, section: &Section, changes: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut typed = form::shown(document, section.fields);
        for (name, value) in changes {
            typed.retain(|(known, _)| known != name);
            typed.push(((*name).to_owned(), (*value).to_owned()));
        }
        typed
    }

    #[test]
    fn what_two_changed_in_different_fields_goes_together() {
        let (story, before) = (section("story"), object(json!({"title": "T", "solution": "Alt", "results": "Alt"})));
        let seen = Seen::of(&before, story);
        let now = object(json!({"title": "Neu", "solution": "Ihres", "results": "Alt", "images": [1]}));
        let merged = merge(&now, story, &with(&before, story, &[("results", "Meines")]), &Seen::read(&seen.write()), false);
        assert_eq!(merged.torn, Vec::<&str>::new());
        assert_eq!(Value::Object(merged.document), json!({"title": "Neu", "solution": "Ihres", "results": "Meines", "images": [1]}));
    }

    #[test]
    fn what_both_changed_is_torn_and_what_was_empty_all_along_is_not() {
        let (story, before) = (section("story"), object(json!({"solution": "Alt"})));
        let now = object(json!({"solution": "Ihres", "advice": "Ihres"}));
        let mine = with(&before, story, &[("solution", "Meines"), ("results", "Meines"), ("setbacks", " ")]);
        let merged = merge(&now, story, &mine, &Seen::of(&before, story), false);
        assert_eq!(merged.torn, ["solution"]);
        assert_eq!(Value::Object(merged.document), json!({"solution": "Meines", "results": "Meines", "advice": "Ihres"}));
        // Both the same: one wrote it.
        let same = merge(&now, story, &with(&before, story, &[("solution", "Ihres")]), &Seen::of(&before, story), false);
        assert_eq!((same.torn, same.document), (vec![], now));
    }

    #[test]
    fn a_form_that_tells_not_what_it_showed_counts_only_where_nothing_was_saved_since() {
        let (story, now) = (section("story"), object(json!({"solution": "Jetzt"})));
        let typed = [("solution".to_owned(), "Neu".to_owned())];
        assert_eq!(merge(&now, story, &typed, &Seen::default(), true).torn, Vec::<&str>::new());
        assert_eq!(merge(&now, story, &typed, &Seen::default(), false).torn, ["solution"]);
    }

    #[test]
    fn what_was_checked_meanwhile_says_the_same() {
        let option = json!({"name": "Bauen", "financing": {"weight": 1, "score": 2}});
        let draft = json!({"title": "T", "summary": "S", "problem": "P", "phase": "idea", "scope": "online", "language": "de", "make_or_buy": {"options": [option]}});
        let Ok(checked) = Document::parse(Kind::Project, draft.clone()) else { panic!() };
        let (draft, checked) = (object(draft), object(serde_json::to_value(checked).unwrap()));
        for section in form::sections(Kind::Project) {
            assert_eq!(Seen::of(&draft, section), Seen::of(&checked, section));
            let merged = merge(&checked, section, &form::shown(&draft, section.fields), &Seen::default(), false);
            assert_eq!((merged.torn, merged.document), (vec![], checked.clone()));
        }
    }

    fn changes() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
        let names = ["alternatives", "why_ai", "solution", "results"];
        vec((select(names.to_vec()), select(vec!["", "eins", "zwei", "drei"])), 0..5)
    }

    proptest! {
        /// Of each field: what one alone changed is there, what nobody changed is as before, and nothing is written over untold.
        #[test]
        fn nothing_that_somebody_typed_is_lost(start in changes(), theirs in changes(), mine in changes()) {
            let story = section("story");
            let mut before = Map::new();
            form::fill(&mut before, story.fields, &with(&Map::new(), story, &start));
            let mut now = before.clone();
            form::fill(&mut now, story.fields, &with(&before, story, &theirs));
            let typed = with(&before, story, &mine);
            let merged = merge(&now, story, &typed, &Seen::of(&before, story), false);
            let mut wanted = Map::new();
            form::fill(&mut wanted, story.fields, &typed);
            for field in story.fields {
                let (old, their, my) = (before.get(field.name), now.get(field.name), wanted.get(field.name));
                let is_torn = old != their && old != my && their != my;
                prop_assert_eq!(merged.torn.contains(&field.name), is_torn, "{}", field.name);
                prop_assert_eq!(merged.document.get(field.name), if my == old { their } else { my });
            }
        }
    }
}
