//! Before an entry is published whose organisation readers cannot read: that, and the ways to decide on it first.

use super::somebody;
use crate::{format, i18n::t};
use backend::usecases::write::HiddenOwner;
use leptos::prelude::*;

/// A warning.
#[component]
pub fn HiddenOwnerHere(owner: HiddenOwner) -> impl IntoView {
    let way = match owner.waits {
        Some((revision, _)) => (format!("/moderation/{revision}"), t!("owner-hidden-first")),
        None => (format!("/moderation/entries/{}", owner.id), t!("owner-hidden-see")),
    };
    let words = if owner.is_new { t!("owner-hidden", name = owner.name) } else { t!("owner-hidden-again", name = owner.name) };
    let read = owner.other.map(|reading| {
        let who = somebody(reading.email.as_deref(), &reading.account.to_string());
        format!("{} ", t!("owner-hidden-read", who = who, time = format::clock(reading.until)))
    });
    view! { <p class="notice" role="note">{words}" "{read}<a href=way.0>{way.1}</a></p> }.into_any()
}

/// A button of the decision on an entry that publishes both. Nothing where its organisation does not wait, would stay
/// hidden, or is read by somebody else.
#[component]
pub fn WithOwner(owner: Option<HiddenOwner>) -> impl IntoView {
    let waits = owner.filter(|owner| owner.other.is_none()).and_then(|owner| owner.waits);
    waits
        .map(|(revision, version)| {
            let owner = format!("{revision}:{version}");
            view! { <button class="button-quiet with-owner" type="submit" name="owner" value=owner>{t!("owner-hidden-both")}</button> }
        })
        .into_any()
}
