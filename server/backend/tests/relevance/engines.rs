//! The engines that are measured, each answering as the product does.

use crate::random::Random;
use backend::{
    Backend,
    search::Request,
    testing::{
        TestBackend,
        meilisearch::{self, MeilisearchBackend},
        with_sample,
    },
    usecases::{search_entries::list_entries, views::Card},
};
use domain::{account::Actor, id::EntryId, limits, query::Query};
use std::collections::BTreeMap;

/// An engine with the sample directory in it.
pub struct Engine {
    /// Its name in the baseline.
    pub name: &'static str,
    holder: Holder,
}

/// Keeps a backend alive.
enum Holder {
    Embedded(TestBackend),
    Meilisearch(MeilisearchBackend),
}

/// Every engine that can be had here.
pub async fn all() -> Vec<Engine> {
    let mut engines = vec![Engine { name: "embedded", holder: Holder::Embedded(with_sample().await) }];
    if let Some(address) = meilisearch::address().await {
        engines.push(Engine { name: "meilisearch", holder: Holder::Meilisearch(meilisearch::with_sample(&address).await) });
    }
    engines
}

impl Engine {
    /// A directory that searches with it.
    pub fn backend(&self) -> &Backend {
        match &self.holder {
            Holder::Embedded(backend) => backend,
            Holder::Meilisearch(backend) => backend,
        }
    }

    /// The addresses (`projects/carifix`) that a text finds, best first: through the use case, so that what is measured
    /// is what readers get. More than a page, so that ties across its end can be told.
    pub async fn answer(&self, text: &str) -> Vec<String> {
        let query = Query { text: text.to_owned(), per_page: limits::PER_PAGE, ..Query::default() };
        let mut cards = list_entries(self.backend(), &Actor::Visitor, &query).await.unwrap().page.items;
        let scores = self.scores(&query).await;
        // Ties are in the order of the entries' numbers, which are random. Here they are in one that looks random too,
        // but is the same every time: else figures would change from run to run.
        for ties in cards.chunk_by_mut(|a, b| scores.get(&a.id) == scores.get(&b.id)) {
            ties.sort_by_cached_key(|card| Random::of(&address(card)).next());
        }
        if let Holder::Meilisearch(backend) = &self.holder {
            assert_eq!(backend.engine.status().left, 0, "{text} was left to the embedded engine");
        }
        cards.iter().map(address).collect()
    }

    async fn scores(&self, query: &Query) -> BTreeMap<EntryId, f32> {
        let found = self.backend().search.hits(&Request { query, centre: None }).await.unwrap();
        found.hits.into_iter().map(|hit| (hit.id, hit.score)).collect()
    }
}

fn address(card: &Card) -> String {
    format!("{}/{}", card.kind.path(), card.slug)
}
