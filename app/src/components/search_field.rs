//! The search field with the list of suggestions that opens below it. Without JavaScript it is a search field.

use crate::{i18n::t, islands::suggest::Suggest};
use domain::limits;
use leptos::prelude::*;

/// How many suggestions at most stand above results, so that some of these stay in sight.
const BRIEF: u32 = 5;

/// A field with `text` in it.
#[component]
pub fn SearchField(
    text: String,
    /// Whether the entries that match stand below while one types: then the list holds what leads elsewhere, and covers
    /// little of them.
    brief: bool,
) -> impl IntoView {
    view! {
        <div class="search-box">
            <Suggest>
                <input class="search-field" id="q" name="q" type="search" value=text maxlength=limits::SEARCH_TEXT autocomplete="off"
                    enterkeyhint="search" placeholder=t!("search-placeholder")/>
                <Suggestions brief/>
            </Suggest>
        </div>
    }
    .into_any()
}

/// The empty list: a group for each kind, and the words that the island puts numbers into.
#[component]
fn Suggestions(brief: bool) -> impl IntoView {
    let (values, organisations) = (("value", t!("suggest-values")), ("organisation", t!("explore-organisations")));
    let groups = if brief {
        // Around a place so far as the form says.
        vec![values, ("place", t!("place-suggest-label")), organisations]
    } else {
        let (projects, lessons) = (("project", t!("explore-projects")), ("lesson", t!("explore-lessons")));
        vec![values, projects, lessons, organisations, ("place", t!("suggest-places", km = limits::KM_DEFAULT))]
    };
    view! {
        <div class="suggestions" id="suggestions" role="listbox" hidden aria-label=t!("suggest-label")
            data-most=brief.then_some(BRIEF) data-place=brief.then(|| t!("suggest-place"))
            data-one=t!("suggest-count", count = 1) data-many=t!("suggest-count", count = "#")
            data-entry=t!("count-entries", count = 1) data-entries=t!("count-entries", count = "#")>
            {groups.into_iter().map(|(name, words)| view! { <Group name words/> }).collect_view()}
        </div>
        <p class="quiet-words" id="suggestions-said" role="status"></p>
    }
    .into_any()
}

/// One that is empty is not to be seen.
#[component]
fn Group(name: &'static str, words: String) -> impl IntoView {
    view! {
        <div class="suggestion-group" role="group" data-group=name aria-label=words.clone() hidden>
            <p class="suggestion-head" aria-hidden="true">{words.clone()}</p>
        </div>
    }
    .into_any()
}
