//! `/moderation/reports`: what readers reported, by entry; and answering it.

use super::KeptWords;
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
    pages::param,
    routes,
};
use backend::{
    storage::reports::{Group, Report},
    usecases::readers::{Reports, ReportsOf, list_reports, list_reports_of},
};
use domain::{
    Error,
    entry::EntryState,
    limits, reader,
    time::{DAY, Timestamp},
};
use leptos::prelude::*;

/// Until when readers were told that they are answered, and whether that is over.
#[component]
fn Deadline(since: Timestamp) -> impl IntoView {
    let until = Timestamp(since.0 + limits::READER_DAYS * DAY);
    let date = format::date(until, lang());
    if until < backend().clock.now() {
        view! { <strong class="overdue">{t!("reports-overdue", date = date)}</strong> }.into_any()
    } else {
        view! { <span>{t!("reports-until", date = date)}</span> }.into_any()
    }
}

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
                <span class="quiet">{group.kind.label(lang())}" · "<strong>{t!("reports-count", count = group.reports)}</strong>" · "{t!("reports-since", date = since)}" · "<Deadline since=group.since/></span>
            </li>
        }
    };
    view! {
        <PageMeta title=t!("reports") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("reports")}</h1>
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
    load(answer, |of| view! { <OfEntry of/> })
}

#[component]
fn OfEntry(of: ReportsOf) -> impl IntoView {
    let ReportsOf { entry, reports, members } = of;
    let attempt = attempt();
    let title = entry.revision.as_ref().map_or("…", |revision| revision.document.title()).to_owned();
    let (action, count) = (routes::readers::reports_of(entry.id), reports.len());
    let public = entry.state.is_public().then(|| routes::entry(entry.kind, &entry.slug));
    let is_there = |attempt: &Attempt| {
        let asked = attempt.typed("report").unwrap_or_default();
        (asked.is_empty() && count > 1) || reports.iter().any(|report| report.id == asked)
    };
    let at = attempt.iter().map(|attempt| ("answer", format!("answer-{}", attempt.typed("report").unwrap_or_default()))).collect();
    let desk = format!("/moderation/entries/{}", entry.id);
    let remove = (entry.state != EntryState::Removed).then(|| format!("{desk}#remove"));
    let kept = attempt.clone().filter(|attempt| !is_there(attempt));
    let seen = reports.iter().map(|report| report.id.as_str()).collect::<Vec<_>>().join(",");
    let row = |report: Report| view! { <One report action=action.clone() attempt=attempt.clone()/> };
    view! {
        <PageMeta title=t!("reports-of", title = title.as_str()) indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=routes::readers::REPORTS>{t!("reports")}</a></p>
            <h1>{t!("reports-of", title = title.as_str())}</h1>
            <p class="lead">{t!("reports-count", count = count)}</p>
            <p class="quiet">{t!("reports-members", count = members)}</p>
            <ul class="desk-ways">
                {public.map(|href| view! { <li><a href=href>{t!("draft-public")}</a></li> })}
                <li><a href=desk>{t!("curate-open")}</a></li>
                <li><a href=routes::draft(entry.id)>{t!("draft-edit")}</a></li>
                {remove.map(|href| view! { <li><a href=href>{t!("reports-remove")}</a></li> })}
            </ul>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at/>
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
            <p class="quiet"><Deadline since=report.created_at/></p>
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
    let (wrong, wrong_id) = (wrong_at(attempt.as_ref(), "answer"), format!("{field}-wrong"));
    let (is_wrong, described) = (wrong.is_some(), wrong.is_some().then(|| wrong_id.clone()));
    view! {
        <form class="form form-wide" method="post" action=action novalidate>
            <input type="hidden" name="report" value=id/>
            {(!seen.is_empty()).then(|| view! { <input type="hidden" name="seen" value=seen/> })}
            <div class="form-field" data-wrong=is_wrong.then_some("")>
                <label for=field.clone()>{t!("reports-answer")}</label>
                {wrong.map(|words| view! { <p class="form-wrong" id=wrong_id>{words}</p> })}
                <textarea id=field name="answer" rows="3" aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=is_wrong>{format!("\n{typed}")}</textarea>
            </div>
            <div class="form-row">
                <button class="button" type="submit" name="decision" value="answer">{t!("reports-send")}</button>
            </div>
            <details class="twice">
                <summary>{t!("reports-close")}</summary>
                <p>{t!("reports-close-sure")}</p>
                <button class="button-warn" type="submit" name="decision" value="close">{t!("reports-close-yes")}</button>
            </details>
        </form>
    }
    .into_any()
}
