//! `/account/delete`: what becomes of everything, and the button.

use crate::{
    components::{
        field::{Field, Refusal, Wrong},
        load::load,
        page_meta::PageMeta,
    },
    context::{attempt, backend, caller, keep_nowhere},
    i18n::t,
    routes,
};
use backend::{
    storage::members::Organisation,
    usecases::delete_account::{Deletion, show_deletion},
};
use leptos::prelude::*;

/// Deleting the account of whoever asks.
#[component]
pub fn DeleteAccount() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { show_deletion(&backend, &actor).await }, |deletion| view! { <DeletePage deletion/> })
}

#[component]
fn DeletePage(deletion: Deletion) -> impl IntoView {
    let attempt = attempt();
    let Deletion { email, in_the_way, left_alone } = deletion;
    let can = in_the_way.is_empty();
    view! {
        <PageMeta title=t!("delete-account") indexed=false/>
        <section class="form-page">
            <h1>{t!("delete-account")}</h1>
            <Refusal attempt=attempt.clone()/>
            <Wrong attempt=attempt.clone() names=&["organisations"]/>
            <p>{t!("delete-account-goes")}</p>
            <p>{t!("delete-account-stays")}</p>
            <p><a href="/account/export" download>{t!("account-export")}</a></p>
            <Named words=t!("delete-account-alone") organisations=left_alone/>
            <Named words=t!("delete-account-not") organisations=in_the_way/>
            {can.then(|| view! {
                <form class="form" method="post" action="/account/delete" novalidate>
                    <Field name="typed" label=t!("delete-account-typed") help=t!("delete-account-typed-help", email = email) input_type="email" autocomplete="off" attempt/>
                    <button class="button" type="submit">{t!("delete-account-sure")}</button>
                </form>
            })}
            <p><a href="/account">{t!("account")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Named(words: String, organisations: Vec<Organisation>) -> impl IntoView {
    let row = |it: Organisation| view! { <li><a href=routes::members(&it.slug)>{it.name}</a></li> };
    (!organisations.is_empty())
        .then(|| view! { <p>{words}</p><ul class="plain-list">{organisations.into_iter().map(row).collect_view()}</ul> })
        .into_any()
}
