//! Who acts.

use crate::id::{AccountId, EntryId};

/// What a member may do in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Writes entries.
    Editor,
    /// Also manages members.
    Owner,
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
