//! A suggestion as its reader sees it, and as those who decide see it.

use super::{as_member, due, map, may_curate, owner};
use crate::{
    Backend,
    failure::Result,
    public,
    secret::Secret,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
        suggestions::{self, Suggestion},
    },
    usecases::{
        difference::{Change, difference, text_of},
        members::similar_names,
        views::Card,
        write::{find_duplicates, open_revision},
    },
};
use domain::{
    Error, Lang,
    account::Actor,
    entry::Document,
    form,
    id::RevisionId,
    limits,
    permission::{Action, permit},
    reader::{Changes, SuggestionState},
    revision::RevisionState,
    time::HOUR,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// Where a suggestion stands.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// Where it stands by now: what was handed in may be published meanwhile.
    pub state: SuggestionState,
    /// The entry, where everybody may read it.
    pub entry: Option<Entry>,
    /// What it says differently.
    pub changes: Vec<Change>,
}

/// The suggestion with this link.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or none any more.
pub async fn show_suggestion(backend: &Backend, _actor: &Actor, link: &str, lang: Lang) -> Result<State> {
    let link = Secret::given(link);
    if !link.is_whole() {
        return Err(Error::NotFound.into());
    }
    let mut tx = backend.db.read().await?;
    let mut suggestion = suggestions::by_link(&mut tx, &link.hash("")).await?.ok_or(Error::NotFound)?;
    let is_late = suggestion.created_at.0 + limits::SUGGESTION_HOURS * HOUR <= backend.clock.now().0;
    if suggestion.state == SuggestionState::Unconfirmed && is_late {
        return Err(Error::NotFound.into());
    }
    let entry = match suggestion.entry {
        Some(id) => entries::by_ids(&mut tx, &[id]).await?.pop().filter(|entry| entry.state.is_public()).map(public::entry),
        None => None,
    };
    let state = state_now(&mut tx, &suggestion).await?;
    // What was taken away from readers is told to nobody by its suggestions.
    if entry.is_none() && !suggestion.is_new {
        (suggestion.title, suggestion.changes) = ("…".to_owned(), Changes::new());
    }
    let changes = differing(suggestion.kind, lang, &suggestion.changes);
    Ok(State { state, changes, entry, suggestion })
}

/// What was handed in may have been published since.
async fn state_now(tx: &mut Tx, suggestion: &Suggestion) -> Result<SuggestionState> {
    let Some(revision) = suggestion.revision.filter(|_| suggestion.state == SuggestionState::HandedIn) else { return Ok(suggestion.state) };
    let revision = drafts::by_id(tx, revision).await?;
    let is_public = revision.is_some_and(|it| matches!(it.state, RevisionState::Published | RevisionState::Superseded));
    Ok(if is_public { SuggestionState::Published } else { suggestion.state })
}

/// Before and after, in the words of pages.
fn differing(kind: Kind, lang: Lang, changes: &Changes) -> Vec<Change> {
    let side = |pick: fn(&domain::reader::Change) -> &Value| {
        let mut side = Map::new();
        for (name, change) in changes {
            form::set(&mut side, name, Some(pick(change).clone()).filter(|value| !value.is_null()));
        }
        side
    };
    difference(kind, lang, &side(|change| &change.old), &side(|change| &change.new))
}

/// One field of a suggestion, for those who decide.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// What differs from what was public when it was written.
    pub change: Change,
    /// What is public now, where that is something else again.
    pub now: Option<String>,
    /// What stands in the draft, where that is something else again.
    pub in_draft: Option<String>,
    /// Whether it says so already.
    pub is_settled: bool,
}

/// A correction with all that helps to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Considered {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// The entry.
    pub entry: Entry,
    /// Its fields, in the order of the form.
    pub fields: Vec<FieldChange>,
    /// The revision that readers see: a decision is good for just that one.
    pub public: Option<RevisionId>,
    /// What is being written or waits, and its version.
    pub draft: Option<(RevisionState, i64)>,
    /// Whether whoever asks decides on it now.
    pub may_decide: bool,
}

/// A correction for members of its organisation, and for moderators.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or it is not theirs to see.
pub async fn consider(backend: &Backend, actor: &Actor, which: super::Which<'_>, lang: Lang) -> Result<Considered> {
    let mut tx = backend.db.read().await?;
    let (suggestion, entry) = which.find(&mut tx, actor).await?;
    let draft = open_revision(&mut tx, entry.id).await?;
    let published = entry.revision.as_ref().map(|revision| public::document(revision.document.clone()));
    let published = published.as_ref().map(map).transpose()?.unwrap_or_default();
    let written = draft.as_ref().and_then(|draft| canonical(entry.kind, &draft.document));
    let mut fields = vec![];
    for change in differing(entry.kind, lang, &suggestion.changes) {
        let Some(pair) = suggestion.changes.get(change.field) else { continue };
        let said = |document: &Map<String, Value>| form::value_of(document, change.field).cloned().unwrap_or_default();
        let other = |document: &Map<String, Value>| {
            let now = said(document);
            (now != pair.old && now != pair.new).then(|| text_of(entry.kind, lang, change.field, document))
        };
        let (now, in_draft) = (other(&published), written.as_ref().and_then(other));
        let is_settled = said(&published) == pair.new;
        fields.push(FieldChange { now, in_draft, is_settled, change });
    }
    let may_decide = suggestion.state == SuggestionState::Open && may_decide(backend, &mut tx, actor, &entry, &suggestion).await.is_ok();
    Ok(Considered {
        public: entry.revision.as_ref().map(|revision| revision.id),
        draft: draft.map(|draft| (draft.state, draft.version)),
        suggestion,
        entry,
        fields,
        may_decide,
    })
}

/// A draft in the shape that the parser gives it; as it stands where it is not right yet.
fn canonical(kind: Kind, document: &Map<String, Value>) -> Option<Map<String, Value>> {
    match Document::parse(kind, Value::Object(document.clone())) {
        Ok(document) => map(&public::document(document)).ok(),
        Err(_) => Some(document.clone()),
    }
}

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Member,
    Moderator,
}

/// Members decide first, and moderators where there are none or they took too long.
pub(super) async fn may_decide(backend: &Backend, tx: &mut Tx, actor: &Actor, entry: &Entry, suggestion: &Suggestion) -> Result<By> {
    let account = actor.account().ok_or(Error::Unauthenticated)?;
    if permit(&as_member(tx, account).await?, Action::Edit, entry.subject()).is_ok() {
        return Ok(By::Member);
    }
    permit(actor, Action::Decide, entry.subject())?;
    let is_due = suggestion.confirmed_at.is_some_and(|at| at <= due(backend.clock.now()));
    let has_members = match owner(entry) {
        Some(organisation) => !crate::storage::members::of(tx, organisation).await?.is_empty(),
        None => false,
    };
    if has_members && !is_due { Err(Error::Forbidden.into()) } else { Ok(By::Moderator) }
}

/// A suggested new entry with what may be the same, and organisations that may be its own.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] of those who do not curate.
pub async fn consider_new(
    backend: &Backend,
    actor: &Actor,
    id: &str,
    lang: Lang,
) -> Result<(Suggestion, Vec<Change>, Vec<Card>, Vec<Card>)> {
    may_curate(actor)?;
    let found = suggestions::by_id(&mut backend.db.read().await?, id).await?;
    let found = found.filter(|it| it.is_new && it.state != SuggestionState::Unconfirmed).ok_or(Error::NotFound)?;
    // Without a search one can decide all the same.
    let alike = find_duplicates(backend, actor, found.kind, &found.title).await.unwrap_or_default();
    let alike = alike.into_iter().filter(|card| Some(card.id) != found.entry).collect();
    let organisations = similar_names(backend, actor, &found.organisation).await.unwrap_or_default();
    let changes = differing(found.kind, lang, &found.changes);
    Ok((found, changes, alike, organisations))
}
