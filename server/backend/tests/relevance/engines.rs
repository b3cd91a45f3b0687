//! The engines that are measured, each answering as the product does.

use crate::random::Random;
use backend::{
    search::Request,
    testing::{TestBackend, with_sample},
    usecases::{search_entries::list_entries, views::Card},
};
use domain::{account::Actor, id::EntryId, limits, query::Query};
use std::collections::BTreeMap;

/// An engine with the sample directory in it.
pub struct Engine {
    /// Its name in the baseline.
    pub name: &'static str,
    /// A directory that searches with it.
    pub backend: TestBackend,
}

/// Every engine that can be had here. An engine that needs a server of its own is one more line, with a backend that
/// searches with it, where the environment names that server (`ALLMENDE_TEST_MEILISEARCH`); where it does not, say
/// loudly that the engine was left out, as `backend::testing::databases` does.
pub async fn all() -> Vec<Engine> {
    vec![Engine { name: "embedded", backend: with_sample().await }]
}

impl Engine {
    /// The addresses (`projects/carifix`) that a text finds, best first: through the use case, so that what is measured
    /// is what readers get. More than a page, so that ties across its end can be told.
    pub async fn answer(&self, text: &str) -> Vec<String> {
        let query = Query { text: text.to_owned(), per_page: limits::PER_PAGE, ..Query::default() };
        let mut cards = list_entries(&self.backend, &Actor::Visitor, &query).await.unwrap().page.items;
        let scores = self.scores(&query).await;
        // Ties are in the order of the entries' numbers, which are random. Here they are in one that looks random too,
        // but is the same every time: else figures would change from run to run.
        for ties in cards.chunk_by_mut(|a, b| scores.get(&a.id) == scores.get(&b.id)) {
            ties.sort_by_cached_key(|card| Random::of(&address(card)).next());
        }
        cards.iter().map(address).collect()
    }

    async fn scores(&self, query: &Query) -> BTreeMap<EntryId, f32> {
        let found = self.backend.search.hits(&Request { query, centre: None }).await.unwrap();
        found.hits.into_iter().map(|hit| (hit.id, hit.score)).collect()
    }
}

fn address(card: &Card) -> String {
    format!("{}/{}", card.kind.path(), card.slug)
}
