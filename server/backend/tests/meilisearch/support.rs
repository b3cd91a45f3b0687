//! What several of these tests need.

use backend::{
    Backend,
    clock::Clock,
    feed::LASTS,
    search::{Found, Meilisearch, Request, document::IndexDocument, meilisearch::Address},
    storage::feed,
    testing::{
        documents,
        meilisearch::{self, MeilisearchBackend},
    },
};
use domain::{
    geo::Point,
    id::EntryId,
    query::Query,
    time::Timestamp,
    vocabulary::{Kind, Lang},
};
use reqwest::Method;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::Ordering,
    time::Duration,
};

pub const COLOGNE: Point = Point { lat: 50.9375, lon: 6.9603 };

pub fn query(query_string: &str) -> Query {
    Query::parse(query_string).unwrap()
}

pub fn text_query(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

pub fn request(query: &Query) -> Request<'_> {
    Request { query, centre: query.near.as_ref().map(|_| COLOGNE) }
}

/// A document that says nothing but its title.
pub fn entry(number: u128, title: &str) -> IndexDocument {
    IndexDocument {
        id: EntryId(uuid::Uuid::from_u128(number)),
        kind: Kind::Project,
        slug: title.to_owned(),
        language: Lang::De,
        title: title.to_owned(),
        summary: String::new(),
        body: String::new(),
        names: String::new(),
        context: String::new(),
        facets: BTreeMap::new(),
        point: None,
        published_at: Timestamp(0),
        updated_at: Timestamp(0),
    }
}

/// What Meilisearch answers; the embedded engine must not have helped.
pub async fn ask(engine: &Meilisearch, query: &Query) -> Found {
    let before = engine.status();
    let found = engine.search(&request(query)).await.unwrap();
    assert_eq!(engine.status().left, before.left, "{query:?} was left to the embedded engine");
    found
}

/// All that match, of Meilisearch.
pub async fn matching(engine: &Meilisearch, query: &Query) -> BTreeSet<u64> {
    let before = engine.status();
    let numbers = engine.matching(&request(query)).await.unwrap();
    assert_eq!(engine.status().left, before.left, "{query:?} was left to the embedded engine");
    let set: BTreeSet<u64> = numbers.iter().copied().collect();
    assert_eq!(set.len(), numbers.len());
    set
}

/// The name of one of a backend's indexes.
pub async fn index_name(backend: &Backend, what: &str) -> String {
    let mut tx = backend.db.write().await.unwrap();
    format!("allmende_{}_{what}", feed::name(&mut tx, "none").await.unwrap())
}

/// How many Meilisearch finds.
pub async fn total(backend: &MeilisearchBackend, query_string: &str) -> u64 {
    ask(&backend.engine, &query(query_string)).await.total
}

/// Lets time go by until nothing is held any more by who was killed.
pub fn let_expire(backend: &Backend) {
    let Clock::Fixed(micros) = &backend.clock else { panic!("a clock that moves") };
    micros.fetch_add(LASTS.as_micros() as i64, Ordering::Relaxed);
}

/// Compares them id by id and version by version, past the engine.
pub async fn expect_the_index_to_be_as_the_database(backend: &Backend, address: &Address, when: &str) {
    let path = format!("indexes/{}/documents?limit=100000&fields=id,version", index_name(backend, "entries").await);
    let (status, page) = Raw::of(address).get(&path).await;
    assert_eq!(status, 200, "{when}: {page}");
    let told = page["results"].as_array().unwrap().iter();
    let there: BTreeMap<String, u64> =
        told.map(|entry| (entry["id"].as_str().unwrap().into(), entry["version"].as_u64().unwrap())).collect();
    let wanted: BTreeMap<String, u64> = documents(backend).await.iter().map(|entry| (entry.id.to_string(), entry.version())).collect();
    assert_eq!(page["total"], wanted.len(), "{when}");
    assert_eq!(there, wanted, "{when}");
}

/// A server as it is, past the engine.
pub struct Raw {
    base: String,
    key: String,
}

impl Raw {
    pub fn of(address: &Address) -> Self {
        Self { base: address.url().to_owned(), key: meilisearch::key() }
    }

    pub async fn send(&self, method: Method, path: &str, body: &Value) -> (u16, Value) {
        let request = reqwest::Client::new().request(method, format!("{}/{path}", self.base)).bearer_auth(&self.key);
        let answer = request.json(body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    pub async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, &Value::Null).await
    }

    /// Does something and waits until it is done.
    pub async fn done(&self, method: Method, path: &str, body: &Value) {
        let (status, task) = self.send(method, path, body).await;
        assert_eq!(status, 202, "{task}");
        loop {
            let (_, task) = self.get(&format!("tasks/{}", task["taskUid"])).await;
            if !["enqueued", "processing"].contains(&task["status"].as_str().unwrap_or_default()) {
                assert_eq!(task["status"], "succeeded", "{task}");
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
