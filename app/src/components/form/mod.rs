//! The fields of an entry's form, drawn from [`domain::form`].

mod choose;
mod frame;
mod rows;
mod write;

use super::{field::sentence, meanings::Meanings};
use crate::{
    context::{Attempt, lang},
    i18n::t,
};
use domain::{
    Problem,
    error::FieldError,
    form::{Field, Input},
    text::Slug,
    vocabulary::Kind,
};
use leptos::prelude::*;
use serde_json::{Map, Value};
use std::sync::Arc;

/// What a form shows in its fields.
#[derive(Clone)]
pub struct Filled(Arc<Values>);

#[derive(Clone)]
struct Values {
    kind: Kind,
    document: Value,
    problems: Vec<FieldError>,
    theirs: Option<Value>,
    projects: Vec<(Slug, String)>,
}

impl Filled {
    /// A form of this kind with what a document says in it, right or wrong.
    pub fn new(kind: Kind, document: Value) -> Self {
        Self(Arc::new(Values { kind, document, problems: vec![], theirs: None, projects: vec![] }))
    }

    /// A form with what was sent in these of its fields and what is wrong with it; where nothing was, with the document.
    pub fn sent(kind: Kind, mut document: Map<String, Value>, fields: &[Field], attempt: Option<&Attempt>) -> Self {
        if let Some(attempt) = attempt {
            domain::form::fill(&mut document, fields, &attempt.typed);
        }
        let problems = attempt.map(|attempt| attempt.wrong().to_vec()).unwrap_or_default();
        Self::new(kind, Value::Object(document)).with_problems(problems)
    }

    /// With what is wrong, shown at its field.
    pub fn with_problems(self, problems: Vec<FieldError>) -> Self {
        self.with(|values| values.problems = problems)
    }

    /// With what somebody else saved meanwhile, shown where it differs.
    pub fn with_theirs(self, theirs: Option<Value>) -> Self {
        self.with(|values| values.theirs = theirs)
    }

    /// With projects to choose from.
    pub fn with_projects(self, projects: Vec<(Slug, String)>) -> Self {
        self.with(|values| values.projects = projects)
    }

    fn with(self, change: impl FnOnce(&mut Values)) -> Self {
        let mut values = Arc::unwrap_or_clone(self.0);
        change(&mut values);
        Self(Arc::new(values))
    }

    fn text(&self, path: &str) -> String {
        domain::form::text_of(&self.0.document, path)
    }

    fn texts(&self, path: &str) -> Vec<String> {
        domain::form::texts_of(&self.0.document, path)
    }

    /// What somebody else saved in a field, where it is something else.
    fn theirs(&self, path: &str) -> Option<String> {
        let theirs = domain::form::text_of(self.0.theirs.as_ref()?, path);
        (theirs != self.text(path)).then_some(theirs)
    }

    /// What is wrong with a field, in sentences.
    fn wrong(&self, path: &str, input: Input) -> Vec<String> {
        let is_list = matches!(input, Input::Choices(_) | Input::Lines | Input::Addresses | Input::Projects);
        let is_here = |error: &&FieldError| {
            error.field == path || (is_list && error.field.strip_prefix(path).is_some_and(|rest| rest.starts_with('[')))
        };
        self.0.problems.iter().filter(is_here).map(|error| self.sentence(error, input)).collect()
    }

    /// Of several lines, which one.
    fn sentence(&self, error: &FieldError, input: Input) -> String {
        let said = sentence(&error.problem, is_chosen(input));
        let value = self.text(&error.field);
        let is_line = error.field.ends_with(']') && !value.is_empty() && !matches!(error.problem, Problem::UnknownReference { .. });
        if is_line { format!("{}: {said}", t!("quoted", word = value)) } else { said }
    }

    fn is_first_wrong(&self, path: &str) -> bool {
        self.0.problems.first().is_some_and(|error| error.field.split('[').next() == Some(path) || error.field == path)
    }
}

/// Whether something is chosen there, and nothing written.
pub fn is_chosen(input: Input) -> bool {
    matches!(input, Input::Choice(_) | Input::Choices(_) | Input::Projects)
}

/// Fields of a form, one below the other.
#[component]
pub fn Fields(fields: &'static [Field], filled: Filled) -> impl IntoView {
    fields
        .iter()
        .map(|field| view! { <FormField field=*field path=field.name.to_owned() key=field.name.to_owned() filled=filled.clone()/> })
        .collect_view()
}

/// One field. `path` is where its value stands, `key` which words are its own.
#[component]
fn FormField(field: Field, path: String, key: String, filled: Filled) -> impl IntoView {
    match field.input {
        Input::Line | Input::Place | Input::Address | Input::Date | Input::Mark => {
            view! { <write::OneLine field path key filled/> }.into_any()
        }
        Input::Short | Input::Passage | Input::Lines | Input::Addresses => view! { <write::Several field path key filled/> }.into_any(),
        Input::Choice(choices) => view! { <choose::OneOf field path key filled choices/><Meanings choices/> }.into_any(),
        Input::Choices(choices) => {
            let offered = choices.iter().map(|choice| (choice.id.to_owned(), choice.label(lang()).to_owned())).collect();
            view! { <choose::AnyOf field path key filled offered/><Meanings choices/> }.into_any()
        }
        Input::Projects => {
            let offered = filled.0.projects.iter().map(|(slug, title)| (slug.to_string(), title.clone())).collect();
            view! { <choose::AnyOf field path key filled offered/> }.into_any()
        }
        Input::Rows(fields) => view! { <rows::Rows fields path key filled/> }.into_any(),
    }
}
