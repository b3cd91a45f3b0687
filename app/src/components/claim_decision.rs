//! What somebody who decides a claim sees and presses.

use super::desk::wrong_at;
use crate::{
    context::{Attempt, lang},
    format,
    i18n::t,
    routes,
};
use backend::storage::claims::Claim;
use domain::{limits, vocabulary::Kind};
use leptos::prelude::*;

/// One claim that waits, with both answers. `action` is where they are sent to.
#[component]
pub fn ClaimDecision(
    claim: Claim,
    action: String,
    /// Whether the organisation is named, on a page of many.
    #[prop(default = false)]
    named: bool,
    attempt: Option<Attempt>,
) -> impl IntoView {
    let Claim { id, email, slug, name, note, created_at, owners, .. } = claim;
    let attempt = attempt.filter(|attempt| attempt.typed("claim") == Some(&id));
    let reason = attempt.as_ref().and_then(|attempt| attempt.typed("reason")).unwrap_or_default().to_owned();
    let reason_id = format!("reason-{id}");
    let (wrong, wrong_id) = (wrong_at(attempt.as_ref(), "reason"), format!("{reason_id}-wrong"));
    let described = wrong.is_some().then(|| wrong_id.clone());
    let is_wrong = wrong.is_some();
    let hidden = {
        let (id, slug) = (id.clone(), slug.to_string());
        move || view! { <input type="hidden" name="claim" value=id.clone()/><input type="hidden" name="organisation" value=slug.clone()/> }
    };
    let organisation = named.then(|| {
        view! { <p><a href=routes::entry(Kind::Organisation, &slug)>{name}</a>" · "{t!("claims-owners", count = owners)}</p> }
    });
    view! {
        <li>
            {organisation}
            <p><strong>{email.to_string()}</strong>" · "{t!("claims-since", date = format::date(created_at, lang()))}</p>
            {(!note.is_empty()).then(|| view! { <p class="claim-note">{note}</p> })}
            {wrong.map(|words| view! { <p class="form-wrong" id=wrong_id>{words}</p> })}
            <div class="form-row">
                <form method="post" action=action.clone()>
                    {hidden()}
                    <button class="button" type="submit" name="decision" value="accept" aria-label=t!("claims-accept-label", email = email.to_string())>{t!("claims-accept")}</button>
                </form>
                <form class="form-inline" method="post" action=action novalidate>
                    {hidden()}
                    <label for=reason_id.clone()>{t!("claims-reason")}</label>
                    <input id=reason_id name="reason" type="text" value=reason required maxlength=limits::SUMMARY aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=is_wrong/>
                    <button class="button-quiet" type="submit" name="decision" value="refuse" aria-label=t!("claims-refuse-label", email = email.to_string())>{t!("claims-refuse")}</button>
                </form>
            </div>
        </li>
    }
    .into_any()
}
