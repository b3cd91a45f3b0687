//! `/suggestions/{link}`: confirming a suggestion, and where it stands. Nothing is confirmed before the button is pressed:
//! programs that scan mails follow links.

use crate::{
    components::{changes::Changes, failure, load::load, page_meta::PageMeta},
    context::{attempt, backend, caller, keep_nowhere, lang, set_status},
    format,
    i18n::t,
    pages::param,
    routes,
};
use backend::{
    Failure,
    storage::suggestions::Suggestion,
    usecases::readers::{State, show_suggestion},
};
use domain::{
    Error, limits,
    reader::SuggestionState,
    time::{DAY, Timestamp},
};
use leptos::prelude::*;

/// Look for a mail.
#[component]
pub fn SuggestionSent() -> impl IntoView {
    view! {
        <PageMeta title=t!("suggestion-sent-title") indexed=false/>
        <section class="form-page">
            <h1>{t!("suggestion-sent")}</h1>
            <p class="lead">{t!("suggestion-sent-lead", hours = limits::SUGGESTION_HOURS)}</p>
            <p>{t!("suggestion-sent-why")}</p>
            <p>{t!("suggestion-sent-missing")}</p>
            <p><a class="button-quiet" href="/explore">{t!("failure-everything")}</a></p>
        </section>
    }
    .into_any()
}

/// Where a suggestion stands.
#[component]
pub fn SuggestionStatePage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, link, lang) = (backend(), caller(), param("link"), lang());
    let asked = link.clone();
    let answer = async move {
        match show_suggestion(&backend, &actor, &asked, lang).await {
            Ok(state) => Ok(Some(state)),
            Err(Failure::Told(Error::NotFound)) => Ok(None),
            Err(failure) => Err(failure),
        }
    };
    load(answer, move |state| match state {
        Some(state) => view! { <Page state link/> }.into_any(),
        None => view! { <Over/> }.into_any(),
    })
}

#[component]
fn Over() -> impl IntoView {
    set_status(&Error::NotFound);
    view! {
        <PageMeta title=t!("suggestion-over") indexed=false/>
        <section class="form-page">
            <h1>{t!("suggestion-over")}</h1>
            <p class="lead">{t!("suggestion-over-lead", hours = limits::SUGGESTION_HOURS)}</p>
            <p><a class="button" href="/explore">{t!("failure-everything")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Page(state: State, link: String) -> impl IntoView {
    let State { suggestion, state, entry, changes, is_dropped } = state;
    let (kind, count) = (suggestion.kind, changes.len());
    let public = entry.map(|entry| routes::entry(entry.kind, &entry.slug));
    let about = match public {
        Some(href) => view! { <a href=href>{suggestion.title.clone()}</a> }.into_any(),
        None => suggestion.title.clone().into_any(),
    };
    let organisation = (!suggestion.organisation.is_empty())
        .then(|| view! { <p class="quiet">{t!("suggestion-of", name = suggestion.organisation.as_str())}</p> });
    view! {
        <PageMeta title=t!("suggestion") indexed=false/>
        <section class="form-page">
            <h1>{if state == SuggestionState::Unconfirmed { t!("suggestion-confirm") } else { t!("suggestion") }}</h1>
            <p>{kind.label(lang())}": "<strong>{about}</strong></p>
            {organisation}
            <StateWords suggestion=suggestion.clone() state is_dropped link/>
            {(count > 0).then(|| view! { <h2>{t!("suggestion-changes", count = count)}</h2><Changes kind changes is_whole=suggestion.is_new/> })}
            <h2>{t!("suggestion-why")}</h2>
            <blockquote class="claim-note">{suggestion.why}</blockquote>
        </section>
    }
    .into_any()
}

#[component]
fn StateWords(suggestion: Suggestion, state: SuggestionState, is_dropped: bool, link: String) -> impl IntoView {
    let day = |at: Option<Timestamp>| at.map(|at| format::date(at, lang())).unwrap_or_default();
    // Only whoever confirms sends something from here.
    let words = |error: &Error| match error {
        Error::TooMany => t!("suggestion-many", hours = limits::SUGGESTION_HOURS),
        error => failure::words(error).1,
    };
    let refused = attempt().map(|attempt| view! { <div class="refusal" role="alert"><p>{words(&attempt.error)}</p></div> });
    match state {
        SuggestionState::Unconfirmed => view! {
            {refused}
            <p class="lead">{t!("suggestion-confirm-lead")}</p>
            <form class="form" method="post" action=routes::readers::suggestion(&link)><button class="button" type="submit">{t!("suggestion-confirm-send")}</button></form>
        }
        .into_any(),
        SuggestionState::Open => {
            // Members have their time, and then moderators have theirs.
            let until = suggestion.confirmed_at.map(|at| Timestamp(at.0 + limits::READER_DAYS * DAY));
            let by = if suggestion.is_new { t!("suggestion-open-new") } else { t!("suggestion-open", date = day(until)) };
            view! { <p class="lead">{by}</p><p>{t!("suggestion-open-mail")}</p> }.into_any()
        }
        SuggestionState::HandedIn if is_dropped => view! { <p class="lead">{t!("suggestion-dropped", date = day(suggestion.decided_at))}</p> }.into_any(),
        SuggestionState::HandedIn => view! { <p class="lead">{t!("suggestion-handed-in", date = day(suggestion.decided_at))}</p> }.into_any(),
        SuggestionState::Published => view! { <p class="lead">{t!("suggestion-published", date = day(suggestion.decided_at))}</p> }.into_any(),
        SuggestionState::Declined => view! {
            <p class="lead">{t!("suggestion-declined", date = day(suggestion.decided_at))}</p>
            <blockquote class="claim-note">{suggestion.reason}</blockquote>
        }
        .into_any(),
    }
}
