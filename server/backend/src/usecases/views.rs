//! What use cases hand to pages and to the API: public values, ready to show.

use crate::{
    failure::Result,
    markdown, public,
    search::{
        highlight::{self, Segment},
        language::reading::Reading,
    },
    storage::{
        Tx,
        entries::{self, Entry},
    },
};
use domain::{
    entry::{Document, EntryState},
    geo::Point,
    id::EntryId,
    text::Slug,
    time::{PartialDate, Timestamp},
    vocabulary::{Choice, Kind, Lang, OnMap, OrganisationKind, Origin, Outcome, Phase, Scope, Sourcing, Technique, Theme, Topic},
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
    /// Summary, insight or description, as plain text; may be empty for organisations.
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
    /// How a project works.
    pub techniques: Vec<Technique>,
    /// What a lesson is about.
    pub themes: Vec<Theme>,
    /// How a project was got.
    pub sourcing: Option<Sourcing>,
    /// When a project began.
    pub started: Option<PartialDate>,
    /// When a project ended.
    pub ended: Option<PartialDate>,
    /// What an organisation is.
    pub org_kind: Option<OrganisationKind>,
    /// How far a project reaches.
    pub scope: Option<Scope>,
    /// What people call the place.
    pub place: Option<String>,
    /// Whether a map shows it, or how far it reaches.
    pub on_map: OnMap,
    /// Where it may be shown.
    pub point: Option<Point>,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it was put into the archive: nobody looks after it any more.
    pub is_archived: bool,
    /// When it was first published.
    pub published_at: Option<Timestamp>,
    /// When its authors last said that it is still right.
    pub confirmed_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// How far it is from the place that was asked for, in km.
    pub distance_km: Option<f64>,
    /// Title with the found words marked; one plain segment where nothing was searched.
    pub marked_title: Vec<Segment>,
    /// The telling part of the summary, marked in the same way.
    pub marked_summary: Vec<Segment>,
    /// The name of its organisation, marked in the same way.
    pub marked_organisation: Vec<Segment>,
    /// Whether the words of a search name its place.
    pub is_place_met: bool,
    /// Topics, techniques, themes, phase and reach that the words of a search name.
    pub met: Vec<&'static Choice>,
    /// A passage with a found word, where none of the above has one.
    pub marked_passage: Vec<Segment>,
}

impl Card {
    /// The card of a public entry; `None` for others.
    #[must_use]
    pub fn of(entry: &Entry) -> Option<Self> {
        let revision = entry.revision.as_ref().filter(|_| entry.state.is_public())?;
        let document = &revision.document;
        let place = public::place(document);
        let mut card = Self {
            id: entry.id,
            kind: entry.kind,
            slug: entry.slug.clone(),
            title: document.title().to_owned(),
            summary: summary(document),
            language: document.language(),
            organisation: entry.organisation.as_ref().map(|owner| (owner.slug.clone(), owner.document.name.to_string())),
            phase: None,
            outcome: None,
            topics: vec![],
            techniques: vec![],
            themes: vec![],
            sourcing: None,
            started: None,
            ended: None,
            org_kind: None,
            scope: None,
            on_map: document.on_map(),
            point: place.as_ref().and_then(|place| place.public_point()),
            place: place.and_then(|place| place.name),
            origin: entry.origin,
            is_archived: entry.state == EntryState::Archived,
            published_at: entry.published_at,
            confirmed_at: entry.confirmed_at,
            updated_at: entry.updated_at,
            distance_km: None,
            marked_title: vec![],
            marked_summary: vec![],
            marked_organisation: vec![],
            is_place_met: false,
            met: vec![],
            marked_passage: vec![],
        };
        card.describe(document);
        card.mark_facts(&Reading::default());
        Some(card.marked(&Reading::default()))
    }

    fn describe(&mut self, document: &Document) {
        match document {
            Document::Project(project) => {
                self.phase = Some(project.phase);
                self.topics.clone_from(&project.topics);
                self.techniques.clone_from(&project.techniques);
                self.scope = project.scope;
                self.sourcing = project.sourcing;
                (self.started, self.ended) = (project.started, project.ended);
            }
            Document::Lesson(lesson) => {
                self.phase = lesson.phase;
                self.outcome = Some(lesson.outcome);
                self.themes.clone_from(&lesson.themes);
            }
            Document::Organisation(organisation) => self.org_kind = Some(organisation.kind),
        }
    }

    /// The same card with the words of a search marked.
    #[must_use]
    pub fn marked(mut self, reading: &Reading) -> Self {
        let title = highlight::highlight(&self.title, reading, self.language);
        self.marked_title = highlight::segments(&self.title, &title);
        let summary = highlight::highlight(&self.summary, reading, self.language);
        let (excerpt, ranges) = highlight::crop(&self.summary, &summary, EXCERPT);
        self.marked_summary = highlight::segments(&excerpt, &ranges);
        self
    }

    /// Marks what it tells besides title and summary.
    pub(super) fn mark_facts(&mut self, reading: &Reading) {
        let name = self.organisation.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
        self.marked_organisation = highlight::segments(name, &highlight::highlight(name, reading, self.language));
        let place = self.place.as_deref().unwrap_or_default();
        self.is_place_met = !highlight::highlight(place, reading, Lang::De).is_empty();
        let whole = reading.of_whole_words();
        let is_named = |choice: &&Choice| Lang::ALL.iter().any(|lang| !highlight::highlight(choice.label(*lang), &whole, *lang).is_empty());
        self.met = self.choices().filter(is_named).collect();
    }

    /// Topics, techniques, themes, phase and reach.
    fn choices(&self) -> impl Iterator<Item = &'static Choice> {
        let topics = self.topics.iter().map(|topic| topic.choice());
        let how_far = self.phase.map(|phase| phase.choice()).into_iter().chain(self.scope.map(|scope| scope.choice()));
        how_far
            .chain(topics)
            .chain(self.techniques.iter().map(|technique| technique.choice()))
            .chain(self.themes.iter().map(|theme| theme.choice()))
    }

    /// Whether anything that it shows is marked.
    pub(super) fn has_marks(&self) -> bool {
        let mut segments = [&self.marked_title, &self.marked_summary, &self.marked_organisation].into_iter().flatten();
        self.is_place_met || !self.met.is_empty() || segments.any(|segment| segment.hit)
    }
}

/// What a document is about, as plain text: what lessons and organisations say is Markdown, summaries of projects
/// are not.
#[must_use]
pub fn summary(document: &Document) -> String {
    match document {
        Document::Project(project) => project.summary.to_string(),
        Document::Lesson(_) | Document::Organisation(_) => markdown::plain(document.summary()),
    }
}

/// An entry that resembles another, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// The one that resembles.
    pub card: Card,
    /// What both have: never empty.
    pub shared: Shared,
}

/// What two entries have in common, in the order of the vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// Topics of both.
    pub topics: Vec<Topic>,
    /// Techniques of both.
    pub techniques: Vec<Technique>,
    /// Themes of both.
    pub themes: Vec<Theme>,
    /// Whether both are in the same region.
    pub place: bool,
    /// How both went, where both went the same way.
    pub outcome: Option<Outcome>,
}

/// Some of many, and how many there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T = Card> {
    /// The first of them.
    pub items: Vec<T>,
    /// All there are.
    pub total: u64,
}

impl<T> Listed<T> {
    /// None at all.
    #[must_use]
    pub fn none() -> Self {
        Self { items: vec![], total: 0 }
    }

    /// Whether some are left out.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.total > self.items.len() as u64
    }
}

/// Two lessons that pull in different directions.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// One lesson.
    pub a: Card,
    /// The other.
    pub b: Card,
    /// Why they pull in different directions.
    pub why: String,
}

/// The cards of these entries, in this order; what is not public is left out.
///
/// # Errors
/// When the database fails.
pub(crate) async fn cards(tx: &mut Tx, ids: &[EntryId]) -> Result<Vec<Card>> {
    Ok(entries::by_ids(tx, ids).await?.iter().filter_map(Card::of).collect())
}
