//! What happened, and what one can do, in one sentence each.

use super::{page_meta::PageMeta, search_form::SearchForm};
use crate::{context::lang, i18n::t, routes};
use domain::{Error, query::Query};
use leptos::prelude::*;

/// The page for an error.
#[component]
pub fn FailureView(error: Error) -> impl IntoView {
    let (title, text) = words(&error);
    let search = matches!(error, Error::NotFound | Error::Gone | Error::Invalid(_));
    let fields = match error {
        Error::Invalid(fields) => fields,
        _ => vec![],
    };
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="failure">
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            {(!fields.is_empty()).then(|| view! {
                <ul class="failure-fields">
                    {fields.into_iter().map(|f| view! { <li><code>{f.field}</code>": "{f.problem.describe(lang())}</li> }).collect_view()}
                </ul>
            })}
            {search.then(|| view! { <SearchForm listing=routes::EXPLORE query=Query::default()/> })}
            <p class="failure-ways"><a class="button" href="/explore">{t!("failure-everything")}</a><a href="/">{t!("failure-home")}</a></p>
        </section>
    }
    .into_any()
}

fn words(error: &Error) -> (String, String) {
    match error {
        Error::NotFound => (t!("not-found"), t!("not-found-text")),
        Error::Gone => (t!("gone"), t!("gone-text")),
        Error::Unauthenticated | Error::Forbidden => (t!("forbidden"), t!("forbidden-text")),
        Error::Conflict => (t!("conflict"), t!("conflict-text")),
        Error::Invalid(_) => (t!("invalid"), t!("invalid-text")),
        Error::TooMany => (t!("too-many"), t!("too-many-text")),
        Error::Unavailable => (t!("unavailable"), t!("unavailable-text")),
        Error::Internal(id) => (t!("internal"), t!("internal-text", number = id.as_str())),
    }
}
