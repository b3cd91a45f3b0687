//! What was just done, said on the page that somebody was led to after a form. It comes in the address, so that it needs
//! neither a script nor a cookie; only these sentences can be said.

use crate::{components::desk, context::here, i18n::t};
use leptos::prelude::*;

/// What was done, where the address says so.
#[component]
pub fn Done() -> impl IntoView {
    let done = here().value("done").and_then(|done| words(&done));
    done.map(|words| view! { <div class="done"><p class="notice" role="status">{words}</p></div> }).into_any()
}

fn words(done: &str) -> Option<String> {
    Some(match done {
        "account-deleted" => t!("done-account-deleted"),
        "draft-deleted" => t!("done-draft-deleted"),
        "draft-kept" => t!("done-draft-kept"),
        "entry-deleted" => t!("done-entry-deleted"),
        "joined" => t!("done-joined"),
        "founded" => t!("done-founded"),
        done => return desk::done::words(done),
    })
}
