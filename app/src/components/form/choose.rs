//! Fields to choose in.

use super::{Filled, frame::Said};
use crate::{context::lang, i18n::t};
use domain::{form::Field, vocabulary::Choice};
use leptos::prelude::*;

/// What a vocabulary calls "not stated".
const UNKNOWN: &str = "unknown";

/// One of a vocabulary, or none.
#[component]
pub fn OneOf(field: Field, path: String, key: String, filled: Filled, choices: &'static [Choice]) -> impl IntoView {
    let said = Said::of(&field, &path, &key, &filled);
    let (chosen, is_wrong, first) = (filled.text(&path), !said.wrong.is_empty(), filled.is_first_wrong(&path));
    let none = if field.is_required { t!("form-choose") } else { t!("unknown") };
    // What is no choice any more is kept, and told to be wrong.
    let other = (!chosen.is_empty() && !choices.iter().any(|choice| choice.id == chosen)).then(|| chosen.clone());
    // Of the two ways to say nothing, the one that is chosen; else the one that keeps nothing.
    let says_unknown = choices.iter().any(|choice| choice.id == UNKNOWN) && chosen == UNKNOWN;
    let option = |choice: &Choice| view! { <option value=choice.id selected=choice.id == chosen>{choice.label(lang())}</option> };
    view! {
        <div class="form-field" data-wrong=is_wrong.then_some("")>
            <label for=path.clone()>{said.label(&field)}</label>
            {said.notes()}
            <select id=path.clone() name=path aria-required=field.is_required.then_some("true") aria-invalid=is_wrong.then_some("true") aria-describedby=said.described autofocus=first>
                {(!says_unknown).then(|| view! { <option value="">{none}</option> })}
                {choices.iter().filter(|choice| choice.id != UNKNOWN || says_unknown).map(option).collect_view()}
                {other.map(|other| (other.clone(), other)).map(|(other, shown)| view! { <option value=other selected>{shown}</option> })}
            </select>
        </div>
    }
    .into_any()
}

/// Any of these: value and label.
#[component]
pub fn AnyOf(field: Field, path: String, key: String, filled: Filled, offered: Vec<(String, String)>) -> impl IntoView {
    let said = Said::of(&field, &path, &key, &filled);
    let chosen = filled.texts(&path);
    let is_empty = offered.is_empty();
    let is_wrong = !said.wrong.is_empty();
    let others =
        chosen.iter().filter(|value| !offered.iter().any(|(known, _)| known == *value)).map(|value| (value.clone(), value.clone()));
    let all: Vec<(String, String)> = offered.iter().cloned().chain(others).collect();
    let name = path.clone();
    let one = move |(value, label): (String, String)| {
        let is_chosen = chosen.contains(&value);
        view! { <label class="form-tick"><input type="checkbox" name=name.clone() value=value checked=is_chosen/><span>{label}</span></label> }
    };
    view! {
        <fieldset class="form-field" id=path data-wrong=is_wrong.then_some("") aria-describedby=said.described.clone()>
            <legend>{said.label(&field)}</legend>
            {said.notes()}
            {is_empty.then(|| view! { <p class="form-note">{t!("form-nothing-to-choose")}</p> })}
            <div class="form-ticks">{all.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
