//! Entries that resemble this one, each with the reason why.

use super::card::EntryCard;
use crate::{context::lang, i18n::t};
use backend::usecases::views::{Shared, Similar};
use leptos::prelude::*;

/// Cards with their reasons under a heading; nothing where there are none.
#[component]
pub fn SimilarList(heading: String, similar: Vec<Similar>) -> impl IntoView {
    (!similar.is_empty())
        .then(|| {
            view! {
                <section class="related">
                    <h2>{heading}</h2>
                    <ul class="cards">
                        {similar.into_iter().map(|Similar { card, shared }| view! { <li><EntryCard card reason=reason(&shared)/></li> }).collect_view()}
                    </ul>
                </section>
            }
        })
        .into_any()
}

/// "Auch hier: Sozialberatung, Chatbot, gleiche Region".
pub fn reason(shared: &Shared) -> String {
    let lang = lang();
    let topics = shared.topics.iter().map(|v| v.label(lang).to_owned());
    let techniques = shared.techniques.iter().map(|v| v.label(lang).to_owned());
    let themes = shared.themes.iter().map(|v| v.label(lang).to_owned());
    let outcome = shared.outcome.map(|v| v.label(lang).to_owned());
    let region = shared.place.then(|| t!("similar-region"));
    let all: Vec<String> = topics.chain(techniques).chain(themes).chain(outcome).chain(region).collect();
    t!("similar-reason", what = all.join(", "))
}
