//! The engines that are measured, each answering as the product does.

use backend::{
    testing::{TestBackend, with_sample},
    usecases::search_entries::list_entries,
};
use domain::{account::Actor, query::Query};

/// What a reader sees on the first page, and how far recall looks.
pub const PAGE: u32 = 20;

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
    /// The addresses (`projects/carifix`) on the first page for a text, in order: through the use case, so that
    /// what is measured is what readers get.
    pub async fn answer(&self, text: &str) -> Vec<String> {
        let query = Query { text: text.to_owned(), per_page: PAGE, ..Query::default() };
        let results = list_entries(&self.backend, &Actor::Visitor, &query).await.unwrap();
        results.page.items.iter().map(|card| format!("{}/{}", card.kind.path(), card.slug)).collect()
    }
}
