//! `/projects/{slug}`: the profile as a story, with a fact column like the legend of a map.

use super::slug;
use crate::{
    components::{
        entry_page::{Edition, EntryFoot, EntryHead, Related},
        facts::{FactGroup, Sources, Told, told, told_in},
        load::load,
        map::MapOfPlace,
        passage::Passage,
        phase::PhaseNote,
        records::{MakeOrBuyRecord, PhaseZeroRecord, Responsibility},
        similar::SimilarList,
        structured::{self, Structured},
        table::period,
    },
    context::{backend, caller, lang},
    i18n::t,
    routes::{EXPLORE, Listing, View},
};
use backend::{
    storage::entries::Entry,
    usecases::show_project::{ProjectView, show_project},
};
use domain::{
    project::{Partner, Project as Document},
    query::{Near, Query},
    text::WebUrl,
    vocabulary::PersonalData,
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
    view! {
        <ProjectArticle entry project/>
        <Related heading=t!("project-lessons") cards=lessons/>
        <SimilarList heading=t!("project-similar") similar/>
        <Related heading=t!("more-of-organisation") cards=siblings/>
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
                    <Story project=project.clone()/>
                    <Sources urls=project.sources.clone()/>
                    <EntryFoot entry/>
                </div>
                <aside class="facts" aria-label=t!("facts")>
                    <ProjectFacts project=project.clone()/>
                    <PlaceOnMap project/>
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

#[component]
fn ProjectFacts(project: Document) -> impl IntoView {
    let links = links(&project);
    view! {
        <FactGroup heading=t!("facts-course") facts=course(&project)/>
        <FactGroup heading=t!("facts-people") facts=people(&project)/>
        <FactGroup heading=t!("facts-technique") facts=means(&project)/>
        <FactGroup heading=t!("facts-exchange") facts=exchange(&project) links/>
    }
    .into_any()
}

fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Where and when.
fn course(project: &Document) -> Vec<Told> {
    let lang = lang();
    let reach = project.scope.map(|v| v.label(lang).to_owned()).into_iter().chain(said(&project.reach));
    vec![
        told(t!("fact-phase"), [project.phase.label(lang).to_owned()]),
        told(t!("fact-period"), period(project.started, project.ended)),
        told(t!("fact-place"), said(&project.place)),
        told(t!("fact-reach"), reach),
        told(t!("fact-topics"), project.topics.iter().map(|v| v.label(lang).to_owned())),
    ]
}

/// Who is in it, whom it is for, and what it costs them.
fn people(project: &Document) -> Vec<Told> {
    let (lang, own) = (lang(), project.language.id());
    let partner = |partner: &Partner| match partner.role.given() {
        Some(role) => format!("{} ({role})", partner.name),
        None => partner.name.to_string(),
    };
    vec![
        told_in(own, t!("fact-target-groups"), project.target_groups.iter().map(ToString::to_string)),
        told_in(own, t!("fact-partners"), project.partners.iter().map(partner)),
        told(t!("fact-effort"), project.effort_band.map(|v| v.label(lang).to_owned())),
        told(t!("fact-cost"), project.cost_band.map(|v| v.label(lang).to_owned())),
        told_in(own, t!("fact-funding"), project.funding.iter().map(ToString::to_string)),
    ]
}

/// How it works and what it works with.
fn means(project: &Document) -> Vec<Told> {
    let (lang, own) = (lang(), project.language.id());
    let known = project.personal_data.filter(|data| *data != PersonalData::Unknown);
    vec![
        told(t!("fact-techniques"), project.techniques.iter().map(|v| v.label(lang).to_owned())),
        told(t!("fact-sourcing"), project.sourcing.map(|v| v.label(lang).to_owned())),
        told_in(own, t!("fact-data"), said(&project.data_used)),
        told(t!("fact-personal-data"), known.map(|v| v.label(lang).to_owned())),
        told_in(own, t!("fact-data-location"), said(&project.data_location)),
        told_in(own, t!("fact-hosting"), said(&project.hosting)),
        told_in(own, t!("fact-licence"), said(&project.licence)),
    ]
}

/// What its people give and look for.
fn exchange(project: &Document) -> Vec<Told> {
    let lang = lang();
    vec![
        told(t!("fact-offers"), project.offers.iter().map(|v| v.label(lang).to_owned())),
        told(t!("fact-seeks"), project.seeks.iter().map(|v| v.label(lang).to_owned())),
    ]
}

/// Where it lives on the web.
fn links(project: &Document) -> Vec<(String, WebUrl)> {
    let own = [(t!("fact-website"), &project.website), (t!("fact-code"), &project.open_source_url)];
    let own = own.into_iter().filter_map(|(label, url)| url.clone().map(|url| (label, url)));
    own.chain(project.links.iter().map(|link| (link.label.to_string(), link.url.clone()))).collect()
}

/// Its place on a small map, and the way to what is near.
#[component]
fn PlaceOnMap(project: Document) -> impl IntoView {
    let place = project.located();
    place
        .public_point()
        .zip(place.name)
        .map(|(point, name)| {
            let near = Query { near: Some(Near { place: name.clone(), km: domain::limits::KM_DEFAULT }), ..Query::default() };
            let nearby = Listing { view: View::Map, ..EXPLORE }.href(&near);
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
