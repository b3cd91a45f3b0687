//! `/{kind}/{slug}/report`: saying that something is wrong; `/reports/{link}`: what came of it.

use super::Trap;
use crate::{
    components::{
        field::{Field, Refusal, SelectField, TextField},
        load::load,
        page_meta::PageMeta,
    },
    context::{attempt, backend, caller, here, keep_nowhere, lang, site},
    format,
    i18n::t,
    pages::{param, slug},
    routes,
};
use backend::{
    storage::reports::Report,
    usecases::readers::{Correction, correctable, show_report},
};
use domain::{
    limits, reader,
    time::{DAY, Timestamp},
    vocabulary::Kind,
};
use leptos::prelude::*;

/// The form.
pub fn report(kind: Kind) -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { correctable(&backend, &actor, kind, &slug).await }, |about| view! { <Form about/> })
}

#[component]
fn Form(about: Correction) -> impl IntoView {
    let attempt = attempt();
    let (kind, slug) = (about.entry.kind, about.entry.slug.to_string());
    let title = about.entry.revision.map(|revision| revision.document.title().to_owned()).unwrap_or_default();
    let reasons = reader::REASONS.iter().map(|reason| (reason.id, reason.label(lang()).to_owned())).collect();
    view! {
        <PageMeta title=t!("report-title", title = title.as_str()) indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=routes::entry(kind, &slug)>{t!("write-back", title = title.as_str())}</a></p>
            <h1>{t!("report")}</h1>
            <p class="lead">{t!("report-lead", title = title.as_str(), days = limits::READER_DAYS)}</p>
            <p>{t!("report-better")}" "<a href=routes::readers::suggest(kind, &slug) rel="nofollow">{t!("suggest-link")}</a></p>
            <Refusal attempt=attempt.clone()/>
            <form class="form form-wide" method="post" action=routes::readers::report(kind, &slug) novalidate>
                <SelectField name="reason" label=t!("report-reason") choices=reasons attempt=attempt.clone()/>
                <TextField name="text" label=t!("report-text") help=t!("report-text-help") attempt=attempt.clone()/>
                <Field name="email" label=t!("report-email") help=t!("report-email-help", days = limits::READER_EMAIL_DAYS)
                    input_type="email" autocomplete="email" required=false attempt=attempt.clone()/>
                <Trap attempt/>
                <button class="button" type="submit">{t!("report-send")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// Where a report stands, for those who have its link.
#[component]
pub fn ReportState() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, link) = (backend(), caller(), param("link"));
    load(async move { show_report(&backend, &actor, &link).await }, |report| view! { <StatePage report/> })
}

#[component]
fn StatePage(report: Report) -> impl IntoView {
    let Report { kind, slug, title, reason, text, email, answer, created_at, answered_at, .. } = report;
    let day = |at: Timestamp| format::date(at, lang());
    let reason = reader::reason(&reason).map(|reason| reason.label(lang())).unwrap_or_default();
    let state = match answered_at {
        Some(at) if answer.is_empty() => view! { <p class="lead">{t!("report-closed", date = day(at))}</p> }.into_any(),
        Some(at) => view! {
            <p class="lead">{t!("report-answered", date = day(at))}</p>
            <blockquote class="claim-note">{answer}</blockquote>
        }
        .into_any(),
        None => {
            let until = day(Timestamp(created_at.0 + limits::READER_DAYS * DAY));
            view! {
                <p class="lead">{t!("report-open", date = until)}</p>
                <p>{if email.is_some() { t!("report-open-mail") } else { t!("report-open-link") }}</p>
                <p class="state-link">{site().url(&here().path)}</p>
            }
            .into_any()
        }
    };
    view! {
        <PageMeta title=t!("report-state") indexed=false/>
        <section class="form-page">
            <h1>{t!("report-state")}</h1>
            {state}
            <h2>{t!("report-yours", date = day(created_at))}</h2>
            <p>{(!title.is_empty()).then(|| view! { <a href=routes::entry(kind, &slug)>{title}</a>" · " })}{reason}</p>
            <blockquote class="claim-note">{text}</blockquote>
        </section>
    }
    .into_any()
}
