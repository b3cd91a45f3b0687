//! A real Meilisearch answers as the embedded engine does.

use crate::support::{ask, matching, query, request, text_query};
use backend::testing::meilisearch::{self, MeilisearchBackend};
use domain::{facet::Facet, id::EntryId, query::Query, vocabulary::Sort};
use std::collections::HashSet;

/// Without words nothing is left to taste: hits, order, counts and distances are the same.
const WITHOUT_WORDS: [&str; 16] = [
    "",
    "per_page=100&page=3",
    "page=10000&per_page=100",
    "sort=updated&per_page=50",
    "sort=title&per_page=100",
    "sort=title&per_page=100&page=2",
    "topic=care",
    "topic=care&topic=health&phase=live&phase=pilot",
    "kind=lesson&outcome=failed&theme=data-protection&sort=title",
    "kind=lesson&topic=care",
    "organisation=no-such-organisation&phase=live",
    "lang_content=en&sort=updated",
    "bbox=5.8,50.3,9.5,52.6&topic=social-counselling",
    "near=50667&km=150&sort=distance&per_page=100",
    "near=50667&km=1000&sort=distance&kind=organisation&org_kind=association",
    "near=50667&km=30&bbox=6,50,7,51&region=de-nw",
];

/// Umlauts, compounds, inflections, mistakes, beginnings, gender marks, synonyms, several words, nothing at all.
const TEXTS: [&str; 26] = [
    "Übersetzung",
    "uebersetzung",
    "ubersetzung",
    "Beratung",
    "Beratungen",
    "Sozialberatung",
    "Spracherkennung",
    "Schuldner Beratung",
    "Schuldnerberatung",
    "Häuser",
    "Haus",
    "pfelge",
    "Übersetzunk",
    "chatb",
    "Sprach",
    "KI",
    "künstliche Intelligenz",
    "Mitarbeiter*innen",
    "Bürger:innen",
    "volunteers",
    "KI-Projekt",
    "Einsamkeit im Alter",
    "Chatbot für die Verwaltung",
    "Hilfe für Menschen ohne Wohnung",
    "50667",
    "xyzzyx",
];

#[tokio::test]
async fn filters_orders_pages_and_counts_are_those_of_the_embedded_engine() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    for text in WITHOUT_WORDS {
        let query = query(text);
        let expected = backend.engine.embedded().search(&request(&query)).unwrap();
        assert_eq!(ask(&backend.engine, &query).await, expected, "{text}");
        let expected: std::collections::BTreeSet<u64> = backend.engine.embedded().matching(&request(&query)).unwrap().into_iter().collect();
        assert_eq!(matching(&backend.engine, &query).await, expected, "{text}");
    }
}

#[tokio::test]
async fn texts_find_what_they_find_in_the_embedded_engine() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    for text in TEXTS {
        for filtered in ["", "kind=project&kind=lesson&topic=care&topic=health", "bbox=5.8,47,15,55&sort=newest"] {
            let query = Query { text: text.to_owned(), ..query(filtered) };
            let (found, expected) = (ask(&backend.engine, &query).await, backend.engine.embedded().search(&request(&query)).unwrap());
            let own: std::collections::BTreeSet<u64> = backend.engine.embedded().matching(&request(&query)).unwrap().into_iter().collect();
            assert_eq!(matching(&backend.engine, &query).await, own, "{text} {filtered}");
            let of = |found: &backend::search::Found| (found.total, found.located, found.with_all, found.facets.clone());
            assert_eq!(of(&found), of(&expected), "{text} {filtered}");
            assert_eq!(found.reading, expected.reading);
            assert_eq!(matching(&backend.engine, &query).await.len() as u64, found.total, "{text} {filtered}");
        }
    }
}

#[tokio::test]
async fn orders_that_are_asked_for_are_exact_however_many_ways_a_text_is_met() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    for text in TEXTS {
        for sort in ["newest", "updated", "title", "distance"] {
            for page in ["per_page=100", "per_page=7&page=2"] {
                let asked = format!("near=50667&km=1000&sort={sort}&{page}");
                let query = Query { text: text.to_owned(), ..query(&asked) };
                let expected = backend.engine.embedded().search(&request(&query)).unwrap();
                assert_eq!(ask(&backend.engine, &query).await.hits, expected.hits, "{text} {asked}");
            }
        }
    }
}

#[tokio::test]
async fn hits_by_relevance_fall_in_score_and_the_best_are_where_they_belong() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    for text in ["Carifix", "Hochwasser", "Waldbrand"] {
        let found = ask(&backend.engine, &text_query(text)).await;
        assert!(found.hits.is_sorted_by(|a, b| a.score >= b.score) && found.hits[0].score > 0.3, "{text}");
        let expected = backend.engine.embedded().search(&request(&text_query(text))).unwrap();
        let first: Vec<EntryId> = expected.hits.iter().take(8).map(|hit| hit.id).collect();
        assert!(first.contains(&found.hits[0].id), "{text}");
    }
    let lenient = ask(&backend.engine, &text_query("Hilfe für Menschen ohne Wohnung")).await;
    let with_all = lenient.with_all.unwrap() as usize;
    let below = lenient.hits[with_all].score;
    assert!(lenient.hits[..with_all].iter().all(|hit| hit.score > 10.0 * below), "what has all words comes first");
}

async fn all_pages(backend: &MeilisearchBackend, query: &Query) -> Vec<EntryId> {
    let mut ids = vec![];
    for page in 1.. {
        let found = ask(&backend.engine, &query.on_page(page)).await;
        if found.hits.is_empty() {
            assert_eq!(found.total, ids.len() as u64);
            return ids;
        }
        ids.extend(found.hits.iter().map(|hit| hit.id));
    }
    ids
}

#[tokio::test]
async fn every_hit_is_on_exactly_one_page_in_every_order() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    for text in ["q=daten&near=50667&km=500", "q=Beratung+Pflege", "topic=care&topic=health&near=50667&km=1000"] {
        for sort in Sort::ALL {
            let query = Query { sort: Some(*sort), per_page: 7, ..query(text) };
            let ids = all_pages(&backend, &query).await;
            let distinct: HashSet<_> = ids.iter().collect();
            assert_eq!(distinct.len(), ids.len(), "{text} {sort}");
            assert_eq!(ids, all_pages(&backend, &Query { per_page: 100, ..query }).await, "{text} {sort}");
        }
    }
}

#[tokio::test]
async fn whatever_is_typed_is_only_text_and_whatever_is_chosen_only_a_value() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    let everything = ask(&backend.engine, &Query::default()).await;
    for nothing_said in ["\"", "()", "*:*", " \t ", "🎉🎉", "-", "&&", "\\", "[* *]"] {
        assert_eq!(ask(&backend.engine, &text_query(nothing_said)).await, everything, "{nothing_said:?}");
    }
    let care = matching(&backend.engine, &text_query("pflege")).await;
    for said in ["\"pflege\"", "(pflege", "+pflege", "-pflege", "pflege*", "pflege~", "pflege 🎉", "pflege\\"] {
        assert_eq!(matching(&backend.engine, &text_query(said)).await, care, "{said:?}");
    }
    for odd in ["x".repeat(200), "ä".repeat(200), "a b c d e ".repeat(20), "NOT".into(), "\u{0}".into(), "title = 1".into()] {
        ask(&backend.engine, &text_query(&odd)).await;
    }
    for value in ["\"", "a\" OR kind = \"lesson", "'] OR topic EXISTS", "\\", "\\\"", "\u{0}", "ß 🎉", "NOT", "a] OR (b"] {
        let mut query = Query::default();
        query.filters.entry(Facet::Organisation).or_default().insert(value.to_owned());
        assert_eq!(ask(&backend.engine, &query).await.total, 0, "{value:?}");
    }
}
