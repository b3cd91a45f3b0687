//! The language of the interface: `?lang=de|en`, then a cookie, then `Accept-Language`, then German.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use domain::Lang;
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages, parse_accepted_languages};

/// Remembers a language that somebody chose, for a year. The only cookie of those who are not signed in.
const COOKIE: &str = "lang";
const YEAR: u32 = 365 * 24 * 60 * 60;

/// Tells pages which language to speak ([`Lang`] in the request's extensions), and remembers a choice.
pub async fn negotiate(mut request: Request, next: Next) -> Response {
    let chosen = request.uri().query().and_then(chosen);
    let lang = chosen.or_else(|| remembered(request.headers())).or_else(|| accepted(request.headers())).unwrap_or_default();
    let is_news = chosen.is_some() && chosen != remembered(request.headers());
    request.extensions_mut().insert(lang);
    let mut response = next.run(request).await;
    if is_news && let Ok(cookie) = HeaderValue::from_str(&format!("{COOKIE}={}; Path=/; Max-Age={YEAR}; SameSite=Lax; HttpOnly", lang.id()))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn chosen(query: &str) -> Option<Lang> {
    domain::query::pairs(query).into_iter().find(|(name, _)| name == "lang").and_then(|(_, value)| value.parse().ok())
}

fn remembered(headers: &HeaderMap) -> Option<Lang> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).and_then(|(_, value)| value.parse().ok())
}

fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let wanted = parse_accepted_languages(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    let ours = Lang::ALL.iter().filter_map(|lang| lang.id().parse().ok()).collect::<Vec<LanguageIdentifier>>();
    let best = negotiate_languages(&wanted, &ours, None, NegotiationStrategy::Filtering).first()?.to_string();
    best.parse().ok()
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
        assert_eq!([of("fr"), of(""), of("*;;")], [None; 3]);
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
