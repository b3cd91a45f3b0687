//! `/moderation/templates`: reasons that are given again and again.

use crate::{
    components::{
        desk::{DeskNav, Summary, wrong_at},
        field::Refusal,
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    i18n::t,
};
use backend::{storage::templates::Template, usecases::moderate::list_templates};
use leptos::prelude::*;

const PAGE: &str = "/moderation/templates";

/// All of them, each to be changed where it stands.
#[component]
pub fn Templates() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { list_templates(&backend, &actor).await }, |templates| view! { <TemplatesPage templates/> })
}

#[component]
fn TemplatesPage(templates: Vec<Template>) -> impl IntoView {
    let attempt = attempt();
    // What was typed stays where it was typed.
    let of = |id: &str| attempt.clone().filter(|attempt| attempt.typed("id").unwrap_or_default() == id);
    let rows = templates.into_iter().map(|template| {
        let attempt = of(&template.id);
        view! { <Kept template attempt/> }
    });
    let new = of("");
    let id = attempt.as_ref().and_then(|attempt| attempt.typed("id")).filter(|id| !id.is_empty()).unwrap_or("new").to_owned();
    let at = ["title_de", "text_de", "title_en", "text_en"].map(|name| (name, format!("{name}-{id}"))).into();
    view! {
        <PageMeta title=t!("templates") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("templates")}</h1>
            <p class="lead">{t!("templates-lead")}</p>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at/>
            <ul class="row-list">{rows.collect_view()}</ul>
            <h2>{t!("templates-new")}</h2>
            <form class="form" method="post" action=PAGE novalidate>
                <input type="hidden" name="step" value="add"/>
                <Fields template=None attempt=new/>
                <button class="button" type="submit">{t!("templates-add")}</button>
            </form>
        </section>
    }
    .into_any()
}

#[component]
fn Kept(template: Template, attempt: Option<Attempt>) -> impl IntoView {
    let is_open = attempt.is_some();
    let (id, version) = (template.id.clone(), template.version.to_string());
    let hidden = move |step: &'static str| {
        view! { <input type="hidden" name="step" value=step/><input type="hidden" name="id" value=id.clone()/><input type="hidden" name="version" value=version.clone()/> }
    };
    let (title, text) = (template.title(lang()).to_owned(), template.text(lang()).to_owned());
    view! {
        <li>
            <h2 class="template-name">{title}</h2>
            <p>{text}</p>
            <details class="draft-discard" open=is_open>
                <summary>{t!("templates-edit")}</summary>
                <form class="form" method="post" action=PAGE novalidate>
                    {hidden("change")}
                    <Fields template=Some(template) attempt/>
                    <button class="button" type="submit">{t!("templates-save")}</button>
                </form>
                <details class="twice">
                    <summary>{t!("templates-remove")}</summary>
                    <form method="post" action=PAGE>{hidden("remove")}<p>{t!("templates-remove-sure")}</p><button class="button-warn" type="submit">{t!("templates-remove-yes")}</button></form>
                </details>
            </details>
        </li>
    }
    .into_any()
}

/// Where somebody goes on who left something out.
fn first_wrong(attempt: Option<&Attempt>) -> Option<&'static str> {
    ["title_de", "text_de", "title_en", "text_en"].into_iter().find(|name| wrong_at(attempt, name).is_some())
}

/// Name and text in both languages.
#[component]
fn Fields(template: Option<Template>, attempt: Option<Attempt>) -> impl IntoView {
    let template = template.unwrap_or(Template {
        id: "new".into(),
        title_de: String::new(),
        title_en: String::new(),
        text_de: String::new(),
        text_en: String::new(),
        version: 1,
    });
    let id = template.id.clone();
    let fields = [
        ("title_de", t!("templates-title-de"), template.title_de, "de"),
        ("text_de", t!("templates-text-de"), template.text_de, "de"),
        ("title_en", t!("templates-title-en"), template.title_en, "en"),
        ("text_en", t!("templates-text-en"), template.text_en, "en"),
    ];
    let field = move |(name, label, kept, language): (&'static str, String, String, &'static str)| {
        let value = attempt.as_ref().and_then(|attempt| attempt.typed(name)).map_or(kept, str::to_owned);
        let wrong = wrong_at(attempt.as_ref(), name);
        let autofocus = first_wrong(attempt.as_ref()) == Some(name);
        let (path, is_wrong) = (format!("{name}-{id}"), wrong.is_some());
        let described = is_wrong.then(|| format!("{path}-wrong"));
        let wrong = wrong.map(|wrong| view! { <p class="form-wrong" id=described.clone().unwrap_or_default()>{wrong}</p> });
        let input = if name.starts_with("title") {
            view! { <input id=path.clone() name=name type="text" lang=language value=value aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=autofocus/> }.into_any()
        } else {
            view! { <textarea id=path.clone() name=name rows="4" lang=language aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=autofocus>{format!("\n{value}")}</textarea> }.into_any()
        };
        view! { <div class="form-field" data-wrong=is_wrong.then_some("")><label for=path>{label}</label>{wrong}{input}</div> }
    };
    fields.into_iter().map(field).collect_view().into_any()
}
