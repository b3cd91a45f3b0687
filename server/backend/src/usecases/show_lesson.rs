//! One lesson with the projects it came from and the lessons that contradict it.

use super::{
    belonging::{LINKED, linked, siblings},
    show_project::readable,
    similar::similar_lessons,
    views::{Card, Listed, Similar, cards},
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, contradictions,
        entries::Entry,
        lessons::{self, Side},
    },
};
use domain::{Error, account::Actor, entry::Document, id::EntryId, lesson::Lesson, vocabulary::Kind};

/// A lesson's page.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonView {
    /// Its root.
    pub entry: Entry,
    /// What it says.
    pub lesson: Lesson,
    /// Where it was learned: at most 30.
    pub projects: Listed,
    /// Lessons that pull in another direction, each with why: at most 30.
    pub contradictions: Listed<(Card, String)>,
    /// Other lessons of the same organisation: at most 6.
    pub siblings: Listed,
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
    let projects = linked(&mut tx, &entry, Side::Projects).await?;
    let contradictions = contradicting(&mut tx, &entry).await?;
    let siblings = siblings(backend, &mut tx, &entry).await?;
    // What was learned in the same project is no second opinion, and what contradicts stands by itself. Of these
    // only ids are read, so all of them are.
    let mut without: Vec<EntryId> = contradictions::ids_of_lesson(&mut tx, entry.id).await?;
    for project in lessons::projects(&mut tx, entry.id).await? {
        without.extend(lessons::of_project(&mut tx, project).await?);
    }
    let supporting = similar_lessons(backend, &mut tx, &entry, true, &without).await?;
    without.extend(supporting.iter().map(|similar| similar.card.id));
    let related = similar_lessons(backend, &mut tx, &entry, false, &without).await?;
    Ok(LessonView { entry, lesson, projects, contradictions, siblings, supporting, related })
}

/// The lessons that contradict this one, each with why.
async fn contradicting(tx: &mut Tx, entry: &Entry) -> Result<Listed<(Card, String)>> {
    let pairs = contradictions::of_lesson(tx, entry.id, LINKED.into()).await?;
    let ids: Vec<_> = pairs.iter().map(|(id, _)| *id).collect();
    let others = cards(tx, &ids).await?;
    let why = |card: &Card| pairs.iter().find(|(id, _)| *id == card.id).map(|(_, why)| why.clone()).unwrap_or_default();
    let items = others.into_iter().map(|card| (card.clone(), why(&card))).collect();
    Ok(Listed { items, total: contradictions::count_of_lesson(tx, entry.id).await? })
}
