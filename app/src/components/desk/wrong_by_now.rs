//! What stands in the way of publishing what was fine when it was handed in.

use crate::{
    context::{Attempt, lang},
    i18n::{self, t},
};
use domain::{FieldError, vocabulary::Kind};
use leptos::prelude::*;

/// What became wrong with the entry since it was handed in.
#[component]
pub fn WrongByNow(kind: Kind, attempt: Option<Attempt>) -> impl IntoView {
    let is_other =
        |error: &&FieldError| !matches!(error.field.as_str(), "" | "reason" | "template" | "decision" | "organisation" | "field");
    let row = |error: &FieldError| {
        let name = error.field.split(['[', '.']).next().unwrap_or_default();
        view! { <li><strong>{i18n::field(lang(), kind, name).label}</strong>": "{error.problem.describe(lang())}</li> }
    };
    let rows: Vec<_> = attempt.iter().flat_map(Attempt::wrong).filter(is_other).map(row).collect();
    (!rows.is_empty())
        .then(|| view! { <div class="refusal" role="alert"><p>{t!("decide-wrong-by-now")}</p><ul>{rows}</ul></div> })
        .into_any()
}
