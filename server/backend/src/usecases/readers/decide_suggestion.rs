//! Taking a correction over, or declining it: one unit of work with its events, its feed row and its mails.

use super::{
    USEFUL,
    apply::{apply, chosen, harmless},
    owner,
    show_suggestion::{By, may_decide},
};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    storage::{
        Tx,
        drafts::{self, Revision},
        entries::{self, Entry},
        events::{self, Event},
        feed, lessons, members, redirects,
        revisions::{self, NewRevision},
        suggestions::{self, Outcome, Suggestion},
    },
    usecases::write::{is_editable, json, open_revision, problems},
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::Document,
    id::{EntryId, RevisionId},
    limits,
    permission::{Action, permit},
    reader::{Changes, SuggestionState},
    revision::{RevisionState, Step},
    text::Text,
    vocabulary::Kind,
};
use serde_json::{Map, Value, json as value};

/// Which suggestion is meant.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// By its number in an entry, as members have it.
    Of(EntryId, i64),
    /// By its id, as moderators have it.
    Id(&'a str),
}

impl Which<'_> {
    /// The confirmed correction and its entry, where this actor may know of them.
    pub(super) async fn find(self, tx: &mut Tx, actor: &Actor) -> Result<(Suggestion, Entry)> {
        if *actor == Actor::Visitor {
            return Err(Error::Unauthenticated.into());
        }
        if matches!(self, Self::Id(_)) {
            super::may_curate(actor)?;
        }
        let found = match self {
            Self::Of(entry, number) => {
                let entry = entries::by_ids(tx, &[entry]).await?.pop().ok_or(Error::NotFound)?;
                permit(actor, Action::ReadUnpublished, entry.subject())?;
                suggestions::by_number(tx, entry.id, number).await?
            }
            Self::Id(id) => suggestions::by_id(tx, id).await?,
        };
        let found = found.filter(|it| !it.is_new && it.state != SuggestionState::Unconfirmed).ok_or(Error::NotFound)?;
        let entry = entries::by_ids(tx, &[found.entry.ok_or(Error::NotFound)?]).await?.pop().ok_or(Error::NotFound)?;
        permit(actor, Action::ReadUnpublished, entry.subject())?;
        Ok((found, entry))
    }
}

/// What somebody decides.
#[derive(Debug, Clone)]
pub enum Decision {
    /// These fields are taken over.
    Accept {
        /// As the form names them.
        fields: Vec<String>,
        /// The public revision that whoever decides saw.
        public: RevisionId,
        /// The version of what is being written that they saw, where there was something.
        draft: Option<i64>,
    },
    /// Not, for this reason.
    Decline(String),
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Readers see it.
    Published,
    /// It waits for moderators.
    HandedIn,
    /// It stands in the draft that is being written.
    InDraft,
    /// It was declined.
    Declined,
}

/// Decides on a correction. What a member takes over is handed in, or put into what is being written; what a moderator
/// takes over is published at once, and put into what is being written where that says nothing else.
///
/// # Errors
/// [`Error::Invalid`] on `field` and `reason`, or with what would be wrong then; [`Error::Conflict`] where it was decided,
/// or the entry changed, since whoever decides looked; [`Error::Forbidden`] while it is the organisation's to decide.
pub async fn decide_suggestion(backend: &Backend, actor: &Actor, which: Which<'_>, decision: &Decision) -> Result<Decided> {
    let (suggestion, entry, by, plan) = {
        let mut tx = backend.db.read().await?;
        let (suggestion, entry) = which.find(&mut tx, actor).await?;
        let by = may_decide(backend, &mut tx, actor, &entry, &suggestion).await?;
        if suggestion.state != SuggestionState::Open {
            return Err(Error::Conflict.into());
        }
        // A geocoder may have to be asked: not while others wait to write.
        let plan = match decision {
            // What nobody reads is not made better for anybody.
            Decision::Accept { .. } if by == By::Moderator && !entry.state.is_public() => return Err(Error::Conflict.into()),
            Decision::Accept { fields, public, draft } => {
                let changes = chosen(&suggestion.changes, fields)?;
                Some(Plan::of(backend, &mut tx, actor, &entry, by, changes, (*public, *draft)).await?)
            }
            Decision::Decline(_) => None,
        };
        (suggestion, entry, by, plan)
    };
    let mut tx = backend.db.write().await?;
    members::lock(&mut tx, entry.id).await?;
    // They may have left, or it may be another's turn, since.
    if may_decide(backend, &mut tx, actor, &entry, &suggestion).await? != by {
        return Err(Error::Conflict.into());
    }
    let (decided, head) = match (decision, plan) {
        (Decision::Accept { .. }, Some(plan)) => plan.carry_out(backend, &mut tx, actor, &suggestion, by).await?,
        (Decision::Decline(reason), _) => (decline(backend, &mut tx, actor, &entry, &suggestion, reason).await?, None),
        (Decision::Accept { .. }, None) => return Err(Error::Conflict.into()),
    };
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    Ok(decided)
}

/// What is to be written where, made while nobody waits.
struct Plan {
    entry: Entry,
    /// What is public, as storage holds it, and what it will say.
    before: Map<String, Value>,
    document: Document,
    open: Option<(Revision, Map<String, Value>)>,
    projects: Vec<EntryId>,
}

impl Plan {
    async fn of(
        backend: &Backend,
        tx: &mut Tx,
        actor: &Actor,
        entry: &Entry,
        by: By,
        changes: Changes,
        seen: (RevisionId, Option<i64>),
    ) -> Result<Self> {
        let (public, open) = current(tx, entry.id, seen).await?;
        let after = apply(backend, actor, entry.kind, &public.document, &changes).await?;
        let wrong = problems(tx, backend.clock.now(), entry.organisation_id, entry.kind, &after).await?;
        if !wrong.is_empty() {
            return Err(wrong.into());
        }
        let document = Document::parse(entry.kind, Value::Object(after))?;
        let open = match open {
            Some(open) => {
                // Whoever writes there ticked what they saw; a moderator writes over nothing of theirs.
                let changes = if by == By::Member { changes } else { harmless(&changes, &public.document, &open.document) };
                let merged = apply(backend, actor, entry.kind, &open.document, &changes).await?;
                let wrong = if is_editable(open.state) {
                    vec![]
                } else {
                    problems(tx, backend.clock.now(), entry.organisation_id, entry.kind, &merged).await?
                };
                match by {
                    By::Member if !wrong.is_empty() => return Err(wrong.into()),
                    By::Moderator if !wrong.is_empty() => None,
                    _ => Some((open, merged)),
                }
            }
            None => None,
        };
        let mut projects = vec![];
        for (index, slug) in document.projects().iter().enumerate() {
            let unknown = || FieldError::new(format!("projects[{index}]"), Problem::UnknownReference { value: slug.to_string() });
            projects.push(redirects::by_slug(tx, Kind::Project, slug).await?.ok_or_else(|| Error::Invalid(vec![unknown()]))?.id);
        }
        Ok(Self { entry: entry.clone(), before: public.document, document, open, projects })
    }

    async fn carry_out(
        self,
        backend: &Backend,
        tx: &mut Tx,
        actor: &Actor,
        suggestion: &Suggestion,
        by: By,
    ) -> Result<(Decided, Option<i64>)> {
        let seen = (self.entry.revision.as_ref().map(|it| it.id).ok_or(Error::Conflict)?, self.open.as_ref().map(|(open, _)| open.version));
        let (public, open) = current_or(tx, self.entry.id, seen, self.open.is_some()).await?;
        let (decided, revision, head) = match (by, &self.open) {
            (By::Member, Some((draft, merged))) => {
                self.keep_in(backend, tx, draft, merged, &actor.label()).await?;
                let decided = if is_editable(draft.state) { Decided::InDraft } else { Decided::HandedIn };
                (decided, draft.id, None)
            }
            (By::Member, None) => (Decided::HandedIn, self.hand_in(backend, tx, actor, public.id).await?, None),
            (By::Moderator, _) => {
                let (revision, head) = self.publish(backend, tx, actor).await?;
                // What nothing could be put into has to stand behind it all the same.
                if let Some(open) = &open {
                    suggestions::rebase(tx, open.id, revision).await?;
                }
                if let Some((draft, merged)) = &self.open {
                    self.keep_in(backend, tx, draft, merged, &draft.changed_by).await?;
                }
                (Decided::Published, revision, Some(head))
            }
        };
        self.record(backend, tx, actor, revision, decided).await?;
        let state = if decided == Decided::Published { SuggestionState::Published } else { SuggestionState::HandedIn };
        settle(backend, tx, actor, &self.entry, suggestion, (state, "", Some(revision))).await?;
        self.tell_members(backend, tx, actor, decided).await?;
        Ok((decided, head))
    }

    /// Into what is being written, or waits.
    async fn keep_in(&self, backend: &Backend, tx: &mut Tx, draft: &Revision, merged: &Map<String, Value>, by: &str) -> Result<()> {
        if *merged == draft.document {
            return Ok(());
        }
        let (text, at) = (json(merged)?, backend.clock.now());
        let is_kept = if is_editable(draft.state) {
            drafts::save(tx, draft.id, draft.version, &text, by, at).await?
        } else {
            // Whoever reads it just now has to read it again.
            drafts::step(tx, draft, draft.state, &text, by, at).await?
        };
        if is_kept { Ok(()) } else { Err(Error::Conflict.into()) }
    }

    /// As a revision of its own that waits for moderators.
    async fn hand_in(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, public: RevisionId) -> Result<RevisionId> {
        self.add(backend, tx, actor, RevisionState::Submitted, public).await
    }

    /// As what readers see.
    async fn publish(&self, backend: &Backend, tx: &mut Tx, actor: &Actor) -> Result<(RevisionId, i64)> {
        let (entry, at) = (&self.entry, backend.clock.now());
        let current = entry.revision.as_ref().ok_or(Error::Conflict)?;
        let next = RevisionState::Published.after(Step::Supersede)?;
        let now = entries::by_ids(tx, &[entry.id]).await?.pop().ok_or(Error::NotFound)?;
        let is_taken = revisions::set_state(tx, current.id, RevisionState::Published, next).await?
            && entries::publish(tx, &now, self.document.title(), entry.organisation_id, at).await?;
        if !is_taken {
            return Err(Error::Conflict.into());
        }
        let revision = self.add(backend, tx, actor, RevisionState::Published, current.id).await?;
        lessons::set_projects(tx, entry.id, &self.projects).await?;
        Ok((revision, feed::append(tx, entry.id, at).await?))
    }

    async fn add(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, state: RevisionState, public: RevisionId) -> Result<RevisionId> {
        let (id, by) = (backend.clock.revision_id(), actor.label());
        let text = serde_json::to_string(&self.document).map_err(std::io::Error::from)?;
        let schema_version = self.document.schema_version();
        let (entry, at) = (self.entry.id, backend.clock.now());
        let new = NewRevision { id, entry, state, schema_version, document: &text, author: &by, based_on: Some(public), at };
        revisions::insert(tx, &new).await?;
        Ok(id)
    }

    /// That a reader suggested it, and what was done.
    async fn record(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, revision: RevisionId, decided: Decided) -> Result<()> {
        let action = match decided {
            Decided::Published => Some("published"),
            Decided::HandedIn if self.open.is_none() => Some("submitted"),
            _ => None,
        };
        note(backend, tx, self.entry.id, Some(revision), &Actor::Visitor, "suggested").await?;
        match action {
            Some(action) => note(backend, tx, self.entry.id, Some(revision), actor, action).await,
            None => Ok(()),
        }
    }

    /// Members hear of what somebody else did with their entry.
    async fn tell_members(&self, backend: &Backend, tx: &mut Tx, actor: &Actor, decided: Decided) -> Result<()> {
        let Some(organisation) = owner(&self.entry) else { return Ok(()) };
        let in_draft = self.open.as_ref().is_some_and(|(draft, merged)| *merged != draft.document);
        let letter = Letter::Reader(ReaderLetter::TakenOver {
            title: self.title(),
            is_published: decided == Decided::Published,
            in_draft,
            link: format!("/submit/{}", self.entry.id),
        });
        for member in members::of(tx, organisation).await? {
            if Some(member.account) != actor.account() {
                mail::post_to_member(tx, &backend.clock, organisation, &member, &letter, USEFUL).await?;
            }
        }
        Ok(())
    }

    fn title(&self) -> String {
        let said = ["title", "name"].iter().find_map(|name| self.before.get(*name)?.as_str());
        said.unwrap_or_default().to_owned()
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

/// The same, where what is being written may have been left out of the plan.
async fn current_or(
    tx: &mut Tx,
    entry: EntryId,
    (public, draft): (RevisionId, Option<i64>),
    is_planned: bool,
) -> Result<(Revision, Option<Revision>)> {
    if is_planned {
        return current(tx, entry, (public, draft)).await;
    }
    let open = open_revision(tx, entry).await?;
    let version = open.as_ref().map(|open| open.version);
    current(tx, entry, (public, version)).await
}

async fn decline(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, suggestion: &Suggestion, reason: &str) -> Result<Decided> {
    let reason = reason_of(reason)?;
    settle(backend, tx, actor, entry, suggestion, (SuggestionState::Declined, &reason, None)).await?;
    note(backend, tx, entry.id, None, actor, "suggestion-declined").await?;
    Ok(Decided::Declined)
}

/// Why something is declined.
pub(super) fn reason_of(raw: &str) -> Result<String> {
    let reason = Text::<1, { limits::READER_TEXT }>::parse(raw).map_err(|problem| vec![FieldError::new("reason", problem)])?;
    Ok(reason.to_string())
}

/// Keeps what became of it, and tells its reader.
pub(super) async fn settle(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    entry: &Entry,
    suggestion: &Suggestion,
    (state, reason, revision): (SuggestionState, &str, Option<RevisionId>),
) -> Result<()> {
    let (by, at) = (actor.label(), backend.clock.now());
    if !suggestions::decide(tx, &suggestion.id, &Outcome { state, reason, by: &by, revision, entry: None, at }).await? {
        return Err(Error::Conflict.into());
    }
    let link = format!("/{}/{}", entry.kind.path(), entry.slug);
    tell(backend, tx, suggestion, state, reason, link).await
}

/// A mail of the outcome, where an address is still kept.
pub(super) async fn tell(
    backend: &Backend,
    tx: &mut Tx,
    suggestion: &Suggestion,
    state: SuggestionState,
    reason: &str,
    link: String,
) -> Result<()> {
    let Some(email) = &suggestion.email else { return Ok(()) };
    let (title, state, reason) = (suggestion.title.clone(), state.id().to_owned(), reason.to_owned());
    let letter = Letter::Reader(ReaderLetter::Decided { title, state, reason, link });
    mail::post(tx, &backend.clock, email, suggestion.language, &letter, USEFUL).await
}

/// One step in the life of the entry.
pub(super) async fn note(
    backend: &Backend,
    tx: &mut Tx,
    entry: EntryId,
    revision: Option<RevisionId>,
    actor: &Actor,
    action: &str,
) -> Result<()> {
    let (id, by, at) = (backend.clock.event_id(), actor.label(), backend.clock.now());
    Ok(events::insert(tx, &Event { id, entry, revision, actor: &by, action, reason: "", at }).await?)
}

/// A document of its own with the organisation's address as it is now.
pub(super) fn with_organisation(mut document: Map<String, Value>, organisation: Option<&str>) -> Map<String, Value> {
    match organisation {
        Some(slug) => _ = document.insert("organisation".into(), value!(slug)),
        None => _ = document.remove("organisation"),
    }
    document
}
