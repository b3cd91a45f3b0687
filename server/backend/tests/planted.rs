//! What is not public reaches no index: marker words of entries and revisions in every state are looked for in all that
//! the indexes hold and answer. For Meilisearch see `meilisearch/planted.rs`.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    search::Request,
    testing::{
        TestBackend, documents,
        planted::{HIDDEN, PLACES, SHOWN, place, plant},
        with_sample,
    },
    usecases::{
        filter_map::filter_map,
        list_located::list_located,
        list_values::list_values,
        suggest::{Within, suggest},
    },
};
use domain::{Lang, account::Actor, facet::Facet, geo::Point, query::Query, vocabulary::Kind};
use std::{collections::BTreeSet, fs, path::PathBuf};
use tantivy::{
    Index, SegmentReader,
    schema::{FieldType, IndexRecordOption},
};

const VISITOR: &Actor = &Actor::Visitor;

/// The folder of the index that is in use.
fn index(backend: &TestBackend) -> PathBuf {
    let feeds = fs::read_dir(backend.database.dir.path().join("search")).unwrap();
    let feed = feeds.map(|entry| entry.unwrap().path()).find(|path| path.join("current").exists()).unwrap();
    let current = fs::read_to_string(feed.join("current")).unwrap();
    feed.join(current.trim())
}

/// Every term and every text value of an index: of what can be found, or of all that is still in its files.
fn words(backend: &TestBackend, in_files: bool) -> BTreeSet<String> {
    let index = Index::open_in_dir(index(backend)).unwrap();
    let searcher = index.reader().unwrap().searcher();
    let mut all = BTreeSet::new();
    for segment in searcher.segment_readers() {
        for (field, entry) in index.schema().fields() {
            let FieldType::Str(options) = entry.field_type() else { continue };
            if options.get_indexing_options().is_some() {
                let inverted = segment.inverted_index(field).unwrap();
                let mut terms = inverted.terms().stream().unwrap();
                while terms.advance() {
                    let mut holders = inverted.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic).unwrap();
                    if in_files || is_any_alive(segment, &mut holders) {
                        all.insert(String::from_utf8_lossy(terms.key()).into_owned());
                    }
                }
            }
            if let Some(column) = segment.fast_fields().str(entry.name()).ok().flatten() {
                for doc in (0..segment.max_doc()).filter(|doc| in_files || !segment.is_deleted(*doc)) {
                    for term in column.term_ords(doc) {
                        let mut value = String::new();
                        column.ord_to_str(term, &mut value).unwrap();
                        all.insert(value);
                    }
                }
            }
        }
    }
    all
}

fn is_any_alive(segment: &SegmentReader, holders: &mut impl tantivy::DocSet) -> bool {
    while holders.doc() != tantivy::TERMINATED {
        if !segment.is_deleted(holders.doc()) {
            return true;
        }
        holders.advance();
    }
    false
}

fn marked<'a>(words: &'a BTreeSet<String>, mark: &str) -> Vec<&'a String> {
    words.iter().filter(|word| word.contains(mark)).collect()
}

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

#[tokio::test]
async fn no_index_document_holds_what_is_not_public() {
    let backend = with_sample().await;
    plant(&backend).await;
    let documents = documents(&backend).await;
    for kind in Kind::ALL {
        let of_kind = documents.iter().filter(|document| document.kind == *kind);
        let (found, shown): (Vec<bool>, Vec<bool>) =
            of_kind.map(|document| format!("{document:?}")).map(|document| (document.contains(HIDDEN), document.contains(SHOWN))).unzip();
        assert!(!found.contains(&true), "{kind}");
        assert!(shown.iter().filter(|shown| **shown).count() >= 3, "{kind}");
    }
    let words = words(&backend, false);
    assert_eq!(marked(&words, HIDDEN), Vec::<&String>::new());
    assert!(marked(&words, SHOWN).len() > 30, "{:?}", marked(&words, SHOWN));
}

#[tokio::test]
async fn no_answer_tells_of_what_is_not_public() {
    let backend = with_sample().await;
    plant(&backend).await;
    let number = |mark: &str, nth: usize| format!("{mark}{nth}");
    for nth in 1..60 {
        let found = backend.search.search(&Request { query: &text(&number(HIDDEN, nth)), centre: None }).await.unwrap();
        assert_eq!((found.total, found.reading.corrected.clone()), (0, None), "{nth}");
    }
    // One letter is wrong: a correction would tell of the word.
    for typed in ["qzxhiden", "qzxhiddne", "qzxhiddn"] {
        assert_eq!(backend.search.read(typed).unwrap().corrected, None, "{typed}");
        assert_eq!(backend.search.search(&Request { query: &text(typed), centre: None }).await.unwrap().total, 0, "{typed}");
    }
    for lang in Lang::ALL {
        assert_eq!(suggest(&backend, VISITOR, HIDDEN, &Within::default(), *lang).await.unwrap(), []);
        assert!(!suggest(&backend, VISITOR, SHOWN, &Within::default(), *lang).await.unwrap().is_empty());
    }
    let mut values = String::new();
    for (find, page) in [("", 1), ("", 2), (HIDDEN, 1), (SHOWN, 1)] {
        let query = Query::default().on_page(page);
        let found = list_values(&backend, VISITOR, &query, Facet::Organisation, find, Lang::De).await.unwrap();
        values += &format!("{:?}", found.page);
    }
    assert!(!values.contains(HIDDEN) && values.contains(SHOWN));
    let (mut located, mut cards) = (String::new(), list_located(&backend, VISITOR, &Query::default()).await.unwrap());
    while let Some(some) = cards.next().await.unwrap() {
        located += &format!("{some:?}");
    }
    assert!(!located.contains(HIDDEN) && located.contains(SHOWN));
}

/// The tile of a zoom that a point is in.
fn tile_of(point: Point, z: u8) -> (u8, u32, u32) {
    let (tiles, lat) = (f64::from(1_u32 << z), point.lat.to_radians());
    let y = (1.0 - lat.tan().asinh() / std::f64::consts::PI) / 2.0;
    (z, ((point.lon + 180.0) / 360.0 * tiles) as u32, (y * tiles) as u32)
}

#[tokio::test]
async fn no_tile_tells_of_what_is_not_public() {
    let backend = with_sample().await;
    plant(&backend).await;
    let mut shown = false;
    for nth in 0..PLACES {
        for z in 0..=14 {
            let tile = filter_map(&backend, VISITOR, &Query::default(), tile_of(place(nth), z)).await.unwrap();
            let holds = |mark: &str| tile.windows(mark.len()).any(|bytes| bytes == mark.as_bytes());
            assert!(!holds(HIDDEN), "{nth} {z}");
            shown |= holds(SHOWN);
        }
    }
    assert!(shown);
}

#[tokio::test]
async fn after_a_rebuild_no_file_of_the_index_holds_it_either() {
    let backend = with_sample().await;
    plant(&backend).await;
    backend.indexer.rebuild(&mut |_, _| ()).await.unwrap();
    let words = words(&backend, true);
    assert_eq!(marked(&words, HIDDEN), Vec::<&String>::new());
    assert!(marked(&words, SHOWN).len() > 30);
}
