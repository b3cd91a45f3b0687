//! Fields to write into.

use super::{Filled, frame::Said};
use domain::{
    form::{Field, Input},
    limits,
};
use leptos::prelude::*;

/// One line.
#[component]
pub fn OneLine(field: Field, path: String, key: String, filled: Filled) -> impl IntoView {
    let said = Said::of(&field, &path, &key, &filled);
    let (input_type, inputmode, autocomplete) = match field.input {
        // As text: what is wrong is told by us, in words, and nothing typed is dropped by the browser.
        Input::Address => ("text", Some("url"), "off"),
        Input::Mark => ("text", Some("numeric"), "off"),
        Input::Place => ("text", None, "address-level2"),
        _ => ("text", None, "off"),
    };
    let is_wrong = !said.wrong.is_empty();
    let (value, first) = (filled.text(&path), filled.is_first_wrong(&path));
    view! {
        <div class="form-field" data-wrong=is_wrong.then_some("") data-size=matches!(field.input, Input::Mark | Input::Date).then_some("small")>
            <label for=path.clone()>{said.label(&field)}</label>
            {said.notes()}
            <input id=path.clone() name=path type=input_type value=value inputmode=inputmode autocomplete=autocomplete
                aria-required=field.is_required.then_some("true") aria-invalid=is_wrong.then_some("true") aria-describedby=said.described autofocus=first/>
        </div>
    }
    .into_any()
}

/// Several lines.
#[component]
pub fn Several(field: Field, path: String, key: String, filled: Filled) -> impl IntoView {
    let said = Said::of(&field, &path, &key, &filled);
    let is_wrong = !said.wrong.is_empty();
    let (value, first) = (filled.text(&path), filled.is_first_wrong(&path));
    let rows = if field.input == Input::Passage { "6" } else { "3" };
    let most = match field.input {
        Input::Short => Some(limits::SUMMARY),
        Input::Passage => Some(limits::PASSAGE),
        _ => None,
    };
    view! {
        <div class="form-field" data-wrong=is_wrong.then_some("")>
            <label for=path.clone()>{said.label(&field)}</label>
            {said.notes()}
            // A line break at its very beginning would be dropped by browsers.
            <textarea id=path.clone() name=path rows=rows data-most=most.map(|most| most.to_string()) autocomplete="off"
                aria-required=field.is_required.then_some("true") aria-invalid=is_wrong.then_some("true") aria-describedby=said.described autofocus=first
            >{format!("\n{value}")}</textarea>
        </div>
    }
    .into_any()
}
