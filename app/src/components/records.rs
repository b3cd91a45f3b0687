//! Records that a project may carry: how it was chosen to build or buy, what was cleared up before anything was
//! built, and how it treats data and people.

use super::facts::LongFact;
use crate::{context::lang, format, i18n::t};
use domain::{
    Lang,
    project::{MakeOrBuy, MakeOrBuyOption, PhaseZero, Project, Score},
    text::MaybePassage,
};
use leptos::prelude::*;

/// Weight times score of every judgement, and the most that could be reached with these weights.
fn points(option: &MakeOrBuyOption) -> (u32, u32) {
    let scores = [&option.effect_on_site, &option.scalability, &option.financing, &option.strategic_potential].into_iter().flatten();
    scores.fold((0, 0), |(sum, most), score| (sum + u32::from(score.weight) * u32::from(score.score), most + u32::from(score.weight) * 5))
}

/// How the options were judged, and what was decided.
#[component]
pub fn MakeOrBuyRecord(record: MakeOrBuy, language: Lang) -> impl IntoView {
    let criteria = [t!("mob-effect"), t!("mob-scalability"), t!("mob-financing"), t!("mob-strategic")];
    let rows = record.options.into_iter().map(move |option| view! { <OptionRow option language/> }.into_any());
    let decision = record
        .decision
        .given()
        .map(|decision| view! { <div class="prose" lang=language.id() inner_html=backend::markdown::to_html(decision)></div> });
    let revisit = record.revisit.map(|date| view! { <p class="quiet">{t!("mob-revisit", date = format::partial_date(date, lang()))}</p> });
    view! {
        <section class="passage record" id="make-or-buy">
            <h2>{t!("mob")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=t!("mob-table")>
                <table class="table">
                    <thead><tr><th scope="col">{t!("mob-option")}</th>{criteria.into_iter().map(|criterion| view! { <th scope="col">{criterion}</th> }).collect_view()}<th scope="col">{t!("mob-sum")}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            <p class="quiet">{t!("mob-how")}</p>
            {decision}
            {revisit}
        </section>
    }
    .into_any()
}

#[component]
fn OptionRow(option: MakeOrBuyOption, language: Lang) -> impl IntoView {
    let (sum, most) = points(&option);
    let cells = [option.effect_on_site, option.scalability, option.financing, option.strategic_potential];
    view! {
        <tr>
            <th scope="row" lang=language.id()>{option.name.to_string()}</th>
            {cells.into_iter().map(|score| view! { <td><ScoreCell score language/></td> }.into_any()).collect_view()}
            <td>{if most == 0 { t!("unknown") } else { t!("mob-points", sum = sum, most = most) }}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn ScoreCell(score: Option<Score>, language: Lang) -> impl IntoView {
    match score {
        None => view! { <span class="fact-unknown">{t!("unknown")}</span> }.into_any(),
        Some(score) => {
            let note = score.note.given().map(|note| view! { <span class="record-note" lang=language.id()>{note.to_owned()}</span> });
            view! { <span class="record-score">{t!("mob-score", score = score.score, weight = score.weight)}</span>{note} }.into_any()
        }
    }
}

/// What was cleared up before anything was built.
#[component]
pub fn PhaseZeroRecord(record: PhaseZero, language: Lang) -> impl IntoView {
    let parts = vec![
        (t!("zero-needs"), record.needs_research),
        (t!("zero-people"), record.people_involved),
        (t!("zero-data"), record.data_check),
        (t!("zero-risk"), record.risk_check),
        (t!("zero-exit"), record.exit_criteria),
    ];
    view! { <Record id="phase-zero" heading=t!("zero") parts language/> }
}

/// How it treats data and people. Shown once anything of it is known.
#[component]
pub fn Responsibility(project: Project) -> impl IntoView {
    let language = project.language;
    let parts = vec![
        (t!("resp-legal"), project.legal_basis),
        (t!("resp-oversight"), project.human_oversight),
        (t!("resp-failure"), project.failure_modes),
        (t!("resp-bias"), project.bias_checks),
        (t!("resp-energy"), project.energy_notes),
    ];
    let known = parts.iter().any(|(_, text)| text.given().is_some());
    known.then(|| view! { <Record id="responsibility" heading=t!("resp") parts language/> }).into_any()
}

#[component]
fn Record(id: &'static str, heading: String, parts: Vec<(String, MaybePassage)>, language: Lang) -> impl IntoView {
    view! {
        <section class="passage record" id=id>
            <h2>{heading}</h2>
            <dl class="record-parts">
                {parts.into_iter().map(|(name, text)| view! { <LongFact name text=text.to_string() lang=language.id()/> }).collect_view()}
            </dl>
        </section>
    }
    .into_any()
}
