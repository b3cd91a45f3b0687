//! How a search was understood, where that is not as it was typed: with a word put right or taken apart, or content
//! with some words.

use crate::{i18n::t, routes::Listing};
use backend::{
    search::language::{is_glue, reading::Corrected, words},
    usecases::search_entries::Results,
};
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
    let word = one_word(results.corrected.as_ref().map_or(&query.text, |corrected| &corrected.text));
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
    let ranked = !grouped && query.page == 1 && query.order() == Sort::Relevance;
    // Where all have all words, there is nothing to tell; of the parts of one word it was told.
    let loosened = results
        .with_all
        .filter(|with_all| !(apart.is_some() && word.is_some()) && *with_all < total)
        .map(|with_all| view! { <p>{loosened(with_all, ranked, word)}</p> });
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

/// What was typed, as it is quoted, where that is one word; "für" and the like do not count.
fn one_word(text: &str) -> Option<String> {
    let mut words = words(text).into_iter().filter(|word| !is_glue(&word.folded));
    let word = words.next().filter(|_| words.next().is_none())?;
    Some(t!("quoted", word = &text[word.range]))
}

fn loosened(with_all: u64, ranked: bool, word: Option<String>) -> String {
    match word {
        Some(word) if ranked => t!("parted-ranked", count = with_all, word = word),
        Some(word) => t!("parted", count = with_all, word = word),
        None if ranked => t!("loosened-ranked", count = with_all),
        None => t!("loosened", count = with_all),
    }
}
