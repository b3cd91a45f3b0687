//! `/submit/{id}/edit/{section}`: one section of the form.

use super::{draft::DraftHead, entry_id, not_now::NotNow};
use crate::{
    components::{
        field::Refusal,
        form::{Fields, Filled},
        load::load,
    },
    context::{Attempt, Here, attempt, backend, caller, here, lang},
    i18n::{self, t},
    islands::writing::LiveWriting,
    pages::param,
    routes,
};
use backend::usecases::write::{Draft, Seen, merge, show_draft};
use domain::{
    Error, Problem,
    form::{self, Input, Section},
    vocabulary::Kind,
};
use leptos::prelude::*;
use serde_json::Value;

/// One section of an entry's form.
#[component]
pub fn Edit() -> impl IntoView {
    let (backend, actor, id, section) = (backend(), caller(), entry_id(), param("section"));
    let is_sent = attempt().is_some();
    let answer = async move {
        let draft = show_draft(&backend, &actor, id?).await?;
        let section = form::sections(draft.entry.kind).iter().find(|known| known.id == section).ok_or(Error::NotFound)?;
        // What somebody typed is kept by the page for that.
        if !draft.is_editable() && is_sent {
            return Err(Error::Conflict.into());
        }
        Ok((draft, section))
    };
    load(answer, |(draft, section)| match draft.is_editable() {
        true => view! { <EditSection draft section/> }.into_any(),
        false => view! { <NotNow draft/> }.into_any(),
    })
}

#[component]
fn EditSection(draft: Draft, section: &'static Section) -> impl IntoView {
    let (id, kind) = (draft.entry.id, draft.entry.kind);
    let attempt = attempt();
    let words = i18n::section(lang(), kind, section.id);
    let sections = form::sections(kind);
    let position = sections.iter().position(|known| known == section).unwrap_or_default();
    let next = sections.get(position + 1);
    let overtaken = attempt.as_ref().is_some_and(|attempt| attempt.error == Error::Conflict);
    let filled = filled(&draft, section, attempt.as_ref().map(|attempt| &attempt.typed[..]), overtaken);
    let (version, seen) = before(&draft, section, attempt.as_ref().filter(|_| !overtaken));
    let who = if draft.is_own_change { "own" } else { "other" };
    let all = parts(kind);
    let save = match next {
        None if kind != Kind::Project => t!("section-save-done"),
        _ => t!("section-save-next"),
    };
    let has_passages = section.fields.iter().any(|field| field.input == Input::Passage);
    let refusal = attempt.filter(|attempt| attempt.error != Error::Conflict);
    view! {
        <section class="form-page">
            <DraftHead draft=draft.clone() title=words.label lead=words.help/>
            <p class="form-note">{t!("section-of", number = position + 1, all = all)}" "{t!("section-optional")}</p>
            <Refusal attempt=refusal/>
            {overtaken.then(|| view! { <div class="refusal" role="alert"><p><strong>{t!("overtaken")}</strong>" "{t!("overtaken-who", who = who)}</p><p>{t!("overtaken-text")}</p></div> })}
            <LiveWriting>
            <form class="form form-wide" method="post" action=routes::draft_section(id, section.id) novalidate
                data-save data-overtaken=t!("saving-overtaken") data-unsaved=t!("saving-failed")>
                <input type="hidden" name="version" value=version/>
                <input type="hidden" name="seen" value=seen/>
                <Fields fields=section.fields filled/>
                {has_passages.then(|| view! { <p class="form-note">{t!("form-markdown")}</p> })}
                <p class="saving" id="saving" role="status"></p>
                <div class="form-row">
                    <button class="button" type="submit">{save}</button>
                    <button class="button-quiet" type="submit" name="then" value="stay">{t!("section-save-stay")}</button>
                </div>
            </form>
            </LiveWriting>
        </section>
    }
    .into_any()
}

/// How many parts the form of a kind has: its sections, and pictures after them.
pub fn parts(kind: Kind) -> usize {
    form::sections(kind).len() + usize::from(kind == Kind::Project)
}

/// The version that whoever types has before them, and what their form showed then.
fn before(draft: &Draft, section: &Section, again: Option<&Attempt>) -> (String, String) {
    let sent = |name: &str| again.and_then(|attempt| attempt.typed(name)).map(str::to_owned);
    let version = sent("version").unwrap_or_else(|| draft.version.to_string());
    (version, sent("seen").unwrap_or_else(|| Seen::of(&draft.document, section).write()))
}

/// What is saved; where it was overtaken, what was typed with what was saved meanwhile beside it.
fn filled(draft: &Draft, section: &Section, typed: Option<&[(String, String)]>, overtaken: bool) -> Filled {
    // What is merely missing is told when somebody asks, and not while they are still at it.
    let is_checked = here().has("check");
    let is_here = |error: &&domain::FieldError| form::section_of(draft.entry.kind, &error.field) == Some(section);
    let problems = draft.problems.iter().filter(is_here).filter(|error| is_checked || !is_missing(&error.problem)).cloned().collect();
    let mut document = draft.document.clone();
    let mut theirs = None;
    match typed {
        Some(typed) if overtaken => {
            let seen = typed.iter().find(|(name, _)| name == "seen").map_or_else(Seen::default, |(_, seen)| Seen::read(seen));
            let merged = merge(&document, section, typed, &seen, false);
            // Only what both changed has two texts.
            let mut other = merged.document.clone();
            merged.torn.iter().for_each(|name| form::set(&mut other, name, form::value_of(&document, name).cloned()));
            (document, theirs) = (merged.document, Some(Value::Object(other)));
        }
        Some(typed) => form::fill(&mut document, section.fields, typed),
        None => {}
    }
    let filled = Filled::new(draft.entry.kind, Value::Object(document)).with_projects(draft.projects.clone()).with_theirs(theirs);
    // They tell of what is saved.
    if typed.is_some() { filled } else { filled.with_problems(problems) }
}

/// Whether somebody may only not have come to it yet.
fn is_missing(problem: &Problem) -> bool {
    matches!(problem, Problem::Required | Problem::NoPlace)
}

/// What in a section is wrong, and not only missing yet.
pub fn wrong_in<'a>(draft: &'a Draft, section: &'a Section) -> impl Iterator<Item = &'a domain::FieldError> {
    let kind = draft.entry.kind;
    draft.problems.iter().filter(move |error| !is_missing(&error.problem) && form::section_of(kind, &error.field) == Some(section))
}

/// What is said of a draft of which this section was kept: how much is told by now, and what is wrong, or would help next.
#[must_use]
pub fn saved(draft: &Draft, section: &Section, lang: domain::Lang) -> String {
    Owner::new().with(|| {
        provide_context(Here { lang, ..Here::default() });
        let next = draft.next.missing.first().map(|name| i18n::field(lang, draft.entry.kind, name).label);
        let said = t!("saving-done", told = draft.next.told, of = draft.next.of);
        if let Some(wrong) = wrong_in(draft, section).next() {
            return format!("{said} {}", t!("saving-wrong", field = super::name_of(draft.entry.kind, &wrong.field)));
        }
        next.map_or(said.clone(), |next| format!("{said} {}", t!("saving-next", field = next)))
    })
}
