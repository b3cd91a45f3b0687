//! `ETag`: by which a reader's program knows that it has an answer already.

use axum::http::{HeaderMap, HeaderValue, header};
use std::{
    hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState},
    sync::LazyLock,
};

/// The tag of an answer with this body. Weak: the same content may go out compressed or not.
#[must_use]
pub fn tag(body: &[u8]) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    weak(hasher.finish())
}

/// The tag of an answer that is sent while it is made, by the state it is made from. Another in each run: what a program
/// of another version writes for the same state may be another answer.
#[must_use]
pub fn tag_of_state(state: &impl Hash) -> HeaderValue {
    static RUN: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    weak(RUN.hash_one(state))
}

fn weak(hash: u64) -> HeaderValue {
    HeaderValue::from_str(&format!("W/\"{hash:016x}\"")).unwrap_or(HeaderValue::from_static("W/\"\""))
}

/// Whether a request with these headers comes from somebody who has the answer of this tag. Compared weakly (RFC 9110,
/// 13.1.2): `*` is any answer, and whether a tag calls itself weak does not matter.
#[must_use]
pub fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let tag = opaque(tag.as_bytes());
    let lists = asked.get_all(header::IF_NONE_MATCH).iter().map(HeaderValue::as_bytes);
    lists.flat_map(|list| list.split(|byte| *byte == b',')).map(<[u8]>::trim_ascii).any(|known| known == b"*" || opaque(known) == tag)
}

fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(b"W/").unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let known = |asked: &'static str| {
            let asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_static(asked))]);
            is_known(&asked, &HeaderValue::from_static("W/\"1\""))
        };
        assert!(known("W/\"1\"") && known("\"1\"") && known("*") && known("\"0\", \"1\""));
        assert!(!known("W/\"0\"") && !known("1") && !known("") && !known("\"*\""));
        assert!(!is_known(&HeaderMap::new(), &tag(b"")));
    }
}
