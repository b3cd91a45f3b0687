//! One lesson with the projects it came from and the lessons that contradict it.

use super::{
    show_project::{readable, siblings},
    similar::similar_lessons,
    views::{Card, Similar, cards},
};
use crate::{
    Backend,
    failure::Result,
    storage::{contradictions, entries::Entry, lessons},
};
use domain::{Error, account::Actor, entry::Document, id::EntryId, lesson::Lesson, vocabulary::Kind};

/// A lesson's page.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonView {
    /// Its root.
    pub entry: Entry,
    /// What it says.
    pub lesson: Lesson,
    /// Where it was learned.
    pub projects: Vec<Card>,
    /// Lessons that pull in another direction, each with why.
    pub contradictions: Vec<(Card, String)>,
    /// Other lessons of the same organisation.
    pub siblings: Vec<Card>,
    /// Lessons from elsewhere with the same themes that went the same way, best first: at most 4.
    pub supporting: Vec<Similar>,
    /// Further lessons from elsewhere with the same themes, however they went: at most 4.
    pub related: Vec<Similar>,
}

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_lesson(backend: &Backend, actor: &Actor, slug: &str) -> Result<LessonView> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, Kind::Lesson, slug).await?;
    let Some(Document::Lesson(lesson)) = entry.revision.as_ref().map(|r| r.document.clone()) else { return Err(Error::NotFound.into()) };
    let project_ids = lessons::projects(&mut tx, entry.id).await?;
    let projects = cards(&mut tx, &project_ids).await?;
    let pairs = contradictions::of_lesson(&mut tx, entry.id).await?;
    let others: Vec<_> = pairs.iter().map(|(id, _)| *id).collect();
    let others = cards(&mut tx, &others).await?;
    let why = |card: &Card| pairs.iter().find(|(id, _)| *id == card.id).map(|(_, why)| why.clone()).unwrap_or_default();
    let contradictions = others.into_iter().map(|card| (card.clone(), why(&card))).collect();
    let siblings = siblings(&mut tx, &entry, Kind::Lesson).await?;
    // What was learned in the same project is no second opinion, and what contradicts stands by itself.
    let mut without: Vec<EntryId> = pairs.iter().map(|(id, _)| *id).collect();
    for project in project_ids {
        without.extend(lessons::of_project(&mut tx, project).await?);
    }
    let supporting = similar_lessons(backend, &mut tx, &entry, true, &without).await?;
    without.extend(supporting.iter().map(|similar| similar.card.id));
    let related = similar_lessons(backend, &mut tx, &entry, false, &without).await?;
    Ok(LessonView { entry, lesson, projects, contradictions, siblings, supporting, related })
}
