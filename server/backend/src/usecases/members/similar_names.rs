//! Organisations that are called nearly the same.

use crate::{
    Backend,
    failure::Result,
    search::{Request, language::words},
    storage::entries,
    usecases::views::Card,
};
use domain::{account::Actor, facet::Facet, limits, query::Query, vocabulary::Kind};
use std::collections::BTreeSet;

/// Shown at most.
const SHOWN: usize = 5;
/// Hits that are looked at.
const LOOKED_AT: u32 = 30;
/// Of the words of the shorter name, so many parts of a hundred are in the other.
const SHARED: usize = 60;
/// Words that tell nothing apart.
const COMMON: [&str; 18] =
    ["e", "v", "ev", "eg", "ggmbh", "gmbh", "ug", "gug", "der", "die", "das", "fur", "und", "in", "im", "von", "the", "of"];

/// Public organisations with nearly this name, likest first: at most five.
///
/// # Errors
/// When engine or database fail.
pub async fn similar_names(backend: &Backend, _actor: &Actor, name: &str) -> Result<Vec<Card>> {
    let own = telling(name);
    if own.is_empty() {
        return Ok(vec![]);
    }
    let filters = [(Facet::Kind, [Kind::Organisation.id().to_owned()].into())].into();
    let text: String = name.chars().take(limits::SEARCH_TEXT).collect();
    let query = Query { text, filters, per_page: LOOKED_AT, ..Query::default() };
    let found = backend.search.hits(&Request { query: &query, centre: None }).await?;
    let ids: Vec<_> = found.hits.iter().map(|hit| hit.id).collect();
    let rows = entries::by_ids(&mut backend.db.read().await?, &ids).await?;
    let mut cards: Vec<(usize, Card)> =
        rows.iter().filter_map(Card::of).map(|card| (likeness(&own, &telling(&card.title)), card)).collect();
    cards.retain(|(likeness, _)| *likeness >= SHARED);
    cards.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    Ok(cards.into_iter().take(SHOWN).map(|(_, card)| card).collect())
}

fn telling(name: &str) -> BTreeSet<String> {
    words(name).into_iter().map(|word| word.folded).filter(|word| !COMMON.contains(&word.as_str())).collect()
}

/// Parts of a hundred of the shorter name's words that the other has too, typing errors forgiven.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return 0;
    }
    let is_in = |word: &&String| long.iter().any(|other| *word == other || strsim::jaro_winkler(word, other) > 0.93);
    short.iter().filter(is_in).count() * 100 / short.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_whatever_their_legal_form() {
        let like = |a: &str, b: &str| likeness(&telling(a), &telling(b)) >= SHARED;
        assert!(like("Caritasverband Köln", "Caritasverband für die Stadt Köln e.V."));
        assert!(like("Telefonselsorge", "TelefonSeelsorge Deutschland"));
        assert!(!like("Tafel Köln", "Tafel Berlin gGmbH") && !like("e.V.", "gGmbH") && !like("Verein A", "Stiftung B"));
    }
}
