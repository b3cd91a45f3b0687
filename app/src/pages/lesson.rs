//! `/lessons/{slug}`: one lesson, those that see it differently and those that saw the same.

use super::slug;
use crate::{
    components::{
        card::EntryCard,
        entry_page::{Edition, EntryFoot, EntryHead, Related, all_of_organisation, part},
        facts::{FactGroup, Sources, told},
        load::load,
        passage::Passage,
        similar::{SimilarList, reason},
        structured::{self, Structured},
    },
    context::{backend, caller, lang},
    i18n::t,
};
use backend::{
    storage::entries::Entry,
    usecases::{
        show_lesson::{LessonView, show_lesson},
        views::{Card, Listed, Similar},
    },
};
use domain::lesson::Lesson as Document;
use leptos::prelude::*;

/// One lesson.
#[component]
pub fn Lesson() -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_lesson(&backend, &actor, &slug).await }, |view| view! { <LessonPage view/> })
}

#[component]
fn LessonPage(view: LessonView) -> impl IntoView {
    let LessonView { entry, lesson, projects, contradictions, supporting, related, siblings } = view;
    let all = entry.organisation.as_ref().map(|owner| all_of_organisation(&owner.slug, entry.kind));
    view! {
        <LessonArticle entry lesson/>
        <Voices contradictions supporting/>
        <Related heading=t!("lesson-projects") listed=projects/>
        <SimilarList heading=t!("lesson-related") similar=related/>
        <Related heading=t!("more-of-organisation") listed=siblings all/>
    }
    .into_any()
}

/// What a revision says; without what belongs to the entry as it is today.
#[component]
pub fn LessonArticle(entry: Entry, lesson: Document, #[prop(default = Edition::Current)] edition: Edition) -> impl IntoView {
    let (language, lang) = (lesson.language, lang());
    let (title, insight) = (lesson.title.to_string(), lesson.insight.to_string());
    let data = structured::article(&entry, &title, &backend::markdown::plain(&insight), language);
    // Where it says something about its limits, that has a place of its own in the text.
    let limited = lesson.applies_when.given().is_some() || lesson.not_when.given().is_some();
    let facts = vec![
        told(t!("fact-outcome"), [lesson.outcome.label(lang).to_owned()]),
        told(t!("fact-themes"), lesson.themes.iter().map(|v| v.label(lang).to_owned())),
        told(t!("fact-project-phase"), lesson.phase.map(|v| v.label(lang).to_owned())),
    ];
    let facts = facts.into_iter().chain((!limited).then(|| told(t!("fact-limits"), []))).collect();
    view! {
        <article class="entry" data-outcome=lesson.outcome.id()>
            <EntryHead entry=entry.clone() title summary=insight state=lesson.outcome.label(lang) language edition/>
            <div class="entry-body">
                <div class="story">
                    <Passage heading=t!("lesson-context") text=lesson.context.to_string() language/>
                    <Passage heading=t!("lesson-tried") text=lesson.tried.to_string() language/>
                    <Passage heading=t!("lesson-recommendation") text=lesson.recommendation.to_string() language tone="advice"/>
                    {limited.then(|| view! { <Applies lesson=lesson.clone()/> })}
                    <Sources urls=lesson.sources.clone()/>
                    <EntryFoot entry/>
                </div>
                <aside class="facts" aria-label=t!("facts")>
                    <FactGroup heading=t!("facts") facts/>
                </aside>
            </div>
            {(edition == Edition::Current).then(|| view! { <Structured data/> })}
        </article>
    }
    .into_any()
}

/// When it holds and when it does not, side by side.
#[component]
fn Applies(lesson: Document) -> impl IntoView {
    let language = lesson.language.id();
    let side = move |class: &'static str, heading: String, text: String| {
        let said = if text.is_empty() {
            view! { <p class="fact-unknown">{t!("unknown")}</p> }.into_any()
        } else {
            view! { <div class="prose" lang=language inner_html=backend::markdown::to_html(&text)></div> }.into_any()
        };
        view! { <section class=class><h2>{heading}</h2>{said}</section> }.into_any()
    };
    view! {
        <div class="applies">
            {side("applies-when", t!("lesson-applies"), lesson.applies_when.to_string())}
            {side("applies-not", t!("lesson-not"), lesson.not_when.to_string())}
        </div>
    }
    .into_any()
}

/// Those that contradict beside those that agree.
#[component]
fn Voices(contradictions: Listed<(Card, String)>, supporting: Vec<Similar>) -> impl IntoView {
    let any = !contradictions.items.is_empty() || !supporting.is_empty();
    let cut = contradictions.is_cut().then(|| view! { <p class="quiet">{part(&contradictions)}</p> });
    let contra = contradictions
        .items
        .into_iter()
        .map(|(card, why)| view! { <li><EntryCard reason_lang=card.language.id() card reason=why/></li> }.into_any())
        .collect_view();
    let pro = supporting
        .into_iter()
        .map(|Similar { card, shared }| view! { <li><EntryCard card reason=reason(&shared)/></li> }.into_any())
        .collect_view();
    let none = |missing: bool| missing.then(|| view! { <p class="quiet">{t!("voices-none")}</p> });
    let (no_contra, no_pro) = (none(contra.is_empty()), none(pro.is_empty()));
    any.then(|| {
        view! {
            <div class="voices">
                <section class="voices-contra contradictions"><h2>{t!("lesson-contradictions")}</h2>{no_contra}<ul class="cards">{contra}</ul>{cut}</section>
                <section class="voices-pro"><h2>{t!("lesson-supporting")}</h2>{no_pro}<ul class="cards">{pro}</ul></section>
            </div>
        }
    })
    .into_any()
}
