//! The names of our indexes in Meilisearch. All begin with `allmende_`, so that a key can be made for just these, and
//! hold the feed's name: directories that share a server stay apart.

/// The names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// What is searched.
    pub entries: String,
    /// How far the feed is applied to it, and what it was built with.
    pub state: String,
    /// What is being built.
    pub next_entries: String,
    /// The state of what is being built. Both change places with the others in one step.
    pub next_state: String,
    /// Made and deleted to try what the key may do.
    pub trial: String,
}

impl Names {
    /// The names for a feed.
    pub(super) fn of(feed: &str) -> Self {
        let of = |what| format!("allmende_{feed}_{what}");
        Self {
            entries: of("entries"),
            state: of("state"),
            next_entries: of("entries_next"),
            next_state: of("state_next"),
            trial: of("trial"),
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> [&str; 5] {
        [&self.entries, &self.state, &self.next_entries, &self.next_state, &self.trial]
    }
}
