//! What undoing a merge needs to know.

use crate::{
    failure::Result,
    storage::{
        Tx,
        moving::{self, Asked, Contradiction, Link, Member},
    },
};
use domain::{
    entry::EntryState,
    id::{EntryId, RevisionId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What moved with an entry to another, and how things were before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Moved {
    /// The state of the one that went.
    pub state: String,
    /// What the one that stays said before.
    pub before: RevisionId,
    /// What it says of both.
    pub after: RevisionId,
    /// Whose it was.
    pub organisation: Option<EntryId>,
    /// The projects that a lesson came from.
    pub projects: Vec<EntryId>,
    pub lessons: Vec<Link>,
    pub contradictions: Vec<Contradiction>,
    pub entries: Vec<EntryId>,
    pub members: Vec<Member>,
    /// Whether somebody managed the members of the one that stays.
    #[serde(default)]
    pub is_managed: bool,
    pub claims: Asked,
    pub invitations: Asked,
    pub reports: Vec<String>,
    pub suggestions: Vec<(String, Option<i64>)>,
}

impl Moved {
    /// Moves all that points to an entry.
    pub async fn go(&mut self, tx: &mut Tx, from: EntryId, to: EntryId, at: Timestamp) -> Result<()> {
        self.lessons = moving::lessons(tx, from, to).await?;
        self.contradictions = moving::contradictions(tx, from, to).await?;
        self.entries = moving::entries(tx, from, to).await?;
        self.is_managed = moving::is_owned(tx, to).await?;
        self.members = moving::members(tx, from, to).await?;
        self.claims = moving::claims(tx, from, to, at).await?;
        self.invitations = moving::invitations(tx, from, to, at).await?;
        self.reports = moving::reports(tx, from, to).await?;
        self.suggestions = moving::suggestions(tx, from, to).await?;
        Ok(())
    }

    /// Of what readers see, all that it changed besides the two.
    pub fn touched(&self) -> BTreeSet<EntryId> {
        let lessons = self.lessons.iter().map(|link| link.other);
        let contradictions = self.contradictions.iter().map(|it| it.link.other);
        lessons.chain(contradictions).chain(self.entries.iter().copied()).chain(self.projects.iter().copied()).collect()
    }

    /// The state to go back to.
    pub fn state(&self) -> EntryState {
        self.state.parse().ok().filter(|state: &EntryState| state.is_public()).unwrap_or(EntryState::Archived)
    }
}
