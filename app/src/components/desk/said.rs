//! What is missing at the editors' desk, said by what is to be done.

use crate::{
    context::{Attempt, lang},
    i18n::t,
};
use domain::{FieldError, Problem};
use leptos::prelude::*;

/// What is wrong with a field, in a sentence.
pub fn said(error: &FieldError) -> String {
    let missing = (error.problem == Problem::Required).then(|| missing(&error.field)).flatten();
    missing.unwrap_or_else(|| error.problem.describe(lang()))
}

/// What is to be done where this field of the desk is left empty: `missing` of a [`Field`](crate::components::field::Field).
pub fn missing(field: &str) -> Option<String> {
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
    let row = |error: &FieldError| {
        let (_, id) = at.iter().find(|(field, _)| *field == error.field)?;
        Some(view! { <li><a href=format!("#{id}")>{said(error)}</a></li> })
    };
    let rows: Vec<_> = attempt.iter().flat_map(Attempt::wrong).filter_map(row).collect();
    (!rows.is_empty()).then(|| view! { <div class="refusal" role="alert"><ul class="plain-list">{rows}</ul></div> }).into_any()
}

/// Fields whose ids are their names.
pub fn by_name(names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().map(|name| (*name, (*name).to_owned())).collect()
}

/// What is wrong with one field, where it stands.
pub fn wrong_at(attempt: Option<&Attempt>, field: &str) -> Option<String> {
    attempt?.wrong_at(field).map(said)
}
