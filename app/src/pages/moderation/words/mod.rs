//! `/moderation/vocabulary` and `/moderation/synonyms`: what values are called, and which words mean the same.

mod effect;
mod group;
mod groups;
mod label;
mod labels;

pub use group::GroupPage;
pub use groups::GroupsPage;
pub use label::LabelPage;
pub use labels::LabelsPage;

use crate::{
    components::{desk::somebody, field::Refusal},
    context::{Attempt, attempt, here, sent, set_status},
    format,
    i18n::t,
};
use backend::{Failure, storage::audit::Done};
use domain::{Error, FieldError, id::AccountId, time::Timestamp};
use leptos::prelude::*;

/// What was tried out, or what is wrong with it.
type Outcome<T> = Result<T, Vec<FieldError>>;

/// What came of trying something out; a fault is one of the page.
fn outcome<T>(tried: backend::Result<T>) -> backend::Result<Outcome<T>> {
    match tried {
        Ok(tried) => Ok(Ok(tried)),
        Err(Failure::Told(Error::Invalid(fields))) => Ok(Err(fields)),
        Err(failure) => Err(failure),
    }
}

/// What the fields hold and what is wrong with them: as it was sent, whether to be saved or to be tried out; else as it stands.
fn filled(standing: Vec<(&'static str, String)>, wrong: Option<Vec<FieldError>>) -> Attempt {
    if let Some(attempt) = attempt() {
        return attempt;
    }
    if let Some(fields) = &wrong {
        set_status(&Error::Invalid(fields.clone()));
    }
    let mut typed = sent().map(|sent| sent.typed).unwrap_or_default();
    // What was not sent, or nothing was: the first that is named counts.
    typed.extend(standing.into_iter().map(|(name, text)| (name.to_owned(), text)));
    Attempt { typed, error: Error::Invalid(wrong.unwrap_or_default()), sent_to: here().path.to_string() }
}

/// The version that whoever types has before them, so that saving after a trial overwrites nobody; after a conflict, which
/// shows how it stands, the newest.
fn version_of(attempt: &Attempt, stands: i64) -> i64 {
    if attempt.error == Error::Conflict {
        return stands;
    }
    attempt.typed("version").and_then(|sent| sent.parse().ok()).unwrap_or(stands)
}

/// What is wrong with the whole of it. Where somebody else was faster: as it stands now, beside what was typed.
#[component]
fn Refused(attempt: Attempt, children: ChildrenFn) -> impl IntoView {
    if attempt.error != Error::Conflict {
        return view! { <Refusal attempt=Some(attempt)/> }.into_any();
    }
    view! {
        <div class="refusal" role="alert">
            <p><strong>{t!("words-conflict")}</strong></p>
            <p>{t!("words-conflict-text")}</p>
            <p>{t!("words-now")}</p>
            {children()}
        </div>
    }
    .into_any()
}

/// Who changed it last.
#[component]
fn Last(last: Option<Done>) -> impl IntoView {
    last.map(|done| {
        let who = match done.actor.parse::<AccountId>() {
            Ok(_) => somebody(done.email.as_deref(), &done.actor),
            Err(_) => t!("curate-machine"),
        };
        let at = Timestamp(done.at);
        let at = format!("{}, {}", format::date(at, crate::context::lang()), format::clock(at));
        view! { <p class="quiet">{t!("words-last", who = who, at = at, what = done.reason)}</p> }
    })
    .into_any()
}
