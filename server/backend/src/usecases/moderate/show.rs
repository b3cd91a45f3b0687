//! One submission, beside what is public.

use super::{
    alike::{self, Alike},
    may_decide, reserved_until,
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        approvals, drafts,
        drafts::Revision,
        entries::{self, Entry},
        events::{self, Past},
        notes::{self, Note},
        queue,
        readings::{self, Reading},
        returned, templates, unread,
    },
    usecases::{
        difference::{Change, difference},
        views::Card,
        write::title,
    },
};
use domain::{
    Error, Lang,
    account::Actor,
    entry::{Document, EntryState},
    id::{AccountId, RevisionId},
    revision::RevisionState,
    signal::{Signal, Signals},
    time::Timestamp,
};
use serde_json::{Map, Value};

/// What a moderator decides on.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// The entry with what is public.
    pub entry: Entry,
    /// What is to be decided on, or was.
    pub revision: Revision,
    /// What it says, where it can be read.
    pub document: Option<Document>,
    /// What it says differently from what is public; of a new entry, all of it.
    pub changes: Vec<Change>,
    /// The same of what was asked to be changed, where it was.
    pub since: Option<Since>,
    /// Public entries with a title like it.
    pub alike: Vec<Card>,
    /// Others with a title like it, that wait, too, or that its organisation is writing.
    pub alike_unread: Vec<Alike>,
    /// What happened before, newest first.
    pub past: Vec<Past>,
    /// What belongs to deciding.
    pub desk: Desk,
}

/// What authors did since they were asked for changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// When they were asked.
    pub at: Timestamp,
    /// What it says differently from then.
    pub changes: Vec<Change>,
}

/// What belongs to deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Whoever asks.
    pub account: AccountId,
    /// What was counted when it was handed in: signals, and how complete it is.
    pub counted: (Signals, i64),
    /// Who reads it, from now on whoever asks where nobody did.
    pub reading: Option<Reading>,
    /// Who has agreed to publish it.
    pub approved_by: Option<AccountId>,
    /// Whether two have to agree.
    pub two_person: bool,
    /// Reasons to choose from: id and name.
    pub templates: Vec<(String, String)>,
    /// What moderators told each other.
    pub notes: Vec<Note>,
}

impl Desk {
    /// Who else reads it.
    #[must_use]
    pub fn other(&self) -> Option<&Reading> {
        self.reading.as_ref().filter(|reading| reading.account != self.account)
    }
}

/// A submission with all that helps to decide. From now on it is reserved for whoever asks, unless somebody else reads it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] of those who do not decide.
pub async fn show_submission(backend: &Backend, actor: &Actor, id: RevisionId, lang: Lang) -> Result<Submission> {
    let account = may_decide(actor)?;
    open(backend, account, id).await?;
    let mut tx = backend.db.read().await?;
    let revision = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let entry = entries::by_ids(&mut tx, &[revision.entry]).await?.pop().ok_or(Error::NotFound)?;
    let old = match entry.revision.as_ref().filter(|published| published.id != id) {
        Some(published) => drafts::by_id(&mut tx, published.id).await?.map(|published| published.document),
        None => None,
    };
    let past = events::of_entry(&mut tx, entry.id).await?;
    let mut desk = Desk {
        account,
        counted: queue::marked(&mut tx, id).await?,
        reading: readings::of(&mut tx, id, backend.clock.now()).await?,
        approved_by: approvals::of(&mut tx, id, revision.version).await?,
        two_person: backend.rules.two_person,
        templates: templates::list(&mut tx).await?.into_iter().map(|it| (it.id.clone(), it.title(lang).to_owned())).collect(),
        notes: notes::of_entry(&mut tx, entry.id).await?,
    };
    let returned = returned::latest(&mut tx, id).await?;
    let said = title(&revision.document);
    let submitted = unread::submitted(&mut tx, entry.kind).await?;
    let others = alike::unread(&mut tx, entry.kind, entry.id, &said, &submitted).await?;
    drop(tx);
    let document = Document::read_stored(entry.kind, Value::Object(revision.document.clone())).ok();
    // Without a search one can decide all the same.
    let public = alike::public(backend, actor, entry.kind, entry.id, &said).await;
    let (was, is_known) = (desk.counted.0.has(Signal::LikelyDuplicate), public.is_some());
    let alike = public.unwrap_or_default();
    if revision.state == RevisionState::Submitted && was == (alike.is_empty() && others.is_empty()) && (is_known || !was) {
        desk.counted.0.toggle(Signal::LikelyDuplicate);
        alike::set_right(backend, &[(id, !was)]).await?;
    }
    let since = returned.map(|(at, document)| Since { at, changes: difference(entry.kind, lang, &document, &revision.document) });
    let alike_unread = others.into_iter().map(Alike::from).collect();
    let changes = difference(entry.kind, lang, &old.unwrap_or_else(Map::new), &revision.document);
    Ok(Submission { changes, since, alike, alike_unread, past, document, entry, revision, desk })
}

/// Reserves what waits.
async fn open(backend: &Backend, account: AccountId, id: RevisionId) -> Result<()> {
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    let Some(revision) = drafts::by_id(&mut tx, id).await? else { return Ok(()) };
    let entry = entries::by_ids(&mut tx, &[revision.entry]).await?.pop();
    if revision.state == RevisionState::Submitted && entry.is_some_and(|entry| entry.state != EntryState::Removed) {
        readings::take(&mut tx, id, account, now, reserved_until(now)).await?;
        tx.commit().await?;
    }
    Ok(())
}
