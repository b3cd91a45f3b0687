//! Hits of the same rank.

use crate::support::{ask, entry, text_query};
use backend::{
    search::document::{Change, IndexDocument},
    testing::meilisearch,
};
use domain::time::{HOUR, Timestamp};

/// Numbers and hours, as they are to come.
const ORDER: [(u128, i64); 5] = [(5, 9), (2, 7), (4, 7), (1, 3), (3, 0)];

#[tokio::test]
async fn of_the_same_rank_the_newest_comes_first() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_meilisearch(&address).await;
    backend.in_step().await;
    backend.engine.set_patience(meilisearch::PATIENCE);
    let published = |number, hours| IndexDocument { published_at: Timestamp(hours * HOUR), ..entry(number, "Kompost und Garten") };
    let mut changes = ORDER.map(|(number, hours)| Change::Put(Box::new(published(number, hours)))).to_vec();
    changes.sort_by_key(|change| if let Change::Put(entry) = change { entry.id } else { unreachable!() });
    backend.engine.embedded().apply(&changes, 1).unwrap();
    backend.engine.apply(&changes, 1).await.unwrap();
    // One word is asked for in several ways; two words that all have, and one that none has.
    for text in ["kompost", "Garten Kompost", "Kompost xyzzyx"] {
        let found = ask(&backend.engine, &text_query(text)).await;
        let numbers: Vec<u128> = found.hits.iter().map(|hit| hit.id.0.as_u128()).collect();
        assert_eq!(numbers, ORDER.map(|(number, _)| number), "{text}");
    }
}
