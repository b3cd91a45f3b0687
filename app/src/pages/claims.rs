//! `/moderation/claims`: who says that an organisation is theirs.

use crate::{
    components::{
        claim_decision::ClaimDecision,
        desk::{DeskNav, Summary},
        field::Refusal,
        load::load,
        page_meta::PageMeta,
    },
    context::{attempt, backend, caller, keep_nowhere},
    i18n::t,
};
use backend::usecases::members::{Waiting, list_claims};
use leptos::prelude::*;

/// All claims that wait, oldest first.
#[component]
pub fn Claims() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { list_claims(&backend, &actor).await }, |waiting| view! { <ClaimsPage waiting/> })
}

#[component]
fn ClaimsPage(waiting: Waiting) -> impl IntoView {
    let (attempt, shown) = (attempt(), waiting.claims.len());
    let is_cut = usize::try_from(waiting.total).is_ok_and(|total| total > shown);
    let at = attempt.iter().filter_map(|attempt| attempt.typed("claim")).map(|id| ("reason", format!("reason-{id}"))).collect();
    let rows = waiting.claims.into_iter().map(|claim| {
        let attempt = attempt.clone();
        view! { <ClaimDecision claim action="/moderation/claims".to_owned() named=true attempt/> }
    });
    view! {
        <PageMeta title=t!("claims") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("claims")}</h1>
            <p class="lead">{if shown == 0 { t!("claims-none") } else { t!("claims-lead") }}</p>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at/>
            <ul class="row-list">{rows.collect_view()}</ul>
            {is_cut.then(|| view! { <p class="quiet">{t!("related-part", shown = shown, total = waiting.total)}</p> })}
        </section>
    }
    .into_any()
}
