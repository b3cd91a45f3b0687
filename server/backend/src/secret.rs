//! Secrets that are handed out once: links, codes, cookies. Only their hashes are kept.

use rand::RngExt;
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

/// Bytes of a secret that nobody types.
const BYTES: usize = 32;

/// A secret. It is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// 256 random bits in hexadecimal digits.
    #[must_use]
    pub fn random() -> Self {
        Self(hex(&rand::rng().random::<[u8; BYTES]>()))
    }

    /// So many random decimal digits, for typing.
    #[must_use]
    pub fn code(digits: usize) -> Self {
        let mut rng = rand::rng();
        Self((0..digits).map(|_| char::from(b'0' + rng.random_range(0..10_u8))).collect())
    }

    /// What somebody sent, which may be one.
    #[must_use]
    pub fn given(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Whether it may be one of [`Secret::random`]: nothing else needs to be looked for.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.len() == 2 * BYTES && self.0.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// What stands in the database for it. `salt` keeps short ones from being looked up in a table.
    #[must_use]
    pub fn hash(&self, salt: &str) -> String {
        hex(&Sha256::new().chain_update(salt).chain_update([0]).chain_update(&self.0).finalize())
    }

    /// To hand it out.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// In hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Into a String: never fails.
        _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_are_alike_and_none_is_printed() {
        let (a, b) = (Secret::random(), Secret::random());
        assert!(a != b && a.is_whole() && a.hash("") != b.hash(""));
        assert!(["", "abc", &"g".repeat(64), &"ä".repeat(32), &"0".repeat(65)].iter().all(|other| !Secret::given(other).is_whole()));
        assert_eq!(format!("{a:?}"), "Secret(…)");
        assert_eq!(Secret::given(a.reveal()).hash("salt"), a.hash("salt"));
        assert_ne!(a.hash("salt"), a.hash("other"));
    }

    #[test]
    fn codes_are_digits() {
        let code = Secret::code(6);
        assert!(code.reveal().len() == 6 && code.reveal().chars().all(|c| c.is_ascii_digit()));
    }
}
