//! The sample directory as index documents, and an index over it.

use super::super::{Embedded, State};
use crate::search::{Found, Request, document::IndexDocument};
use domain::{
    facet::Facet,
    geo::Point,
    id::EntryId,
    query::Query,
    time::{HOUR, Timestamp},
    vocabulary::{Kind, Lang},
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet, hash_map::DefaultHasher},
    fs,
    hash::{Hash, Hasher},
};
use tempfile::TempDir;
use uuid::Uuid;

/// The facets of each kind of document, and the keys that hold their values.
const FACETS: [(Facet, &str); 11] = [
    (Facet::Topic, "topics"),
    (Facet::Technique, "techniques"),
    (Facet::Phase, "phase"),
    (Facet::Sourcing, "sourcing"),
    (Facet::PersonalData, "personal_data"),
    (Facet::Scope, "scope"),
    (Facet::Outcome, "outcome"),
    (Facet::Theme, "themes"),
    (Facet::OrgKind, "kind"),
    (Facet::Organisation, "organisation"),
    (Facet::Language, "language"),
];
const BODY: [&str; 12] = [
    "problem",
    "why_ai",
    "solution",
    "results",
    "setbacks",
    "advice",
    "context",
    "insight",
    "recommendation",
    "easy_language_summary",
    "data_used",
    "reach",
];

pub fn id_of(slug: &str) -> EntryId {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, slug).hash(&mut hasher);
        hasher.finish()
    };
    EntryId(Uuid::from_u64_pair(half(0), half(1)))
}

pub fn entry(slug: &str, title: &str) -> IndexDocument {
    IndexDocument {
        id: id_of(slug),
        kind: Kind::Project,
        slug: slug.to_owned(),
        language: Lang::De,
        title: title.to_owned(),
        summary: String::new(),
        body: String::new(),
        names: String::new(),
        context: String::new(),
        facets: BTreeMap::new(),
        point: None,
        published_at: Timestamp(0),
        updated_at: Timestamp(0),
    }
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => vec![],
    }
}

fn read(kind: Kind, line: &Value, nth: usize) -> IndexDocument {
    let text = |key: &str| strings(&line[key]).join(" ");
    let title = [text("title"), text("name")].concat();
    let mut facets = BTreeMap::from([(Facet::Kind, BTreeSet::from([kind.id().to_owned()]))]);
    for (facet, key) in FACETS {
        let values: BTreeSet<String> = strings(&line[key]).into_iter().collect();
        if !values.is_empty() {
            facets.insert(facet, values);
        }
    }
    let labels = facets
        .iter()
        .flat_map(|(facet, values)| values.iter().flat_map(|value| [Lang::De, Lang::En].map(|lang| facet.value_label(value, lang))));
    let context = labels.collect::<Vec<_>>().join(" . ");
    let point = line["lat"].as_f64().zip(line["lon"].as_f64()).map(|(lat, lon)| Point { lat, lon });
    IndexDocument {
        kind,
        language: if line["language"] == "en" { Lang::En } else { Lang::De },
        summary: [text("summary"), text("description")].concat(),
        body: BODY.map(text).join("\n"),
        names: ["place", "partners", "target_groups"].map(text).join(" . "),
        context,
        facets,
        point,
        // Three an hour, each at a moment of its own, so that there are ties to break.
        published_at: Timestamp(nth as i64 / 3 * HOUR + nth as i64 % 3),
        updated_at: Timestamp(-(nth as i64 * 7919 % 40)),
        // Slugs are unique only within a kind.
        ..entry(&format!("{kind}/{}", text("id")), &title)
    }
}

/// All entries of the sample directory.
pub fn entries() -> Vec<IndexDocument> {
    let mut entries = Vec::new();
    for (kind, file) in [(Kind::Project, "projects"), (Kind::Lesson, "lessons"), (Kind::Organisation, "organisations")] {
        let path = format!("{}/../sample/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
        for line in fs::read_to_string(path).unwrap().lines() {
            entries.push(read(kind, &serde_json::from_str(line).unwrap(), entries.len()));
        }
    }
    assert!(entries.len() > 300);
    entries
}

/// An index and the directory it lives in.
pub struct Sample {
    pub index: Embedded,
    pub dir: TempDir,
    pub entries: Vec<IndexDocument>,
}

impl Sample {
    pub fn of(entries: Vec<IndexDocument>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let opened = Embedded::open(dir.path()).unwrap();
        assert!(matches!(opened.state, State::NeedsRebuild { .. }));
        let mut rebuild = opened.index.begin_rebuild().unwrap();
        entries.iter().for_each(|entry| rebuild.put(entry).unwrap());
        rebuild.finish(1).unwrap();
        Self { index: opened.index, dir, entries }
    }

    pub fn new() -> Self {
        Self::of(entries())
    }

    /// The same entries, but brought in by many commits: several segments, with deletions.
    pub fn in_pieces() -> Self {
        use crate::search::document::Change;
        let sample = Self::of(vec![]);
        let put = |entry: &IndexDocument| Change::Put(Box::new(entry.clone()));
        let entries = entries();
        for (nth, piece) in entries.chunks(60).enumerate() {
            let changes: Vec<Change> = piece.iter().chain(&entries[..5]).map(put).collect();
            sample.index.apply(&changes, nth as i64).unwrap();
        }
        Self { entries, ..sample }
    }

    pub fn ask(&self, query_string: &str) -> Found {
        self.find(&query(query_string), None)
    }

    pub fn find(&self, query: &Query, centre: Option<Point>) -> Found {
        self.index.search(&Request { query, centre }).unwrap()
    }

    pub fn slug(&self, id: EntryId) -> &str {
        &self.entries.iter().find(|entry| entry.id == id).unwrap().slug
    }

    /// The slugs of all hits.
    pub fn slugs(&self, query: &Query) -> Vec<&str> {
        let query = Query { per_page: 1000, ..query.clone() };
        self.find(&query, None).hits.iter().map(|hit| self.slug(hit.id)).collect()
    }

    pub fn slugs_of(&self, text: &str) -> Vec<&str> {
        self.slugs(&text_query(text))
    }

    pub fn set_of(&self, text: &str) -> BTreeSet<u64> {
        self.matching(&text_query(text), None)
    }

    pub fn matching(&self, query: &Query, centre: Option<Point>) -> BTreeSet<u64> {
        let numbers = self.index.matching(&Request { query, centre }).unwrap();
        let set: BTreeSet<u64> = numbers.iter().copied().collect();
        assert_eq!(set.len(), numbers.len());
        set
    }
}

pub fn query(query_string: &str) -> Query {
    Query::parse(query_string).unwrap()
}

pub fn text_query(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}
