//! `/projects/{slug}`: the profile as a story, with a fact column like the legend of a map.

use super::slug;
use crate::{
    components::{
        entry_page::{Edition, EntryFoot, EntryHead, Related, all_of_organisation},
        facts::Sources,
        load::load,
        map::MapOfPlace,
        passage::Passage,
        phase::PhaseNote,
        pictures::Pictures,
        project_facts::ProjectFacts,
        records::{MakeOrBuyRecord, PhaseZeroRecord, Responsibility},
        similar::SimilarList,
        structured::{self, Structured},
    },
    context::{backend, caller, lang},
    i18n::t,
    routes::{self, EXPLORE},
};
use backend::{
    storage::entries::Entry,
    usecases::show_project::{ProjectView, show_project},
};
use domain::{
    project::Project as Document,
    query::{Near, Query},
    vocabulary::Sort,
};
use leptos::prelude::*;

/// One project.
#[component]
pub fn Project() -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_project(&backend, &actor, &slug).await }, |view| view! { <ProjectPage view/> })
}

#[component]
fn ProjectPage(view: ProjectView) -> impl IntoView {
    let ProjectView { entry, project, lessons, siblings, similar } = view;
    let all = entry.organisation.as_ref().map(|owner| all_of_organisation(&owner.slug, entry.kind));
    let lesson = routes::begin_lesson(&entry.slug);
    let lesson = if caller().account().is_some() { lesson } else { routes::sign_in(&lesson) };
    view! {
        <ProjectArticle entry project/>
        <Related heading=t!("project-lessons") listed=lessons/>
        <p class="quiet"><a href=lesson rel="nofollow">{t!("project-lesson-new")}</a></p>
        <SimilarList heading=t!("project-similar") similar/>
        <Related heading=t!("more-of-organisation") listed=siblings all/>
    }
    .into_any()
}

/// What a revision says; without what belongs to the entry as it is today.
#[component]
pub fn ProjectArticle(entry: Entry, project: Document, #[prop(default = Edition::Current)] edition: Edition) -> impl IntoView {
    let (title, summary) = (project.title.to_string(), project.summary.to_string());
    let data = structured::article(&entry, &title, &summary, project.language);
    let easy = project.easy_language_summary.clone();
    view! {
        <article class="entry">
            <EntryHead entry=entry.clone() title summary state=project.phase.label(lang()) language=project.language edition/>
            {easy.given().map(|text| view! { <EasyLanguage text=text.to_owned() lang=project.language.id()/> })}
            <div class="entry-body">
                <div class="story">
                    <PhaseNote project=project.clone()/>
                    <Pictures images=project.images.clone() language=project.language/>
                    <Story project=project.clone()/>
                    <Sources urls=project.sources.clone()/>
                    <EntryFoot entry/>
                </div>
                <aside class="facts" aria-label=t!("facts")>
                    <ProjectFacts project=project.clone()/>
                    // Its authors may have made the place coarser since.
                    {(edition == Edition::Current).then(|| view! { <PlaceOnMap project/> })}
                </aside>
            </div>
            {(edition == Edition::Current).then(|| view! { <Structured data/> })}
        </article>
    }
    .into_any()
}

/// The same in easy language, one click away.
#[component]
fn EasyLanguage(text: String, lang: &'static str) -> impl IntoView {
    view! {
        <details class="easy" id="easy">
            <summary>{t!("easy")}</summary>
            <div class="prose" lang=lang inner_html=backend::markdown::to_html(&text)></div>
        </details>
    }
    .into_any()
}

#[component]
fn Story(project: Document) -> impl IntoView {
    let language = project.language;
    let untold = untold(&project);
    view! {
        <Passage heading=t!("story-problem") text=project.problem.to_string() language/>
        <Passage heading=t!("story-alternatives") text=project.alternatives.to_string() language/>
        <Passage heading=t!("story-why-ai") text=project.why_ai.to_string() language/>
        <Passage heading=t!("story-solution") text=project.solution.to_string() language/>
        <Passage heading=t!("story-results") text=project.results.to_string() language/>
        <Passage heading=t!("story-setbacks") text=project.setbacks.to_string() language tone="setbacks"/>
        <Passage heading=t!("story-advice") text=project.advice.to_string() language tone="advice"/>
        <Passage heading=t!("story-after-funding") text=project.after_funding.to_string() language/>
        {project.phase_zero.clone().map(|record| view! { <PhaseZeroRecord record language/> })}
        {project.make_or_buy.clone().map(|record| view! { <MakeOrBuyRecord record language/> })}
        <Responsibility project/>
        {untold.map(|what| view! { <p class="untold">{what}</p> })}
    }
    .into_any()
}

/// Which parts of the story nobody has told; never a guess.
fn untold(project: &Document) -> Option<String> {
    let parts = [
        (&project.alternatives, t!("story-alternatives")),
        (&project.why_ai, t!("story-why-ai")),
        (&project.solution, t!("story-solution")),
        (&project.results, t!("story-results")),
        (&project.setbacks, t!("story-setbacks")),
        (&project.advice, t!("story-advice")),
    ];
    let missing: Vec<String> =
        parts.into_iter().filter(|(text, _)| text.given().is_none()).map(|(_, name)| t!("untold-part", name = name)).collect();
    (!missing.is_empty()).then(|| t!("untold", parts = missing.join(", ")))
}

/// Its place on a small map, and the way to what is near.
#[component]
fn PlaceOnMap(project: Document) -> impl IntoView {
    let place = project.located();
    place
        .public_point()
        .zip(place.name)
        .map(|(point, name)| {
            let near = Near { place: name.clone(), km: domain::limits::KM_DEFAULT };
            let near = Query { near: Some(near), sort: Some(Sort::Distance), ..Query::default() };
            let nearby = EXPLORE.href(&near);
            view! {
                <section class="facts-group facts-map">
                    <h2>{t!("facts-map")}</h2>
                    <MapOfPlace point label=t!("map-of-place", place = name.as_str())/>
                    <p><a href=nearby>{t!("map-nearby", place = name)}</a></p>
                </section>
            }
        })
        .into_any()
}
