//! What a form of the desk did, told on the page that it leads to.

use crate::{context::here, i18n::t};
use leptos::prelude::*;

/// All that can be told, as it stands in addresses.
const KNOWN: [&str; 23] = [
    "suggestion-published",
    "suggestion-declined",
    "report-answered",
    "report-closed",
    "claim-accepted",
    "claim-refused",
    "check-fine",
    "check-taken-back",
    "noted",
    "note-removed",
    "featured",
    "feature-ended",
    "removed",
    "restored",
    "trusted",
    "trust-ended",
    "template-added",
    "template-changed",
    "template-removed",
    "pair-dismissed",
    "pair-restored",
    "released",
    "taken-over",
];

/// Of what the address names; nothing where it names nothing.
#[component]
pub fn Done() -> impl IntoView {
    let done = domain::query::pairs(&here().query).into_iter().find(|(name, _)| name == "done").map(|(_, done)| done);
    let known = KNOWN.into_iter().find(|known| done.as_deref() == Some(*known));
    known.map(|done| view! { <p class="notice" role="status">{t!("desk-done", what = done)}</p> }).into_any()
}
