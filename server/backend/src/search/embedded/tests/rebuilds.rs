//! Changes, deletions and rebuilds, beside searches and other processes.

use super::{
    super::{Embedded, State},
    sample::{Sample, entry, id_of},
};
use crate::search::{Error, Request, Search, document::Change};
use domain::query::Query;
use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

fn put(slug: &str, title: &str) -> Change {
    Change::Put(Box::new(entry(slug, title)))
}

fn total(index: &Embedded) -> u64 {
    index.search(&Request { query: &Query::default(), centre: None }).unwrap().total
}

#[test]
fn changes_are_seen_at_once_and_the_mark_moves_with_them() {
    let sample = Sample::of(vec![entry("a", "Alt"), entry("b", "Bleibt")]);
    let index = &sample.index;
    assert_eq!(index.mark(), Some(1));
    index.apply(&[put("a", "Neu"), put("c", "Dazu"), put("c", "Doch anders")], 7).unwrap();
    assert_eq!((total(index), index.mark()), (3, Some(7)));
    assert!(sample.set_of("alt").is_empty() && sample.set_of("dazu").is_empty() && !sample.set_of("neu").is_empty());
    index.apply(&[Change::Drop(id_of("b")), Change::Drop(id_of("never-there"))], 8).unwrap();
    assert!(sample.set_of("bleibt").is_empty());
    index.apply(&[], 9).unwrap();
    assert_eq!((total(index), index.mark()), (2, Some(9)));
}

#[test]
fn counts_forget_what_is_deleted() {
    let sample = Sample::new();
    let before = sample.ask("").facets;
    let gone = &sample.entries[0];
    sample.index.apply(&[Change::Drop(gone.id)], 2).unwrap();
    let after = sample.ask("").facets;
    for (facet, values) in &gone.facets {
        for value in values {
            let left = after[facet].get(value).copied().unwrap_or_default();
            assert_eq!(left, before[facet][value] - 1);
        }
    }
}

#[test]
fn the_mark_survives_reopening() {
    let sample = Sample::of(vec![entry("a", "A")]);
    sample.index.apply(&[put("b", "B")], 42).unwrap();
    drop(sample.index);
    let opened = Embedded::open(sample.dir.path()).unwrap();
    assert_eq!(opened.state, State::Ready { mark: 42 });
    assert_eq!((total(&opened.index), opened.index.mark()), (2, Some(42)));
}

#[test]
fn only_one_writes_and_the_other_reads_on() {
    let sample = Sample::of(vec![entry("a", "A")]);
    let other = Embedded::open(sample.dir.path()).unwrap().index;
    sample.index.apply(&[put("b", "B")], 2).unwrap();
    assert!(matches!(other.apply(&[put("c", "C")], 3), Err(Error::Busy)));
    assert_eq!((total(&other), other.mark()), (1, Some(1)));
    assert!(other.reload_if_changed().unwrap());
    assert_eq!((total(&other), other.mark()), (2, Some(2)));
    assert!(!other.reload_if_changed().unwrap());
    drop(sample.index);
    other.apply(&[put("c", "C")], 3).unwrap();
    assert_eq!(total(&other), 3);
}

#[test]
fn a_rebuild_takes_over_and_leaves_one_generation() {
    let sample = Sample::of(vec![entry("a", "A"), entry("b", "B")]);
    let mut rebuild = sample.index.begin_rebuild().unwrap();
    rebuild.put(&entry("c", "Alt")).unwrap();
    rebuild.put(&entry("c", "Neu")).unwrap();
    assert_eq!(rebuild.len(), 1);
    sample.index.apply(&[put("d", "D")], 5).unwrap();
    assert_eq!(total(&sample.index), 3, "the old one serves and takes changes");
    rebuild.finish(4).unwrap();
    assert_eq!((total(&sample.index), sample.index.mark()), (1, Some(4)));
    sample.index.apply(&[put("d", "D")], 5).unwrap();
    assert_eq!(total(&sample.index), 2);
    assert_eq!(fs::read_dir(sample.dir.path()).unwrap().count(), 2, "one generation and the pointer");
}

#[test]
fn a_rebuild_given_up_leaves_nothing() {
    let sample = Sample::of(vec![entry("a", "A")]);
    let mut rebuild = sample.index.begin_rebuild().unwrap();
    rebuild.put(&entry("c", "C")).unwrap();
    drop(rebuild);
    assert_eq!(fs::read_dir(sample.dir.path()).unwrap().count(), 2);
    assert_eq!(total(&sample.index), 1);
}

#[test]
fn of_two_rebuilds_the_later_one_stays() {
    let sample = Sample::of(vec![]);
    let first = sample.index.begin_rebuild().unwrap();
    let mut second = sample.index.begin_rebuild().unwrap();
    second.put(&entry("a", "A")).unwrap();
    second.finish(9).unwrap();
    assert!(matches!(first.finish(8), Err(Error::Superseded)));
    assert_eq!((total(&sample.index), sample.index.mark()), (1, Some(9)));
}

#[test]
fn another_process_sees_a_rebuild_when_it_looks() {
    let sample = Sample::of(vec![entry("a", "A")]);
    let server = Embedded::open(sample.dir.path()).unwrap().index;
    server.apply(&[put("b", "B")], 2).unwrap();
    let mut rebuild = sample.index.begin_rebuild().unwrap();
    ["a", "b", "c"].iter().for_each(|slug| rebuild.put(&entry(slug, slug)).unwrap());
    rebuild.finish(3).unwrap();
    assert_eq!(total(&server), 2, "the removed one goes on serving");
    let query = Query { text: "b".to_owned(), ..Query::default() };
    assert_eq!(server.search(&Request { query: &query, centre: None }).unwrap().hits[0].id, id_of("b"));
    assert!(server.reload_if_changed().unwrap());
    assert_eq!((total(&server), server.mark()), (3, Some(3)));
    server.apply(&[put("d", "D")], 4).unwrap();
    assert_eq!(total(&server), 4);
}

#[test]
fn searches_go_on_during_changes_and_rebuilds() {
    let sample = Sample::new();
    let (index, stop) = (&sample.index, AtomicBool::new(false));
    let all = sample.entries.len() as u64;
    thread::scope(|scope| {
        let searching = scope.spawn(|| {
            let mut answers = 0_u32;
            while !stop.load(Ordering::Relaxed) {
                assert!((all..=all + 1).contains(&total(index)));
                answers += 1;
            }
            answers
        });
        for round in 0..4 {
            index.apply(&[put("more", &format!("Mehr {round}"))], round).unwrap();
            let mut rebuild = index.begin_rebuild().unwrap();
            sample.entries.iter().for_each(|entry| rebuild.put(entry).unwrap());
            rebuild.finish(round).unwrap();
        }
        stop.store(true, Ordering::Relaxed);
        assert!(searching.join().unwrap() > 0);
    });
}

#[tokio::test]
async fn the_port_answers_as_its_engine_does() {
    let sample = Sample::of(vec![entry("a", "A")]);
    let search = Search::Embedded(sample.index.clone());
    // As a request handler would: on any thread, for any time.
    let answers = tokio::spawn(async move {
        search.apply(vec![put("b", "B")], 2).await.unwrap();
        let (query, centre) = (Query::default(), None);
        let request = Request { query: &query, centre };
        (search.search(&request).await.unwrap().total, search.matching(&request).await.unwrap().len(), search.mark())
    });
    assert_eq!(answers.await.unwrap(), (2, 2, Some(2)));
}
