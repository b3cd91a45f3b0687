//! Identifiers. Made by the backend (UUIDv7: time and randomness are passed in there), only carried here.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )* };
}

ids! {
    /// An entry: project, lesson or organisation.
    EntryId;
    /// A revision of an entry.
    RevisionId;
    /// An event in the life of an entry.
    EventId;
    /// An account.
    AccountId;
}

impl EntryId {
    /// The entry's number in vector tiles and search indexes: 53 random bits of the id, so that
    /// JavaScript can hold it. Collisions at a million entries: less than one in ten thousand.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0.as_u64_pair().1 & ((1 << 53) - 1)
    }
}
