//! What a submission may be a double of: what readers see, what else waits, and what its organisation is writing. Counted
//! anew whenever it is shown, as the others change, too.

use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        unread::{self, Unread},
    },
    usecases::{
        views::Card,
        write::{compared, find_duplicates, is_nearly},
    },
};
use domain::{
    account::Actor,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    signal::Signal,
    text::Slug,
    vocabulary::Kind,
};

/// Shown of each sort.
const SHOWN: usize = 4;

/// Something that a submission may be a double of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// What it is called.
    pub title: String,
    /// Its organisation's name.
    pub organisation: Option<String>,
    /// Where it is found.
    pub at: Whereabouts,
}

/// Where something is found that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// Readers see it.
    Public(Kind, Slug),
    /// It waits, too.
    Waiting(RevisionId),
    /// Its organisation is writing it.
    Written(EntryId),
}

impl From<Card> for Alike {
    fn from(card: Card) -> Self {
        Self { title: card.title, organisation: card.organisation.map(|(_, name)| name), at: Whereabouts::Public(card.kind, card.slug) }
    }
}

impl From<Unread> for Alike {
    fn from(unread: Unread) -> Self {
        let at = match unread.state {
            RevisionState::Submitted => Whereabouts::Waiting(unread.revision),
            _ => Whereabouts::Written(unread.entry),
        };
        Self { title: unread.title, organisation: unread.organisation, at }
    }
}

/// What readers see that may be the same. `None` where the search does not answer: then nobody can tell.
pub(super) async fn public(backend: &Backend, actor: &Actor, kind: Kind, entry: EntryId, title: &str) -> Option<Vec<Card>> {
    let cards = find_duplicates(backend, actor, kind, title).await.ok()?;
    Some(cards.into_iter().filter(|card| card.id != entry).collect())
}

/// Of what waits and of what its organisation is writing, all that may be the same; what waits comes first.
pub(super) async fn unread(tx: &mut Tx, kind: Kind, entry: EntryId, title: &str, submitted: &[Unread]) -> Result<Vec<Unread>> {
    let Some(title) = compared(title) else { return Ok(vec![]) };
    let is_other = |it: &Unread| it.entry != entry && is_nearly(&it.title, &title);
    let mut found: Vec<Unread> = submitted.iter().filter(|it| is_other(it)).cloned().collect();
    found.extend(unread::written_beside(tx, kind, entry).await?.into_iter().filter(is_other));
    found.truncate(SHOWN);
    Ok(found)
}

/// Sets the signal right where it was counted before the others changed.
pub(super) async fn set_right(backend: &Backend, wrong: &[(RevisionId, bool)]) -> Result<()> {
    if wrong.is_empty() {
        return Ok(());
    }
    let mut wrong = wrong.to_vec();
    wrong.sort();
    let mut tx = backend.db.write().await?;
    for (revision, is_there) in &wrong {
        unread::set_signal(&mut tx, *revision, Signal::LikelyDuplicate, *is_there).await?;
    }
    Ok(tx.commit().await?)
}
