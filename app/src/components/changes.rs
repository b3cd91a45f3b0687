//! What one text says differently from another, field by field and word by word.

use crate::{context::lang, i18n, i18n::t};
use backend::usecases::difference::{Change, Side};
use domain::vocabulary::Kind;
use leptos::prelude::*;

/// Fields that differ: what went is struck through, what came is underlined; programs that read aloud say which. Where
/// nothing was said before, all is new, and is not marked word by word.
#[component]
pub fn Changes(
    kind: Kind,
    changes: Vec<Change>,
    /// Whether there was nothing at all before: then that need not be said of each field.
    #[prop(optional)]
    is_whole: bool,
) -> impl IntoView {
    let change = |change: Change| {
        let is_new = change.is_new();
        let words = change.words.into_iter().map(|(side, text)| match side {
            Side::New if !is_new => view! { <ins>{linked(&text)}</ins> }.into_any(),
            Side::Old => view! { <del>{linked(&text)}</del> }.into_any(),
            Side::Both | Side::New => view! { <span>{linked(&text)}</span> }.into_any(),
        });
        view! {
            <section class="change" data-new=(is_new && !is_whole).then_some("")>
                <h3>{i18n::field(lang(), kind, change.field).label}</h3>
                {(is_new && !is_whole).then(|| view! { <p class="quiet">{t!("change-new")}</p> })}
                <p class="change-words">{words.collect_view()}</p>
            </section>
        }
    };
    view! { <div class="changes">{changes.into_iter().map(change).collect_view()}</div> }.into_any()
}

/// A text with its web addresses as links, each shown whole: whoever follows one sees where it leads.
fn linked(text: &str) -> impl IntoView + use<> {
    let part = |part: &str| {
        let word = part.trim_end();
        let (before, address, after) = address(word);
        if address.is_empty() {
            return view! { {part.to_owned()} }.into_any();
        }
        let (before, after) = (before.to_owned(), format!("{after}{}", &part[word.len()..]));
        view! { {before}<a href=address.to_owned() rel="nofollow ugc noopener noreferrer" referrerpolicy="no-referrer">{address.to_owned()}</a>{after} }
            .into_any()
    };
    // Words that are no addresses stay together.
    let mut parts: Vec<String> = vec![];
    for word in text.split_inclusive(char::is_whitespace) {
        match parts.last_mut() {
            Some(last) if is_plain(last) && is_plain(word) => last.push_str(word),
            _ => parts.push(word.to_owned()),
        }
    }
    parts.iter().map(|piece| part(piece)).collect_view()
}

fn is_plain(text: &str) -> bool {
    !text.contains("://")
}

/// The web address in a word, and what stands around it; an empty one where there is none.
fn address(word: &str) -> (&str, &str, &str) {
    let start = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min();
    let Some(start) = start else { return (word, "", "") };
    let address = word[start..].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '“', '”', '>']);
    let is_more = address.split_once("://").is_some_and(|(_, rest)| !rest.is_empty());
    if is_more { (&word[..start], address, &word[start + address.len()..]) } else { (word, "", "") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_and_nothing_else_is_one() {
        assert_eq!(address("(https://a.example.org/x?y=1)."), ("(", "https://a.example.org/x?y=1", ")."));
        assert_eq!(address("http://a.example.org"), ("", "http://a.example.org", ""));
        for other in ["javascript://alert(1)", "https://", "www.example.org", "data:text/html,x"] {
            assert_eq!(address(other).1, "", "{other}");
        }
    }
}
