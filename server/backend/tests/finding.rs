//! What comes with a search: groups by kind, what lies near where nothing was found, suggestions.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend,
    testing::with_sample,
    usecases::{
        group_results::{Group, group_results},
        search_entries::search_entries,
    },
};
use domain::{account::Actor, facet::Facet, query::Query, vocabulary::Kind};

const VISITOR: &Actor = &Actor::Visitor;

fn parse(query: &str) -> Query {
    Query::parse(query).unwrap()
}

async fn groups(backend: &Backend, query: &Query) -> Vec<Group> {
    let results = search_entries(backend, VISITOR, query).await.unwrap();
    group_results(backend, VISITOR, query, &results).await.unwrap()
}

#[tokio::test]
async fn groups_hold_the_first_hits_of_each_kind_and_say_how_many_there_are() {
    let backend = with_sample().await;
    for text in ["q=Beratung", "q=Chatbot", "q=Caritas", "q=Pflege&topic=care", "q=Wald", "q=leichte+sprache+hamburg+bienen"] {
        let query = parse(text);
        let whole = search_entries(&backend, VISITOR, &query).await.unwrap();
        let groups = groups(&backend, &query).await;
        assert_eq!(groups.is_empty(), whole.facets[&Facet::Kind].len() < 2, "{text}");
        assert!(groups.is_empty() || groups.iter().map(|group| group.total).sum::<u64>() == whole.page.total, "{text}");
        assert!(groups.first().is_none_or(|first| first.kind == whole.page.items[0].kind), "{text}: the best hit stands first");
        for group in groups {
            let of_kind = search_entries(&backend, VISITOR, &query.toggled(Facet::Kind, group.kind.id())).await.unwrap();
            assert_eq!(group.total, of_kind.page.total, "{text}");
            assert!(!group.cards.is_empty() && group.cards.len() as u64 <= group.total, "{text}");
            assert_eq!(group.cards, of_kind.page.items[..group.cards.len()], "{text}");
            assert!(group.cards.len() >= 3 || group.cards.len() as u64 == group.total, "{text}");
        }
    }
}

#[tokio::test]
async fn hits_of_one_kind_are_no_group() {
    let backend = with_sample().await;
    assert_eq!(groups(&backend, &parse("q=Beratung&phase=live&technique=chatbot&topic=care&sourcing=make")).await, []);
    assert_eq!(groups(&backend, &parse("q=xyzzyplugh")).await, []);
    let kinds: Vec<Kind> = groups(&backend, &parse("q=Caritas")).await.iter().map(|group| group.kind).collect();
    assert_eq!(kinds.len(), 3, "{kinds:?}");
}
