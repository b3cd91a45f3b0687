//! What is not public is in no document of Meilisearch, whole documents looked at.

use crate::support::{Raw, index_name, text_query};
use backend::{
    search::Request,
    testing::{
        meilisearch,
        planted::{HIDDEN, SHOWN, plant},
    },
};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn no_document_holds_what_is_not_public() {
    let Some(address) = meilisearch::address().await else { return };
    let backend = meilisearch::with_sample(&address).await;
    plant(&backend).await;
    backend.in_step().await;
    let (raw, index) = (Raw::of(&address), index_name(&backend, "entries").await);
    let found = backend.search.search(&Request { query: &text_query(HIDDEN), centre: None }).await.unwrap();
    assert_eq!((found.total, found.reading.corrected.clone()), (0, None));
    // Texts are not given out, as a rule.
    raw.done(Method::PUT, &format!("indexes/{index}/settings/displayed-attributes"), &json!(["*"])).await;
    let (status, all) = raw.get(&format!("indexes/{index}/documents?limit=10000")).await;
    assert_eq!(status, 200);
    let documents = all["results"].as_array().unwrap();
    assert_eq!(all["total"].as_u64().unwrap() as usize, documents.len());
    let holding = |mark: &str| documents.iter().filter(|document| document.to_string().contains(mark)).count();
    assert_eq!(holding(HIDDEN), 0);
    assert!(holding(SHOWN) >= 12, "{}", holding(SHOWN));
    assert!(documents.iter().any(|document| document["body"].as_str().unwrap().contains(SHOWN)), "texts are looked at");
}
