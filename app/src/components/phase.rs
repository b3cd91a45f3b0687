//! A project's phase as a word and as a small path from idea to live, with the branch where it was left.

use crate::{context::lang, format, i18n::t};
use domain::{project::Project, vocabulary::Phase};
use leptos::prelude::*;

/// The stations of the path, in their order.
const PATH: [Phase; 5] = [Phase::Idea, Phase::Discovery, Phase::Prototype, Phase::Pilot, Phase::Live];
/// Distance between stations, in the drawing's units.
const STEP: usize = 44;

/// The phase with its path and, where a project was left, the reason in its authors' words.
#[component]
pub fn PhaseNote(project: Project) -> impl IntoView {
    let left = matches!(project.phase, Phase::Paused | Phase::Ended | Phase::DecidedAgainst);
    let said = said(&project);
    let reason = match (project.phase_reason.given(), left) {
        (Some(reason), _) => {
            Some(view! { <div class="prose" lang=project.language.id() inner_html=backend::markdown::to_html(reason)></div> }.into_any())
        }
        (None, true) => Some(view! { <p class="fact-unknown">{t!("phase-no-reason")}</p> }.into_any()),
        (None, false) => None,
    };
    view! {
        <div class="phase" data-left=left.then_some("")>
            <PhasePath phase=project.phase/>
            <p class="phase-word">{said}</p>
            {reason}
        </div>
    }
    .into_any()
}

/// "Im Einsatz seit Januar 2024", "Beendet im März 2024", "Dagegen entschieden".
fn said(project: &Project) -> String {
    let lang = lang();
    let label = project.phase.label(lang);
    let date = |date| format::partial_date(date, lang);
    match (project.phase, project.started, project.ended) {
        (Phase::Ended | Phase::Paused | Phase::DecidedAgainst, _, Some(ended)) => t!("phase-left", phase = label, date = date(ended)),
        (Phase::Ended | Phase::Paused | Phase::DecidedAgainst, ..) | (_, None, _) => label.to_owned(),
        (_, Some(started), _) => t!("phase-since", phase = label, date = date(started)),
    }
}

/// The drawing. Its words stand beside it.
#[component]
pub fn PhasePath(phase: Phase) -> impl IntoView {
    let reached = PATH.iter().position(|station| *station == phase);
    let stations = PATH.iter().enumerate().map(move |(i, station)| {
        let state = match reached {
            Some(at) if i == at => "here",
            Some(at) if i < at => "passed",
            _ => "ahead",
        };
        view! { <circle class="path-station" data-state=state cx=8 + i * STEP cy="8" r=if state == "here" { "6" } else { "4" }><title>{station.label(lang())}</title></circle> }
    });
    let walked = reached.map(|at| view! { <path class="path-walked" d=format!("M8 8H{}", 8 + at * STEP)/> });
    let branch = reached.is_none().then(|| view! { <path class="path-branch" d="M74 8C92 8 92 26 112 26"/>{end(phase)} });
    view! {
        <svg class="path" viewBox=if reached.is_some() { "0 0 192 16" } else { "0 0 192 34" } aria-hidden="true">
            <path class="path-line" d="M8 8H184"/>
            {walked}
            {stations.collect_view()}
            {branch}
        </svg>
    }
    .into_any()
}

/// How a branch ends: two bars where it rests, a turn where it was decided against, a full stop where it ended.
fn end(phase: Phase) -> impl IntoView {
    let d = match phase {
        Phase::Paused => "M118 20V32M124 20V32",
        Phase::DecidedAgainst => "M117 21 127 31M127 21 117 31",
        _ => "M116 21H126V31H116Z",
    };
    view! { <path class="path-end" d=d/> }
}
