//! How readers without an account help: reporting, correcting, telling of what is missing; and where that is decided.

mod correct;
mod decide;
mod new;
mod queue;
mod report;
mod reports;
mod state;

pub use correct::{correct, correct_section};
pub use decide::{CuratePage, DecidePage};
pub use new::{SuggestNew, SuggestNewKind};
pub use queue::SuggestionQueue;
pub use report::{ReportState, report};
pub use reports::{ReportsOfPage, ReportsPage};
pub use state::{SuggestionSent, SuggestionStatePage};

use crate::{
    components::field::{Field, TextField, Wrong},
    context::Attempt,
    i18n::t,
};
use domain::limits;
use leptos::prelude::*;

/// A field that people do not see. Where a program of theirs filled it in, they do, and can empty it.
#[component]
fn Trap(attempt: Option<Attempt>) -> impl IntoView {
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed("nickname")).unwrap_or_default().to_owned();
    let is_seen = !typed.is_empty();
    view! {
        <div hidden=!is_seen>
            <Wrong attempt names=&["nickname"]/>
            <p><label for="nickname">{t!("reader-trap")}</label>" "<input id="nickname" name="nickname" type="text" value=typed tabindex=(!is_seen).then_some("-1") autocomplete="off"/></p>
        </div>
    }
    .into_any()
}

/// Why, and where the mail to confirm goes.
#[component]
fn WhyAndEmail(why: String, why_help: String, attempt: Option<Attempt>) -> impl IntoView {
    view! {
        <TextField name="why" label=why help=why_help attempt=attempt.clone()/>
        <Field name="email" label=t!("reader-email") help=t!("reader-email-help", hours = limits::SUGGESTION_HOURS, days = limits::READER_EMAIL_DAYS)
            input_type="email" autocomplete="email" attempt=attempt.clone()/>
        <Trap attempt/>
    }
    .into_any()
}

/// What somebody wrote for a form that is there no more, as another was faster.
#[component]
pub fn KeptWords(attempt: Option<Attempt>, name: &'static str) -> impl IntoView {
    let typed = attempt.and_then(|attempt| attempt.typed(name).map(str::to_owned)).filter(|typed| !typed.trim().is_empty());
    typed.map(|typed| view! { <div class="notice"><p>{t!("reader-kept")}</p><p class="kept-text">{typed}</p></div> }).into_any()
}
