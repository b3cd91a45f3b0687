//! Undoing a merge.

use super::{
    merge::{hold_both, tell_of, title},
    moved::Moved,
    tell::{Told, tell_authors},
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
        events::{self, Event},
        moving, redirects,
    },
    usecases::{
        moderate::may_decide,
        supersede::{Next, named_projects, replace},
    },
};
use domain::{
    Error,
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    permission::{Action, permit},
};
use serde_json::Value;

/// What was not given back, since somebody changed it meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// What the entry that stayed says.
    Text,
    /// Lessons of a project.
    Lessons,
    /// Contradictions of a lesson.
    Contradictions,
    /// Entries of an organisation.
    Entries,
    /// Its members.
    Members,
    /// Claims to it.
    Claims,
    /// Invitations.
    Invitations,
    /// What readers reported or suggested.
    Readers,
}

impl Left {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Lessons, Self::Contradictions, Self::Entries, Self::Members, Self::Claims, Self::Invitations, Self::Readers];

    /// As in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Lessons => "lessons",
            Self::Contradictions => "contradictions",
            Self::Entries => "entries",
            Self::Members => "members",
            Self::Claims => "claims",
            Self::Invitations => "invitations",
            Self::Readers => "readers",
        }
    }
}

/// Gives back what a merge took: the entry that went, and all that moved, as far as nobody changed it since. Tells what
/// stays as it is.
///
/// # Errors
/// [`Error::NotFound`] where it was not merged; [`Error::Conflict`] where the one that stayed is told in a third by now, or
/// the one that went is there again.
pub async fn undo(backend: &Backend, actor: &Actor, from: EntryId) -> Result<Vec<Left>> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    let (to, _) = redirects::of(&mut tx, from).await?.ok_or(Error::NotFound)?;
    hold_both(&mut tx, from, to).await?;
    moving::hold_rest(&mut tx, to).await?;
    let (_, moved) = redirects::of(&mut tx, from).await?.filter(|(now, _)| *now == to).ok_or(Error::Conflict)?;
    let moved: Moved = serde_json::from_str(&moved).map_err(std::io::Error::from)?;
    let both: [Entry; 2] = entries::by_ids(&mut tx, &[from, to]).await?.try_into().map_err(|_| Error::NotFound)?;
    let [went, stayed] = &both;
    permit(actor, Action::Remove, went.subject())?;
    if went.state != EntryState::Removed || redirects::of(&mut tx, to).await?.is_some() {
        return Err(Error::Conflict.into());
    }
    let at = backend.clock.now();
    if !redirects::delete(&mut tx, from, to).await? || !entries::set_state(&mut tx, went, moved.state(), at).await? {
        return Err(Error::Conflict.into());
    }
    let revision = give_back_text(backend, &mut tx, actor, stayed, &moved).await?;
    let mut left = give_back(&mut tx, &moved, from, to).await?;
    if revision.is_none() {
        left.insert(0, Left::Text);
    }
    let by = actor.label();
    for (entry, revision, other) in [(stayed, revision, went), (went, None, stayed)] {
        let (id, reason) = (backend.clock.event_id(), title(other));
        events::insert(&mut tx, &Event { id, entry: entry.id, revision, actor: &by, action: "unmerged", reason, at }).await?;
    }
    tell_authors(backend, &mut tx, actor, went, stayed, Told::Apart).await?;
    let head = tell_of(&mut tx, [to, from], &moved, at).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(left)
}

/// A revision that says what the one before the merge said. `None` where somebody wrote another since.
async fn give_back_text(backend: &Backend, tx: &mut Tx, actor: &Actor, stayed: &Entry, moved: &Moved) -> Result<Option<RevisionId>> {
    if stayed.revision.as_ref().is_none_or(|revision| revision.id != moved.after) {
        return Ok(None);
    }
    let before = drafts::by_id(tx, moved.before).await?.ok_or(Error::Conflict)?;
    let document = Document::read_stored(stayed.kind, Value::Object(before.document))?;
    let id = backend.clock.revision_id();
    // Its organisation may have become part of another since.
    let owner = match moved.organisation {
        Some(owner) => Some(redirects::follow(tx, owner).await?),
        None => None,
    };
    let next = Next { document: &document, organisation: owner, projects: named_projects(tx, &document).await? };
    replace(tx, &backend.clock, &actor.label(), stayed, id, &next).await?;
    Ok(Some(id))
}

async fn give_back(tx: &mut Tx, moved: &Moved, from: EntryId, to: EntryId) -> Result<Vec<Left>> {
    let mut whole = [true; 7];
    for link in &moved.lessons {
        whole[0] &= moving::lesson_back(tx, link, from, to).await?;
    }
    for contradiction in &moved.contradictions {
        whole[1] &= moving::contradiction_back(tx, contradiction, from, to).await?;
    }
    for entry in &moved.entries {
        whole[2] &= moving::entry_back(tx, *entry, from, to).await?;
    }
    whole[3] = moving::members_back(tx, &moved.members, from, to, moved.is_managed).await?;
    whole[4] = moving::claims_back(tx, &moved.claims, from, to).await?;
    whole[5] = moving::invitations_back(tx, &moved.invitations, from, to).await?;
    for report in &moved.reports {
        whole[6] &= moving::report_back(tx, report, from, to).await?;
    }
    // First those that had a number: it may be theirs again.
    let (counted, uncounted): (Vec<_>, Vec<_>) = moved.suggestions.iter().partition(|(_, number)| number.is_some());
    for suggestion in counted.into_iter().chain(uncounted) {
        whole[6] &= moving::suggestion_back(tx, suggestion, from, to).await?;
    }
    Ok(Left::ALL.into_iter().skip(1).zip(whole).filter_map(|(left, whole)| (!whole).then_some(left)).collect())
}
