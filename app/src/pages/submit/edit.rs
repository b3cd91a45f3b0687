//! `/submit/{id}/edit/{section}`: one section of the form.

use super::{draft::DraftHead, entry_id};
use crate::{
    components::{
        field::Refusal,
        form::{Fields, Filled},
        load::load,
    },
    context::{Here, attempt, backend, caller, here, lang},
    i18n::{self, t},
    islands::writing::LiveWriting,
    pages::param,
    routes,
};
use backend::usecases::write::{Draft, show_draft};
use domain::{
    Error, Problem,
    form::{self, Input, Section},
};
use leptos::prelude::*;
use serde_json::Value;

/// One section of an entry's form.
#[component]
pub fn Edit() -> impl IntoView {
    let (backend, actor, id, section) = (backend(), caller(), entry_id(), param("section"));
    let answer = async move {
        let draft = show_draft(&backend, &actor, id?).await?;
        let section = form::sections(draft.entry.kind).iter().find(|known| known.id == section).ok_or(Error::NotFound)?;
        if !draft.is_editable() {
            return Err(Error::Conflict.into());
        }
        Ok((draft, section))
    };
    load(answer, |(draft, section)| view! { <EditSection draft section/> })
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
    let has_passages = section.fields.iter().any(|field| field.input == Input::Passage);
    let refusal = attempt.filter(|attempt| attempt.error != Error::Conflict);
    view! {
        <section class="form-page">
            <DraftHead draft=draft.clone() title=words.label lead=words.help/>
            <p class="form-note">{t!("section-of", number = position + 1, all = sections.len())}" "{t!("section-optional")}</p>
            <Refusal attempt=refusal/>
            {overtaken.then(|| view! { <div class="refusal" role="alert"><p><strong>{t!("overtaken")}</strong></p><p>{t!("overtaken-text")}</p></div> })}
            <LiveWriting>
            <form class="form form-wide" method="post" action=routes::draft_section(id, section.id) novalidate
                data-save data-overtaken=t!("saving-overtaken") data-unsaved=t!("saving-failed")>
                <input type="hidden" name="version" value=draft.version.to_string()/>
                <Fields fields=section.fields filled/>
                {has_passages.then(|| view! { <p class="form-note">{t!("form-markdown")}</p> })}
                <p class="saving" id="saving" role="status"></p>
                <div class="form-row">
                    <button class="button" type="submit">{if next.is_some() { t!("section-save-next") } else { t!("section-save") }}</button>
                    <button class="button-quiet" type="submit" name="then" value="stay">{t!("section-save-stay")}</button>
                </div>
            </form>
            </LiveWriting>
        </section>
    }
    .into_any()
}

/// What is saved; where it was overtaken, what was typed with what was saved meanwhile beside it.
fn filled(draft: &Draft, section: &Section, typed: Option<&[(String, String)]>, overtaken: bool) -> Filled {
    // What is merely missing is told when somebody asks, and not while they are still at it.
    let is_checked = domain::query::pairs(&here().query).iter().any(|(name, _)| name == "check");
    let is_here = |error: &&domain::FieldError| form::section_of(draft.entry.kind, &error.field) == Some(section);
    let problems = draft.problems.iter().filter(is_here).filter(|error| is_checked || !is_missing(&error.problem)).cloned().collect();
    let mut document = draft.document.clone();
    let theirs = typed.map(|typed| {
        let theirs = Value::Object(document.clone());
        form::fill(&mut document, section.fields, typed);
        theirs
    });
    let filled = Filled::new(draft.entry.kind, Value::Object(document))
        .with_projects(draft.projects.clone())
        .with_theirs(theirs.filter(|_| overtaken));
    // They tell of what is saved.
    if typed.is_some() { filled } else { filled.with_problems(problems) }
}

/// Whether somebody may only not have come to it yet.
fn is_missing(problem: &Problem) -> bool {
    matches!(problem, Problem::Required | Problem::NoPlace)
}

/// What is said of a draft that was kept: how much is told by now, and what would help next.
#[must_use]
pub fn saved(draft: &Draft, lang: domain::Lang) -> String {
    Owner::new().with(|| {
        provide_context(Here { lang, ..Here::default() });
        let next = draft.next.missing.first().map(|name| i18n::field(lang, draft.entry.kind, name).label);
        let said = t!("saving-done", told = draft.next.told, of = draft.next.of);
        next.map_or(said.clone(), |next| format!("{said} {}", t!("saving-next", field = next)))
    })
}
