//! Why a moderator took an entry away, as far as everybody is told.

use std::str::FromStr;

/// A class of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// It broke a law or the rights of others.
    Law,
    /// It told what is private of somebody.
    Privacy,
    /// It was there to sell something.
    Advertising,
    /// It was not true.
    Wrong,
    /// It was there twice.
    Duplicate,
    /// Those whom it was about asked for it.
    Request,
}

impl Removal {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Law, Self::Privacy, Self::Advertising, Self::Wrong, Self::Duplicate, Self::Request];

    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Privacy => "privacy",
            Self::Advertising => "advertising",
            Self::Wrong => "wrong",
            Self::Duplicate => "duplicate",
            Self::Request => "request",
        }
    }
}

impl FromStr for Removal {
    type Err = crate::Problem;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|removal| removal.id() == raw).ok_or(crate::Problem::Required)
    }
}
