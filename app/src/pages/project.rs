//! `/projects/{slug}`: the profile as a story, with a fact column.

use super::slug;
use crate::{
    components::{
        entry_page::{EntryHead, Related},
        facts::{Fact, Sources},
        load::load,
        passage::Passage,
    },
    context::{backend, caller, lang},
    format,
};
use backend::usecases::show_project::{ProjectView, show_project};
use domain::{project, vocabulary::PersonalData};
use leptos::prelude::*;

/// One project.
#[component]
pub fn Project() -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_project(&backend, &actor, &slug).await }, |view| view! { <ProjectPage view/> })
}

#[component]
fn ProjectPage(view: ProjectView) -> impl IntoView {
    let ProjectView { entry, project, lessons, siblings } = view;
    let language = project.language;
    view! {
        <article class="entry">
            <EntryHead entry title=project.title.to_string() summary=project.summary.to_string() state=project.phase.label(lang()) language/>
            <div class="entry-body">
                <div class="story"><Story project=project.clone()/></div>
                <aside class="facts" aria-label="Fakten"><ProjectFacts project=project.clone()/></aside>
            </div>
            <Sources heading="Quellen" urls=project.sources.clone()/>
        </article>
        <Related heading="Was dabei gelernt wurde" cards=lessons/>
        <Related heading="Mehr von dieser Organisation" cards=siblings/>
    }
    .into_any()
}

#[component]
fn Story(project: project::Project) -> impl IntoView {
    let language = project.language;
    view! {
        <Passage heading="Das Problem" text=project.problem.to_string() language/>
        <Passage heading="Was ohne KI versucht wurde" text=project.alternatives.to_string() language/>
        <Passage heading="Warum KI" text=project.why_ai.to_string() language/>
        <Passage heading="Die Lösung" text=project.solution.to_string() language/>
        <Passage heading="Was es gebracht hat" text=project.results.to_string() language/>
        <Passage heading="Was nicht geklappt hat" text=project.setbacks.to_string() language tone="setbacks"/>
        <Passage heading="Was sie raten" text=project.advice.to_string() language tone="advice"/>
        <Passage heading="Warum es so steht" text=project.phase_reason.to_string() language/>
        <Passage heading="In Leichter Sprache" text=project.easy_language_summary.to_string() language tone="easy"/>
    }
    .into_any()
}

#[component]
fn ProjectFacts(project: project::Project) -> impl IntoView {
    let lang = lang();
    let known = project.personal_data.filter(|data| *data != PersonalData::Unknown);
    let partners = project.partners.iter().map(|partner| match partner.role.given() {
        Some(role) => format!("{} ({role})", partner.name),
        None => partner.name.to_string(),
    });
    let lines = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
    view! {
        <dl>
            <Fact name="Stand" values=vec![project.phase.label(lang).to_owned()]/>
            <Fact name="Zeit" values=period(&project).into_iter().collect()/>
            <Fact name="Ort" values=lines(&project.place)/>
            <Fact name="Reichweite" values=project.scope.map(|v| v.label(lang).to_owned()).into_iter().chain(lines(&project.reach)).collect()/>
            <Fact name="Themen" values=project.topics.iter().map(|v| v.label(lang).to_owned()).collect()/>
            <Fact name="Technik" values=project.techniques.iter().map(|v| v.label(lang).to_owned()).collect()/>
            <Fact name="Für wen" values=project.target_groups.iter().map(ToString::to_string).collect()/>
            <Fact name="Gebaut oder gekauft" values=project.sourcing.map(|v| v.label(lang).to_owned()).into_iter().collect()/>
            <Fact name="Daten" values=lines(&project.data_used)/>
            <Fact name="Personenbezug" values=known.map(|v| v.label(lang).to_owned()).into_iter().collect()/>
            <Fact name="Betrieb" values=lines(&project.hosting)/>
            <Fact name="Förderung" values=project.funding.iter().map(ToString::to_string).collect()/>
            <Fact name="Beteiligte" values=partners.collect()/>
            <Fact name="Bietet an" values=project.offers.iter().map(|v| v.label(lang).to_owned()).collect()/>
            <Fact name="Sucht" values=project.seeks.iter().map(|v| v.label(lang).to_owned()).collect()/>
        </dl>
        <Links project/>
    }
    .into_any()
}

#[component]
fn Links(project: project::Project) -> impl IntoView {
    let own = [("Website", project.website), ("Programmcode", project.open_source_url)];
    let links = own.into_iter().filter_map(|(label, url)| url.map(|url| (label.to_owned(), url)));
    let links: Vec<_> = links.chain(project.links.into_iter().map(|link| (link.label.to_string(), link.url))).collect();
    (!links.is_empty()).then(|| {
        view! {
            <ul class="links">
                {links.into_iter().map(|(label, url)| view! { <li><a href=url.to_string() rel="nofollow noopener">{format!("{label}: {}", url.host())}</a></li> }).collect_view()}
            </ul>
        }
    })
    .into_any()
}

fn period(project: &project::Project) -> Option<String> {
    let said = |date| format::partial_date(date, lang());
    match (project.started, project.ended) {
        (Some(from), Some(to)) => Some(format!("{} bis {}", said(from), said(to))),
        (Some(from), None) => Some(format!("seit {}", said(from))),
        (None, Some(to)) => Some(format!("bis {}", said(to))),
        (None, None) => None,
    }
}
