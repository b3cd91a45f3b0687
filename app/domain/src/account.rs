//! Who acts.

use crate::{
    Problem,
    id::{AccountId, EntryId},
    limits,
};
use std::{fmt, ops::Deref, str::FromStr};

/// A mail address as accounts are found by it: in small letters, because no mail service tells large ones apart.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl FromStr for Email {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        let actual = raw.chars().count();
        if actual == 0 {
            return Err(Problem::Required);
        }
        if actual > limits::EMAIL {
            return Err(Problem::TooLong { max: limits::EMAIL, actual });
        }
        let options = email_address::Options::default().with_required_tld().without_display_text().without_domain_literal();
        let address = email_address::EmailAddress::parse_with_options(raw, options).map_err(|_| Problem::NoEmail)?;
        Ok(Self(address.as_str().to_lowercase()))
    }
}

impl Email {
    /// What stands behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl Deref for Email {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// Hidden, so that no log ever shows one; read it through [`Deref`] where it is meant to be seen.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

/// What a member may do in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Writes entries.
    Editor,
    /// Also manages members.
    Owner,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 2] = [Self::Editor, Self::Owner];

    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }
}

impl FromStr for Role {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        Self::ALL.into_iter().find(|role| role.id() == raw).ok_or_else(|| Problem::malformed(format!("unknown role {raw}")))
    }
}

/// Whoever asks for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Not signed in.
    Visitor,
    /// Signed in, with the organisations that they belong to.
    Member {
        /// Their account.
        account: AccountId,
        /// Organisation entries and the role in each.
        memberships: Vec<(EntryId, Role)>,
    },
    /// Curates the directory.
    Moderator {
        /// Their account.
        account: AccountId,
    },
    /// The operator at the command line, and jobs.
    System,
}

impl Actor {
    /// Their account, where somebody is signed in.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Member { account, .. } | Self::Moderator { account } => Some(*account),
            Self::Visitor | Self::System => None,
        }
    }

    /// The actor as events name it.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Visitor => "visitor".into(),
            Self::Member { account, .. } | Self::Moderator { account } => account.to_string(),
            Self::System => "system".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_small_letters_and_never_printed() {
        let email: Email = " Anna.Muster@Verein-Beispiel.DE ".parse().unwrap();
        assert_eq!((&*email, email.domain()), ("anna.muster@verein-beispiel.de", "verein-beispiel.de"));
        assert!(!format!("{email:?}").contains("anna"));
    }

    #[test]
    fn what_no_mail_reaches_is_refused() {
        for wrong in [
            "anna",
            "anna@",
            "@verein.de",
            "anna@verein",
            "Anna <anna@verein.de>",
            "a b@verein.de",
            "anna@verein.de\r\nBcc: x@y.de",
            "anna@[127.0.0.1]",
        ] {
            assert_eq!(wrong.parse::<Email>(), Err(Problem::NoEmail), "{wrong}");
        }
        assert_eq!(" ".parse::<Email>(), Err(Problem::Required));
        assert!(matches!(format!("{}@verein.de", "a".repeat(300)).parse::<Email>(), Err(Problem::TooLong { .. })));
    }
}
