//! One field of a form: its label, what helps, what is wrong, and what was typed.

use crate::{
    context::{Attempt, lang},
    i18n::t,
};
use domain::{Error, Problem};
use leptos::prelude::*;

/// What is wrong with a field, in sentences; where nothing was chosen, nobody is asked to write.
pub fn sentence(problem: &Problem, is_choice: bool) -> String {
    if is_choice && *problem == Problem::Required { t!("form-choose-please") } else { problem.describe(lang()) }
}

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
    #[prop(default = true)] required: bool,
    /// What was sent before, where it was refused.
    attempt: Option<Attempt>,
    /// What to say where nothing was sent.
    #[prop(optional_no_strip)]
    missing: Option<String>,
) -> impl IntoView {
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed(name)).unwrap_or_default().to_owned();
    let described = Described::of(name, &help, attempt.as_ref(), missing, false);
    view! {
        <div class="form-field" data-wrong=described.is_wrong().then_some("")>
            <label for=name>{label}</label>
            {described.words()}
            <input
                id=name name=name type=input_type value=typed required=required autocomplete=autocomplete inputmode=inputmode
                aria-describedby=described.by() aria-invalid=described.is_wrong().then_some("true") autofocus=described.is_wrong()
            />
        </div>
    }
    .into_any()
}

/// One of several values; none is chosen before.
#[component]
pub fn SelectField(
    name: &'static str,
    label: String,
    #[prop(optional, into)] help: String,
    /// Values and what they are called.
    choices: Vec<(&'static str, String)>,
    /// The value that is chosen at first; else the empty one has to be left.
    #[prop(optional)]
    chosen: Option<&'static str>,
    attempt: Option<Attempt>,
    /// What to say where nothing was sent.
    #[prop(optional_no_strip)]
    missing: Option<String>,
) -> impl IntoView {
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed(name)).or(chosen).unwrap_or_default().to_owned();
    let described = Described::of(name, &help, attempt.as_ref(), missing, true);
    let option = |(value, words): (&'static str, String)| view! { <option value=value selected=value == typed>{words}</option> };
    view! {
        <div class="form-field" data-wrong=described.is_wrong().then_some("")>
            <label for=name>{label}</label>
            {described.words()}
            <select id=name name=name required aria-describedby=described.by() aria-invalid=described.is_wrong().then_some("true") autofocus=described.is_wrong()>
                {chosen.is_none().then(|| view! { <option value="">{t!("form-choose")}</option> })}
                {choices.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// Several lines, which may be left out.
#[component]
pub fn TextField(
    name: &'static str,
    label: String,
    #[prop(optional, into)] help: String,
    #[prop(default = 4)] rows: u32,
    attempt: Option<Attempt>,
    /// What to say where nothing was sent.
    #[prop(optional_no_strip)]
    missing: Option<String>,
) -> impl IntoView {
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed(name)).unwrap_or_default().to_owned();
    let described = Described::of(name, &help, attempt.as_ref(), missing, false);
    view! {
        <div class="form-field" data-wrong=described.is_wrong().then_some("")>
            <label for=name>{label}</label>
            {described.words()}
            <textarea id=name name=name rows=rows aria-describedby=described.by() aria-invalid=described.is_wrong().then_some("true") autofocus=described.is_wrong()>{typed}</textarea>
        </div>
    }
    .into_any()
}

/// What helps with a field and what is wrong with it, with the ids by which the field names them.
struct Described {
    help: Option<(String, String)>,
    wrong: Option<(String, String)>,
}

impl Described {
    fn of(name: &str, help: &str, attempt: Option<&Attempt>, missing: Option<String>, is_choice: bool) -> Self {
        let wrong = attempt.and_then(|attempt| attempt.wrong_at(name)).map(|wrong| {
            let missing = missing.filter(|_| wrong.problem == Problem::Required);
            missing.unwrap_or_else(|| sentence(&wrong.problem, is_choice))
        });
        let help = (!help.is_empty()).then(|| (format!("{name}-help"), help.to_owned()));
        Self { help, wrong: wrong.map(|wrong| (format!("{name}-wrong"), wrong)) }
    }

    fn is_wrong(&self) -> bool {
        self.wrong.is_some()
    }

    fn by(&self) -> Option<String> {
        let ids: Vec<&str> = [&self.help, &self.wrong].into_iter().flatten().map(|(id, _)| id.as_str()).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn words(&self) -> impl IntoView + use<> {
        let help = self.help.clone().map(|(id, words)| view! { <p class="form-help" id=id>{words}</p> });
        let wrong = self.wrong.clone().map(|(id, words)| view! { <p class="form-wrong" id=id>{words}</p> });
        (help, wrong)
    }
}

/// What is wrong where there is no field to say it at: with a button, say.
#[component]
pub fn Wrong(attempt: Option<Attempt>, names: &'static [&'static str]) -> impl IntoView {
    let wrong = attempt.and_then(|attempt| names.iter().find_map(|name| Some(attempt.wrong_at(name)?.problem.describe(lang()))));
    wrong.map(|wrong| view! { <div class="refusal" role="alert"><p>{wrong}</p></div> }).into_any()
}

/// What is wrong with the whole of a form, where it is no field's fault.
#[component]
pub fn Refusal(attempt: Option<Attempt>) -> impl IntoView {
    // What is a field's fault is told there; what is none's here.
    if let Some(attempt) = attempt.as_ref().filter(|attempt| matches!(attempt.error, Error::Invalid(_))) {
        let whole =
            attempt.wrong().iter().filter(|error| error.field.is_empty()).map(|error| view! { <p>{error.problem.describe(lang())}</p> });
        let whole: Vec<_> = whole.collect();
        return (!whole.is_empty()).then(|| view! { <div class="refusal" role="alert">{whole}</div> }).into_any();
    }
    let error = attempt.map(|attempt| attempt.error);
    error
        .map(|error| {
            let (title, text) = super::failure::words(&error);
            view! { <div class="refusal" role="alert"><p><strong>{title}</strong></p><p>{text}</p></div> }
        })
        .into_any()
}
