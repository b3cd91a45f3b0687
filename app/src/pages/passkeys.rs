//! `/account/passkeys` and `/sign-in/passkey`: the second step of moderators.

use crate::{
    components::{
        field::{Refusal, Wrong},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, here, keep_nowhere, lang, session, site},
    format,
    i18n::t,
    islands::passkey::PasskeyForm,
    routes,
};
use backend::usecases::passkeys::{Kept, Shown, show};
use domain::{Error, limits, local_path::LocalPath, second_step::Lacks};
use leptos::prelude::*;

const PAGE: &str = "/account/passkeys";

/// The passkeys of a moderator.
#[component]
pub fn Passkeys() -> impl IntoView {
    load(shown(), |shown| view! { <PasskeysPage shown/> })
}

/// The second step.
#[component]
pub fn SecondStep() -> impl IntoView {
    load(shown(), |shown| view! { <SecondStepPage shown/> })
}

fn shown() -> impl Future<Output = backend::Result<Shown>> + Send + 'static {
    keep_nowhere();
    let (backend, session) = (backend(), session());
    async move { show(&backend, &session.ok_or(Error::Unauthenticated)?.secret).await }
}

/// Where somebody is on their way to.
fn next() -> Option<LocalPath> {
    here().value("next")?.parse().ok()
}

#[component]
fn PasskeysPage(shown: Shown) -> impl IntoView {
    let attempt = attempt();
    let can_remove = shown.is_fresh && shown.passkeys.len() > 1;
    let is_only = shown.passkeys.len() == 1;
    let can_rename = shown.is_fresh;
    let row = |(at, passkey): (usize, Kept)| {
        let is_here = |attempt: &Attempt| attempt.sent_to.ends_with("/rename") && attempt.typed("passkey") == Some(&*passkey.id);
        let attempt = attempt.clone().filter(is_here);
        let rename = (can_rename || attempt.is_some()).then(|| view! { <Rename at passkey=passkey.clone() attempt/> });
        view! { <Row passkey can_remove>{rename}</Row> }
    };
    let rows = shown.passkeys.iter().cloned().enumerate().map(row).collect_view();
    view! {
        <PageMeta title=t!("passkeys") indexed=false/>
        <section class="form-page">
            <h1>{t!("passkeys")}</h1>
            <p class="lead">{t!("passkeys-lead")}</p>
            <Refusal attempt=attempt.clone()/>
            <Wrong attempt names=&["passkeys"]/>
            {(shown.lacks == Some(Lacks::Passkey) && shown.are_possible).then(|| view! { <p class="notice" role="note">{t!("passkeys-first")}</p> })}
            <h2>{t!("passkeys-yours")}</h2>
            {if shown.passkeys.is_empty() { view! { <p>{t!("passkeys-none")}</p> }.into_any() } else { view! { <ul class="row-list">{rows}</ul> }.into_any() }}
            {is_only.then(|| view! { <p>{t!("passkeys-only")}</p> })}
            <h2>{t!("passkeys-add")}</h2>
            <Add shown/>
            <p class="form-note">{t!("passkeys-told")}" "{t!("passkeys-lost")}</p>
            <p><a href="/account">{t!("passkeys-account")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Row(passkey: Kept, can_remove: bool, children: Children) -> impl IntoView {
    let date = |at| format::date(at, lang());
    let used = passkey.used_at.map_or_else(|| t!("passkeys-never"), |at| t!("passkeys-used", date = date(at)));
    let label = t!("passkeys-remove-label", name = passkey.name.as_str());
    view! {
        <li>
            <strong>{passkey.name.clone()}</strong>
            <p class="quiet">{t!("passkeys-added", date = date(passkey.created_at))}", "{used}</p>
            {children()}
            {can_remove.then(|| view! {
                <details class="twice">
                    <summary aria-label=label>{t!("passkeys-remove")}</summary>
                    <form method="post" action="/account/passkeys/remove">
                        <input type="hidden" name="passkey" value=passkey.id/>
                        <button class="button-quiet" type="submit">{t!("passkeys-remove-sure", name = passkey.name)}</button>
                    </form>
                </details>
            })}
        </li>
    }
    .into_any()
}

/// Calling one something else.
#[component]
fn Rename(at: usize, passkey: Kept, attempt: Option<Attempt>) -> impl IntoView {
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed("name")).unwrap_or(&passkey.name).to_owned();
    let wrong = attempt.as_ref().and_then(|attempt| attempt.wrong_at("name")).map(|wrong| wrong.problem.describe(lang()));
    let (id, is_wrong) = (format!("name-{at}"), wrong.is_some());
    let (help_id, wrong_id) = (format!("{id}-help"), format!("{id}-wrong"));
    let described = if is_wrong { format!("{help_id} {wrong_id}") } else { help_id.clone() };
    view! {
        <details class="more" open=attempt.is_some()>
            <summary aria-label=t!("passkeys-rename-label", name = passkey.name.as_str())>{t!("passkeys-rename")}</summary>
            <form class="form" method="post" action="/account/passkeys/rename" novalidate>
                <input type="hidden" name="passkey" value=passkey.id/>
                <div class="form-field" data-wrong=is_wrong.then_some("")>
                    <label for=id.clone()>{t!("passkeys-new-name")}</label>
                    <p class="form-help" id=help_id>{t!("passkeys-name-help")}</p>
                    {wrong.map(|wrong| view! { <p class="form-wrong" id=wrong_id>{wrong}</p> })}
                    <input id=id name="name" type="text" value=typed autocomplete="off" maxlength=limits::PASSKEY_NAME
                        aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=is_wrong/>
                </div>
                <div><button class="button-quiet" type="submit">{t!("section-save")}</button></div>
            </form>
        </details>
    }
    .into_any()
}

/// The form for a new one, or why there is none.
#[component]
fn Add(shown: Shown) -> impl IntoView {
    if !shown.are_possible {
        return view! { <Impossible is_required=shown.are_required/> }.into_any();
    }
    if !shown.is_fresh && shown.passkeys.is_empty() {
        return view! {
            <p>{t!("passkeys-sign-in", minutes = limits::PASSKEY_FRESH_MINUTES)}</p>
            <form method="post" action="/sign-out"><button class="button" type="submit">{t!("sign-out")}</button></form>
        }
        .into_any();
    }
    if !shown.is_fresh {
        return view! {
            <p>{t!("passkeys-prove")}</p>
            <p><a class="button" href=routes::second_step(Lacks::Proof, PAGE)>{t!("second-step")}</a></p>
        }
        .into_any();
    }
    if !shown.has_room {
        return view! { <p>{t!("passkeys-full", max = limits::PASSKEYS)}</p> }.into_any();
    }
    let next = next().map_or_else(|| PAGE.to_owned(), |next| next.to_string());
    view! {
        <Ceremony is_new=true next>
            <div class="form-field">
                <label for="name">{t!("passkeys-name")}</label>
                <p class="form-help" id="name-help">{t!("passkeys-name-help")}</p>
                <input id="name" name="name" type="text" required autocomplete="off" maxlength=limits::PASSKEY_NAME aria-describedby="name-help"/>
            </div>
            <button class="button" type="submit" disabled>{t!("passkeys-add")}</button>
        </Ceremony>
    }
    .into_any()
}

#[component]
fn SecondStepPage(shown: Shown) -> impl IntoView {
    let next = next().map_or_else(|| "/moderation".to_owned(), |next| next.to_string());
    let step = if shown.passkeys.is_empty() {
        let add = routes::second_step(Lacks::Passkey, &next);
        view! { <p>{t!("second-step-none")}</p><p><a class="button" href=add>{t!("passkeys-add")}</a></p> }.into_any()
    } else if shown.are_possible {
        view! { <Ceremony is_new=false next><button class="button" type="submit" disabled>{t!("second-step")}</button></Ceremony> }
            .into_any()
    } else {
        view! { <Impossible is_required=shown.are_required/> }.into_any()
    };
    view! {
        <PageMeta title=t!("second-step") indexed=false/>
        <section class="form-page">
            <h1>{t!("second-step-title")}</h1>
            <p class="lead">{t!("second-step-lead")}</p>
            {step}
            <p class="form-note">{t!("passkeys-lost")}</p>
            <p><a href="/account">{t!("second-step-later")}</a></p>
        </section>
    }
    .into_any()
}

/// Browsers offer no passkeys at this server's address.
#[component]
fn Impossible(is_required: bool) -> impl IntoView {
    let then = is_required.then(|| format!(" {}", t!("second-step-impossible-required")));
    view! { <p class="notice" role="note">{t!("second-step-impossible")}{then}</p> }.into_any()
}

/// A form that asks the device, with all that may have to be said.
#[component]
fn Ceremony(is_new: bool, next: String, children: Children) -> impl IntoView {
    let (what, options, finish) = if is_new {
        ("add", "/account/passkeys/options", "/account/passkeys/finish")
    } else {
        ("use", "/sign-in/passkey/options", "/sign-in/passkey/finish")
    };
    view! {
        <p class="notice no-script" role="note">{t!("second-step-no-script")}</p>
        <PasskeyForm>
            <form
                class="form passkey" method="post" action=finish
                data-wake="" data-passkey=what data-options=options data-finish=finish data-next=next
                data-waits=t!("second-step-waits") data-cancelled=t!("second-step-cancelled") data-over=t!("second-step-over")
                data-wrong=t!("second-step-wrong") data-known=t!("second-step-known") data-unsupported=t!("second-step-unsupported")
                data-elsewhere=t!("second-step-elsewhere", address = site().base_url.to_string()) data-many=t!("second-step-many")
                data-named=t!("second-step-named", max = limits::PASSKEY_NAME) data-failed=t!("second-step-failed")
            >
                {children()}
                <p id="passkey-said" role="status"></p>
            </form>
        </PasskeyForm>
    }
    .into_any()
}
