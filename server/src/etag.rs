//! `ETag`: by which a reader's program knows that it has an answer already.

use axum::http::{HeaderMap, HeaderValue, header};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The tag of an answer with this body. Weak: the same content may go out compressed or not.
#[must_use]
pub fn tag(body: &[u8]) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    HeaderValue::from_str(&format!("W/\"{:016x}\"", hasher.finish())).unwrap_or(HeaderValue::from_static("W/\"\""))
}

/// Whether a request with these headers comes from somebody who has the answer of this tag.
#[must_use]
pub fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = asked.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag))
}
