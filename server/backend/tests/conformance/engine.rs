//! The engines, each over the sample directory.

use backend::{
    Backend,
    search::{Found, Request, document::IndexDocument},
    testing::{TestBackend, documents, with_sample},
};
use domain::query::Query;
use std::collections::{BTreeSet, HashMap};

/// An engine under test.
pub struct Engine {
    pub name: &'static str,
    backend: Box<dyn Holder>,
    /// What is in it.
    pub entries: Vec<IndexDocument>,
}

/// Whatever keeps a backend alive.
trait Holder: Send + Sync {
    fn backend(&self) -> &Backend;
}

impl Holder for TestBackend {
    fn backend(&self) -> &Backend {
        self
    }
}

/// All engines that can be had.
pub async fn engines() -> Vec<Engine> {
    vec![engine("embedded", Box::new(with_sample().await)).await]
}

async fn engine(name: &'static str, backend: Box<dyn Holder>) -> Engine {
    let entries = documents(backend.backend()).await;
    Engine { name, entries, backend }
}

impl Engine {
    pub fn backend(&self) -> &Backend {
        self.backend.backend()
    }

    /// Waits until the engine has read the change feed to its end.
    pub async fn follow(&self) {
        self.backend().indexer.catch_up().await.unwrap();
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
