//! What is missing at the editors' desk, said by what is to be done.

use crate::{
    context::{Attempt, here, lang},
    i18n::t,
};
use domain::{Error, FieldError, Problem};
use leptos::prelude::*;

/// What is wrong with a field, in a sentence.
pub fn said(error: &FieldError) -> String {
    missing_here(error).unwrap_or_else(|| error.problem.describe(lang()))
}

/// What is to be done where something is missing at the desk.
pub fn missing_here(error: &FieldError) -> Option<String> {
    (error.problem == Problem::Required && is_desk()).then(|| missing(&error.field)).flatten()
}

/// Where editors decide, and members beside them.
fn is_desk() -> bool {
    let path = here().path;
    path.starts_with("/moderation") || path.ends_with("/members") || (path.starts_with("/submit/") && path.contains("/suggestions/"))
}

fn missing(field: &str) -> Option<String> {
    Some(match field {
        "decision" => t!("missing-decision"),
        "picked" => t!("missing-picked"),
        "template" => t!("missing-template"),
        "reason" => t!("missing-reason"),
        "because" => t!("missing-because"),
        "answer" => t!("missing-answer"),
        "field" => t!("missing-field"),
        "text" => t!("missing-note"),
        "trust" => t!("missing-trust"),
        "ends" => t!("missing-ends"),
        _ => return None,
    })
}

/// All that is wrong, at the head of a page, with the ways to the fields.
#[component]
pub fn Summary(
    attempt: Option<Attempt>,
    /// Which fields, and the ids of where they stand.
    at: Vec<(&'static str, String)>,
) -> impl IntoView {
    let Some(Error::Invalid(errors)) = attempt.map(|attempt| attempt.error) else { return ().into_any() };
    let row = |error: &FieldError| {
        let (_, id) = at.iter().find(|(field, _)| *field == error.field)?;
        Some(view! { <li><a href=format!("#{id}")>{said(error)}</a></li> })
    };
    let rows: Vec<_> = errors.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| view! { <div class="refusal" role="alert"><ul class="plain-list">{rows}</ul></div> }).into_any()
}

/// Fields whose ids are their names.
pub fn by_name(names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().map(|name| (*name, (*name).to_owned())).collect()
}

/// What is wrong with one field, where it stands.
pub fn wrong_at(attempt: Option<&Attempt>, field: &str) -> Option<String> {
    let Error::Invalid(errors) = &attempt?.error else { return None };
    errors.iter().find(|error| error.field == field).map(said)
}
