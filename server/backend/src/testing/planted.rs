//! Marker words in every text of entries that nobody may find, in each state there is, and of some that everybody may.

use super::TestBackend;
use crate::storage::{
    Tx,
    entries::{self, NewEntry},
    feed, lessons,
    revisions::{self, NewRevision},
};
use domain::{
    entry::{Document, EntryState},
    geo::Point,
    id::EntryId,
    revision::RevisionState,
    vocabulary::{Kind, Origin},
};
use serde_json::Value;
use std::sync::atomic::{AtomicU32, Ordering};

/// What every word begins with that may be in no index.
pub const HIDDEN: &str = "qzxhidden";
/// What words begin with that stand in the same places of entries that are public: they show that the test looks there.
pub const SHOWN: &str = "qzxshown";

/// How many places there are at most where something is planted.
pub const PLACES: u32 = 200;

/// One of these places, each by itself.
#[must_use]
pub fn place(nth: u32) -> Point {
    Point { lat: 10.0 + f64::from(nth) / 50.0, lon: 10.0 }
}

/// Plants into the sample directory, in all indexes of which this then is: what is withdrawn now was found before.
///
/// # Panics
/// Where the database or an index fails.
pub async fn plant(backend: &TestBackend) {
    let planter = Planter { backend, documents: filled(backend).await, places: AtomicU32::new(0) };
    for kind in Kind::ALL {
        planter.plant(*kind).await;
    }
    backend.indexer.catch_up().await.expect("indexes in step");
    planter.withdraw().await;
    backend.indexer.catch_up().await.expect("indexes in step");
}

/// The stored documents of the sample that say the most, with a place where there can be one.
async fn filled(backend: &TestBackend) -> Vec<(Kind, Value)> {
    let mut tx = backend.db.read().await.expect("a connection");
    let (all, _) = entries::after(&mut tx, None, i64::MAX).await.expect("all entries");
    let of = |kind: &Kind| {
        let documents = all.iter().filter(|entry| entry.kind == *kind).filter_map(|entry| entry.revision.as_ref());
        let values = documents.map(|revision| serde_json::to_value(&revision.document).expect("JSON"));
        (*kind, values.max_by_key(|value| (value["lat"].is_number(), value.to_string().len())).expect("an entry of each kind"))
    };
    Kind::ALL.iter().map(of).collect()
}

struct Planter<'a> {
    backend: &'a TestBackend,
    documents: Vec<(Kind, Value)>,
    /// How many are taken.
    places: AtomicU32,
}

/// Where an entry is to stand.
struct Stand<'a> {
    name: &'a str,
    state: EntryState,
    organisation: Option<EntryId>,
}

impl Planter<'_> {
    async fn plant(&self, kind: Kind) {
        let mut tx = self.backend.db.write().await.expect("a connection");
        for state in EntryState::ALL {
            let mark = if state.is_public() { SHOWN } else { HIDDEN };
            let name = format!("{mark}-{}", state.id());
            self.published(&mut tx, kind, mark, &Stand { name: &name, state, organisation: None }).await;
        }
        // Public at first, see `withdraw`.
        for state in EntryState::ALL.iter().filter(|state| !state.is_public()) {
            let name = format!("{HIDDEN}-later-{}", state.id());
            self.published(&mut tx, kind, HIDDEN, &Stand { name: &name, state: EntryState::Published, organisation: None }).await;
        }
        // What is not published, beside something that is and beside nothing. Of those that are worked on an entry has one.
        for state in RevisionState::ALL.iter().filter(|state| **state != RevisionState::Published) {
            let beside = Stand { name: &format!("{SHOWN}-beside-{}", state.id()), state: EntryState::Published, organisation: None };
            let beside = self.published(&mut tx, kind, SHOWN, &beside).await;
            let alone = Stand { name: &format!("{HIDDEN}-alone-{}", state.id()), state: EntryState::Unpublished, organisation: None };
            let alone = self.entry(&mut tx, kind, HIDDEN, &alone).await;
            for entry in [beside, alone] {
                self.revision(&mut tx, entry, kind, HIDDEN, *state).await;
            }
        }
        tx.commit().await.expect("a commit");
        if kind == Kind::Project {
            self.relate().await;
        }
    }

    /// What is public tells of what is not: a lesson of its project, an organisation of it, a project of its organisation.
    async fn relate(&self) {
        let mut tx = self.backend.db.write().await.expect("a connection");
        let owner = Stand { name: &format!("{HIDDEN}-owner"), state: EntryState::Unpublished, organisation: None };
        let owner = self.published(&mut tx, Kind::Organisation, HIDDEN, &owner).await;
        let owned = Stand { name: &format!("{SHOWN}-owned"), state: EntryState::Published, organisation: Some(owner) };
        self.published(&mut tx, Kind::Project, SHOWN, &owned).await;
        let open = Stand { name: &format!("{SHOWN}-owner"), state: EntryState::Published, organisation: None };
        let open = self.published(&mut tx, Kind::Organisation, SHOWN, &open).await;
        let project = Stand { name: &format!("{HIDDEN}-owned"), state: EntryState::Unpublished, organisation: Some(open) };
        let project = self.published(&mut tx, Kind::Project, HIDDEN, &project).await;
        let lesson = Stand { name: &format!("{SHOWN}-lesson"), state: EntryState::Published, organisation: Some(owner) };
        let lesson = self.published(&mut tx, Kind::Lesson, SHOWN, &lesson).await;
        lessons::set_projects(&mut tx, lesson, &[project]).await.expect("a link");
        tx.commit().await.expect("a commit");
    }

    async fn withdraw(&self) {
        let mut tx = self.backend.db.write().await.expect("a connection");
        for (kind, _) in &self.documents {
            for state in EntryState::ALL.iter().filter(|state| !state.is_public()) {
                let slug = format!("{HIDDEN}-later-{}", state.id());
                let entry = entries::by_slug(&mut tx, *kind, &slug).await.expect("an entry").expect("an entry");
                assert!(entries::set_state(&mut tx, &entry, *state, self.backend.clock.now()).await.expect("another state"));
                feed::append(&mut tx, entry.id, self.backend.clock.now()).await.expect("a change");
            }
        }
        tx.commit().await.expect("a commit");
    }

    /// An entry with a published revision, whatever its own state.
    async fn published(&self, tx: &mut Tx, kind: Kind, mark: &str, stand: &Stand<'_>) -> EntryId {
        let entry = self.entry(tx, kind, mark, stand).await;
        self.revision(tx, entry, kind, mark, RevisionState::Published).await;
        entry
    }

    async fn entry(&self, tx: &mut Tx, kind: Kind, mark: &str, stand: &Stand<'_>) -> EntryId {
        let (id, at) = (self.backend.clock.entry_id(), self.backend.clock.now());
        let (slug, title) = (stand.name.parse().expect("a slug"), self.document(kind, mark).title().to_owned());
        let Stand { state, organisation, .. } = *stand;
        let new = NewEntry { id, kind, slug: &slug, title: &title, organisation, state, origin: Origin::Organisation, at };
        entries::insert(tx, &new).await.expect("a new entry");
        feed::append(tx, id, at).await.expect("a change");
        id
    }

    async fn revision(&self, tx: &mut Tx, entry: EntryId, kind: Kind, mark: &str, state: RevisionState) {
        let document = self.document(kind, mark);
        let (id, at, json) = (self.backend.clock.revision_id(), self.backend.clock.now(), serde_json::to_string(&document).expect("JSON"));
        let schema_version = document.schema_version();
        let new = NewRevision { id, entry, state, schema_version, document: &json, author: "t", based_on: None, at };
        revisions::insert(tx, &new).await.expect("a new revision");
        feed::append(tx, entry, at).await.expect("a change");
    }

    /// A document with a marker word of its own in every place where there may be a text.
    fn document(&self, kind: Kind, mark: &str) -> Document {
        let (_, base) = self.documents.iter().find(|(of, _)| *of == kind).expect("a document of each kind");
        let (mut marked, mut count) = (base.clone(), 0);
        if marked["lat"].is_number() {
            let nth = self.places.fetch_add(1, Ordering::Relaxed);
            assert!(nth < PLACES);
            (marked["lat"], marked["lon"]) = (place(nth).lat.into(), place(nth).lon.into());
        }
        for path in texts(base, String::new()) {
            count += 1;
            let word = format!("{mark}{count}");
            for text in [word.clone(), format!("https://{word}.example/")] {
                let mut tried = marked.clone();
                *tried.pointer_mut(&path).expect("a place in the document") = text.into();
                if Document::parse(kind, tried.clone()).is_ok() {
                    marked = tried;
                    break;
                }
            }
        }
        Document::parse(kind, marked).expect("a document")
    }
}

/// The places of all texts.
fn texts(value: &Value, path: String) -> Vec<String> {
    match value {
        Value::String(_) => vec![path],
        Value::Array(items) => items.iter().enumerate().flat_map(|(nth, item)| texts(item, format!("{path}/{nth}"))).collect(),
        Value::Object(fields) => fields.iter().flat_map(|(name, field)| texts(field, format!("{path}/{name}"))).collect(),
        _ => vec![],
    }
}
