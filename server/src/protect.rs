//! What protects readers whatever a handler does: headers on every answer, and no writes from other sites.

use app::MapStyle;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(self), interest-cohort=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// The policy of answers that are not pages; pages set their own. A worker lives by the policy of its own file: the map's
/// fetches tiles from here, and from the host of the operator's style.
#[derive(Clone)]
pub struct NoPage(HeaderValue);

impl NoPage {
    /// With this style, where there is one.
    #[must_use]
    pub fn with(style: Option<&MapStyle>) -> Self {
        let origin = style.map(|style| format!(" {}", style.origin)).unwrap_or_default();
        let policy = HeaderValue::from_str(&format!("default-src 'none'; connect-src 'self'{origin}; frame-ancestors 'none'"));
        Self(policy.unwrap_or(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")))
    }
}

/// Adds the headers that are not there yet.
pub async fn headers(State(NoPage(policy)): State<NoPage>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    let policy = headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    // The older header knows no list of sites: where there is one, it must be silent.
    if !policy.to_str().is_ok_and(|policy| policy.ends_with("frame-ancestors 'none'")) {
        headers.remove(header::X_FRAME_OPTIONS);
    }
    response
}

/// Refuses requests that change something unless they come from our own pages or from no browser at all.
pub async fn same_site(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || from_here(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "refused: this request came from another site").into_response()
}

/// Browsers tell by `Sec-Fetch-Site`; older ones only by `Origin`, which must then name this host.
fn from_here(headers: &HeaderMap) -> bool {
    let get = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (get("sec-fetch-site"), get("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split_once("://").map(|(_, host)| host) == get("host"),
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_write() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect::<HeaderMap>()
        };
        assert!(from_here(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(from_here(&headers(&[("origin", "https://a.de"), ("host", "a.de")])));
        assert!(from_here(&headers(&[])));
        assert!(!from_here(&headers(&[("sec-fetch-site", "cross-site"), ("origin", "https://a.de"), ("host", "a.de")])));
        assert!(!from_here(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(!from_here(&headers(&[("origin", "https://b.de"), ("host", "a.de")])));
        assert!(!from_here(&headers(&[("origin", "null"), ("host", "a.de")])));
    }
}
