//! Before an entry is published whose organisation readers cannot read: that, and the ways to decide on it first.

use crate::i18n::t;
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
    view! { <p class="notice" role="note">{words}" "<a href=way.0>{way.1}</a></p> }.into_any()
}

/// A button of the decision on an entry that publishes both. Nothing where its organisation does not wait, or would stay
/// hidden.
#[component]
pub fn WithOwner(owner: Option<HiddenOwner>) -> impl IntoView {
    let waits = owner.and_then(|owner| owner.waits);
    waits
        .map(|(revision, version)| {
            let owner = format!("{revision}:{version}");
            view! { <button class="button-quiet with-owner" type="submit" name="owner" value=owner>{t!("owner-hidden-both")}</button> }
        })
        .into_any()
}
