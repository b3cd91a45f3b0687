//! Groups of fields, as many as are needed: what is there, and one more to fill in. After saving there is another.

use super::{Filled, FormField, frame::Said};
use crate::i18n::t;
use domain::form::{Field, Input};
use leptos::prelude::*;

/// The groups at a path.
#[component]
pub fn Rows(fields: &'static [Field], path: String, key: String, filled: Filled) -> impl IntoView {
    let group = Field { name: "", input: Input::Rows(fields), is_required: false };
    let said = Said::of(&group, &path, &key, &filled);
    let there =
        (0..).take_while(|index| fields.iter().any(|cell| !filled.text(&format!("{path}[{index}].{}", cell.name)).is_empty())).count();
    let row = |index: usize| {
        let cell = |cell: &Field| {
            let (path, key) = (format!("{path}[{index}].{}", cell.name), format!("{key}-{}", cell.name));
            // A row that is left empty lacks nothing.
            let field = Field { is_required: cell.is_required && index < there, ..*cell };
            view! { <FormField field path key filled=filled.clone()/> }
        };
        view! {
            <fieldset class="form-row-of" role="group" data-cells=fields.len().to_string()>
                <legend>{t!("form-row", number = index + 1)}</legend>
                {fields.iter().map(cell).collect_view()}
            </fieldset>
        }
    };
    view! {
        <fieldset class="form-field form-rows" id=path.clone() aria-describedby=said.described.clone()>
            <legend>{said.label(&group)}</legend>
            {said.notes()}
            {(0..=there).map(row).collect_view()}
            <p class="form-note">{t!("form-more")}</p>
        </fieldset>
    }
    .into_any()
}
