//! `/invitations/{link}`: what a link from a mail leads to. Nothing is accepted before the button is pressed: programs that
//! scan mails follow links.

use super::param;
use crate::{
    components::{load::load, page_meta::PageMeta},
    context::{backend, caller, here, keep_nowhere, set_status},
    i18n::t,
    routes,
};
use backend::{
    Failure,
    usecases::members::{InvitationView, Invited, show_invitation},
};
use domain::Error;
use leptos::prelude::*;

/// One invitation.
#[component]
pub fn Invitation() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, link) = (backend(), caller(), param("link"));
    let asked = link.clone();
    let answer = async move {
        match show_invitation(&backend, &actor, &asked).await {
            Ok(view) => Ok(Some(view)),
            Err(Failure::Told(Error::NotFound)) => Ok(None),
            Err(failure) => Err(failure),
        }
    };
    load(answer, move |view| match view {
        Some(view) => view! { <Open view link/> }.into_any(),
        None => view! { <Over/> }.into_any(),
    })
}

#[component]
fn Open(view: InvitationView, link: String) -> impl IntoView {
    let title = t!("invitation", name = view.name);
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <h1>{title}</h1>
            <p class="lead">{t!("invitation-lead", role = view.role.id())}</p>
            {match view.invited {
                Invited::Here => view! {
                    <form class="form" method="post" action=format!("/invitations/{link}")><button class="button" type="submit">{t!("invitation-accept")}</button></form>
                }
                .into_any(),
                Invited::Visitor => view! {
                    <p>{t!("invitation-sign-in")}</p>
                    <p><a class="button" href=routes::sign_in_first(&here())>{t!("sign-in")}</a></p>
                }
                .into_any(),
                Invited::Other => view! { <p>{t!("invitation-other")}</p> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

#[component]
fn Over() -> impl IntoView {
    set_status(&Error::NotFound);
    view! {
        <PageMeta title=t!("invitation-over") indexed=false/>
        <section class="form-page">
            <h1>{t!("invitation-over")}</h1>
            <p class="lead">{t!("invitation-over-lead", days = domain::limits::INVITATION_DAYS)}</p>
            <p><a class="button" href="/account">{t!("account")}</a></p>
        </section>
    }
    .into_any()
}
