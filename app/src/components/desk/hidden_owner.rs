//! Before an entry is published whose organisation readers cannot read yet: that, and the way to decide on it first.

use crate::{
    context::{backend, caller},
    i18n::t,
};
use backend::usecases::write::{HiddenOwner, hidden_owner};
use domain::id::EntryId;
use leptos::prelude::*;

/// A warning; nothing where the organisation is public.
#[component]
pub fn HiddenOwnerHere(entry: EntryId) -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    Suspend::new(async move {
        let owner = hidden_owner(&backend, &actor, entry).await.ok().flatten();
        owner.map(|owner| view! { <Warning owner/> })
    })
}

#[component]
fn Warning(owner: HiddenOwner) -> impl IntoView {
    let way = match owner.waits {
        Some(revision) => (format!("/moderation/{revision}"), t!("owner-hidden-first")),
        None => (format!("/moderation/entries/{}", owner.id), t!("owner-hidden-see")),
    };
    view! { <p class="notice" role="note">{t!("owner-hidden", name = owner.name)}" "<a href=way.0>{way.1}</a></p> }.into_any()
}
