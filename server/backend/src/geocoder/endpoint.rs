//! Where the geocoder is, and what language it speaks.

use reqwest::Url;

/// What a geocoder speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// [Nominatim](https://nominatim.org): its address ends with `/search`.
    Nominatim,
    /// [Photon](https://photon.komoot.io): its address ends with `/api`.
    Photon,
}

/// A geocoder's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// With its path, without a query.
    pub url: Url,
    /// Told by the path.
    pub kind: Kind,
}

/// What is wrong with an address. It is not repeated: it may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongEndpoint {
    /// No http address, or one with a user, a password, a question mark or a hash.
    #[error(
        "expected an address such as https://nominatim.example.org/search or https://photon.example.org/api, without user, password or query"
    )]
    NoAddress,
    /// Neither `/search` nor `/api`.
    #[error("expected an address that ends with /search (Nominatim) or /api (Photon): that tells which of them it is")]
    UnknownKind,
}

impl Endpoint {
    /// Checks an address and tells the kind by its last part.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(url: &str) -> Result<Self, WrongEndpoint> {
        let mut url = Url::parse(url.trim()).map_err(|_| WrongEndpoint::NoAddress)?;
        let is_plain = url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() || !is_plain {
            return Err(WrongEndpoint::NoAddress);
        }
        let path = url.path().trim_end_matches('/').to_owned();
        let kind = match path.rsplit('/').next() {
            Some("search" | "search.php") => Kind::Nominatim,
            Some("api") => Kind::Photon,
            _ => return Err(WrongEndpoint::UnknownKind),
        };
        url.set_path(&path);
        Ok(Self { url, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_tells_the_kind() {
        let kind = |url| Endpoint::new(url).map(|endpoint| endpoint.kind);
        assert_eq!(kind("https://nominatim.example.org/search"), Ok(Kind::Nominatim));
        assert_eq!(kind("http://127.0.0.1:8080/nominatim/search.php"), Ok(Kind::Nominatim));
        assert_eq!(kind("https://photon.example.org/api/"), Ok(Kind::Photon));
        for (bad, why) in [
            ("nominatim.example.org/search", WrongEndpoint::NoAddress),
            ("ftp://host/search", WrongEndpoint::NoAddress),
            ("https://me:secret@host/search", WrongEndpoint::NoAddress),
            ("https://host/search?key=secret", WrongEndpoint::NoAddress),
            ("https://host", WrongEndpoint::UnknownKind),
            ("https://host/reverse", WrongEndpoint::UnknownKind),
        ] {
            assert_eq!(kind(bad), Err(why), "{bad}");
        }
    }
}
