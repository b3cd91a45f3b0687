//! Corrections that readers suggest, where members see them first.

use crate::{i18n::t, routes};
use backend::storage::suggestions::Suggestion;
use domain::limits;
use leptos::prelude::*;

/// The suggestions that wait; nothing where there are none.
#[component]
pub fn SuggestionsHere(waiting: Vec<Suggestion>) -> impl IntoView {
    let count = waiting.len();
    let row = |suggestion: Suggestion| {
        let href = suggestion.entry.zip(suggestion.number).map(|(entry, number)| routes::readers::decide(entry, number));
        view! { <li><a href=href>{suggestion.title}</a>" · "{t!("suggestions-fields", count = suggestion.changes.len())}</li> }
    };
    (count > 0)
        .then(|| {
            view! {
                <section class="notice">
                    <h2>{t!("suggestions-here", count = count)}</h2>
                    <p>{t!("suggestions-here-text", days = limits::READER_DAYS)}</p>
                    <ul class="plain-list">{waiting.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
        .into_any()
}
