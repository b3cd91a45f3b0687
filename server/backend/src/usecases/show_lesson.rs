//! One lesson with the projects it came from and the lessons that contradict it.

use super::{
    show_project::{readable, siblings},
    views::{Card, cards},
};
use crate::{
    Backend,
    failure::Result,
    storage::{contradictions, entries::Entry, lessons},
};
use domain::{Error, account::Actor, entry::Document, lesson::Lesson, vocabulary::Kind};

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
}

/// # Errors
/// [`Error::NotFound`], or [`Error::Gone`] where a moderator removed it.
pub async fn show_lesson(backend: &Backend, actor: &Actor, slug: &str) -> Result<LessonView> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, Kind::Lesson, slug).await?;
    let Some(Document::Lesson(lesson)) = entry.revision.as_ref().map(|r| r.document.clone()) else { return Err(Error::NotFound.into()) };
    let projects = lessons::projects(&mut tx, entry.id).await?;
    let projects = cards(&mut tx, &projects).await?;
    let pairs = contradictions::of_lesson(&mut tx, entry.id).await?;
    let others: Vec<_> = pairs.iter().map(|(id, _)| *id).collect();
    let others = cards(&mut tx, &others).await?;
    let why = |card: &Card| pairs.iter().find(|(id, _)| *id == card.id).map(|(_, why)| why.clone()).unwrap_or_default();
    let contradictions = others.into_iter().map(|card| (card.clone(), why(&card))).collect();
    let siblings = siblings(&mut tx, &entry, Kind::Lesson).await?;
    Ok(LessonView { entry, lesson, projects, contradictions, siblings })
}
