//! `/organisations/{slug}/claim`: saying that an organisation is one's own.

use super::slug;
use crate::{
    components::{
        field::{Refusal, TextField},
        load::load,
        page_meta::PageMeta,
    },
    context::{attempt, backend, caller, here, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::usecases::members::{ClaimView, Standing, show_claim};
use domain::vocabulary::Kind;
use leptos::prelude::*;

/// What it comes to, and the button.
#[component]
pub fn Claim() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_claim(&backend, &actor, &slug).await }, |view| view! { <ClaimPage view/> })
}

#[component]
fn ClaimPage(view: ClaimView) -> impl IntoView {
    let ClaimView { name, slug, standing, has_owners } = view;
    let title = t!("claim", name = name.as_str());
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <h1>{title}</h1>
            <Refusal attempt=attempt()/>
            {match standing {
                Standing::Visitor => view! {
                    <p class="lead">{t!("claim-visitor")}</p>
                    <p>{t!("claim-how")}</p>
                    <p><a class="button" href=routes::sign_in_first(&here()) rel="nofollow">{t!("sign-in")}</a></p>
                }
                .into_any(),
                Standing::Owner => view! { <p class="lead">{t!("claim-owner")}</p><p><a class="button" href=routes::members(&slug)>{t!("members-manage")}</a></p> }.into_any(),
                Standing::Waiting(since) => view! { <Waiting slug=slug.clone() since=format::date(since, lang()) has_owners/> }.into_any(),
                Standing::AtHome(domain) => view! { <AtHome slug=slug.clone() domain/> }.into_any(),
                Standing::Stranger => view! { <Stranger slug=slug.clone() has_owners/> }.into_any(),
            }}
            <p><a href=routes::entry(Kind::Organisation, &slug)>{t!("claim-back")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Waiting(slug: String, since: String, has_owners: bool) -> impl IntoView {
    let who = if has_owners { "owners" } else { "moderators" };
    view! {
        <p class="lead">{t!("claim-waiting", date = since, who = who)}</p>
        <form method="post" action=format!("{}/withdraw", routes::claim(&slug))><button class="button-quiet" type="submit">{t!("claim-withdraw")}</button></form>
    }
    .into_any()
}

#[component]
fn AtHome(slug: String, domain: String) -> impl IntoView {
    view! {
        <p class="lead">{t!("claim-at-home", domain = domain)}</p>
        <form class="form" method="post" action=routes::claim(&slug)><button class="button" type="submit">{t!("claim-at-home-send")}</button></form>
    }
    .into_any()
}

#[component]
fn Stranger(slug: String, has_owners: bool) -> impl IntoView {
    let who = if has_owners { "owners" } else { "moderators" };
    view! {
        <p class="lead">{t!("claim-lead", who = who)}</p>
        <form class="form" method="post" action=routes::claim(&slug) novalidate>
            <TextField name="note" label=t!("claim-note") help=t!("claim-note-help") attempt=attempt()/>
            <button class="button" type="submit">{t!("claim-send")}</button>
        </form>
        <p class="form-note">{t!("claim-seen", who = who)}</p>
    }
    .into_any()
}
