//! `/{kind}/{slug}/history`: what an entry said over time, two revisions side by side, and going on from an older one.

use super::slug;
use crate::{
    components::{changes::Changes, load::load, page_meta::PageMeta},
    context::{backend, caller, here, lang},
    format,
    i18n::t,
    routes,
};
use backend::usecases::show_history::{Compared, History, Past, show_history};
use domain::{Error, FieldError, Problem, id::EntryId, vocabulary::Kind};
use leptos::prelude::*;

/// The history of a project.
#[component]
pub fn ProjectHistory() -> impl IntoView {
    of(Kind::Project)
}

/// The history of a lesson.
#[component]
pub fn LessonHistory() -> impl IntoView {
    of(Kind::Lesson)
}

/// The history of an organisation.
#[component]
pub fn OrganisationHistory() -> impl IntoView {
    of(Kind::Organisation)
}

fn of(kind: Kind) -> impl IntoView {
    let (backend, actor, slug, compare, lang) = (backend(), caller(), slug(), compare(), lang());
    load(async move { show_history(&backend, &actor, kind, &slug, compare?, lang).await }, |history| view! { <HistoryPage history/> })
}

/// `?from=1&to=2`, as the form of this page sends it.
fn compare() -> Result<Option<(i64, i64)>, Error> {
    let number = |name: &str| {
        let value = here().value(name).map(|value| value.parse::<i64>());
        value.transpose().map_err(|_| Error::Invalid(vec![FieldError::new(name, Problem::NotInRange { min: 1, max: i64::from(u16::MAX) })]))
    };
    Ok(number("from")?.zip(number("to")?))
}

#[component]
fn HistoryPage(history: History) -> impl IntoView {
    let History { entry, revisions, compared, may_restore } = history;
    let title = entry.revision.as_ref().map(|revision| revision.document.title().to_owned()).unwrap_or_default();
    let href = routes::entry(entry.kind, &entry.slug);
    let count = revisions.len();
    view! {
        <PageMeta title=t!("history-title", title = title.as_str()) indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=href>{title.clone()}</a></p>
            <h1>{t!("history")}</h1>
            <p class="lead">{t!("history-lead", count = count)}</p>
            {compared.map(|compared| view! { <ComparedTwo kind=entry.kind compared/> })}
            <Revisions kind=entry.kind slug=entry.slug.to_string() id=entry.id revisions may_restore/>
        </section>
    }
    .into_any()
}

#[component]
fn ComparedTwo(kind: Kind, compared: Compared) -> impl IntoView {
    let (from, to, is_same) = (compared.from, compared.to, compared.changes.is_empty());
    view! {
        <section aria-labelledby="compared">
            <h2 id="compared">{t!("history-compared", from = from, to = to)}</h2>
            {is_same.then(|| view! { <p>{t!("history-same")}</p> })}
            <Changes kind changes=compared.changes/>
        </section>
    }
    .into_any()
}

#[component]
fn Revisions(kind: Kind, slug: String, id: EntryId, revisions: Vec<Past>, may_restore: bool) -> impl IntoView {
    let can_compare = revisions.len() > 1;
    let newest = revisions.first().map(|past| past.number);
    let before = revisions.get(1).map(|past| past.number);
    let rows = revisions.into_iter().map(|past| {
        let (number, date) = (past.number, format::date(past.at, lang()));
        let pick = move |name: &'static str, is_picked: bool, label: String| {
            view! { <label class="form-tick"><input type="radio" name=name value=number.to_string() checked=is_picked/><span>{label}</span></label> }
        };
        view! {
            <li class="history-row">
                <a href=routes::revision(kind, &slug, number)>{t!("entry-revision-of", number = number, date = date)}</a>
                <span class="quiet">{past.is_current.then(|| t!("history-current"))}" "{past.is_compiled.then(|| t!("history-compiled"))}</span>
                {can_compare.then(|| view! { <span class="form-ticks">{pick("from", Some(number) == before, t!("history-from"))}{pick("to", Some(number) == newest, t!("history-to"))}</span> })}
                {(may_restore && !past.is_current).then(|| view! { <button class="button-quiet" type="submit" formmethod="post" formaction=routes::draft_step(id, "begin") name="number" value=number.to_string()>{t!("history-restore")}</button> })}
            </li>
        }
    });
    view! {
        <form class="history" method="get" action=routes::history(kind, &slug)>
            // First, as it is what Enter presses.
            {can_compare.then(|| view! { <button class="button" type="submit">{t!("history-compare")}</button> })}
            <ol class="plain-list">{rows.collect::<Vec<_>>()}</ol>
        </form>
    }
    .into_any()
}
