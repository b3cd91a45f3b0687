//! What moderators see on the public page of an entry. Visitors never do: their pages are drawn for nobody in particular.

use crate::{
    context::{backend, caller},
    i18n::t,
    routes,
};
use backend::{
    storage::entries::Entry,
    usecases::curate::{Bar, show_bar},
};
use domain::account::Actor;
use leptos::prelude::*;

/// State, what waits, notes, and the way to the rest. Nothing for all others.
#[component]
pub fn ModeratorBar(entry: Entry) -> impl IntoView {
    matches!(caller(), Actor::Moderator { .. })
        .then(|| {
            let (backend, actor) = (backend(), caller());
            Suspend::new(async move { show_bar(&backend, &actor, entry.id).await.ok().map(|bar| view! { <Shown entry bar/> }) })
        })
        .into_any()
}

#[component]
fn Shown(entry: Entry, bar: Bar) -> impl IntoView {
    let desk = format!("/moderation/entries/{}", entry.id);
    let waiting = bar.waiting.map(|revision| view! { <li><a href=format!("/moderation/{revision}")>{t!("curate-waiting")}</a></li> });
    view! {
        <aside class="moderator-bar" aria-label=t!("curate")>
            <ul>
                <li><strong>{t!("curate-state", state = bar.state.id())}</strong></li>
                {bar.is_featured.then(|| view! { <li>{t!("curate-featured")}</li> })}
                {waiting}
                <li><a href=desk.clone()>{t!("curate-notes-count", count = bar.notes)}</a></li>
                <li><a href=routes::history(entry.kind, &entry.slug)>{t!("history")}</a></li>
                <li><a href=desk>{t!("curate-open")}</a></li>
            </ul>
        </aside>
    }
    .into_any()
}
