//! A page of this server that somebody is led to after something else.

use crate::{Problem, limits};
use std::{fmt, ops::Deref, str::FromStr};

/// Path and query of a page here: `/explore?q=care`. It can name no other host, and no header can be broken by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl FromStr for LocalPath {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        if raw.len() > limits::URL {
            return Err(Problem::TooLong { max: limits::URL, actual: raw.len() });
        }
        // Browsers take a backslash for a slash, drop tabs and line breaks, and read `//elsewhere` as another host.
        let leads_out = raw.strip_prefix('/').is_none_or(|rest| rest.starts_with('/'));
        if leads_out || raw.contains(|c: char| !c.is_ascii_graphic() || c == '\\') {
            return Err(Problem::malformed("expected the path of a page here, such as /account"));
        }
        Ok(Self(raw.to_owned()))
    }
}

impl Deref for LocalPath {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for good in ["/", "/account", "/explore?q=a+b&near=%C3%84", "/a//b"] {
            assert_eq!(&*good.parse::<LocalPath>().unwrap(), good);
        }
        for bad in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "/a\\b",
            "https://evil.example/",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: x=y",
            "/ä",
            " /account",
        ] {
            assert!(bad.parse::<LocalPath>().is_err(), "{bad:?}");
        }
        assert!(format!("/{}", "a".repeat(limits::URL)).parse::<LocalPath>().is_err());
    }
}
