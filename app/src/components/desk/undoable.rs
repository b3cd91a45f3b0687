//! What one decided and can still undo, wherever one went meanwhile.

use super::{asked, done_word, with_filters};
use crate::{
    context::{backend, caller, here},
    format,
    i18n::t,
};
use backend::{storage::decisions::Decision, usecases::moderate::list_undoable};
use domain::id::EntryId;
use leptos::prelude::*;

/// Each with a button of its own; of one entry, where there is one. Nothing where there is nothing to undo.
#[component]
pub fn Undoable(#[prop(optional)] entry: Option<EntryId>) -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    Suspend::new(async move {
        // The page is there without it.
        let decisions = list_undoable(&backend, &actor).await.unwrap_or_default();
        let decisions: Vec<_> = decisions.into_iter().filter(|it| entry.is_none_or(|entry| it.entry == entry)).collect();
        (!decisions.is_empty()).then(|| view! { <List decisions entry/> }).into_any()
    })
}

#[component]
fn List(decisions: Vec<Decision>, entry: Option<EntryId>) -> impl IntoView {
    let count = decisions.len();
    // What was decided just now says so above already.
    let is_told = here().has("batch");
    let row = |it: Decision| {
        let action = if entry.is_some() {
            format!("/moderation/undo/{}", it.batch)
        } else {
            with_filters(&format!("/moderation/undo/{}", it.batch), &asked())
        };
        let of = entry.map(|entry| view! { <input type="hidden" name="entry" value=entry.to_string()/> });
        let said = t!("undoable-said", action = done_word(&it.action), time = format::clock(it.expires_at));
        view! {
            <li>
                <p><a href=format!("/moderation/entries/{}", it.entry)>{it.title.clone()}</a>" "<span class="quiet">{said}</span></p>
                <form method="post" action=action>
                    <input type="hidden" name="decision" value=it.id/>{of}
                    <button class="button-quiet" type="submit" aria-label=t!("undoable-label", title = it.title)>{t!("decided-undo")}</button>
                </form>
            </li>
        }
    };
    view! {
        <details class="queue-filters undoable" open=entry.is_some() || (!is_told && count <= 3)>
            <summary>{t!("undoable", count = count)}</summary>
            <ul class="plain-list">{decisions.into_iter().map(row).collect_view()}</ul>
        </details>
    }
    .into_any()
}
