//! A checksum that is the same in every process and every release: what std hashes with may change.

/// FNV-1a, 64 bits. Tells versions of a text apart; no defence against somebody who wants two to look alike.
#[derive(Debug, Clone, Copy)]
pub struct Checksum(u64);

impl Default for Checksum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Checksum {
    /// Takes in bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Takes in a text and where it ends: "ab", "c" is not "a", "bc".
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0xff]);
    }

    /// What has come of it.
    #[must_use]
    pub fn finish(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values_stay() {
        let sum = |texts: &[&str]| {
            let mut sum = Checksum::default();
            texts.iter().for_each(|text| sum.text(text));
            sum.finish()
        };
        let mut plain = Checksum::default();
        plain.bytes(b"foobar");
        assert_eq!(plain.finish(), 0x8594_4171_f739_67e8);
        assert_ne!(sum(&["ab", "c"]), sum(&["a", "bc"]));
    }
}
