//! What one wants to know of a project at a glance, in four groups.

use super::{
    facts::{FactGroup, Told, told, told_in},
    table::period,
};
use crate::{context::lang, i18n::t};
use domain::{
    project::{Partner, Project},
    text::WebUrl,
    vocabulary::PersonalData,
};
use leptos::prelude::*;

/// The groups, each with what nobody told in one line.
#[component]
pub fn ProjectFacts(project: Project) -> impl IntoView {
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
fn course(project: &Project) -> Vec<Told> {
    let (lang, own) = (lang(), project.language.id());
    vec![
        told(t!("fact-phase"), [project.phase.label(lang).to_owned()]),
        told(t!("fact-period"), period(project.started, project.ended)),
        told(t!("fact-place"), said(&project.place)),
        told(t!("fact-scope"), project.scope.map(|v| v.label(lang).to_owned())),
        told_in(own, t!("fact-reach"), said(&project.reach)),
        told(t!("fact-topics"), project.topics.iter().map(|v| v.label(lang).to_owned())),
    ]
}

/// Who is in it, whom it is for, and what it costs them.
fn people(project: &Project) -> Vec<Told> {
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
fn means(project: &Project) -> Vec<Told> {
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
fn exchange(project: &Project) -> Vec<Told> {
    let lang = lang();
    vec![
        told(t!("fact-offers"), project.offers.iter().map(|v| v.label(lang).to_owned())),
        told(t!("fact-seeks"), project.seeks.iter().map(|v| v.label(lang).to_owned())),
    ]
}

/// Where it lives on the web.
fn links(project: &Project) -> Vec<(String, WebUrl)> {
    let own = [(t!("fact-website"), &project.website), (t!("fact-code"), &project.open_source_url)];
    let own = own.into_iter().filter_map(|(label, url)| url.clone().map(|url| (label, url)));
    own.chain(project.links.iter().map(|link| (link.label.to_string(), link.url.clone()))).collect()
}
