//! Publishing an entry that a reader told of, or declining it.

use super::{
    apply::apply,
    decide_suggestion::{Taken, is_open, reason_of},
    may_decide,
    settle::{note, settle},
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, entries, feed, redirects,
        suggestions::{self, Suggestion},
        word_events::{self, WordEvent},
    },
    usecases::{
        free_slug::free_slug,
        moderate::is_first_of_two,
        publish::{Publication, publish},
        write::problems,
    },
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::Document,
    id::{AccountId, EntryId},
    reader::SuggestionState,
    text::Slug,
    vocabulary::{Kind, Origin},
};
use serde_json::{Map, Value, json};

/// What a moderator decides.
#[derive(Debug, Clone)]
pub enum NewDecision {
    /// It is published. It belongs to the organisation with this slug; to none where that is empty.
    Publish(String),
    /// Not, for this reason.
    Decline(String),
}

/// Decides on a suggested entry. What is published says that it was compiled from public sources: nobody of the
/// organisation wrote it. Gives its address; none where another moderator still has to agree.
///
/// # Errors
/// [`Error::Invalid`] on `organisation` and `reason`, where the same moderator agrees twice, or with what is wrong by now; [`Error::Conflict`] where it was decided.
pub async fn decide_new(backend: &Backend, actor: &Actor, id: &str, decision: &NewDecision) -> Result<Option<(Kind, Slug)>> {
    let account = may_decide(actor)?;
    let found = suggestions::by_id(&mut backend.db.read().await?, id).await?;
    let found = found.filter(|it| it.is_new && it.state != SuggestionState::Unconfirmed).ok_or(Error::NotFound)?;
    if found.state != SuggestionState::Open {
        return Err(Error::Conflict.into());
    }
    match decision {
        NewDecision::Publish(organisation) => accept(backend, (actor, account), &found, organisation.trim()).await,
        NewDecision::Decline(reason) => decline(backend, actor, &found, reason).await.map(|()| None),
    }
}

async fn accept(
    backend: &Backend,
    (actor, account): (&Actor, AccountId),
    found: &Suggestion,
    organisation: &str,
) -> Result<Option<(Kind, Slug)>> {
    // The point of its place is looked up again: it is nothing that readers tell.
    let document = apply(backend, actor, found.kind, &Map::new(), &found.changes).await?;
    let mut tx = backend.db.write().await?;
    let owner = owner(&mut tx, organisation).await?;
    let document = with_organisation(document, owner.as_ref().map(|(_, slug)| &**slug));
    let wrong = problems(&mut tx, backend.clock.now(), None, found.kind, &document).await?;
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let document = Document::parse(found.kind, Value::Object(document))?;
    if is_first_of_two(backend, &mut tx, account, &Taken::about(&found.id), &organisation).await? {
        // Of two at once the second comes when it is decided.
        if !is_open(&mut tx, found).await? {
            return Err(Error::Conflict.into());
        }
        tx.commit().await?;
        return Ok(None);
    }
    let slug = free_slug(&mut tx, found.kind, document.title()).await?;
    let owner = owner.map(|(id, _)| id);
    let new = Publication {
        slug: &slug,
        document: &document,
        organisation: owner,
        projects: vec![],
        origin: Origin::PublicSources,
        action: "published",
    };
    let entry = publish(&mut tx, &backend.clock, actor, &new).await?.id();
    let revision = entries::by_ids(&mut tx, &[entry]).await?.pop().and_then(|entry| entry.revision).map(|revision| revision.id);
    note(backend, &mut tx, entry, revision, actor, "suggestion-taken").await?;
    let link = format!("/{}/{slug}", found.kind.path());
    settle(backend, &mut tx, actor, found, (SuggestionState::Published, ""), (Some(entry), None), link).await?;
    let head = feed::head(&mut tx).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(Some((found.kind, slug)))
}

/// The public organisation at this address; none where nothing was given.
async fn owner(tx: &mut Tx, slug: &str) -> Result<Option<(EntryId, Slug)>> {
    if slug.is_empty() {
        return Ok(None);
    }
    let unknown = || vec![FieldError::new("organisation", Problem::UnknownReference { value: slug.to_owned() })];
    let parsed: Slug = slug.parse().map_err(|_| unknown())?;
    let entry = redirects::by_slug(tx, Kind::Organisation, &parsed).await?.filter(|entry| entry.state.is_public()).ok_or_else(unknown)?;
    Ok(Some((entry.id, entry.slug)))
}

async fn decline(backend: &Backend, actor: &Actor, found: &Suggestion, reason: &str) -> Result<()> {
    let reason = reason_of(reason)?;
    let mut tx = backend.db.write().await?;
    settle(backend, &mut tx, actor, found, (SuggestionState::Declined, &reason), (None, None), "/suggest".into()).await?;
    // There is no entry whose log could tell it.
    let (event, by, at) = (backend.clock.event_id(), actor.label(), backend.clock.now());
    let (subject, title, reason) = (found.id.as_str(), found.title.as_str(), reason.as_str());
    let event = WordEvent { id: event, kind: "suggestion", subject, title, actor: &by, action: "new-declined", reason, at };
    word_events::insert(&mut tx, &event).await?;
    Ok(tx.commit().await?)
}

/// A document of its own with the organisation's address as it is now.
fn with_organisation(mut document: Map<String, Value>, organisation: Option<&str>) -> Map<String, Value> {
    match organisation {
        Some(slug) => _ = document.insert("organisation".into(), json!(slug)),
        None => _ = document.remove("organisation"),
    }
    document
}
