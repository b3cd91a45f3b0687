//! Two lessons that pull in different directions, side by side, with why.

use super::card::EntryCard;
use crate::i18n::t;
use backend::usecases::views::Card;
use leptos::prelude::*;

/// Both lessons and what is between them.
#[component]
pub fn ContradictionPair(a: Card, b: Card, why: String) -> impl IntoView {
    // Whoever said why said it in the language of the lessons.
    let language = a.language.id();
    view! {
        <div class="pair">
            <div class="pair-side"><EntryCard card=a/></div>
            <p class="pair-why"><span class="pair-word">{t!("pair-but")}</span><span lang=language>{why}</span></p>
            <div class="pair-side"><EntryCard card=b/></div>
        </div>
    }
    .into_any()
}
