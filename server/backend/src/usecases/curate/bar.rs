//! What moderators see of an entry: in a bar on its public page, and on a page of its own.

use super::{entry, may_decide};
use crate::{
    Backend,
    failure::Result,
    storage::{
        drafts,
        entries::Entry,
        events::{self, Past},
        features::{self, Feature},
        notes::{self, Note},
        redirects, removals, trusts,
    },
    usecases::write::title,
};
use domain::{
    account::Actor,
    entry::EntryState,
    id::{AccountId, EntryId, RevisionId},
    revision::RevisionState,
    time::Timestamp,
    vocabulary::Kind,
};

/// The bar on a public page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Who sees it.
    pub state: EntryState,
    /// What of it waits.
    pub waiting: Option<RevisionId>,
    /// How many notes there are.
    pub notes: i64,
    /// Whether it is recommended.
    pub is_featured: bool,
}

/// An entry as moderators see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Curated {
    /// The entry.
    pub entry: Entry,
    /// What it is called.
    pub title: String,
    /// What of it waits.
    pub waiting: Option<RevisionId>,
    /// What moderators told each other, newest first.
    pub notes: Vec<Note>,
    /// Its recommendation.
    pub feature: Option<Feature>,
    /// Why and since when this organisation is trusted.
    pub trust: Option<(String, Timestamp)>,
    /// The entry in which it is told: it comes back where the two were put together.
    pub told_in: Option<EntryId>,
    /// Why it was taken away.
    pub removed_because: Option<String>,
    /// What happened to it, newest first.
    pub past: Vec<Past>,
    /// Whoever asks.
    pub account: AccountId,
}

/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn show_bar(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Bar> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let entry = entry(&mut tx, id).await?;
    let waiting = drafts::latest(&mut tx, id).await?.filter(|revision| revision.state == RevisionState::Submitted);
    Ok(Bar {
        state: entry.state,
        waiting: waiting.map(|revision| revision.id),
        notes: notes::count(&mut tx, id).await?,
        is_featured: features::of(&mut tx, id, backend.clock.now()).await?.is_some(),
    })
}

/// # Errors
/// [`domain::Error::NotFound`]; [`domain::Error::Forbidden`] of those who do not decide.
pub async fn show_curated(backend: &Backend, actor: &Actor, id: EntryId) -> Result<Curated> {
    let account = may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let entry = entry(&mut tx, id).await?;
    let latest = drafts::latest(&mut tx, id).await?;
    let title = match (&entry.revision, &latest) {
        (Some(published), _) => published.document.title().to_owned(),
        (None, Some(revision)) => title(&revision.document),
        (None, None) => entry.slug.to_string(),
    };
    let trust = if entry.kind == Kind::Organisation { trusts::of(&mut tx, id).await? } else { None };
    Ok(Curated {
        title,
        waiting: latest.filter(|revision| revision.state == RevisionState::Submitted).map(|revision| revision.id),
        notes: notes::of_entry(&mut tx, id).await?,
        feature: features::of(&mut tx, id, backend.clock.now()).await?,
        trust,
        told_in: redirects::of(&mut tx, id).await?.map(|(told_in, _)| told_in),
        removed_because: removals::why(&mut tx, entry.kind, &entry.slug).await?,
        past: events::of_entry(&mut tx, id).await?,
        account,
        entry,
    })
}
