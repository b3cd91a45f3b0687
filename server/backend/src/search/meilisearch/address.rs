//! Where the Meilisearch server is, and the key to it.

use reqwest::Url;
use std::fmt;

/// A Meilisearch server. Its key is never shown, not even by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    /// Without a slash at the end.
    url: String,
    key: Option<String>,
}

/// What is wrong with an address. Neither address nor key are repeated: both may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongAddress {
    /// No http address.
    #[error("expected an address such as http://127.0.0.1:7700 or https://search.example.org")]
    NotHttp,
    /// A user or a password stands in it: addresses are logged.
    #[error("the address must not hold a user or a password; the key has a setting of its own")]
    HoldsSecret,
    /// A question mark or a hash.
    #[error("the address must end with its host, port or path")]
    HoldsQuery,
    /// Not to be sent in a header.
    #[error("the key must be letters, digits and signs without spaces")]
    KeyUnreadable,
}

impl Address {
    /// Checks an address and a key.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(url: &str, key: Option<&str>) -> Result<Self, WrongAddress> {
        let parsed = Url::parse(url).map_err(|_| WrongAddress::NotHttp)?;
        if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
            return Err(WrongAddress::NotHttp);
        }
        if !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(WrongAddress::HoldsSecret);
        }
        if parsed.query().is_some() || parsed.fragment().is_some() {
            return Err(WrongAddress::HoldsQuery);
        }
        if key.is_some_and(|key| !key.chars().all(|c| c.is_ascii_graphic())) {
            return Err(WrongAddress::KeyUnreadable);
        }
        Ok(Self { url: parsed.as_str().trim_end_matches('/').to_owned(), key: key.map(str::to_owned) })
    }

    /// The address, for messages.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address").field("url", &self.url).field("key", &self.key.as_ref().map(|_| "…")).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_http_and_hold_no_secret() {
        for good in ["http://127.0.0.1:7700", "http://127.0.0.1:7700/", "https://search.example.org/meili/"] {
            assert_eq!(Address::new(good, None).unwrap().url(), good.trim_end_matches('/'));
        }
        for (bad, why) in [
            ("127.0.0.1:7700", WrongAddress::NotHttp),
            ("ftp://host", WrongAddress::NotHttp),
            ("", WrongAddress::NotHttp),
            ("http://me:secret@host", WrongAddress::HoldsSecret),
            ("http://host/?key=secret", WrongAddress::HoldsQuery),
        ] {
            assert_eq!(Address::new(bad, None), Err(why), "{bad}");
        }
        assert_eq!(Address::new("http://host", Some("a\nb")), Err(WrongAddress::KeyUnreadable));
    }

    #[test]
    fn the_key_is_not_shown() {
        let shown = format!("{:?}", Address::new("http://host", Some("secret")).unwrap());
        assert!(shown.contains("http://host") && !shown.contains("secret"), "{shown}");
    }
}
