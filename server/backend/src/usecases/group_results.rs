//! Hits by kind: whoever types a word sees at once what was tried, what was learned, and who knows about it.

use super::{
    search_entries::{Results, list_entries},
    views::Card,
};
use crate::{Backend, failure::Result};
use domain::{
    account::Actor,
    facet::Facet,
    limits,
    query::Query,
    vocabulary::{Kind, Sort},
};
use futures::future::try_join_all;

/// Hits shown of the first, the second, the third group.
const SHOWN: [u32; Kind::ALL.len()] = [5, 4, 3];

/// The best hits of a kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Of which kind.
    pub kind: Kind,
    /// All hits of this kind: what the same query finds with it chosen.
    pub total: u64,
    /// The first of them.
    pub cards: Vec<Card>,
}

/// Whether the hits of a query may stand in groups: words were typed, and nothing says which kind, which page or which
/// other order is wanted.
#[must_use]
pub fn may_be_grouped(query: &Query) -> bool {
    let plain = query.page == 1 && query.per_page == limits::PER_PAGE_DEFAULT && query.order() == Sort::Relevance;
    plain && !query.text.is_empty() && query.chosen(Facet::Kind).next().is_none()
}

/// What was found by `query` in groups, the kind of the best hit first. Empty where all hits are of one kind.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn group_results(backend: &Backend, actor: &Actor, query: &Query, results: &Results) -> Result<Vec<Group>> {
    let kinds = in_order(backend, actor, query, results).await?;
    if kinds.len() < 2 {
        return Ok(vec![]);
    }
    let groups = kinds.into_iter().zip(SHOWN).map(|(kind, shown)| group(backend, actor, query, results, kind, shown));
    try_join_all(groups).await
}

/// The kinds that were found, by their best hits. Scores of different answers do not compare, so places in one do.
async fn in_order(backend: &Backend, actor: &Actor, query: &Query, results: &Results) -> Result<Vec<Kind>> {
    let mut order: Vec<Kind> = vec![];
    for card in &results.page.items {
        if !order.contains(&card.kind) {
            order.push(card.kind);
        }
    }
    let mut unseen: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| !order.contains(kind) && count(results, *kind) > 0).collect();
    if unseen.len() > 1 {
        let kinds = unseen.iter().map(|kind| kind.id().to_owned()).collect();
        let mut query = Query { per_page: 1, ..query.clone() };
        query.filters.insert(Facet::Kind, kinds);
        let best = list_entries(backend, actor, &query).await?.page.items.first().map(|card| card.kind);
        unseen.sort_by_key(|kind| Some(*kind) != best);
    }
    order.extend(unseen);
    Ok(order)
}

async fn group(backend: &Backend, actor: &Actor, query: &Query, results: &Results, kind: Kind, shown: u32) -> Result<Group> {
    let total = count(results, kind);
    let cards: Vec<Card> = results.page.items.iter().filter(|card| card.kind == kind).take(shown as usize).cloned().collect();
    if cards.len() as u64 >= total.min(shown.into()) {
        return Ok(Group { kind, total, cards });
    }
    let query = Query { per_page: shown, ..query.toggled(Facet::Kind, kind.id()) };
    let page = list_entries(backend, actor, &query).await?.page;
    Ok(Group { kind, total: page.total, cards: page.items })
}

fn count(results: &Results, kind: Kind) -> u64 {
    results.facets.get(&Facet::Kind).and_then(|counts| counts.get(kind.id())).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_search_for_words_is_grouped() {
        let grouped = |query: &str| may_be_grouped(&Query::parse(query).unwrap());
        assert!(grouped("q=a") && grouped("q=a&sort=relevance") && grouped("q=a&topic=care&near=50667"));
        for query in ["", "topic=care", "q=a&kind=lesson", "q=a&page=2", "q=a&sort=newest", "q=a&per_page=50"] {
            assert!(!grouped(query), "{query}");
        }
    }
}
