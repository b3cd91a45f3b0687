//! How moderators explain the values of a vocabulary.

use crate::{context::lang, i18n::t};
use domain::{vocabulary::Choice, words::about};
use leptos::prelude::*;

/// Those that are explained, folded away; nothing where none is.
#[component]
pub fn Meanings(choices: &'static [Choice]) -> impl IntoView {
    let lang = lang();
    let explained: Vec<_> = choices.iter().filter_map(|choice| Some((choice.label(lang), about(choice, lang)?))).collect();
    let row = |(label, about)| view! { <div><dt>{label}</dt><dd>{about}</dd></div> };
    (!explained.is_empty())
        .then(|| view! { <details class="meanings"><summary>{t!("meanings")}</summary><dl>{explained.into_iter().map(row).collect_view()}</dl></details> })
        .into_any()
}
