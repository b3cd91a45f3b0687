//! Every facet, alone and together.

use crate::{
    engine::{Engine, engines, query},
    walk::{counts, located, selected},
};
use domain::{facet::Facet, query::Query};

/// Besides each value of each facet alone.
const TOGETHER: [&str; 14] = [
    "",
    "topic=care&topic=health",
    "topic=care&phase=live",
    "topic=care&topic=inclusion&phase=live&phase=pilot&kind=project",
    "kind=lesson&outcome=failed",
    "kind=lesson&outcome=failed&outcome=mixed&theme=data-protection&theme=user-testing",
    "kind=organisation&org_kind=municipality",
    "kind=lesson&topic=care",
    "region=de-nw&region=de-by&kind=project",
    "lang_content=en&technique=chatbot",
    "personal_data=special-category&sourcing=buy",
    "organisation=deutscher-caritasverband",
    "organisation=nobody-of-this-name",
    "scope=local&technique=language-model&technique=rag&kind=project&phase=live",
];

async fn compare(engine: &Engine, query: &Query) {
    let found = engine.search(query).await;
    let expected = selected(engine, query);
    assert_eq!(found.total, expected.len() as u64, "{}: {query:?}", engine.name);
    assert_eq!(engine.all(query).await, expected, "{}: {query:?}", engine.name);
    assert_eq!(found.located, located(engine, query), "{}: {query:?}", engine.name);
    assert_eq!(found.facets, counts(engine, query), "{}: {query:?}", engine.name);
    assert_eq!(found.with_all, None, "{}: {query:?}", engine.name);
}

#[tokio::test]
async fn each_value_of_each_facet_alone() {
    for engine in engines().await {
        for facet in Facet::ALL {
            for value in facet.choices().into_iter().flatten().take(6) {
                compare(&engine, &Query::default().toggled(*facet, value.id)).await;
            }
        }
    }
}

#[tokio::test]
async fn facets_together() {
    for engine in engines().await {
        for text in TOGETHER {
            compare(&engine, &query(text)).await;
        }
    }
}

#[tokio::test]
async fn a_value_is_only_a_value() {
    for engine in engines().await {
        for value in ["\"", "a\" OR kind = \"lesson", "'] OR topic EXISTS", "\\", "\\\"", "\u{0}", "ß 🎈", "NOT", "a] OR (b", ""] {
            let mut query = Query::default();
            query.filters.entry(Facet::Organisation).or_default().insert(value.to_owned());
            assert_eq!(engine.search(&query).await.total, 0, "{}: {value:?}", engine.name);
        }
    }
}

#[tokio::test]
async fn counts_of_a_text_say_what_choosing_brings() {
    for engine in engines().await {
        for text in ["Chatbot", "KI für Wohnungslose", "Beratugn", "Hochwasser Warnung", "überset"] {
            let all = engine.search(&Query { text: text.to_owned(), ..Query::default() }).await;
            for (facet, values) in &all.facets {
                for (value, count) in values.iter().take(2) {
                    let narrowed = Query { text: text.to_owned(), ..Query::default() }.toggled(*facet, value);
                    assert_eq!(engine.search(&narrowed).await.total, *count, "{}: {text} {facet:?} {value}", engine.name);
                }
            }
        }
    }
}
