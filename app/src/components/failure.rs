//! What happened, and what one can do, in one sentence each.

use super::{misread, page_meta::PageMeta, search_form::SearchForm};
use crate::{
    context::{Attempt, backend, here, sent, session},
    format,
    i18n::t,
    routes,
};
use backend::usecases::curate::why_removed;
use domain::{Error, query::Query, second_step::Lacks, vocabulary::Kind};
use leptos::prelude::*;

/// The page for an error.
#[component]
pub fn FailureView(error: Error) -> impl IntoView {
    if let Some(kept) = kept(&error) {
        return view! { <Kept attempt=kept/> }.into_any();
    }
    let (title, _) = words(&error);
    // What a form was sent to has no address without something.
    let is_read = sent().is_none();
    let (way, way_words) = match (&error, second_step(&error)) {
        (_, Some(lacks)) => (routes::second_step(lacks, &here().path), t!("second-step")),
        (Error::Unauthenticated, None) => (routes::sign_in_first(&here()), t!("sign-in")),
        (Error::Invalid(errors), None) if is_read && !errors.is_empty() => {
            (misread::without(&here(), errors), t!("misread-without", count = errors.len()))
        }
        _ => ("/explore".into(), t!("failure-everything")),
    };
    let search = matches!(error, Error::NotFound | Error::Gone | Error::Invalid(_));
    view! {
        <PageMeta title=title.clone() indexed=false embeddable=false/>
        <section class="failure">
            <h1>{title}</h1>
            <FailureText error=error.clone()/>
            {(error == Error::Gone).then(|| view! { <Because/> })}
            {search.then(|| view! { <SearchForm listing=routes::EXPLORE query=Query::default()/> })}
            <p class="failure-ways"><a class="button" href=way>{way_words}</a><a href="/">{t!("failure-home")}</a></p>
        </section>
    }
    .into_any()
}

/// Why a moderator took the entry at this address away.
#[component]
fn Because() -> impl IntoView {
    let (path, backend) = (here().path, backend());
    let mut parts = path.split('/').skip(1);
    let kind = parts.next().and_then(|part| Kind::ALL.iter().copied().find(|kind| kind.path() == part));
    let slug = parts.next().unwrap_or_default().to_owned();
    Suspend::new(async move {
        let why = match kind {
            Some(kind) => why_removed(&backend, kind, &slug).await.ok().flatten(),
            None => None,
        };
        why.map(|why| view! { <p>{t!("removal", because = why.id())}</p> })
    })
}

/// What the session of a moderator lacks, where it may be for that that they are refused.
fn second_step(error: &Error) -> Option<Lacks> {
    session().filter(|_| matches!(error, Error::Forbidden | Error::NotFound))?.lacks
}

/// What somebody wrote, where the form's page cannot be drawn again: they are not signed in any more, say, or what they
/// wrote at was handed in by somebody else.
fn kept(error: &Error) -> Option<Attempt> {
    let attempt = sent().filter(|attempt| attempt.texts().next().is_some())?;
    Some(Attempt { error: error.clone(), ..attempt })
}

/// A form with all that was typed, to be sent once more when one is signed in again.
#[component]
fn Kept(attempt: Attempt) -> impl IntoView {
    let fields =
        attempt.typed.iter().map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> }).collect_view();
    let texts = attempt.texts().map(|text| view! { <p class="kept-text">{text.to_owned()}</p> }).collect_view();
    let is_signed_out = attempt.error == Error::Unauthenticated;
    let way = match second_step(&attempt.error) {
        Some(lacks) => Some((routes::second_step(lacks, "/moderation"), t!("second-step"))),
        None => is_signed_out.then(|| ("/sign-in".to_owned(), t!("kept-sign-in"))),
    };
    let why = match attempt.error {
        Error::Unauthenticated => t!("kept-text"),
        // To load the page again would lose it.
        Error::Conflict => t!("kept-conflict"),
        _ => words(&attempt.error).1,
    };
    view! {
        <PageMeta title=t!("kept") indexed=false embeddable=false/>
        <section class="failure">
            <h1>{t!("kept")}</h1>
            <p class="lead">{why}</p>
            {way.map(|(way, words)| view! { <p><a class="button" href=way target="_blank">{words}</a></p> })}
            <form method="post" action=attempt.sent_to.clone()>{fields}<button class="button-quiet" type="submit">{t!("kept-again")}</button></form>
            <details open=!is_signed_out><summary>{t!("kept-show")}</summary>{texts}</details>
        </section>
    }
    .into_any()
}

/// What is below the title: a sentence, and every field that is wrong.
#[component]
pub fn FailureText(error: Error) -> impl IntoView {
    let (_, text) = words(&error);
    let fields = match error {
        Error::Invalid(fields) => fields,
        _ => vec![],
    };
    view! {
        <p class="lead">{text}</p>
        {(!fields.is_empty()).then(|| view! {
            <ul class="failure-fields">
                {fields.into_iter().map(|f| view! { <li>{misread::sentence(f)}</li> }).collect_view()}
            </ul>
        })}
    }
    .into_any()
}

/// Title and sentence of an error.
pub fn words(error: &Error) -> (String, String) {
    match error {
        Error::NotFound => (t!("not-found"), t!("not-found-text")),
        Error::Gone => (t!("gone"), t!("gone-text")),
        Error::Unauthenticated => (t!("unauthenticated"), t!("unauthenticated-text")),
        Error::Forbidden => (t!("forbidden"), t!("forbidden-text")),
        Error::Conflict => (t!("conflict"), t!("conflict-text")),
        Error::Reserved(until) => (t!("reserved"), t!("reserved-text", time = format::clock(*until))),
        Error::Invalid(_) => (t!("invalid"), t!("invalid-text")),
        Error::TooMany => (t!("too-many"), t!("too-many-text")),
        Error::Unavailable => (t!("unavailable"), t!("unavailable-text")),
        Error::Internal(id) => (t!("internal"), t!("internal-text", number = id.as_str())),
    }
}
