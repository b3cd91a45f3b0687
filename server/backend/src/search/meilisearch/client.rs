//! HTTP to Meilisearch: JSON there and back, within a time.
//!
//! Not by `meilisearch-sdk`. Tried again with 0.33 on a Meilisearch 1.50, with this client behind its `HttpClient` trait:
//! that way it gets our time limits and our errors (as `Error::Other`, to be taken out again by a downcast), no longer
//! logs refusals by itself, and does well what it does: indexes, documents, swaps, health, version. What speaks against it:
//! - federated pages that count exactly, our every search, cannot be said with its types;
//! - its `Task` has no `canceled`, and a kind of task that it does not know is an error, also in the answer to a write
//!   that was accepted; `wait_for_task` ends at the first network error. [`super::tasks`] would have to stay;
//! - its `Settings` has no `facetSearch` and leaves it out without a word.
//!
//! What is left are one-line calls in place of one-line calls, for an implementation of the trait of some 40 lines, the
//! translation of its errors, and nine more crates (a JWT library among them). To be looked at again when it knows
//! exhaustive federated pages.

use super::{Address, Trouble};
use reqwest::{Method, header, redirect::Policy};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::time::Duration;

/// To connect for a search. A server that is there takes a millisecond.
const CONNECT_FAST: Duration = Duration::from_millis(400);
/// To connect for everything else.
const CONNECT: Duration = Duration::from_secs(2);
/// For everything that nobody waits for: taking in 500 entries, say.
pub(super) const PATIENT: Duration = Duration::from_secs(60);

/// A connection pool to one server. Clones share it.
#[derive(Clone)]
pub(super) struct Client {
    base: String,
    /// For searches, which readers wait for.
    fast: reqwest::Client,
    patient: reqwest::Client,
}

/// What Meilisearch says when it refuses.
#[derive(Deserialize)]
struct Refusal {
    #[serde(default)]
    code: String,
}

impl Client {
    /// A client; nothing is sent yet.
    ///
    /// # Errors
    /// Where the key cannot be sent or no certificates can be read.
    pub(super) fn new(address: &Address) -> Result<Self, Trouble> {
        let mut headers = header::HeaderMap::new();
        if let Some(key) = address.key() {
            let value = header::HeaderValue::from_str(&format!("Bearer {key}"));
            let mut value = value.map_err(|_| Trouble::Unreachable("the key cannot be sent".to_owned()))?;
            value.set_sensitive(true);
            headers.insert(header::AUTHORIZATION, value);
        }
        let client = |connect| {
            let builder = reqwest::Client::builder()
                .default_headers(headers.clone())
                .connect_timeout(connect)
                // A server of our own: neither a proxy nor another address may see key or queries.
                .no_proxy()
                .redirect(Policy::none());
            builder.build().map_err(|error| Trouble::of_request(error, connect))
        };
        Ok(Self { base: address.url().to_owned(), fast: client(CONNECT_FAST)?, patient: client(CONNECT)? })
    }

    /// Reads something.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        answer(self.patient.get(self.url(path)), PATIENT).await
    }

    /// Sends something to be done.
    pub(super) async fn send<T: DeserializeOwned>(&self, method: Method, path: &str, body: &impl Serialize) -> Result<T, Trouble> {
        answer(self.patient.request(method, self.url(path)).json(body), PATIENT).await
    }

    /// Sends a body that is JSON already.
    pub(super) async fn send_json<T: DeserializeOwned>(&self, path: &str, json: String) -> Result<T, Trouble> {
        let request = self.patient.post(self.url(path)).header(header::CONTENT_TYPE, "application/json");
        answer(request.body(json), PATIENT).await
    }

    /// Deletes something.
    pub(super) async fn delete<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        answer(self.patient.delete(self.url(path)), PATIENT).await
    }

    /// Asks something that somebody waits for.
    pub(super) async fn ask<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize, patience: Duration) -> Result<T, Trouble> {
        answer(self.fast.post(self.url(path)).json(body), patience).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }
}

async fn answer<T: DeserializeOwned>(request: reqwest::RequestBuilder, patience: Duration) -> Result<T, Trouble> {
    let failed = |error| Trouble::of_request(error, patience);
    let response = request.timeout(patience).send().await.map_err(failed)?;
    let status = response.status();
    let body = response.bytes().await.map_err(failed)?;
    if !status.is_success() {
        let code = serde_json::from_slice(&body).map_or_else(|_| String::new(), |refusal: Refusal| refusal.code);
        return Err(Trouble::Refused { status: status.as_u16(), code });
    }
    // Where the fault stands, not what stands there.
    serde_json::from_slice(&body).map_err(|error| Trouble::Garbled(format!("line {} column {}", error.line(), error.column())))
}
