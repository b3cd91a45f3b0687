//! One field of a form: its label, what helps, what is wrong, and what was typed.

use crate::context::{Attempt, lang};
use domain::Error;
use leptos::prelude::*;

/// A field with one line.
#[component]
pub fn Field(
    name: &'static str,
    label: String,
    #[prop(optional, into)] help: String,
    /// `email`, `text` …
    #[prop(default = "text")]
    input_type: &'static str,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] inputmode: Option<&'static str>,
    /// What was sent before, where it was refused.
    attempt: Option<Attempt>,
) -> impl IntoView {
    let wrong = attempt.as_ref().and_then(|attempt| problem(&attempt.error, name));
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed(name)).unwrap_or_default().to_owned();
    let (help_id, wrong_id) = (format!("{name}-help"), format!("{name}-wrong"));
    let described = [(!help.is_empty()).then(|| help_id.clone()), wrong.is_some().then(|| wrong_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_wrong = wrong.is_some();
    view! {
        <div class="form-field" data-wrong=is_wrong.then_some("")>
            <label for=name>{label}</label>
            {(!help.is_empty()).then(|| view! { <p class="form-help" id=help_id>{help}</p> })}
            {wrong.map(|wrong| view! { <p class="form-wrong" id=wrong_id>{wrong}</p> })}
            <input
                id=name name=name type=input_type value=typed required autocomplete=autocomplete inputmode=inputmode
                aria-describedby=(!described.is_empty()).then_some(described) aria-invalid=is_wrong.then_some("true") autofocus=is_wrong
            />
        </div>
    }
    .into_any()
}

fn problem(error: &Error, name: &str) -> Option<String> {
    let Error::Invalid(fields) = error else { return None };
    fields.iter().find(|field| field.field == name).map(|field| field.problem.describe(lang()))
}

/// What is wrong with the whole of a form, where it is no field's fault.
#[component]
pub fn Refusal(attempt: Option<Attempt>) -> impl IntoView {
    let error = attempt.map(|attempt| attempt.error).filter(|error| !matches!(error, Error::Invalid(_)));
    error
        .map(|error| {
            let (title, text) = super::failure::words(&error);
            view! { <div class="refusal" role="alert"><p><strong>{title}</strong></p><p>{text}</p></div> }
        })
        .into_any()
}
