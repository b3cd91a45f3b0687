//! How a search was understood, where that is not as it was typed: with a word put right or taken apart, or content
//! with some words.

use crate::{i18n::t, routes::Listing};
use backend::{search::language::reading::Corrected, usecases::search_entries::Results};
use domain::{query::Query, vocabulary::Sort};
use leptos::prelude::*;

/// A sentence for each liberty that was taken; nothing where none was, or where nothing was found anyway.
#[component]
pub fn Understood(
    listing: Listing,
    query: Query,
    results: Results,
    /// Whether hits stand in groups, so that those with all words are not the first of all.
    grouped: bool,
) -> impl IntoView {
    let total = results.page.total;
    let corrected = results.corrected.filter(|_| total > 0).map(|corrected| {
        let href = listing.href(&Query { text: corrected.text.clone(), ..query.on_page(1) });
        let (typed, meant) = quoted(&corrected);
        view! {
            <p>
                {t!("corrected-none", count = corrected.words.len(), words = typed)}" "{t!("corrected-shown")}" "
                <a data-live href=href>{meant}</a>"."
            </p>
        }
    });
    let apart = Some(results.taken_apart).filter(|words| total > 0 && !words.is_empty()).map(|words| {
        view! { <p>{t!("taken-apart", count = words.len(), words = list(words.iter()))}</p> }
    });
    let is_one_word = query.text.split_whitespace().nth(1).is_none();
    let ranked = !grouped && query.page == 1 && query.order() == Sort::Relevance;
    // Where all have all words, there is nothing to tell; of the parts of one word it was told.
    let loosened = results
        .with_all
        .filter(|with_all| !(apart.is_some() && is_one_word) && *with_all < total)
        .map(|with_all| view! { <p>{loosened(with_all, ranked)}</p> });
    (corrected.is_some() || apart.is_some() || loosened.is_some())
        .then(|| view! { <div class="understood" id="understood">{corrected}{apart}{loosened}</div> })
        .into_any()
}

/// The words that were put right, as they were typed and as they were taken: those that were not are none of the matter.
pub fn quoted(corrected: &Corrected) -> (String, String) {
    let words = &corrected.words;
    (list(words.iter().map(|(typed, _)| typed)), list(words.iter().map(|(_, meant)| meant)))
}

fn list<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.map(|word| t!("quoted", word = word.as_str())).collect::<Vec<_>>().join(", ")
}

fn loosened(with_all: u64, ranked: bool) -> String {
    if ranked { t!("loosened-ranked", count = with_all) } else { t!("loosened", count = with_all) }
}
