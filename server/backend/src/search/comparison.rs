//! What a comparison of an index with the database came to.

use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

/// An index compared with the database, entry by entry and version by version. What differed was put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// When it was over.
    pub at: Timestamp,
    /// Entries that readers may see, and so should be in the index.
    pub compared: u64,
    /// How many of them were not.
    pub missing: u64,
    /// How many were there in another state than in the database.
    pub stale: u64,
    /// What was there and should not have been.
    pub surplus: u64,
}

impl Comparison {
    /// How many entries differed.
    #[must_use]
    pub fn differed(&self) -> u64 {
        self.missing + self.stale + self.surplus
    }
}
