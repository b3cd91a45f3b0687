//! A suggestion as its reader sees it, and as those who decide see it.

use super::{Taken, Turn, map, may_decide, turn};
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
        moderate::{Agreed, agreed},
        sign_in::HOUR,
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
    reader::{Changes, SuggestionState},
    revision::RevisionState,
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
    /// Whether it was taken over and nothing came of that: what it was taken over into was refused, or thrown away.
    pub is_dropped: bool,
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
    let (state, is_dropped) = state_now(&mut tx, &suggestion).await?;
    // What was taken away from readers is told to nobody by its suggestions.
    if entry.is_none() && !suggestion.is_new {
        (suggestion.title, suggestion.changes) = ("…".to_owned(), Changes::new());
    }
    let changes = differing(suggestion.kind, lang, &suggestion.changes);
    Ok(State { state, changes, entry, suggestion, is_dropped })
}

/// What was handed in may have been published since, or dropped.
async fn state_now(tx: &mut Tx, suggestion: &Suggestion) -> Result<(SuggestionState, bool)> {
    if suggestion.state != SuggestionState::HandedIn {
        return Ok((suggestion.state, false));
    }
    let revision = match suggestion.revision {
        Some(revision) => drafts::by_id(tx, revision).await?.map(|revision| revision.state),
        None => None,
    };
    Ok(match revision {
        Some(RevisionState::Published | RevisionState::Superseded) => (SuggestionState::Published, false),
        None | Some(RevisionState::Rejected) => (suggestion.state, true),
        Some(_) => (suggestion.state, false),
    })
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
    /// In whose turn whoever asks decides on it now.
    pub turn: Option<Turn>,
    /// What a moderator agreed to already, where two have to.
    pub agreed: Option<Agreed<Taken>>,
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
    let turn = if suggestion.state == SuggestionState::Open { turn(backend, &mut tx, actor, &entry, &suggestion).await.ok() } else { None };
    let agreed = match turn {
        Some(Turn::Moderators) => agreed(backend, &mut tx, actor.account(), &Taken::about(&suggestion.id)).await?,
        _ => None,
    };
    Ok(Considered {
        public: entry.revision.as_ref().map(|revision| revision.id),
        draft: draft.map(|draft| (draft.state, draft.version)),
        suggestion,
        entry,
        fields,
        turn,
        agreed,
    })
}

/// A draft in the shape that the parser gives it; as it stands where it is not right yet.
fn canonical(kind: Kind, document: &Map<String, Value>) -> Option<Map<String, Value>> {
    match Document::parse(kind, Value::Object(document.clone())) {
        Ok(document) => map(&public::document(document)).ok(),
        Err(_) => Some(document.clone()),
    }
}

/// A suggested new entry with all that helps to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsideredNew {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// What it says.
    pub changes: Vec<Change>,
    /// Entries that may be the same.
    pub alike: Vec<Card>,
    /// Organisations that may be its own.
    pub organisations: Vec<Card>,
    /// The organisation to which a moderator gave it who agreed already, where two have to.
    pub agreed: Option<Agreed<String>>,
}

/// A suggested new entry with what may be the same, and organisations that may be its own.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] of those who do not curate.
pub async fn consider_new(backend: &Backend, actor: &Actor, id: &str, lang: Lang) -> Result<ConsideredNew> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let found = suggestions::by_id(&mut tx, id).await?;
    let agreed = agreed(backend, &mut tx, actor.account(), &Taken::about(id)).await?;
    drop(tx);
    let found = found.filter(|it| it.is_new && it.state != SuggestionState::Unconfirmed).ok_or(Error::NotFound)?;
    // Without a search one can decide all the same.
    let alike = find_duplicates(backend, actor, found.kind, &found.title).await.unwrap_or_default();
    let alike = alike.into_iter().filter(|card| Some(card.id) != found.entry).collect();
    let organisations = similar_names(backend, actor, &found.organisation).await.unwrap_or_default();
    let changes = differing(found.kind, lang, &found.changes);
    Ok(ConsideredNew { suggestion: found, changes, alike, organisations, agreed })
}
