//! What use cases hand to pages and to the API: public values, ready to show.

use crate::{
    failure::Result,
    search::highlight::{self, Segment},
    storage::{
        Tx,
        entries::{self, Entry},
    },
};
use domain::{
    entry::Document,
    geo::Point,
    id::EntryId,
    text::Slug,
    time::Timestamp,
    vocabulary::{Kind, Lang, OrganisationKind, Origin, Outcome, Phase, Scope, Topic},
};

/// Characters of a summary on a card.
const EXCERPT: usize = 220;

/// An entry in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The entry.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Title or name.
    pub title: String,
    /// Summary, insight or description; may be empty for organisations.
    pub summary: String,
    /// The language of the two above.
    pub language: Lang,
    /// Slug and name of its organisation.
    pub organisation: Option<(Slug, String)>,
    /// A project's phase, or the phase a lesson is about.
    pub phase: Option<Phase>,
    /// A lesson's outcome.
    pub outcome: Option<Outcome>,
    /// A project's topics.
    pub topics: Vec<Topic>,
    /// What an organisation is.
    pub org_kind: Option<OrganisationKind>,
    /// How far a project reaches.
    pub scope: Option<Scope>,
    /// What people call the place.
    pub place: Option<String>,
    /// Where it may be shown.
    pub point: Option<Point>,
    /// Where it comes from.
    pub origin: Origin,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// How far it is from the place that was asked for, in km.
    pub distance_km: Option<f64>,
    /// Title with the found words marked; one plain segment where nothing was searched.
    pub marked_title: Vec<Segment>,
    /// The telling part of the summary, marked in the same way.
    pub marked_summary: Vec<Segment>,
}

impl Card {
    /// The card of a public entry; `None` for others.
    #[must_use]
    pub fn of(entry: &Entry) -> Option<Self> {
        let revision = entry.revision.as_ref().filter(|_| entry.state.is_public())?;
        let document = &revision.document;
        let place = document.located();
        let mut card = Self {
            id: entry.id,
            kind: entry.kind,
            slug: entry.slug.clone(),
            title: document.title().to_owned(),
            summary: document.summary().to_owned(),
            language: document.language(),
            organisation: entry.organisation.as_ref().map(|owner| (owner.slug.clone(), owner.document.name.to_string())),
            phase: None,
            outcome: None,
            topics: vec![],
            org_kind: None,
            scope: None,
            point: place.as_ref().and_then(|place| place.public_point()),
            place: place.and_then(|place| place.name),
            origin: entry.origin,
            updated_at: entry.updated_at,
            distance_km: None,
            marked_title: vec![],
            marked_summary: vec![],
        };
        card.describe(document);
        Some(card.marked(""))
    }

    fn describe(&mut self, document: &Document) {
        match document {
            Document::Project(project) => {
                self.phase = Some(project.phase);
                self.topics.clone_from(&project.topics);
                self.scope = project.scope;
            }
            Document::Lesson(lesson) => {
                self.phase = lesson.phase;
                self.outcome = Some(lesson.outcome);
            }
            Document::Organisation(organisation) => self.org_kind = Some(organisation.kind),
        }
    }

    /// The same card with the words of a search marked.
    #[must_use]
    pub fn marked(mut self, text: &str) -> Self {
        let title = highlight::highlight(&self.title, text, self.language);
        self.marked_title = highlight::segments(&self.title, &title);
        let summary = highlight::highlight(&self.summary, text, self.language);
        let (excerpt, ranges) = highlight::crop(&self.summary, &summary, EXCERPT);
        self.marked_summary = highlight::segments(&excerpt, &ranges);
        self
    }
}

/// The cards of these entries, in this order; what is not public is left out.
///
/// # Errors
/// When the database fails.
pub(crate) async fn cards(tx: &mut Tx, ids: &[EntryId]) -> Result<Vec<Card>> {
    Ok(entries::by_ids(tx, ids).await?.iter().filter_map(Card::of).collect())
}
