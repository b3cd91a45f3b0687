//! Taking over what a reader suggests for an entry: into what readers see, into a revision that waits, or into what is
//! being written.

use super::{
    Decided, Taken, Turn,
    apply::{apply, harmless},
    owner,
    settle::{address, note, settle},
};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    storage::{
        Tx,
        drafts::{self, Revision},
        entries::Entry,
        feed,
        revisions::{self, NewRevision},
        suggestions::Suggestion,
    },
    usecases::{
        moderate::Counted,
        supersede::{Next, named_projects, replace},
        write::{hand_in, is_editable, json, open_revision, problems, title},
    },
};
use domain::{
    Error,
    account::Actor,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    reader::{Changes, SuggestionState},
    revision::RevisionState,
};
use serde_json::{Map, Value};

/// What is to be written where, made while nobody waits.
pub(super) struct TakeOver {
    taker: Turn,
    fields: Vec<String>,
    /// What is public, and what it will say.
    public: Revision,
    after: Map<String, Value>,
    /// What is being written or waits, and what it will say.
    open: Option<(Revision, Map<String, Value>)>,
    counted: Counted,
    /// What readers would see, once nothing is wrong with it.
    document: Option<Document>,
}

/// What a revision came to.
struct Written {
    decided: Decided,
    revision: RevisionId,
    head: Option<i64>,
    /// Whether something of it stands in a draft now.
    in_draft: bool,
}

impl TakeOver {
    /// Ends the unit of work: what has to be asked of others takes its time.
    pub async fn plan(
        backend: &Backend,
        mut tx: Tx,
        actor: &Actor,
        (entry, taker): (&Entry, Turn),
        changes: Changes,
        seen: (RevisionId, Option<i64>),
    ) -> Result<Self> {
        let (public, open) = current(&mut tx, entry.id, seen).await?;
        drop(tx);
        let after = apply(backend, actor, entry.kind, &public.document, &changes).await?;
        let fields = changes.keys().cloned().collect();
        let open = match open {
            Some(open) => {
                // Whoever writes there ticked what they saw; a moderator writes over nothing of theirs.
                let changes = if taker == Turn::Members { changes } else { harmless(&changes, &public.document, &open.document) };
                let merged = apply(backend, actor, entry.kind, &open.document, &changes).await?;
                Some((open, merged))
            }
            None => None,
        };
        let handed_in = open.as_ref().map_or(&after, |(_, merged)| merged);
        let counted = Counted::before(backend, actor, entry.kind, entry.id, &title(handed_in)).await;
        Ok(Self { taker, fields, public, after, open, counted, document: None })
    }

    /// What another moderator would have to agree to.
    pub fn taken(&self) -> Taken {
        Taken { fields: self.fields.clone(), public: self.public.id }
    }

    /// Whether all is as it was when the plan was made, and nothing would be wrong. Nobody changes the entry from now on.
    pub async fn check(&mut self, backend: &Backend, tx: &mut Tx, entry: &Entry) -> Result<()> {
        let seen = (self.public.id, self.open.as_ref().map(|(open, _)| open.version));
        current(tx, entry.id, seen).await?;
        if entry.state == EntryState::Removed || self.taker == Turn::Moderators && !entry.state.is_public() {
            return Err(Error::Conflict.into());
        }
        self.document = Some(self.checked(backend, tx, entry).await?);
        Ok(())
    }

    /// Writes what was checked. Gives the number of the change where readers see one.
    pub async fn carry_out(
        mut self,
        backend: &Backend,
        tx: &mut Tx,
        actor: &Actor,
        entry: &Entry,
        suggestion: &Suggestion,
    ) -> Result<(Decided, Option<i64>)> {
        let document = self.document.take().ok_or(Error::Conflict)?;
        note(backend, tx, entry.id, None, actor, "suggestion-taken").await?;
        let written = match self.taker {
            Turn::Members => self.for_members(backend, tx, actor, entry, &document).await?,
            Turn::Moderators => self.for_moderators(backend, tx, actor, entry, &document).await?,
        };
        let state = if written.decided == Decided::Published { SuggestionState::Published } else { SuggestionState::HandedIn };
        settle(backend, tx, actor, suggestion, (state, ""), (None, Some(written.revision)), address(entry)).await?;
        self.tell_members(backend, tx, actor, entry, &written).await?;
        Ok((written.decided, written.head))
    }

    /// What is public with what is taken over, if nothing about it is wrong; nor about what waits.
    async fn checked(&mut self, backend: &Backend, tx: &mut Tx, entry: &Entry) -> Result<Document> {
        let mut wrong = problems(tx, backend.clock.now(), entry.organisation_id, entry.kind, &self.after).await?;
        if let Some((open, merged)) = &mut self.open
            && !is_editable(open.state)
        {
            let wrong_there = problems(tx, backend.clock.now(), entry.organisation_id, entry.kind, merged).await?;
            match self.taker {
                Turn::Members if wrong.is_empty() => wrong = wrong_there,
                // It stays as it is, then.
                Turn::Moderators if !wrong_there.is_empty() => merged.clone_from(&open.document),
                _ => {}
            }
        }
        if wrong.is_empty() { Ok(Document::parse(entry.kind, Value::Object(self.after.clone()))?) } else { Err(wrong.into()) }
    }

    /// Into what is being written or waits, or handed in by itself.
    async fn for_members(&mut self, backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, document: &Document) -> Result<Written> {
        let Some((open, merged)) = &self.open else {
            let revision = self.add(backend, tx, actor, entry, document).await?;
            note(backend, tx, entry.id, Some(revision), actor, "submitted").await?;
            let head = hand_in(backend, tx, actor, entry, (revision, &self.after), std::mem::take(&mut self.counted)).await?;
            let decided = if head.is_some() { Decided::Published } else { Decided::HandedIn };
            return Ok(Written { decided, revision, head, in_draft: false });
        };
        self.keep_in(backend, tx, open, merged, &actor.label()).await?;
        let revision = open.id;
        if is_editable(open.state) {
            return Ok(Written { decided: Decided::InDraft, revision, head: None, in_draft: true });
        }
        let organisation = owner(entry).unwrap_or(entry.id);
        std::mem::take(&mut self.counted).keep(backend, tx, actor, revision, organisation, (entry.kind, merged)).await?;
        Ok(Written { decided: Decided::HandedIn, revision, head: None, in_draft: false })
    }

    /// As what readers see; and into what is being written, as far as that says nothing else.
    async fn for_moderators(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, document: &Document) -> Result<Written> {
        let (revision, at) = (backend.clock.revision_id(), backend.clock.now());
        let next = Next { document, organisation: entry.organisation_id, projects: named_projects(tx, document).await? };
        replace(tx, &backend.clock, &actor.label(), entry, revision, &next).await?;
        let in_draft = self.open.as_ref().is_some_and(|(open, merged)| *merged != open.document);
        if let Some((open, merged)) = &self.open {
            self.keep_in(backend, tx, open, merged, &open.changed_by).await?;
        }
        note(backend, tx, entry.id, Some(revision), actor, "published").await?;
        Ok(Written { decided: Decided::Published, revision, head: Some(feed::append(tx, entry.id, at).await?), in_draft })
    }

    async fn keep_in(&self, backend: &Backend, tx: &mut Tx, open: &Revision, merged: &Map<String, Value>, by: &str) -> Result<()> {
        if *merged == open.document {
            return Ok(());
        }
        let (text, at) = (json(merged)?, backend.clock.now());
        let is_kept = if is_editable(open.state) {
            drafts::save(tx, open.id, open.version, &text, by, at).await?
        } else {
            // Whoever reads it just now has to read it again.
            drafts::step(tx, open, open.state, &text, by, at).await?
        };
        if is_kept { Ok(()) } else { Err(Error::Conflict.into()) }
    }

    async fn add(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, document: &Document) -> Result<RevisionId> {
        let (id, author, at) = (backend.clock.revision_id(), actor.label(), backend.clock.now());
        let text = serde_json::to_string(document).map_err(std::io::Error::from)?;
        let (state, schema_version, based_on) = (RevisionState::Submitted, document.schema_version(), Some(self.public.id));
        let new = NewRevision { id, entry: entry.id, state, schema_version, document: &text, author: &author, based_on, at };
        revisions::insert(tx, &new).await?;
        Ok(id)
    }

    /// Members hear of what somebody else did with their entry.
    async fn tell_members(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, written: &Written) -> Result<()> {
        let letter = Letter::Reader(ReaderLetter::TakenOver {
            title: title(&self.public.document),
            is_published: written.decided == Decided::Published,
            in_draft: written.in_draft,
            by_member: self.taker == Turn::Members,
            link: format!("/submit/{}", entry.id),
        });
        mail::post_to_authors(tx, &backend.clock, actor, entry, &letter, mail::USEFUL_FOR).await
    }
}

/// What is public and what is being written, if both are as whoever decides saw them.
async fn current(tx: &mut Tx, entry: EntryId, (public, draft): (RevisionId, Option<i64>)) -> Result<(Revision, Option<Revision>)> {
    let open = open_revision(tx, entry).await?;
    if open.as_ref().map(|open| open.version) != draft {
        return Err(Error::Conflict.into());
    }
    let public = drafts::by_id(tx, public).await?.filter(|it| it.entry == entry && it.state == RevisionState::Published);
    Ok((public.ok_or(Error::Conflict)?, open))
}
