//! The engines, each over the sample directory.

use backend::{
    Backend,
    search::{Found, Request, document::IndexDocument},
    testing::{
        TestBackend, documents,
        meilisearch::{self, MeilisearchBackend},
        with_sample,
    },
};
use domain::query::Query;
use std::collections::{BTreeSet, HashMap};

/// An engine under test.
pub struct Engine {
    pub name: &'static str,
    holder: Holder,
    /// What is in it.
    pub entries: Vec<IndexDocument>,
}

/// Keeps a backend alive.
enum Holder {
    Embedded(TestBackend),
    Meilisearch(MeilisearchBackend),
}

/// All engines that can be had.
pub async fn engines() -> Vec<Engine> {
    let mut engines = vec![engine("embedded", Holder::Embedded(with_sample().await)).await];
    if let Some(address) = meilisearch::address().await {
        engines.push(engine("meilisearch", Holder::Meilisearch(meilisearch::with_sample(&address).await)).await);
    }
    engines
}

async fn engine(name: &'static str, holder: Holder) -> Engine {
    let mut engine = Engine { name, holder, entries: vec![] };
    engine.entries = documents(engine.backend()).await;
    engine
}

impl Engine {
    pub fn backend(&self) -> &Backend {
        match &self.holder {
            Holder::Embedded(backend) => backend,
            Holder::Meilisearch(backend) => backend,
        }
    }

    /// Waits until the engine has read the change feed to its end.
    pub async fn follow(&self) {
        match &self.holder {
            Holder::Embedded(backend) => _ = backend.indexer.catch_up().await.unwrap(),
            Holder::Meilisearch(backend) => backend.in_step().await,
        }
    }

    pub async fn search(&self, query: &Query) -> Found {
        let backend = self.backend();
        let centre = query.near.as_ref().map(|near| backend.gazetteer.find(&near.place)[0].point);
        let request = Request { query, centre };
        let found = backend.search.search(&request).await.unwrap();
        let hits = backend.search.hits(&request).await.unwrap();
        assert_eq!((hits.total, &hits.hits), (found.total, &found.hits), "{}: {query:?} with counts and without", self.name);
        let matching = backend.search.matching(&request).await.unwrap();
        assert_eq!(matching.len() as u64, found.total, "{}: {query:?} list and map", self.name);
        if let Holder::Meilisearch(backend) = &self.holder {
            assert_eq!(backend.engine.status().left, 0, "{query:?} was left to the embedded engine");
        }
        found
    }

    /// The addresses of the first hits, in their order: `project/carifix`.
    pub async fn found(&self, query: &Query) -> Vec<String> {
        let names: HashMap<_, _> = self.entries.iter().map(|entry| (entry.id, name(entry))).collect();
        self.search(query).await.hits.iter().map(|hit| names[&hit.id].clone()).collect()
    }

    /// The addresses of all hits.
    pub async fn all(&self, query: &Query) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for page in 1.. {
            let found = self.found(&Query { page, per_page: 100, ..query.clone() }).await;
            if found.is_empty() {
                break;
            }
            all.extend(found);
        }
        all
    }
}

pub fn name(entry: &IndexDocument) -> String {
    format!("{}/{}", entry.kind.id(), entry.slug)
}

pub fn query(query_string: &str) -> Query {
    Query::parse(query_string).unwrap()
}

pub fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}
