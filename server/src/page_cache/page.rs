//! A page as it is kept, and the answer that it makes.

use crate::etag;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use brotli::enc::BrotliEncoderParams;

/// Between the fastest and the smallest: a page takes about a millisecond, once.
const QUALITY: i32 = 5;
/// What the headers of a page take, roughly.
const HEADERS: usize = 1_024;

/// A page, ready to be sent.
pub(super) struct Page {
    headers: HeaderMap,
    tag: HeaderValue,
    plain: Bytes,
    brotli: Option<Bytes>,
}

impl Page {
    pub(super) fn new(headers: HeaderMap, plain: Bytes) -> Self {
        Self { headers, tag: etag::tag(&plain), brotli: compressed(&plain), plain }
    }

    /// About how many bytes it takes.
    pub(super) fn weight(&self) -> usize {
        HEADERS + self.plain.len() + self.brotli.as_ref().map_or(0, Bytes::len)
    }

    /// The answer to a request with these headers.
    pub(super) fn answer(&self, asked: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().insert(header::ETAG, self.tag.clone());
        if etag::is_known(asked, &self.tag) {
            response.headers_mut().remove(header::CONTENT_TYPE);
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        // Whoever takes no brotli gets the plain page, which the layer around all answers compresses another way.
        match self.brotli.as_ref().filter(|_| takes_brotli(asked)) {
            Some(brotli) => {
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
                *response.body_mut() = Body::from(brotli.clone());
            }
            None => *response.body_mut() = Body::from(self.plain.clone()),
        }
        response
    }
}

fn compressed(plain: &[u8]) -> Option<Bytes> {
    let mut made = vec![];
    let params = BrotliEncoderParams { quality: QUALITY, size_hint: plain.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut made, &params).ok()?;
    Some(Bytes::from(made))
}

/// Whether `Accept-Encoding` names brotli and does not refuse it.
fn takes_brotli(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()).unwrap_or(0.0);
        name.trim().eq_ignore_ascii_case("br") && weight > 0.0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_only_for_those_who_take_it() {
        let takes = |list: &'static str| takes_brotli(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(list))]));
        assert!(takes("gzip, deflate, br, zstd") && takes("br") && takes("gzip;q=0.5, br;q=0.1"));
        assert!(!takes("gzip") && !takes("br;q=0") && !takes("gzip, br;q=0.0") && !takes("brand") && !takes(""));
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
