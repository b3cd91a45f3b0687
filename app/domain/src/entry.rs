//! An entry: a fixed root (id, kind, slug, owner, state) and a chain of revisions that carry documents.

use crate::{
    Problem,
    document::{self, Check},
    error::FieldError,
    geo::{Place, Point},
    lesson::{self, Lesson},
    organisation::{self, Organisation},
    project::{self, Project},
    text::{MaybeLine, Slug},
    vocabulary::{Kind, Lang, OnMap, Precision, Scope},
};
use serde::Serialize;
use serde_json::Value;
use std::str::FromStr;

/// Whether readers can see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryState {
    /// No revision was ever published, or it was withdrawn.
    Unpublished,
    /// One revision is current.
    Published,
    /// By its owner: still readable, marked.
    Archived,
    /// By a moderator: its page answers 410.
    Removed,
}

impl EntryState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Unpublished, Self::Published, Self::Archived, Self::Removed];

    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unpublished => "unpublished",
            Self::Published => "published",
            Self::Archived => "archived",
            Self::Removed => "removed",
        }
    }

    /// Whether everybody may read it.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Archived)
    }
}

impl FromStr for EntryState {
    type Err = crate::Problem;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|state| state.id() == raw).ok_or_else(|| crate::Problem::malformed(format!("unknown entry state {raw}")))
    }
}

/// What a revision says, whichever kind it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "held one at a time, never in large arrays")]
pub enum Document {
    /// A project's profile.
    Project(Project),
    /// A lesson learned.
    Lesson(Lesson),
    /// An organisation.
    Organisation(Organisation),
}

impl Document {
    /// Reads a document of this kind.
    ///
    /// # Errors
    /// Which fields are wrong and why.
    pub fn parse(kind: Kind, value: Value) -> Result<Self, Vec<FieldError>> {
        match kind {
            Kind::Project => document::parse(value).map(Self::Project),
            Kind::Lesson => document::parse(value).map(Self::Lesson),
            Kind::Organisation => document::parse(value).map(Self::Organisation),
        }
    }

    /// Reads a document that was checked when it was stored. Keys that a newer release wrote are passed over:
    /// two releases run side by side during an upgrade. So is a day that is in no calendar: an older release took it.
    ///
    /// # Errors
    /// As [`Document::parse`], but for unknown keys at the top and such days.
    pub fn read_stored(kind: Kind, mut value: Value) -> Result<Self, Vec<FieldError>> {
        loop {
            let errors = match Self::parse(kind, value.clone()) {
                Ok(document) => return Ok(document),
                Err(errors) => errors,
            };
            let passed = errors.iter().find(|error| matches!(error.problem, Problem::UnknownName { .. } | Problem::NoSuchDay));
            let dropped = passed.and_then(|error| match error.field.rsplit_once('.') {
                Some((record, name)) => value.get_mut(record)?.as_object_mut()?.remove(name),
                None => value.as_object_mut()?.remove(&error.field),
            });
            if dropped.is_none() {
                return Err(errors);
            }
        }
    }

    /// The same document at another place, in these words and at this point. Lessons are nowhere.
    #[must_use]
    pub fn placed(mut self, name: MaybeLine, point: Option<Point>) -> Self {
        let (at_lat, at_lon) = (point.map(|point| point.lat), point.map(|point| point.lon));
        match &mut self {
            Self::Project(project) => (project.place, project.lat, project.lon) = (name, at_lat, at_lon),
            Self::Organisation(organisation) => (organisation.place, organisation.lat, organisation.lon) = (name, at_lat, at_lon),
            Self::Lesson(_) => {}
        }
        self
    }

    /// The same document with its place shown so exactly.
    #[must_use]
    pub fn with_precision(mut self, precision: Option<Precision>) -> Self {
        match &mut self {
            Self::Project(project) => project.precision = precision,
            Self::Organisation(organisation) => organisation.precision = precision,
            Self::Lesson(_) => {}
        }
        self
    }

    /// How exactly its authors want its place shown, where they said so.
    #[must_use]
    pub fn precision(&self) -> Option<Precision> {
        match self {
            Self::Project(project) => project.precision,
            Self::Organisation(organisation) => organisation.precision,
            Self::Lesson(_) => None,
        }
    }

    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Project(_) => Kind::Project,
            Self::Lesson(_) => Kind::Lesson,
            Self::Organisation(_) => Kind::Organisation,
        }
    }

    /// The version of its shape.
    #[must_use]
    pub fn schema_version(&self) -> i64 {
        match self {
            Self::Project(_) => project::SCHEMA_VERSION,
            Self::Lesson(_) => lesson::SCHEMA_VERSION,
            Self::Organisation(_) => organisation::SCHEMA_VERSION,
        }
    }

    /// Title or name.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Project(project) => &project.title,
            Self::Lesson(lesson) => &lesson.title,
            Self::Organisation(organisation) => &organisation.name,
        }
    }

    /// One or two sentences for cards; empty where an organisation gave none.
    #[must_use]
    pub fn summary(&self) -> &str {
        match self {
            Self::Project(project) => &project.summary,
            Self::Lesson(lesson) => &lesson.insight,
            Self::Organisation(organisation) => &organisation.description,
        }
    }

    /// The language its text is written in.
    #[must_use]
    pub fn language(&self) -> Lang {
        match self {
            Self::Project(project) => project.language,
            Self::Lesson(lesson) => lesson.language,
            Self::Organisation(organisation) => organisation.language,
        }
    }

    /// The organisation that it says it belongs to.
    #[must_use]
    pub fn organisation(&self) -> Option<&Slug> {
        match self {
            Self::Project(project) => project.organisation.as_ref(),
            Self::Lesson(lesson) => lesson.organisation.as_ref(),
            Self::Organisation(_) => None,
        }
    }

    /// The projects that a lesson came from.
    #[must_use]
    pub fn projects(&self) -> &[Slug] {
        match self {
            Self::Lesson(lesson) => &lesson.projects,
            _ => &[],
        }
    }

    /// Where it is; lessons are nowhere.
    #[must_use]
    pub fn located(&self) -> Option<Place> {
        match self {
            Self::Project(project) => Some(project.located()),
            Self::Organisation(organisation) => Some(organisation.located()),
            Self::Lesson(_) => None,
        }
    }

    /// Whether a map shows it, or how far it reaches where no point may stand for it.
    #[must_use]
    pub fn on_map(&self) -> OnMap {
        let place = self.located();
        let scope = if let Self::Project(project) = self { project.scope } else { None };
        match (place, scope) {
            (Some(place), _) if place.public_point().is_some() => OnMap::Point,
            (Some(Place { precision: Precision::State, .. }), _) => OnMap::State,
            (_, Some(Scope::Nationwide)) => OnMap::Nationwide,
            (_, Some(Scope::International)) => OnMap::International,
            (_, Some(Scope::Online)) => OnMap::Online,
            _ => OnMap::None,
        }
    }
}

impl Check for Document {
    fn check(&self) -> Vec<FieldError> {
        match self {
            Self::Project(project) => project.check(),
            Self::Lesson(lesson) => lesson.check(),
            Self::Organisation(organisation) => organisation.check(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn project(change: impl FnOnce(&mut Value)) -> Result<Document, Vec<FieldError>> {
        let mut value = json!({"title": "T", "summary": "S", "problem": "P", "phase": "pilot", "scope": "local"});
        change(&mut value);
        Document::parse(Kind::Project, value)
    }

    #[test]
    fn five_fields_are_enough() {
        assert!(project(|_| ()).is_ok());
        for field in ["title", "summary", "problem", "phase"] {
            let errors = project(|v| drop(v.as_object_mut().unwrap().remove(field))).unwrap_err();
            assert_eq!((errors[0].field.as_str(), &errors[0].problem), (field, &Problem::Required));
        }
        assert_eq!(project(|v| drop(v.as_object_mut().unwrap().remove("scope"))).unwrap_err()[0].field, "place");
    }

    #[test]
    fn errors_name_the_field_with_its_path() {
        let unknown = &project(|v| v["titel"] = json!("x")).unwrap_err()[0];
        assert_eq!(unknown.field, "titel");
        assert!(matches!(&unknown.problem, Problem::UnknownName { allowed } if allowed.contains(&"title".to_owned())));
        let nested = &project(|v| v["partners"] = json!([{"name": "A"}, {"nam": "B"}])).unwrap_err()[0];
        assert_eq!(nested.field, "partners[1].nam");
        let value = &project(|v| v["topics"] = json!(["care", "caer"])).unwrap_err()[0];
        assert_eq!(value.field, "topics[1]");
        assert!(value.to_string().contains("caer") && value.to_string().contains("care"), "{value}");
        assert_eq!(project(|v| v["lat"] = json!(50.0)).unwrap_err()[0].field, "lon");
    }

    #[test]
    fn a_lesson_may_come_from_one_project_or_many() {
        for (key, value, count) in [("project", json!(null), 0), ("project", json!("a"), 1), ("projects", json!(["a", "b"]), 2)] {
            let lesson = json!({"title": "T", "insight": "I", "outcome": "mixed", key: value});
            assert_eq!(Document::parse(Kind::Lesson, lesson).unwrap().projects().len(), count);
        }
    }

    #[test]
    fn what_a_newer_release_wrote_can_still_be_read() {
        let newer = json!({"title": "T", "insight": "I", "outcome": "mixed", "mood": "good", "weather": {"sun": true}});
        assert!(Document::parse(Kind::Lesson, newer.clone()).is_err());
        assert_eq!(Document::read_stored(Kind::Lesson, newer).unwrap().title(), "T");
        assert!(Document::read_stored(Kind::Lesson, json!({"mood": "good"})).is_err());
        let older = json!({"title": "T", "summary": "S", "problem": "P", "phase": "idea", "scope": "local", "started": "2025-02-31", "make_or_buy": {"revisit": "2025-06-31"}});
        let Ok(Document::Project(read)) = Document::read_stored(Kind::Project, older) else { panic!() };
        assert_eq!((read.started, read.make_or_buy.and_then(|record| record.revisit)), (None, None));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let document = project(|v| v["partners"] = json!([{"name": "A"}])).unwrap();
        assert_eq!(Document::parse(Kind::Project, serde_json::to_value(&document).unwrap()).unwrap(), document);
    }
}
