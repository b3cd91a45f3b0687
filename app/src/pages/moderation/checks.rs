//! `/moderation/checks`: what trusted organisations published, to be looked at afterwards.

use crate::{
    components::{
        desk::{DeskNav, Summary, wrong_at},
        field::Refusal,
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    storage::trusts::{Check, Trusted},
    usecases::curate::{Checks, list_checks, list_trusted},
};
use domain::{limits, time::Timestamp, vocabulary::Kind};
use leptos::prelude::*;

const PAGE: &str = "/moderation/checks";

/// What is to be looked at, and who is trusted.
#[component]
pub fn CheckList() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    let answer = async move { Ok((list_checks(&backend, &actor).await?, list_trusted(&backend, &actor).await?)) };
    load(answer, |(checks, trusted)| view! { <Page checks trusted/> })
}

#[component]
fn Page(checks: Checks, trusted: Vec<Trusted>) -> impl IntoView {
    let (attempt, shown) = (attempt(), checks.waiting.len());
    let is_cut = i64::try_from(shown).is_ok_and(|shown| shown < checks.total);
    let at = attempt.iter().filter_map(|attempt| attempt.typed("revision")).map(|id| ("reason", format!("reason-{id}"))).collect();
    let rows = checks.waiting.into_iter().map(|check| {
        let attempt = attempt.clone().filter(|attempt| attempt.typed("revision") == Some(&check.revision_id));
        view! { <Row check attempt/> }
    });
    let organisation = |it: Trusted| {
        let since = t!("curate-trust-now", date = format::date(Timestamp(it.at), lang()), reason = it.reason);
        view! { <li><a href=format!("/moderation/entries/{}", it.id)>{it.title}</a><p class="quiet">{since}</p></li> }
    };
    view! {
        <PageMeta title=t!("checks") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("checks")}</h1>
            <p class="lead">{if shown == 0 { t!("checks-none") } else { t!("checks-lead") }}</p>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at/>
            <ul class="row-list">{rows.collect_view()}</ul>
            {is_cut.then(|| view! { <p class="quiet">{t!("related-part", shown = shown, total = checks.total)}</p> })}
            <h2>{t!("checks-trusted")}</h2>
            {trusted.is_empty().then(|| view! { <p>{t!("checks-trusted-none")}</p> })}
            <ul class="plain-list">{trusted.into_iter().map(organisation).collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Row(check: Check, attempt: Option<Attempt>) -> impl IntoView {
    let kind = check.kind.parse().unwrap_or(Kind::Project);
    let (id, reason_id) = (check.revision_id.clone(), format!("reason-{}", check.revision_id));
    let reason = attempt.as_ref().and_then(|attempt| attempt.typed("reason")).unwrap_or_default().to_owned();
    let (wrong, wrong_id) = (wrong_at(attempt.as_ref(), "reason"), format!("{reason_id}-wrong"));
    let described = wrong.is_some().then(|| wrong_id.clone());
    let is_wrong = wrong.is_some();
    let hidden = move || view! { <input type="hidden" name="revision" value=id.clone()/> };
    let since = t!("checks-since", organisation = check.organisation.as_str(), date = format::date(Timestamp(check.at), lang()));
    view! {
        <li>
            <p><a href=routes::entry(kind, &check.slug)>{check.title.clone()}</a></p>
            <p class="quiet">{since}" · "<a href=format!("/moderation/{}", check.revision_id)>{t!("checks-compare")}</a></p>
            {wrong.map(|words| view! { <p class="form-wrong" id=wrong_id>{words}</p> })}
            <div class="form-row">
                <form method="post" action=PAGE>
                    {hidden()}
                    <button class="button" type="submit" name="outcome" value="fine" aria-label=t!("checks-fine-label", title = check.title.as_str())>{t!("checks-fine")}</button>
                </form>
                <form class="form-inline" method="post" action=PAGE novalidate>
                    {hidden()}
                    <label for=reason_id.clone()>{t!("checks-reason")}</label>
                    <input id=reason_id name="reason" type="text" value=reason maxlength=limits::REASON aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=is_wrong/>
                    <button class="button-quiet" type="submit" name="outcome" value="take-back" aria-label=t!("checks-take-back-label", title = check.title.as_str())>{t!("checks-take-back")}</button>
                </form>
            </div>
        </li>
    }
    .into_any()
}
