//! What was decided a moment ago, and the way back.

use super::{asked, with_filters};
use crate::{
    context::{backend, caller, here},
    format,
    i18n::t,
};
use backend::{
    storage::decisions::Decision,
    usecases::moderate::{Batch, show_batch},
};
use leptos::prelude::*;

/// Of the batch that the address names; nothing where there is none.
#[component]
pub fn JustDecided() -> impl IntoView {
    here().value("batch").map(|batch| {
        let (backend, actor) = (backend(), caller());
        Suspend::new(async move {
            // What it was is no matter of life and death: the page is there without it.
            let batch = show_batch(&backend, &actor, &batch).await.ok().filter(|batch| !batch.decisions.is_empty());
            batch.map(|batch| view! { <Told batch/> }).into_any()
        })
    })
}

#[component]
fn Told(batch: Batch) -> impl IntoView {
    let (failed, done): (Vec<_>, Vec<_>) = batch.decisions.into_iter().partition(|decision| !decision.failed.is_empty());
    let undone = done.iter().filter(|decision| decision.undone_at.is_some()).count();
    let stayed: Vec<_> = done.iter().filter(|decision| !decision.undo_failed.is_empty()).cloned().collect();
    let is_tried = undone > 0 || !stayed.is_empty();
    let undo = (!is_tried).then_some(batch.undo_until).flatten().map(|until| {
        let action = with_filters(&format!("/moderation/undo/{}", batch.id), &asked());
        view! {
            <form class="form-inline" method="post" action=action>
                <button class="button-quiet" type="submit">{t!("decided-undo")}</button>
                <span class="quiet">{t!("decided-undo-until", time = format::clock(until))}</span>
            </form>
        }
    });
    let said = if is_tried {
        (undone > 0).then(|| view! { <p>{t!("decided-undone", count = undone)}</p> }.into_any()).into_any()
    } else {
        sentences(&done).into_any()
    };
    view! {
        <div class="notice just-decided" role="status">
            {said}
            <Left words=t!("decided-failed") decisions=failed why=|it: &Decision| it.failed.clone()/>
            <Left words=t!("decided-undo-failed") decisions=stayed why=|it: &Decision| it.undo_failed.clone()/>
            {undo}
        </div>
    }
    .into_any()
}

/// One by its title, many by their number.
fn sentences(done: &[Decision]) -> impl IntoView + use<> {
    let mut actions: Vec<&str> = done.iter().map(|decision| decision.action.as_str()).collect();
    actions.dedup();
    let sentence = |action: &str| match done {
        [one] => t!("decided-one", action = action, title = one.title.as_str()),
        _ => t!("decided-many", action = action, count = done.iter().filter(|decision| decision.action == action).count()),
    };
    actions.into_iter().map(|action| view! { <p><strong>{sentence(action)}</strong></p> }).collect_view()
}

/// What stayed as it was, and why.
#[component]
fn Left(words: String, decisions: Vec<Decision>, why: fn(&Decision) -> String) -> impl IntoView {
    let row = |decision: &Decision| {
        let why = t!("decided-why", why = why(decision));
        view! { <li><a href=format!("/moderation/{}", decision.revision)>{decision.title.clone()}</a>": "{why}</li> }
    };
    (!decisions.is_empty())
        .then(|| view! { <p>{words}</p><ul class="plain-list">{decisions.iter().map(row).collect_view()}</ul> })
        .into_any()
}
