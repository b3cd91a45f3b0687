//! `/account`: who one is here, and signing out.

use crate::{
    components::{load::load, page_meta::PageMeta},
    context::{backend, caller, keep_nowhere},
    i18n::t,
    routes,
};
use backend::usecases::show_account::{Shown, show_account};
use domain::vocabulary::Kind;
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
    view! {
        <PageMeta title=t!("account") indexed=false/>
        <section class="form-page">
            <h1>{t!("account")}</h1>
            <p class="lead">{t!("account-lead", email = account.email.as_str())}</p>
            {account.is_moderator.then(|| view! { <p>{t!("account-role-moderator")}" "<a href="/moderation">{t!("nav-moderation")}</a></p> })}
            <p><a href="/submit">{t!("write-desk")}</a></p>
            <h2>{t!("account-organisations")}</h2>
            <Organisations organisations=account.organisations/>
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
fn Organisations(organisations: Vec<(String, String, domain::account::Role)>) -> impl IntoView {
    if organisations.is_empty() {
        return view! { <p>{t!("account-no-organisations")}</p> }.into_any();
    }
    let row = |(slug, name, role): (String, String, domain::account::Role)| {
        view! { <li><a href=routes::entry(Kind::Organisation, &slug)>{name}</a>" · "{t!("account-role", role = role.id())}</li> }
    };
    view! { <ul class="plain-list">{organisations.into_iter().map(row).collect_view()}</ul> }.into_any()
}
