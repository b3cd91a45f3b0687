//! `/moderation/operation`: how the server stands.

use crate::{
    components::{
        desk::DeskNav,
        facts::{FactGroup, Told, told},
        load::load,
        page_meta::PageMeta,
    },
    context::{backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
};
use backend::{
    search::Comparison,
    storage::mails::Waiting,
    usecases::show_operation::{Health, Operation, Replica, show_operation},
};
use domain::time::Timestamp;
use leptos::prelude::*;

/// Database, search and mails in words.
#[component]
pub fn OperationPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { show_operation(&backend, &actor).await }, |operation| view! { <Stand operation/> })
}

#[component]
fn Stand(operation: Operation) -> impl IntoView {
    let Operation { health, database, mails, held } = operation;
    let is_well = health.is_ready() && mails.tried == 0 && health.meilisearch.as_ref().is_none_or(|replica| !replica.status.is_replaced);
    let engine = if health.meilisearch.is_some() { "Meilisearch" } else { "tantivy" };
    let program = vec![
        told(t!("operation-version"), [env!("CARGO_PKG_VERSION").to_owned()]),
        told(t!("operation-database"), [database.to_owned()]),
        told(t!("operation-engine-name"), [t!("operation-engine", engine = engine)]),
    ];
    let meilisearch =
        health.meilisearch.clone().map(|replica| view! { <FactGroup heading="Meilisearch".to_owned() facts=of_meilisearch(&replica)/> });
    view! {
        <PageMeta title=t!("operation") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("operation")}</h1>
            <p class="lead">{if is_well { t!("operation-well") } else { t!("operation-unwell") }}</p>
            <FactGroup heading=t!("operation-search") facts=of_search(&health)/>
            {meilisearch}
            <FactGroup heading=t!("operation-mails") facts=of_mails(mails, held)/>
            <FactGroup heading=t!("operation-program") facts=program/>
        </section>
    }
    .into_any()
}

fn of_search(health: &Health) -> Vec<Told> {
    let behind = health.behind().map_or_else(|| t!("operation-unknown"), |behind| t!("operation-behind", count = behind));
    vec![told(t!("operation-step"), [behind]), told(t!("operation-compared"), [compared(health.compared)])]
}

fn of_meilisearch(replica: &Replica) -> Vec<Told> {
    let answering = if replica.status.is_replaced { t!("operation-replaced") } else { t!("operation-answering") };
    let shares = t!("operation-shares", answered = replica.status.answered, left = replica.status.left);
    vec![
        told(t!("operation-state"), [answering]),
        told(t!("operation-since-start"), [shares]),
        told(t!("operation-compared"), [compared(replica.compared)]),
    ]
}

fn of_mails(mails: Waiting, held: i64) -> Vec<Told> {
    let tried = (mails.tried > 0).then(|| t!("operation-tried", count = mails.tried));
    let held = (held > 0).then(|| t!("operation-held", count = held));
    let oldest = mails.oldest.map(|at| t!("operation-oldest", at = when(Timestamp(at))));
    vec![told(
        t!("operation-waiting"),
        [t!("operation-waiting-mails", count = mails.total)].into_iter().chain(held).chain(tried).chain(oldest),
    )]
}

/// What the nightly look came to.
fn compared(last: Option<Comparison>) -> String {
    let Some(last) = last else { return t!("operation-never") };
    let (at, entries) = (when(last.at), last.compared);
    if last.differed() == 0 {
        t!("operation-same", at = at, count = entries)
    } else {
        t!("operation-differed", at = at, count = entries, differed = last.differed())
    }
}

fn when(at: Timestamp) -> String {
    format::date_and_time(at, lang())
}
