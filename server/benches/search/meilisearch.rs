//! The same directory in Meilisearch as anybody would set it up: its own typo tolerance, all facets, titles and
//! summaries marked.

use super::centre;
use crate::load::{self, Figures};
use backend::{
    Backend,
    search::document::IndexDocument,
    testing::{documents, meilisearch},
};
use domain::{facet::Facet, query::Query};
use reqwest::{Client, Method};
use serde_json::{Map, Value, json};
use std::{net::SocketAddr, time::Duration, time::Instant};

const INDEX: &str = "indexes/bench";
/// Documents sent at a time.
const BATCH: usize = 5_000;

/// The load, or `None` where there is no server at hand.
pub async fn load(backend: &Backend, queries: &[Query]) -> Option<Figures> {
    let address = meilisearch::address().await?;
    let started = Instant::now();
    fill(address.url(), &documents(backend).await).await;
    println!("filled a bare Meilisearch in {:.0} s", started.elapsed().as_secs_f64());
    let addresses: Vec<String> = queries.iter().map(|query| question(backend, query)).collect();
    let key: &'static str = format!("Bearer {}", meilisearch::key()).leak();
    let server: SocketAddr = address.url().trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
    Some(load::load(server, &addresses, Some(("authorization", key))).await)
}

async fn fill(server: &str, entries: &[IndexDocument]) {
    let mut filterable: Vec<&str> = Facet::ALL.iter().map(|facet| facet.id()).collect();
    filterable.push("_geo");
    let settings = json!({
        "searchableAttributes": ["title", "summary", "names", "body"],
        "filterableAttributes": filterable,
        "sortableAttributes": ["published_at"],
    });
    send(server, Method::DELETE, INDEX, &Value::Null).await;
    send(server, Method::PATCH, &format!("{INDEX}/settings"), &settings).await;
    for batch in entries.chunks(BATCH) {
        let documents: Vec<Value> = batch.iter().map(document).collect();
        send(server, Method::POST, &format!("{INDEX}/documents?primaryKey=id"), &json!(documents)).await;
    }
}

fn document(entry: &IndexDocument) -> Value {
    let mut out = Map::new();
    let texts = [("title", &entry.title), ("summary", &entry.summary), ("names", &entry.names), ("body", &entry.body)];
    out.insert("id".to_owned(), json!(entry.id));
    out.extend(texts.map(|(name, text)| (name.to_owned(), json!(text))));
    out.extend(entry.facets.iter().map(|(facet, values)| (facet.id().to_owned(), json!(values))));
    out.extend(entry.point.map(|point| ("_geo".to_owned(), json!({"lat": point.lat, "lng": point.lon}))));
    out.insert("published_at".to_owned(), json!(entry.published_at.0));
    Value::Object(out)
}

/// Does something and waits until it is done, well or not: a missing index cannot be deleted.
async fn send(server: &str, method: Method, path: &str, body: &Value) {
    let (client, key) = (Client::new(), meilisearch::key());
    let request = client.request(method, format!("{server}/{path}")).bearer_auth(&key).json(body);
    let task: Value = request.send().await.unwrap().json().await.unwrap();
    loop {
        let asked = client.get(format!("{server}/tasks/{}", task["taskUid"])).bearer_auth(&key).send().await.unwrap();
        let state: Value = asked.json().await.unwrap();
        if !["enqueued", "processing"].contains(&state["status"].as_str().unwrap()) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn question(backend: &Backend, query: &Query) -> String {
    let mut asked = url::form_urlencoded::Serializer::new(String::new());
    asked.append_pair("q", &query.text).append_pair("facets", "*").append_pair("hitsPerPage", &query.per_page.to_string());
    asked.append_pair("attributesToRetrieve", "title,summary").append_pair("attributesToHighlight", "title,summary");
    let mut filter: Vec<String> = query
        .filters
        .iter()
        .map(|(facet, values)| format!("{} IN [{}]", facet.id(), values.iter().map(String::as_str).collect::<Vec<_>>().join(", ")))
        .collect();
    if let Some((centre, near)) = centre(backend, query).zip(query.near.as_ref()) {
        filter.push(format!("_geoRadius({}, {}, {})", centre.lat, centre.lon, near.km * 1_000));
    }
    if let Some(area) = query.bbox {
        filter.push(format!("_geoBoundingBox([{}, {}], [{}, {}])", area.north, area.east, area.south, area.west));
    }
    if !filter.is_empty() {
        asked.append_pair("filter", &filter.join(" AND "));
    }
    if query.text.is_empty() {
        asked.append_pair("sort", "published_at:desc");
    }
    format!("/{INDEX}/search?{}", asked.finish())
}
