//! What stands around a field: its name, what helps, what is wrong, and what somebody else wrote.

use super::Filled;
use crate::{
    context::lang,
    i18n::{self, Words, t},
};
use domain::form::Field;
use leptos::prelude::*;

/// All that is said beside a field.
pub struct Said {
    /// Its words.
    pub words: Words,
    /// What is wrong with it.
    pub wrong: Vec<String>,
    /// What somebody else saved.
    pub theirs: Option<String>,
    /// Ids of what describes it.
    pub described: Option<String>,
    path: String,
    is_either: bool,
}

impl Said {
    /// What is said of the field whose value stands at this path.
    pub fn of(field: &Field, path: &str, key: &str, filled: &Filled) -> Self {
        let words = i18n::field(lang(), filled.0.kind, key);
        let (wrong, theirs) = (filled.wrong(path, field.input), filled.theirs(path));
        let parts = [("help", words.help.is_some() || words.example.is_some()), ("wrong", !wrong.is_empty()), ("theirs", theirs.is_some())];
        let ids: Vec<String> = parts.iter().filter(|(_, is_there)| *is_there).map(|(part, _)| format!("{path}-{part}")).collect();
        Self {
            words,
            wrong,
            theirs,
            described: (!ids.is_empty()).then(|| ids.join(" ")),
            path: path.to_owned(),
            is_either: domain::form::is_either(filled.0.kind, path),
        }
    }

    /// The name, and whether it may be left out.
    pub fn label(&self, field: &Field) -> impl IntoView + use<> {
        let name = self.words.label.clone();
        let must = match field.is_required {
            true => Some(t!("form-must")),
            false => self.is_either.then(|| t!("form-either")),
        };
        let must = must.map(|must| view! { <span class="form-must">{must}</span> });
        view! { {name}" "{must} }
    }

    /// What stands between the name and the field.
    pub fn notes(&self) -> impl IntoView + use<> {
        let Words { help, example, .. } = self.words.clone();
        let id = |part: &str| format!("{}-{part}", self.path);
        let (help_id, wrong_id, theirs_id) = (id("help"), id("wrong"), id("theirs"));
        let example = example.map(|example| view! { <span class="form-example">{t!("form-example", text = example)}</span> });
        let help = (help.is_some() || example.is_some()).then(|| view! { <p class="form-help" id=help_id>{help}" "{example}</p> });
        let wrong = (!self.wrong.is_empty()).then(|| view! { <p class="form-wrong" id=wrong_id>{self.wrong.join(" ")}</p> });
        let theirs = self.theirs.clone().map(|theirs| view! {
            <div class="form-theirs" id=theirs_id><p>{t!("form-theirs")}</p><blockquote>{if theirs.is_empty() { t!("form-theirs-nothing") } else { theirs }}</blockquote></div>
        });
        view! { {help}{wrong}{theirs} }
    }
}
