//! `/account`: who one is here, what one belongs to, and signing out.

use crate::{
    components::{
        field::{Refusal, SelectField, Wrong},
        load::load,
        page_meta::PageMeta,
    },
    context::{attempt, backend, caller, keep_nowhere, session},
    i18n::t,
    routes,
};
use backend::{
    storage::{claims::Claim, members::Organisation},
    usecases::show_account::{Shown, show_account},
};
use domain::{Lang, account::Role, entry::EntryState, vocabulary::Kind};
use leptos::prelude::*;

/// The account of whoever asks.
#[component]
pub fn Account() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { show_account(&backend, &actor).await }, |account| view! { <AccountPage account/> })
}

#[component]
fn AccountPage(account: Shown) -> impl IntoView {
    let (attempt, lacks) = (attempt(), session().and_then(|session| session.lacks));
    view! {
        <PageMeta title=t!("account") indexed=false/>
        <section class="form-page">
            <h1>{t!("account")}</h1>
            <p class="lead">{t!("account-lead", email = account.email.as_str())}</p>
            <Refusal attempt=attempt.clone()/>
            <Wrong attempt names=&["language"]/>
            {account.is_moderator.then(|| view! { <p>{t!("account-role-moderator")}" "<a href="/moderation">{t!("nav-moderation")}</a>" · "<a href="/moderation/claims">{t!("claims")}</a>" · "<a href="/account/passkeys">{t!("account-passkeys")}</a></p> })}
            {lacks.map(|lacks| view! { <p class="notice" role="note">{t!("account-second-step")}" "<a href=routes::second_step(lacks, "/account")>{t!("second-step")}</a></p> })}
            <p><a href="/submit">{t!("write-desk")}</a></p>
            <h2>{t!("account-organisations")}</h2>
            <Invited names=account.invitations/>
            <Organisations organisations=account.organisations/>
            <Claims claims=account.claims/>
            <p><a href="/organisations/new">{t!("found")}</a></p>
            <h2>{t!("account-mails")}</h2>
            <Language language=account.language/>
            <h2>{t!("account-data")}</h2>
            <p><a href="/account/export" download>{t!("account-export")}</a></p>
            <p><a href="/account/delete">{t!("delete-account")}</a></p>
            <h2>{t!("sign-out")}</h2>
            <p>{t!("account-sessions", count = account.sessions)}</p>
            <div class="form-row">
                <form method="post" action="/sign-out"><button class="button" type="submit">{t!("sign-out")}</button></form>
                <form method="post" action="/sign-out/everywhere"><button class="button-quiet" type="submit">{t!("sign-out-everywhere")}</button></form>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Organisations(organisations: Vec<(Organisation, Role)>) -> impl IntoView {
    if organisations.is_empty() {
        return view! { <p>{t!("account-no-organisations")}</p> }.into_any();
    }
    let row = |(organisation, role): (Organisation, Role)| {
        let members = routes::members(&organisation.slug);
        let label = t!("account-members-label", name = organisation.name.as_str());
        // What is not published has no page that others see.
        let name = match organisation.state {
            EntryState::Published | EntryState::Archived => {
                view! { <a href=routes::entry(Kind::Organisation, &organisation.slug)>{organisation.name}</a> }.into_any()
            }
            _ => view! { {organisation.name}" ("{t!("account-unpublished")}")" }.into_any(),
        };
        view! { <li>{name}" · "{t!("account-role", role = role.id())}" · "<a href=members aria-label=label>{t!("account-members")}</a></li> }
    };
    view! { <ul class="plain-list">{organisations.into_iter().map(row).collect_view()}</ul> }.into_any()
}

#[component]
fn Invited(names: Vec<String>) -> impl IntoView {
    names.into_iter().map(|name| view! { <p class="notice" role="note">{t!("account-invited", name = name)}</p> }).collect_view().into_any()
}

/// What was claimed: it waits, or was refused and why.
#[component]
fn Claims(claims: Vec<Claim>) -> impl IntoView {
    let row = |claim: Claim| {
        let words = match claim.decided_at {
            None => t!("account-claim-waits", name = claim.name.as_str()),
            Some(_) => t!("account-claim-refused", name = claim.name.as_str(), reason = claim.reason),
        };
        view! { <li>{words}" "<a href=routes::claim(&claim.slug) aria-label=t!("account-claim-label", name = claim.name)>{t!("account-claim")}</a></li> }
    };
    (!claims.is_empty()).then(|| view! { <ul class="plain-list">{claims.into_iter().map(row).collect_view()}</ul> }).into_any()
}

#[component]
fn Language(language: Lang) -> impl IntoView {
    let choices = vec![(Lang::De.id(), "Deutsch".to_owned()), (Lang::En.id(), "English".to_owned())];
    view! {
        <form class="form" method="post" action="/account/language">
            <SelectField name="language" label=t!("account-language") choices chosen=language.id() attempt=None/>
            <button class="button-quiet" type="submit">{t!("account-language-save")}</button>
        </form>
    }
    .into_any()
}
