//! What one text says differently from another, field by field and word by word.

use crate::{context::lang, i18n};
use backend::usecases::difference::{Change, Side};
use domain::vocabulary::Kind;
use leptos::prelude::*;

/// Fields that differ: what went is struck through, what came is underlined; programs that read aloud say which.
#[component]
pub fn Changes(kind: Kind, changes: Vec<Change>) -> impl IntoView {
    let change = |change: Change| {
        let words = change.words.into_iter().map(|(side, text)| match side {
            Side::Both => view! { <span>{text}</span> }.into_any(),
            Side::Old => view! { <del>{text}</del> }.into_any(),
            Side::New => view! { <ins>{text}</ins> }.into_any(),
        });
        view! {
            <section class="change">
                <h3>{i18n::field(lang(), kind, change.field).label}</h3>
                <p class="change-words">{words.collect_view()}</p>
            </section>
        }
    };
    view! { <div class="changes">{changes.into_iter().map(change).collect_view()}</div> }.into_any()
}
