//! `/organisations/{slug}/members`: who belongs to it; for those who manage them, with all that they can do.

use super::slug;
use crate::{
    components::{
        claim_decision::ClaimDecision,
        field::{Field, Refusal, SelectField, Wrong},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    storage::{
        claims::Claim,
        invitations::Invitation,
        members::{Member, Organisation},
    },
    usecases::members::{MembersView, show_members},
};
use domain::{account::Role, entry::EntryState, id::AccountId, limits, vocabulary::Kind};
use leptos::prelude::*;

/// The members of an organisation.
#[component]
pub fn Members() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_members(&backend, &actor, &slug).await }, |view| view! { <MembersPage view/> })
}

#[component]
fn MembersPage(view: MembersView) -> impl IntoView {
    let MembersView { organisation, me, members, managed, is_last_owner } = view;
    let (attempt, here) = (attempt(), routes::members(&organisation.slug));
    let title = t!("members", name = organisation.name.as_str());
    let (manages, is_alone) = (managed.is_some(), members.len() == 1);
    let rows = members.into_iter().map(|member| {
        let here = here.clone();
        view! { <MemberRow member me manages is_last_owner here/> }
    });
    let rows = rows.collect_view();
    let managed = managed.map(|managed| {
        let (here, attempt) = (here.clone(), attempt.clone());
        view! {
            <Claims claims=managed.claims here=here.clone() attempt=attempt.clone()/>
            <Invitations invitations=managed.invitations here=here.clone()/>
            <Invite here attempt/>
        }
    });
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <h1>{title}</h1>
            <State organisation/>
            <Refusal attempt=attempt.clone()/>
            <Wrong attempt names=&["member"]/>
            <p class="quiet">{t!("members-seen")}</p>
            <ul class="row-list">{rows}</ul>
            {managed}
            <Leave here is_alone=is_alone is_last_owner/>
        </section>
    }
    .into_any()
}

/// The way to the entry; before it is published, what it waits for.
#[component]
fn State(organisation: Organisation) -> impl IntoView {
    match organisation.state {
        EntryState::Unpublished => view! { <p class="notice" role="note">{t!("members-unpublished")}</p> }.into_any(),
        _ => view! { <p><a href=routes::entry(Kind::Organisation, &organisation.slug)>{t!("claim-back")}</a></p> }.into_any(),
    }
}

#[component]
fn MemberRow(member: Member, me: AccountId, manages: bool, is_last_owner: bool, here: String) -> impl IntoView {
    let Member { account, email, role, since, .. } = member;
    let (is_me, email, account) = (account == me, email.to_string(), account.to_string());
    let changes = manages && !(is_me && is_last_owner);
    view! {
        <li>
            <p>
                <strong>{email.clone()}</strong>{is_me.then(|| view! { " "{t!("members-you")} })}
                <br/>
                {t!("account-role", role = role.id())}" · "{t!("members-since", date = format::date(since, lang()))}
            </p>
            <div class="form-row">
                {changes.then(|| view! { <ChangeRole account=account.clone() email=email.clone() role here=here.clone()/> })}
                {(manages && !is_me).then(|| view! { <Remove account email here/> })}
            </div>
        </li>
    }
    .into_any()
}

#[component]
fn ChangeRole(account: String, email: String, role: Role, here: String) -> impl IntoView {
    let (to, words, label) = match role {
        Role::Editor => (Role::Owner, t!("members-raise"), t!("members-raise-label", email = email)),
        Role::Owner => (Role::Editor, t!("members-lower"), t!("members-lower-label", email = email)),
    };
    view! {
        <form method="post" action=format!("{here}/role")>
            <input type="hidden" name="member" value=account/>
            <button class="button-quiet" type="submit" name="role" value=to.id() aria-label=label>{words}</button>
        </form>
    }
    .into_any()
}

/// In two steps, also without a script.
#[component]
fn Remove(account: String, email: String, here: String) -> impl IntoView {
    view! {
        <details class="twice">
            <summary aria-label=t!("members-remove-label", email = email.as_str())>{t!("members-remove")}</summary>
            <form method="post" action=format!("{here}/remove")>
                <input type="hidden" name="member" value=account/>
                <p>{t!("members-remove-text")}</p>
                <button class="button" type="submit" aria-label=t!("members-remove-sure-label", email = email.as_str())>{t!("members-remove-sure")}</button>
            </form>
        </details>
    }
    .into_any()
}

#[component]
fn Claims(claims: Vec<Claim>, here: String, attempt: Option<Attempt>) -> impl IntoView {
    let rows = claims.into_iter().map(|claim| {
        let (action, attempt) = (format!("{here}/claims"), attempt.clone());
        view! { <ClaimDecision claim action attempt/> }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty())
        .then(|| view! { <h2>{t!("members-claims")}</h2><p>{t!("members-claims-lead")}</p><ul class="row-list">{rows}</ul> })
        .into_any()
}

#[component]
fn Invitations(invitations: Vec<Invitation>, here: String) -> impl IntoView {
    let row = |invitation: Invitation| {
        let (email, until) = (invitation.email.to_string(), format::date(invitation.expires_at, lang()));
        view! {
            <li>
                <p><strong>{email.clone()}</strong><br/>{t!("account-role", role = invitation.role.id())}" · "{t!("members-invited-until", date = until)}</p>
                <form method="post" action=format!("{here}/withdraw")>
                    <input type="hidden" name="invitation" value=invitation.id/>
                    <button class="button-quiet" type="submit" aria-label=t!("members-withdraw-label", email = email)>{t!("members-withdraw")}</button>
                </form>
            </li>
        }
    };
    let rows: Vec<_> = invitations.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <h2>{t!("members-invited")}</h2><ul class="row-list">{rows}</ul> }).into_any()
}

#[component]
fn Invite(here: String, attempt: Option<Attempt>) -> impl IntoView {
    let roles = Role::ALL.map(|role| (role.id(), t!("account-role", role = role.id()))).to_vec();
    view! {
        <h2>{t!("members-invite")}</h2>
        <form class="form" method="post" action=format!("{here}/invite") novalidate>
            <Field name="email" label=t!("members-invite-email") help=t!("members-invite-help", days = limits::INVITATION_DAYS) input_type="email" attempt=attempt.clone()/>
            <SelectField name="role" label=t!("members-invite-role") choices=roles chosen=Role::Editor.id() attempt/>
            <button class="button" type="submit">{t!("members-invite-send")}</button>
        </form>
    }
    .into_any()
}

#[component]
fn Leave(here: String, is_alone: bool, is_last_owner: bool) -> impl IntoView {
    if is_last_owner && !is_alone {
        return view! { <p class="form-note">{t!("members-leave-not")}</p> }.into_any();
    }
    let text = if is_alone { t!("members-leave-alone") } else { t!("members-leave-text") };
    view! {
        <details class="twice">
            <summary>{t!("members-leave")}</summary>
            <form method="post" action=format!("{here}/leave")>
                <p>{text}</p>
                <button class="button" type="submit">{t!("members-leave-sure")}</button>
            </form>
        </details>
    }
    .into_any()
}
