//! The names of our indexes in Meilisearch. All begin with `allmende_`, so that a key can be made for just these, and
//! hold the feed's name: directories that share a server stay apart.

use uuid::Uuid;

/// What follows the name of what is replaced.
const NEXT: &str = "_next_";

/// The names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// What is searched.
    pub entries: String,
    /// How far the feed is applied to it, and what it was built with.
    pub state: String,
    /// Made and deleted to try what the key may do.
    pub trial: String,
}

impl Names {
    /// The names for a feed.
    pub(super) fn of(feed: &str) -> Self {
        let of = |what| format!("allmende_{feed}_{what}");
        Self { entries: of("entries"), state: of("state"), trial: of("trial") }
    }

    /// The names of an index that is being built and of its state. Both change places with those that are searched in one
    /// step. Each build has its own: what another one is still sending that lost its lease must not get into it.
    pub(super) fn next(&self, build: Uuid) -> [String; 2] {
        [&self.entries, &self.state].map(|name| format!("{name}{NEXT}{}", build.simple()))
    }

    /// Whether it is what a build made.
    pub(super) fn is_next(&self, uid: &str) -> bool {
        [&self.entries, &self.state].into_iter().any(|name| uid.strip_prefix(name).is_some_and(|rest| rest.starts_with(NEXT)))
    }
}
