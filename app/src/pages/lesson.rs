//! `/lessons/{slug}`: one lesson, and those that see it differently.

use super::slug;
use crate::{
    components::{
        card::EntryCard,
        entry_page::{EntryHead, Related},
        facts::{Fact, Sources},
        load::load,
        passage::Passage,
    },
    context::{backend, caller, lang},
};
use backend::usecases::{
    show_lesson::{LessonView, show_lesson},
    views::Card,
};
use leptos::prelude::*;

/// One lesson.
#[component]
pub fn Lesson() -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_lesson(&backend, &actor, &slug).await }, |view| view! { <LessonPage view/> })
}

#[component]
fn LessonPage(view: LessonView) -> impl IntoView {
    let LessonView { entry, lesson, projects, contradictions, siblings } = view;
    let (language, lang) = (lesson.language, lang());
    view! {
        <article class="entry">
            <EntryHead entry title=lesson.title.to_string() summary=lesson.insight.to_string() state=lesson.outcome.label(lang) language/>
            <div class="entry-body">
                <div class="story">
                    <Passage heading="Worum es ging" text=lesson.context.to_string() language/>
                    <Passage heading="Was versucht wurde" text=lesson.tried.to_string() language/>
                    <Passage heading="Was sie raten" text=lesson.recommendation.to_string() language tone="advice"/>
                    <Passage heading="Gilt, wenn" text=lesson.applies_when.to_string() language/>
                    <Passage heading="Gilt nicht, wenn" text=lesson.not_when.to_string() language/>
                </div>
                <aside class="facts" aria-label="Fakten">
                    <dl>
                        <Fact name="Ergebnis" values=vec![lesson.outcome.label(lang).to_owned()]/>
                        <Fact name="Worum es geht" values=lesson.themes.iter().map(|v| v.label(lang).to_owned()).collect()/>
                        <Fact name="Stand des Projekts" values=lesson.phase.map(|v| v.label(lang).to_owned()).into_iter().collect()/>
                    </dl>
                </aside>
            </div>
            <Contradictions pairs=contradictions/>
            <Sources heading="Quellen" urls=lesson.sources.clone()/>
        </article>
        <Related heading="Aus diesem Projekt" cards=projects/>
        <Related heading="Mehr von dieser Organisation" cards=siblings/>
    }
    .into_any()
}

#[component]
fn Contradictions(pairs: Vec<(Card, String)>) -> impl IntoView {
    (!pairs.is_empty()).then(|| {
        view! {
            <section class="contradictions">
                <h2>"Andere haben es anders erlebt"</h2>
                {pairs.into_iter().map(|(card, why)| view! { <div class="contradiction"><p class="contradiction-why">{why}</p><EntryCard card/></div> }).collect_view()}
            </section>
        }
    })
    .into_any()
}
