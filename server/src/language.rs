//! The language of the interface: `?lang=de|en`, then a cookie, then `Accept-Language`, then German.

use crate::{cookies, state::BaseUrl};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use domain::Lang;
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages, parse_accepted_languages};
use std::time::Duration;

/// Remembers a language that somebody chose, for a year. The only cookie of those who are not signed in.
const COOKIE: &str = "lang";
const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);
const VARY: HeaderValue = HeaderValue::from_static("accept-language, cookie, accept-encoding");

/// Tells pages which language to speak ([`Lang`] in the request's extensions), and remembers a choice. For pages only:
/// what programs ask for sets no cookie.
pub async fn negotiate(State(base): State<BaseUrl>, mut request: Request, next: Next) -> Response {
    let chosen = request.uri().query().and_then(chosen);
    let lang = chosen.or_else(|| remembered(request.headers())).or_else(|| accepted(request.headers())).unwrap_or_default();
    // Nobody chose the language of a frame in another site's page: whoever made its code did.
    let is_news = chosen.is_some() && chosen != remembered(request.headers()) && !app::is_framed(request.uri().path());
    request.extensions_mut().insert(lang);
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::VARY, VARY);
    if is_news {
        cookies::set(response.headers_mut(), &base, COOKIE, lang.id(), Some(YEAR));
    }
    response
}

fn chosen(query: &str) -> Option<Lang> {
    domain::query::pairs(query).into_iter().find(|(name, _)| name == "lang").and_then(|(_, value)| value.parse().ok())
}

fn remembered(headers: &HeaderMap) -> Option<Lang> {
    cookies::get(headers, COOKIE)?.parse().ok()
}

fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let wanted = parse_accepted_languages(&by_weight(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?));
    let ours = Lang::ALL.iter().filter_map(|lang| lang.id().parse().ok()).collect::<Vec<LanguageIdentifier>>();
    let best = negotiate_languages(&wanted, &ours, None, NegotiationStrategy::Filtering).first()?.to_string();
    best.parse().ok()
}

/// The languages of a list, most wanted first, without those that are refused (`q=0`): our parser reads no weights.
fn by_weight(list: &str) -> String {
    let weighed = list.split(',').filter_map(|item| {
        let (lang, weight) = item.split_once(';').unwrap_or((item, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
        (weight > 0.0).then_some((lang.trim(), weight))
    });
    let mut wanted: Vec<(&str, f32)> = weighed.collect();
    wanted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    wanted.into_iter().map(|(lang, _)| lang).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderName;

    fn headers(pairs: &[(HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn browsers_tell_what_they_prefer() {
        let of = |value| accepted(&headers(&[(header::ACCEPT_LANGUAGE, value)]));
        assert_eq!(of("en-US,en;q=0.9,de;q=0.8"), Some(Lang::En));
        assert_eq!(of("de-AT, en;q=0.5"), Some(Lang::De));
        assert_eq!(of("fr-FR, fr;q=0.9, en;q=0.4"), Some(Lang::En));
        assert_eq!(of("en;q=0, de;q=0.1"), Some(Lang::De));
        assert_eq!(of("de;q=0.2,en ; q=0.7"), Some(Lang::En));
        assert_eq!([of("fr"), of(""), of("*;;"), of("en;q=0.0"), of("en;q=much")], [None; 5]);
    }

    #[test]
    fn a_cookie_is_read_among_others() {
        let of = |value| remembered(&headers(&[(header::COOKIE, value)]));
        assert_eq!(of("a=b; lang=en; c=d"), Some(Lang::En));
        assert_eq!([of("lang=fr"), of("language=en"), of("lang")], [None; 3]);
    }

    #[test]
    fn an_address_may_ask_for_a_language() {
        assert_eq!(chosen("q=a&lang=en"), Some(Lang::En));
        assert_eq!([chosen("lang=xx"), chosen("q=lang")], [None; 2]);
    }
}
