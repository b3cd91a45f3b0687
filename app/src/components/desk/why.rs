//! Why something is decided so: a reason that is kept, and words of one's own.

use super::wrong_at;
use crate::{context::Attempt, i18n::t};
use leptos::prelude::*;

/// Both fields. What was typed stays.
#[component]
pub fn Why(
    /// Id and name of those that are kept.
    templates: Vec<(String, String)>,
    #[prop(default = 3)] rows: u32,
    attempt: Option<Attempt>,
) -> impl IntoView {
    let typed = |name: &str| attempt.as_ref().and_then(|attempt| attempt.typed(name)).unwrap_or_default().to_owned();
    let (wrong, gone) = (wrong_at(attempt.as_ref(), "reason"), wrong_at(attempt.as_ref(), "template"));
    let (reason, chosen, is_wrong, is_gone) = (typed("reason"), typed("template"), wrong.is_some(), gone.is_some());
    let described = if is_wrong { "reason-help reason-wrong" } else { "reason-help" };
    let described_template = if is_gone { "template-help template-wrong" } else { "template-help" };
    let option = |(id, name): (String, String)| view! { <option value=id.clone() selected=id == chosen>{name}</option> };
    view! {
        <div class="decide-why">
            <div class="form-field" data-wrong=is_gone.then_some("")>
                <label for="template">{t!("decide-template")}</label>
                {gone.map(|gone| view! { <p class="form-wrong" id="template-wrong">{gone}</p> })}
                <select id="template" name="template" aria-describedby=described_template aria-invalid=is_gone.then_some("true") autofocus=is_gone>
                    <option value="">{t!("decide-template-none")}</option>
                    {templates.into_iter().map(option).collect_view()}
                </select>
                <p class="form-help" id="template-help">{t!("decide-template-help")}</p>
            </div>
            <div class="form-field" data-wrong=is_wrong.then_some("")>
                <label for="reason">{t!("decide-reason")}</label>
                {wrong.map(|wrong| view! { <p class="form-wrong" id="reason-wrong">{wrong}</p> })}
                <textarea id="reason" name="reason" rows=rows aria-describedby=described aria-invalid=is_wrong.then_some("true") autofocus=is_wrong && !is_gone>{format!("\n{reason}")}</textarea>
                <p class="form-help" id="reason-help">{t!("decide-reason-help")}</p>
            </div>
        </div>
    }
    .into_any()
}
