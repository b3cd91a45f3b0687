//! `/moderation/events`: all that was done, by whom.

use super::filters::Select;
use crate::{
    components::{
        desk::{DeskNav, Stacked, done_word, is_beside, pseudonym, reason_said, somebody},
        load::load,
        page_meta::PageMeta,
        paging::turn,
    },
    context::{backend, caller, here, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    storage::audit::Done,
    usecases::curate::{Audit, list_events},
};
use domain::{
    Error,
    audit::{ACTIONS, AuditQuery, By},
    id::AccountId,
    time::Timestamp,
    vocabulary::Kind,
};
use leptos::prelude::*;

const PAGE: &str = "/moderation/events";

/// All of it, as it was asked for.
#[component]
pub fn Events() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, query) = (backend(), caller(), here().query);
    let answer = async move {
        let asked = AuditQuery::parse(&query, is_beside).map_err(Error::Invalid)?;
        Ok((list_events(&backend, &actor, &asked).await?, asked))
    };
    load(answer, |(audit, asked)| view! { <Page audit asked/> })
}

fn address(path: &str, asked: &AuditQuery) -> String {
    let query = asked.to_query_string();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[component]
fn Page(audit: Audit, asked: AuditQuery) -> impl IntoView {
    let Audit { page, moderators } = audit;
    let (pages, (from, to), total) = (page.pages(), page.range(), page.total);
    let csv = address("/moderation/events.csv", &AuditQuery { page: 1, ..asked.clone() });
    let turning = {
        let asked = asked.clone();
        turn(
            asked.page,
            pages,
            move |to, label, rel| view! { <a rel=rel href=address(PAGE, &AuditQuery { page: to, ..asked.clone() })>{label}</a> },
        )
    };
    let found = if page.items.is_empty() {
        view! { <p class="lead">{t!("events-none")}</p> }.into_any()
    } else {
        view! {
            <p class="quiet" id="events-range">{t!("queue-range", from = from, to = to, total = total)}</p>
            <Table rows=page.items/>
            <p><a href=csv download>{t!("events-csv")}</a>" "<span class="quiet">{t!("events-csv-help")}</span></p>
        }
        .into_any()
    };
    view! {
        <PageMeta title=t!("events") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("events")}</h1>
            <p>{t!("events-lead")}</p>
            <Filters asked moderators/>
            {found}{turning}
        </section>
    }
    .into_any()
}

#[component]
fn Filters(asked: AuditQuery, moderators: Vec<(AccountId, String)>) -> impl IntoView {
    let any = || (String::new(), t!("queue-any"));
    let mut people = vec![any(), ("person".into(), t!("events-by-person")), ("machine".into(), t!("events-by-machine"))];
    let chosen = match asked.by {
        By::Anybody => String::new(),
        By::Person => "person".into(),
        By::Machine => "machine".into(),
        By::Account(id) => id.to_string(),
    };
    // Also of somebody who decides no more.
    if let By::Account(id) = asked.by
        && !moderators.iter().any(|(known, _)| *known == id)
    {
        people.push((id.to_string(), t!("curate-member-id", id = pseudonym(&id.to_string()))));
    }
    people.extend(moderators.into_iter().map(|(id, email)| (id.to_string(), email)));
    let actions = [any()].into_iter().chain(ACTIONS.map(|action| (action.to_owned(), done_word(action)))).collect();
    let kinds = [any()].into_iter().chain(Kind::ALL.iter().map(|kind| (kind.id().to_owned(), kind.label(lang()).to_owned()))).collect();
    let is_asked = asked != AuditQuery { page: asked.page, ..AuditQuery::default() };
    let date = |date: Option<domain::time::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    view! {
        <details class="queue-filters" open=is_asked>
            <summary>{t!("queue-filters")}</summary>
            <form method="get" action=PAGE>
                <Select name="by" label=t!("events-by") choices=people chosen/>
                <Select name="action" label=t!("events-action") choices=actions chosen=asked.action.clone()/>
                <Select name="kind" label=t!("queue-kind") choices=kinds chosen=asked.kind.map_or("", |kind| kind.id()).to_owned()/>
                <div class="form-field"><label for="entry">{t!("events-entry")}</label><input id="entry" name="entry" type="text" value=asked.entry.clone() aria-describedby="entry-help"/><p class="form-help" id="entry-help">{t!("events-entry-help")}</p></div>
                <div class="form-field"><label for="from">{t!("events-from")}</label><input id="from" name="from" type="date" value=date(asked.from)/></div>
                <div class="form-field"><label for="to">{t!("events-to")}</label><input id="to" name="to" type="date" value=date(asked.to)/></div>
                <div class="form-row">
                    <button class="button" type="submit">{t!("queue-show")}</button>
                    {is_asked.then(|| view! { <a href=PAGE>{t!("queue-reset")}</a> })}
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// What it was done with; of a group that is there no more, all the others.
fn about(done: &Done) -> String {
    match (done.kind.parse(), done.action.as_str()) {
        (Ok(kind), _) => routes::entry(kind, &done.slug),
        (Err(_), "synonyms-removed") => "/moderation/synonyms".into(),
        (Err(_), _) if done.kind == "synonyms" => routes::synonyms(&done.slug),
        (Err(_), _) if done.kind == "suggestion" => format!("/moderation/suggestions/{}", done.slug),
        (Err(_), _) => format!("/moderation/vocabulary/{}", done.slug),
    }
}

/// One row each; on small screens one block each.
#[component]
fn Table(rows: Vec<Done>) -> impl IntoView {
    let row = |done: Done| {
        let who = match (&done.email, done.actor.parse::<AccountId>()) {
            (Some(email), _) => somebody(Some(email), &done.actor),
            (None, Ok(_)) => t!("curate-member-id", id = pseudonym(&done.actor)),
            (None, Err(_)) => t!("curate-machine"),
        };
        let at = Timestamp(done.at);
        // What readers suggested is forgotten at last.
        let what = match done.title.as_str() {
            "" => t!("events-forgotten").into_any(),
            title => view! { <a href=about(&done)>{title.to_owned()}</a> }.into_any(),
        };
        view! {
            <tr role="row">
                <td role="cell" class="table-date">{format::date(at, lang())}", "{format::clock(at)}</td>
                <td role="cell" class="log-who">{who}</td>
                <td role="cell" class="log-action">{done_word(&done.action)}</td>
                <th role="rowheader" scope="row">{what}</th>
                <td role="cell" class="table-reason">{reason_said(&done.action, &done.reason)}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    let heads = [t!("events-when"), t!("events-by"), t!("events-action"), t!("events-entry"), t!("events-why")];
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="events-range">
            <Stacked class="table table-log" heads=heads.into()>{rows}</Stacked>
        </div>
    }
    .into_any()
}
