//! Orders and pages.

use crate::engine::{Engine, engines, query};
use backend::search::language::words;
use domain::{query::Query, vocabulary::Sort};
use std::collections::{BTreeSet, HashMap};

const ASKED: [&str; 5] = ["", "q=daten", "topic=care&topic=health", "q=Beratung+Pflege", "kind=organisation"];

async fn walked(engine: &Engine, query: &Query) -> Vec<String> {
    let mut all = vec![];
    for page in 1.. {
        let found = engine.found(&query.on_page(page)).await;
        if found.is_empty() {
            return all;
        }
        all.extend(found);
    }
    all
}

#[tokio::test]
async fn every_hit_is_on_exactly_one_page() {
    for engine in engines().await {
        for text in ASKED {
            for sort in Sort::ALL.iter().filter(|sort| **sort != Sort::Distance) {
                let query = Query { sort: Some(*sort), per_page: 13, ..query(text) };
                let all = walked(&engine, &query).await;
                let distinct: BTreeSet<_> = all.iter().collect();
                assert_eq!(distinct.len(), all.len(), "{}: {text} {sort}", engine.name);
                assert_eq!(all.len() as u64, engine.search(&query).await.total, "{}: {text} {sort}", engine.name);
                let again = walked(&engine, &Query { per_page: 100, ..query }).await;
                assert_eq!(again, all, "{}: {text} {sort} in pages of another size", engine.name);
            }
        }
    }
}

#[tokio::test]
async fn orders_are_what_they_say() {
    for engine in engines().await {
        let by_name: HashMap<String, _> = engine.entries.iter().map(|entry| (crate::engine::name(entry), entry)).collect();
        let hour = |name: &String| std::cmp::Reverse(by_name[name].published_at.0.div_euclid(3_600_000_000));
        let newest = walked(&engine, &query("sort=newest&per_page=100")).await;
        assert!(newest.is_sorted_by_key(hour), "{}", engine.name);
        let updated = walked(&engine, &query("sort=updated&per_page=100")).await;
        assert!(updated.is_sorted_by_key(|name| std::cmp::Reverse(by_name[name].updated_at)), "{}", engine.name);
        let titles = walked(&engine, &query("sort=title&per_page=100")).await;
        let key = |name: &String| words(&by_name[name].title).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ");
        assert!(titles.is_sorted_by_key(key), "{}", engine.name);
        assert_eq!(walked(&engine, &query("sort=relevance&per_page=100")).await, newest, "{}: without words", engine.name);
    }
}

#[tokio::test]
async fn behind_the_last_page_is_nothing() {
    for engine in engines().await {
        for text in ["page=10000&per_page=100", "q=Chatbot&page=400", "topic=care&page=500&sort=title"] {
            let found = engine.search(&query(text)).await;
            assert!(found.hits.is_empty() && found.total > 0, "{}: {text}", engine.name);
        }
    }
}
