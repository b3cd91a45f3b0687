//! `/moderation/reports`: what readers reported, by entry; and answering it.

use super::KeptWords;
use crate::{
    components::{
        desk::DeskNav,
        field::{Refusal, Wrong},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    pages::param,
    routes,
};
use backend::{
    storage::{
        entries::Entry,
        reports::{Group, Report},
    },
    usecases::readers::{Reports, list_reports, list_reports_of},
};
use domain::{Error, reader};
use leptos::prelude::*;

/// Entries that were reported, longest waiting first.
#[component]
pub fn ReportsPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { list_reports(&backend, &actor).await }, |reports| view! { <List reports/> })
}

#[component]
fn List(reports: Reports) -> impl IntoView {
    let (shown, total) = (reports.groups.len(), reports.total);
    let is_cut = i64::try_from(shown).is_ok_and(|shown| shown < total);
    let row = |group: Group| {
        let since = format::date(group.since, lang());
        view! {
            <li class="desk-row">
                <a href=routes::readers::reports_of(group.entry)>{group.title}</a>
                <span class="quiet">{group.kind.label(lang())}" · "<strong>{t!("reports-count", count = group.reports)}</strong>" · "{t!("reports-since", date = since)}</span>
            </li>
        }
    };
    view! {
        <PageMeta title=t!("reports") indexed=false/>
        <section class="form-page desk-page">
            <h1>{t!("reports")}</h1>
            <DeskNav/>
            <p class="lead">{t!("reports-lead", count = total)}</p>
            <ul class="plain-list">{reports.groups.into_iter().map(row).collect_view()}</ul>
            {is_cut.then(|| view! { <p class="quiet">{t!("related-part", shown = shown, total = total)}</p> })}
        </section>
    }
    .into_any()
}

/// The reports about one entry.
#[component]
pub fn ReportsOfPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, entry) = (backend(), caller(), param("entry"));
    let answer = async move {
        let entry = entry.parse().map_err(|_| Error::NotFound)?;
        list_reports_of(&backend, &actor, entry).await
    };
    load(answer, |(entry, reports)| view! { <OfEntry entry reports/> })
}

#[component]
fn OfEntry(entry: Entry, reports: Vec<Report>) -> impl IntoView {
    let attempt = attempt();
    let title = entry.revision.as_ref().map_or("…", |revision| revision.document.title()).to_owned();
    let (action, count) = (routes::readers::reports_of(entry.id), reports.len());
    let public = entry.state.is_public().then(|| routes::entry(entry.kind, &entry.slug));
    let is_there = |attempt: &Attempt| {
        let asked = attempt.typed("report").unwrap_or_default();
        (asked.is_empty() && count > 1) || reports.iter().any(|report| report.id == asked)
    };
    let kept = attempt.clone().filter(|attempt| !is_there(attempt));
    let seen = reports.iter().map(|report| report.id.as_str()).collect::<Vec<_>>().join(",");
    let row = |report: Report| view! { <One report action=action.clone() attempt=attempt.clone()/> };
    view! {
        <PageMeta title=t!("reports-of", title = title.as_str()) indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=routes::readers::REPORTS>{t!("reports")}</a></p>
            <h1>{t!("reports-of", title = title.as_str())}</h1>
            <p class="lead">{t!("reports-count", count = count)}</p>
            <p class="form-row">
                {public.map(|href| view! { <a href=href>{t!("draft-public")}</a> })}
                <a href=routes::draft(entry.id)>{t!("draft-edit")}</a>
            </p>
            <Refusal attempt=attempt.clone()/>
            <KeptWords attempt=kept name="answer"/>
            {(count > 1).then(|| view! { <section class="notice"><h2>{t!("reports-all")}</h2><p>{t!("reports-all-seen")}</p><Answer id=String::new() seen=seen.clone() action=action.clone() attempt=attempt.clone()/></section> })}
            <ul class="row-list">{reports.into_iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn One(report: Report, action: String, attempt: Option<Attempt>) -> impl IntoView {
    let reason = reader::reason(&report.reason).map(|reason| reason.label(lang())).unwrap_or_default();
    let mailed = report.email.is_some();
    view! {
        <li>
            <p><strong>{reason}</strong>" · "{format::date(report.created_at, lang())}" · "{if mailed { t!("reports-mailed") } else { t!("reports-unmailed") }}</p>
            <blockquote class="claim-note">{report.text}</blockquote>
            <Answer id=report.id action attempt/>
        </li>
    }
    .into_any()
}

/// The words of an answer, and its buttons. Without an id it is for all those that are `seen` here.
#[component]
fn Answer(id: String, #[prop(optional)] seen: String, action: String, attempt: Option<Attempt>) -> impl IntoView {
    let attempt = attempt.filter(|attempt| attempt.typed("report").unwrap_or_default() == id);
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed("answer")).unwrap_or_default().to_owned();
    let field = format!("answer-{id}");
    view! {
        <form class="form form-wide" method="post" action=action novalidate>
            <input type="hidden" name="report" value=id/>
            {(!seen.is_empty()).then(|| view! { <input type="hidden" name="seen" value=seen/> })}
            <Wrong attempt names=&["answer"]/>
            <div class="form-field">
                <label for=field.clone()>{t!("reports-answer")}</label>
                <textarea id=field name="answer" rows="3">{format!("\n{typed}")}</textarea>
            </div>
            <div class="form-row">
                <button class="button" type="submit" name="decision" value="answer">{t!("reports-send")}</button>
                <button class="button-quiet" type="submit" name="decision" value="close">{t!("reports-close")}</button>
            </div>
        </form>
    }
    .into_any()
}
