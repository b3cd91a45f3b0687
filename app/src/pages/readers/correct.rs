//! `/{kind}/{slug}/suggest`: choosing what to correct, and correcting it.

use super::WhyAndEmail;
use crate::{
    components::{
        field::Refusal,
        form::{Fields, Filled},
        load::load,
        page_meta::PageMeta,
    },
    context::{attempt, backend, caller, lang},
    i18n::{self, t},
    pages::{param, slug},
    routes,
};
use backend::usecases::readers::{Correction, correctable};
use domain::{
    Error,
    form::{self, Input, Section},
    limits,
    vocabulary::Kind,
};
use leptos::prelude::*;

/// What can be corrected.
pub fn correct(kind: Kind) -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { correctable(&backend, &actor, kind, &slug).await }, |about| view! { <Choose about/> })
}

fn title_of(about: &Correction) -> String {
    about.entry.revision.as_ref().map(|revision| revision.document.title().to_owned()).unwrap_or_default()
}

#[component]
fn Choose(about: Correction) -> impl IntoView {
    let (title, kind, slug) = (title_of(&about), about.entry.kind, about.entry.slug.to_string());
    let link = |section: &Section| {
        let words = i18n::section(lang(), kind, section.id);
        let fields = section.fields.iter().map(|field| i18n::field(lang(), kind, field.name).label).collect::<Vec<_>>().join(" · ");
        view! {
            <li>
                <a href=routes::readers::suggest_section(kind, &slug, section.id) rel="nofollow">{words.label}</a>
                <span></span>
                <p class="quiet">{fields}</p>
            </li>
        }
    };
    view! {
        <PageMeta title=t!("suggest-title", title = title.as_str()) indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=routes::entry(kind, &slug)>{t!("write-back", title = title.as_str())}</a></p>
            <h1>{t!("suggest")}</h1>
            <p class="lead">{t!("suggest-lead", title = title.as_str())}</p>
            <h2>{t!("suggest-choose")}</h2>
            <p class="form-note">{t!("suggest-asked")}</p>
            <ol class="sections">{form::sections(kind).iter().map(link).collect_view()}</ol>
            <p>{t!("suggest-else")}" "<a href=routes::readers::report(kind, &slug) rel="nofollow">{t!("report")}</a></p>
        </section>
    }
    .into_any()
}

/// One section with what is public in it.
pub fn correct_section(kind: Kind) -> impl IntoView {
    let (backend, actor, slug, section) = (backend(), caller(), slug(), param("section"));
    let answer = async move {
        let section = form::sections(kind).iter().find(|known| known.id == section).ok_or(Error::NotFound)?;
        Ok((correctable(&backend, &actor, kind, &slug).await?, section))
    };
    load(answer, |(about, section)| view! { <CorrectSection about section/> })
}

#[component]
fn CorrectSection(about: Correction, section: &'static Section) -> impl IntoView {
    let attempt = attempt();
    let (title, kind, slug) = (title_of(&about), about.entry.kind, about.entry.slug.to_string());
    let words = i18n::section(lang(), kind, section.id);
    let filled = Filled::sent(kind, about.document, section.fields, attempt.as_ref()).with_projects(about.projects);
    let has_passages = section.fields.iter().any(|field| field.input == Input::Passage);
    view! {
        <PageMeta title=t!("suggest-section-title", section = words.label.as_str(), title = title.as_str()) indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=routes::readers::suggest(kind, &slug)>{t!("suggest-back")}</a></p>
            <h1>{t!("suggest")}</h1>
            <p class="lead">{t!("suggest-section-lead", title = title.as_str())}</p>
            <Refusal attempt=attempt.clone()/>
            <h2>{words.label}</h2>
            <p class="form-note">{t!("suggest-asked")}</p>
            <form class="form form-wide" method="post" action=routes::readers::suggest_section(kind, &slug, section.id) novalidate>
                <Fields fields=section.fields filled/>
                {has_passages.then(|| view! { <p class="form-note">{t!("form-markdown")}</p> })}
                <WhyAndEmail why=t!("suggest-why") why_help=t!("suggest-why-help") attempt/>
                <button class="button" type="submit">{t!("suggest-send")}</button>
                <p class="form-note">{t!("suggest-note", days = limits::READER_DAYS)}</p>
            </form>
        </section>
    }
    .into_any()
}
