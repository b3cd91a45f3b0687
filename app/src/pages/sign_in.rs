//! `/sign-in`, `/sign-in/code` and the links in mails.

use super::param;
use crate::{
    components::{
        field::{Field, Refusal},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, here, keep_nowhere, set_status},
    i18n::t,
    routes,
};
use axum::http::request::Parts;
use backend::{
    Failure,
    secret::Secret,
    usecases::sign_in::{is_browser_of, next_of},
};
use domain::{Error, account::Actor, limits, local_path::LocalPath};
use leptos::prelude::*;

/// What a browser was given when it asked for a mail. In the request's extensions.
#[derive(Debug, Clone)]
pub struct Browser(pub Secret);

/// Asks for the address.
#[component]
pub fn SignIn() -> impl IntoView {
    let attempt = attempt();
    let next = next(attempt.as_ref());
    view! {
        <Frame title=t!("sign-in") lead=t!("sign-in-lead")>
            <Refusal attempt=attempt.clone()/>
            <form class="form" method="post" action="/sign-in" novalidate>
                {next.map(|next| view! { <input type="hidden" name="next" value=next.to_string()/> })}
                <Field name="email" label=t!("sign-in-email") help=t!("sign-in-email-help") input_type="email" autocomplete="email" attempt/>
                <button class="button" type="submit">{t!("sign-in-send")}</button>
            </form>
            <p class="form-note">{t!("sign-in-new")}</p>
            <p class="form-note">{t!("sign-in-kept")}" "<a href="/privacy">{t!("foot-privacy")}</a></p>
        </Frame>
    }
    .into_any()
}

/// The page that somebody needs to sign in for: from the address, or from what was sent and refused.
pub(super) fn next(attempt: Option<&Attempt>) -> Option<LocalPath> {
    let sent = attempt.and_then(|attempt| attempt.typed("next").map(str::to_owned));
    sent.or_else(|| here().value("next"))?.parse().ok()
}

/// Asks for the code.
#[component]
pub fn SignInCode() -> impl IntoView {
    let attempt = attempt();
    view! {
        <Frame title=t!("sign-in-sent") lead=t!("sign-in-sent-lead")>
            <Refusal attempt=attempt.clone()/>
            <form class="form" method="post" action="/sign-in/code" novalidate>
                <Field name="code" label=t!("sign-in-code") help=t!("sign-in-code-help", digits = limits::CODE) inputmode="numeric" autocomplete="one-time-code" attempt/>
                <button class="button" type="submit">{t!("sign-in-confirm")}</button>
            </form>
            <p class="form-note">{t!("sign-in-sent-hint", minutes = limits::SIGN_IN_MINUTES)}</p>
            <p><a href="/sign-in">{t!("sign-in-again")}</a></p>
        </Frame>
    }
    .into_any()
}

/// Where a link from a mail is opened.
enum Place {
    /// In the browser that asked for it.
    Here,
    /// In another one; with the page that they were on their way to.
    Elsewhere(Option<LocalPath>),
}

/// A link from a mail. It signs in only when the button is pressed: programs that scan mails follow links.
#[component]
pub fn SignInLink() -> impl IntoView {
    let link = param("link");
    let browser = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Browser>().cloned());
    let backend = backend();
    let asked = link.clone();
    let is_signed_in = caller() != Actor::Visitor;
    let answer = async move {
        match is_browser_of(&backend, &asked, browser.as_ref().map(|browser| &browser.0)).await {
            Ok(true) => Ok(Some(Place::Here)),
            Ok(false) => Ok(Some(Place::Elsewhere(next_of(&backend, &asked).await?))),
            Err(Failure::Told(Error::NotFound)) => Ok(None),
            Err(failure) => Err(failure),
        }
    };
    load(answer, move |place| match place {
        Some(Place::Here) => view! { <Here link/> }.into_any(),
        Some(Place::Elsewhere(next)) => view! { <Elsewhere next/> }.into_any(),
        // With the code of the same mail, say.
        None if is_signed_in => view! { <SignedIn/> }.into_any(),
        None => view! { <Over/> }.into_any(),
    })
}

#[component]
fn Here(link: String) -> impl IntoView {
    view! {
        <Frame title=t!("sign-in-here") lead=t!("sign-in-here-lead")>
            <form class="form" method="post" action=format!("/sign-in/{link}")>
                <button class="button" type="submit" autofocus>{t!("sign-in-confirm")}</button>
            </form>
        </Frame>
    }
    .into_any()
}

#[component]
fn Elsewhere(next: Option<LocalPath>) -> impl IntoView {
    let again = next.map_or_else(|| "/sign-in".to_owned(), |next| routes::sign_in(&next));
    view! {
        <Frame title=t!("sign-in-elsewhere") lead=t!("sign-in-elsewhere-lead")>
            <p><a class="button" href=again>{t!("sign-in-again")}</a></p>
        </Frame>
    }
    .into_any()
}

#[component]
fn SignedIn() -> impl IntoView {
    set_status(&Error::NotFound);
    view! {
        <Frame title=t!("sign-in-done") lead=t!("sign-in-done-lead")>
            <p class="form-row"><a class="button" href="/submit">{t!("nav-submit")}</a><a class="button-quiet" href="/account">{t!("account")}</a></p>
        </Frame>
    }
    .into_any()
}

#[component]
fn Over() -> impl IntoView {
    set_status(&Error::NotFound);
    view! {
        <Frame title=t!("sign-in-over") lead=t!("sign-in-over-lead", minutes = limits::SIGN_IN_MINUTES)>
            <p><a class="button" href="/sign-in">{t!("sign-in-again")}</a></p>
        </Frame>
    }
    .into_any()
}

#[component]
fn Frame(title: String, lead: String, children: Children) -> impl IntoView {
    keep_nowhere();
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            {children()}
        </section>
    }
    .into_any()
}
