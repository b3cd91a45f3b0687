//! Two entries beside each other.

use super::{
    document::choices,
    merge::{Merge, ends_trust},
};
use crate::{
    Backend,
    duplicates::Likeness,
    failure::Result,
    storage::{
        Tx, drafts, duplicates,
        entries::{self, Entry},
        redirects,
    },
    usecases::{
        difference::{Change, Side},
        moderate::{Agreed, agreed, may_decide},
    },
};
use domain::{
    Error, Lang,
    account::Actor,
    entry::EntryState,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    vocabulary::{Kind, Origin},
};
use serde_json::{Map, Value};

/// Two entries that may become one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merging {
    /// Both, in the order of their ids.
    pub entries: [Entry; 2],
    /// What they say differently: of the first as older, of the second as newer.
    pub changes: Vec<Change>,
    /// Why they may be the same, where that was found.
    pub why: Option<Likeness>,
    /// A change of each that waits for a decision.
    pub waiting: [Option<RevisionId>; 2],
    /// How they stand.
    pub standing: Standing,
    /// Of each, whether it would be trusted no more if it were the one that stays.
    pub ends_trust: [bool; 2],
    /// What a moderator agreed to already, where two have to.
    pub agreed: Option<Agreed<Merge>>,
}

/// How two entries stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Readers see both.
    Apart,
    /// The first is told in the second, or the second in the first.
    Merged {
        /// The place of the one that went: 0 or 1.
        from: usize,
        /// The one in which the one that stayed is told by now: that has to be undone first.
        further: Option<EntryId>,
    },
    /// Readers do not see one of them.
    Hidden,
}

impl Merging {
    /// Which of the two it is likelier to stay: what its organisation stands for, then what has authors who can be reached,
    /// then what was there first.
    #[must_use]
    pub fn proposed(&self) -> usize {
        let [a, b] = &self.entries;
        let rank =
            |entry: &Entry| (entry.origin != Origin::Organisation, entry.state != EntryState::Published, entry.published_at, entry.id);
        usize::from(rank(b) < rank(a))
    }

    /// From which of the two a field is taken if nobody says otherwise: from the one that stays, if it says something.
    #[must_use]
    pub fn default_of(&self, change: &Change, stays: usize) -> usize {
        let says = |place: usize| {
            let side = if place == 0 { Side::Old } else { Side::New };
            change.words.iter().any(|(of, text)| (*of == side || *of == Side::Both) && !text.trim().is_empty())
        };
        if says(stays) { stays } else { 1 - stays }
    }
}

/// Two entries beside each other.
///
/// # Errors
/// [`Error::NotFound`] where one is not there, both are the same, or of different kinds; [`Error::Forbidden`] of those who
/// do not decide.
pub async fn show_merge(backend: &Backend, actor: &Actor, (a, b): (EntryId, EntryId), lang: Lang) -> Result<Merging> {
    let account = may_decide(actor)?;
    if a == b {
        return Err(Error::NotFound.into());
    }
    let mut tx = backend.db.read().await?;
    let both: [Entry; 2] = entries::by_ids(&mut tx, &[a.min(b), a.max(b)]).await?.try_into().map_err(|_| Error::NotFound)?;
    if both[0].kind != both[1].kind {
        return Err(Error::NotFound.into());
    }
    let (mut said, mut waiting) = ([Map::new(), Map::new()], [None, None]);
    for (place, entry) in both.iter().enumerate() {
        said[place] = document(&mut tx, entry).await?;
        let latest = drafts::latest(&mut tx, entry.id).await?.filter(|latest| latest.state == RevisionState::Submitted);
        waiting[place] = latest.map(|latest| latest.id);
    }
    let why = duplicates::why(&mut tx, a, b).await?;
    let standing = standing(&mut tx, &both).await?;
    let ends_trust = [ends_trust(&mut tx, &both[0], &both[1]).await?, ends_trust(&mut tx, &both[1], &both[0]).await?];
    let agreed = agreed(backend, &mut tx, Some(account), &Merge::about(a, b)).await?;
    // To what was changed since, nobody agreed.
    let agreed = agreed.filter(|agreed: &Agreed<Merge>| {
        let Merge { stays, goes, .. } = agreed.what;
        both.iter().all(|entry| [stays, goes].contains(&(entry.id, entry.version)))
    });
    let owner = |entry: &Entry| entry.organisation.as_ref().map(|owner| owner.document.name.to_string());
    let owners = if both[0].kind == Kind::Organisation { [None, None] } else { [owner(&both[0]), owner(&both[1])] };
    let changes = choices(both[0].kind, lang, &said[0], &said[1], owners.each_ref().map(Option::as_deref));
    Ok(Merging { entries: both, changes, why, waiting, standing, ends_trust, agreed })
}

async fn document(tx: &mut Tx, entry: &Entry) -> Result<Map<String, Value>> {
    let Some(published) = &entry.revision else { return Ok(Map::new()) };
    Ok(drafts::by_id(tx, published.id).await?.map(|revision| revision.document).unwrap_or_default())
}

async fn standing(tx: &mut Tx, both: &[Entry; 2]) -> Result<Standing> {
    for from in [0, 1] {
        let to = both[1 - from].id;
        if redirects::of(tx, both[from].id).await?.is_some_and(|(told_in, _)| told_in == to) {
            let further = redirects::of(tx, to).await?.map(|(further, _)| further);
            return Ok(Standing::Merged { from, further });
        }
    }
    let is_apart = both.iter().all(|entry| entry.state.is_public());
    Ok(if is_apart { Standing::Apart } else { Standing::Hidden })
}
