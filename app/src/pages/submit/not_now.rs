//! Where an entry cannot be written: why, and where that can be changed.

use super::Back;
use crate::{components::page_meta::PageMeta, context::set_status, i18n::t, routes};
use backend::usecases::write::Draft;
use domain::{Error, entry::EntryState, revision::RevisionState};
use leptos::prelude::*;

/// How an entry stands that is no draft, with the way to its page.
#[component]
pub fn NotNow(draft: Draft) -> impl IntoView {
    set_status(&Error::Conflict);
    let state = match (draft.state, draft.entry.state) {
        (_, EntryState::Removed) => "removed",
        (RevisionState::Submitted, _) => "submitted",
        (RevisionState::Rejected, _) => "rejected",
        (_, EntryState::Archived) => "archived",
        (_, EntryState::Unpublished) => "withdrawn",
        _ => "published",
    };
    let id = draft.entry.id;
    view! {
        <PageMeta title=t!("not-now") indexed=false/>
        <section class="form-page">
            <Back id title=draft.title.clone()/>
            <h1>{t!("not-now")}</h1>
            <p class="lead">{t!("not-now-text", state = state, title = draft.title)}</p>
            <p><a class="button" href=routes::draft(id)>{t!("not-now-way")}</a></p>
        </section>
    }
    .into_any()
}
