//! Founding an organisation: its entry, which waits for the moderators, and its first owner.

use super::{account, similar_names};
use crate::{
    Backend,
    failure::Result,
    storage::{
        accounts,
        entries::{self, NewEntry},
        events::{self, Event},
        members,
        revisions::{self, NewRevision},
    },
    usecases::{
        find_places::{Typed, find_places},
        free_slug::free_slug,
    },
};
use domain::{
    Error, FieldError, Lang, Problem,
    account::{Actor, Role},
    entry::{Document, EntryState},
    limits,
    organisation::Organisation,
    revision::RevisionState,
    text::{MaybeLine, MaybePassage, Slug, Title, WebUrl},
    vocabulary::{Kind, Origin},
};

/// A new organisation as somebody typed it.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the fields of the document")]
pub struct Founding<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub place: &'a str,
    pub website: &'a str,
    pub description: &'a str,
    /// The language that it is written in.
    pub language: Lang,
    /// Whether they saw those with similar names, and theirs is another.
    pub is_another: bool,
}

/// Makes an organisation that waits for the moderators, with whoever asks as its owner. Gives its slug.
///
/// # Errors
/// [`Error::Invalid`] on what is wrong; on `is_another` where others have similar names and nobody said that it is another.
pub async fn found(backend: &Backend, actor: &Actor, given: &Founding<'_>) -> Result<Slug> {
    let account = account(actor)?;
    let document = parse(given)?;
    if !given.is_another && !similar_names(backend, actor, &document.name).await?.is_empty() {
        return Err(vec![FieldError::new("is_another", Problem::SimilarNames)].into());
    }
    let document = Document::Organisation(placed(backend, actor, document).await?);
    let (at, author) = (backend.clock.now(), actor.label());
    let mut tx = backend.db.write().await?;
    if !accounts::lock(&mut tx, account).await? {
        return Err(Error::Unauthenticated.into());
    }
    let waiting = members::of_account(&mut tx, account).await?;
    let waiting = waiting.iter().filter(|(organisation, ..)| organisation.state == EntryState::Unpublished).count();
    if waiting >= limits::FOUNDED {
        return Err(vec![FieldError::new("name", Problem::ManyWaiting { max: limits::FOUNDED })].into());
    }
    let slug = free_slug(&mut tx, Kind::Organisation, document.title()).await?;
    let entry = NewEntry {
        id: backend.clock.entry_id(),
        kind: Kind::Organisation,
        slug: &slug,
        title: document.title(),
        organisation: None,
        state: EntryState::Unpublished,
        origin: Origin::Organisation,
        at,
    };
    entries::insert(&mut tx, &entry).await?;
    let text = serde_json::to_string(&document).map_err(std::io::Error::from)?;
    let revision = NewRevision {
        id: backend.clock.revision_id(),
        entry: entry.id,
        state: RevisionState::Submitted,
        schema_version: document.schema_version(),
        document: &text,
        author: &author,
        based_on: None,
        at,
    };
    revisions::insert(&mut tx, &revision).await?;
    let event = Event {
        id: backend.clock.event_id(),
        entry: entry.id,
        revision: Some(revision.id),
        actor: &author,
        action: "submitted",
        reason: "",
        at,
    };
    events::insert(&mut tx, &event).await?;
    accounts::join(&mut tx, account, entry.id, Role::Owner, at).await?;
    tx.commit().await?;
    Ok(slug)
}

fn parse(given: &Founding<'_>) -> Result<Organisation> {
    let mut errors = vec![];
    let mut wrong = |field: &str, problem| errors.push(FieldError::new(field, problem));
    let name = Title::parse(&one_line(given.name)).map_err(|problem| wrong("name", problem)).ok();
    let kind = if given.kind.is_empty() { Err(Problem::Required) } else { given.kind.parse() };
    let kind = kind.map_err(|problem| wrong("kind", problem)).ok();
    let place = MaybeLine::parse(&one_line(given.place)).map_err(|problem| wrong("place", problem)).ok();
    let website = website(given.website).map_err(|problem| wrong("website", problem)).ok();
    let description = MaybePassage::parse(given.description).map_err(|problem| wrong("description", problem)).ok();
    let (Some(name), Some(kind), Some(place), Some(website), Some(description)) = (name, kind, place, website, description) else {
        return Err(errors.into());
    };
    let language = given.language;
    let (lat, lon, precision) = (None, None, None);
    Ok(Organisation { name, kind, website, place, lat, lon, precision, description, offers: vec![], seeks: vec![], language })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// People type `verein.de`.
fn website(typed: &str) -> std::result::Result<Option<WebUrl>, Problem> {
    match typed.trim() {
        "" => Ok(None),
        typed if typed.contains(':') => typed.parse().map(Some),
        typed => format!("https://{typed}").parse().map(Some),
    }
}

/// With the point of its place, where just that place is known. What else somebody wrote stays in words.
async fn placed(backend: &Backend, actor: &Actor, organisation: Organisation) -> Result<Organisation> {
    let Some(typed) = organisation.place.given().map(str::to_owned) else { return Ok(organisation) };
    let places = find_places(backend, actor, &typed, Typed::Whole).await?;
    let is_known = backend.gazetteer.knows(&typed) || backend.geocoder.is_some();
    let Some(place) = places.into_iter().next().filter(|_| is_known) else { return Ok(organisation) };
    Ok(Organisation { lat: Some(place.point.lat), lon: Some(place.point.lon), precision: Some(place.precision), ..organisation })
}
