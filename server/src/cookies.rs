//! Cookies: all of this server's have the same protection.

use crate::state::BaseUrl;
use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use std::time::Duration;

/// The value of a cookie.
pub fn get(headers: &HeaderMap, name: &str) -> Option<String> {
    CookieJar::from_headers(headers).get(name).map(|cookie| cookie.value().to_owned())
}

/// Sets a cookie for so long; until the browser is closed where nothing is said. No script can read it, no other site
/// makes the browser send it along with what it writes, and where this server is reached by https it takes no other way.
pub fn set(headers: &mut HeaderMap, base: &BaseUrl, name: &'static str, value: &str, lasts: Option<Duration>) {
    let cookie =
        Cookie::build((name, value.to_owned())).path("/").http_only(true).same_site(SameSite::Lax).secure(base.0.starts_with("https://"));
    let cookie = match lasts.and_then(|lasts| lasts.try_into().ok()) {
        Some(lasts) => cookie.max_age(lasts),
        None => cookie,
    };
    if let Ok(cookie) = HeaderValue::from_str(&cookie.build().to_string()) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// Lets the browser forget a cookie.
pub fn forget(headers: &mut HeaderMap, base: &BaseUrl, name: &'static str) {
    set(headers, base, name, "", Some(Duration::ZERO));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_stay_off_open_lines_where_there_are_others() {
        let of = |base: &str| {
            let mut headers = HeaderMap::new();
            set(&mut headers, &BaseUrl(base.into()), "lang", "en", Some(Duration::from_secs(60)));
            headers[header::SET_COOKIE].to_str().unwrap().to_owned()
        };
        assert_eq!(of("http://127.0.0.1:3000"), "lang=en; HttpOnly; SameSite=Lax; Path=/; Max-Age=60");
        assert!(of("https://a.example").contains("; Secure"));
    }
}
