//! Index directories as one may find them.

use super::{
    super::{Embedded, State},
    sample::{Sample, entry},
};
use crate::search::{Error, Request};
use domain::query::Query;
use std::{fs, path::Path};

fn reason(dir: &Path) -> String {
    match Embedded::open(dir).unwrap().state {
        State::NeedsRebuild { reason } => reason,
        State::Ready { .. } => panic!("was taken for a good index"),
    }
}

#[test]
fn without_an_index_there_is_a_clear_error() {
    let dir = tempfile::tempdir().unwrap();
    let opened = Embedded::open(&dir.path().join("new/search")).unwrap();
    assert_eq!(opened.state, State::NeedsRebuild { reason: "there is no index yet".to_owned() });
    assert!(matches!(opened.index.search(&Request { query: &Query::default(), centre: None }), Err(Error::NotBuilt)));
    assert!(matches!(opened.index.apply(&[], 1), Err(Error::NotBuilt)));
    assert_eq!(opened.index.mark(), None);
    assert!(!opened.index.reload_if_changed().unwrap());
}

#[test]
fn another_version_asks_for_a_rebuild_and_gets_one() {
    let sample = Sample::of(vec![entry("a", "A")]);
    let dir = sample.dir.path();
    let fingerprint = dir.join("1/fingerprint");
    let good = fs::read_to_string(&fingerprint).unwrap();
    fs::write(&fingerprint, good.replace("ubersetzung", "uebersetzung")).unwrap();
    assert_eq!(reason(dir), "built by another version");
    fs::remove_file(&fingerprint).unwrap();
    assert!(reason(dir).starts_with("no fingerprint"));
    let index = Embedded::open(dir).unwrap().index;
    let mut rebuild = index.begin_rebuild().unwrap();
    rebuild.put(&entry("a", "A")).unwrap();
    rebuild.finish(5).unwrap();
    drop(index);
    assert_eq!(Embedded::open(dir).unwrap().state, State::Ready { mark: 5 });
}

#[test]
fn a_pointer_to_nothing_asks_for_a_rebuild() {
    let sample = Sample::of(vec![entry("a", "A")]);
    let dir = sample.dir.path();
    for pointer in [&b""[..], b"99", b"../1", b"-1", b"\xff\xfe", b"1\n2"] {
        fs::write(dir.join("current"), pointer).unwrap();
        reason(dir);
    }
    fs::write(dir.join("current"), "1\n").unwrap();
    assert_eq!(Embedded::open(dir).unwrap().state, State::Ready { mark: 1 });
}

#[test]
fn any_damaged_file_asks_for_a_rebuild() {
    let sample = Sample::new();
    let Sample { index, dir, .. } = sample;
    drop(index);
    let generation = dir.path().join("1");
    let mut damaged = 0;
    for file in fs::read_dir(&generation).unwrap().map(|file| file.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        // Locks are empty, and the list of files matters only for tidying up.
        if name.starts_with(".tantivy") || name == ".managed.json" {
            continue;
        }
        let good = fs::read(&file).unwrap();
        let mut flipped = good.clone();
        // Some bytes: a single one may be the name of an option that is as it would be without it.
        let middle = flipped.len() / 2;
        flipped.iter_mut().skip(middle).take(32).for_each(|byte| *byte ^= 0x55);
        for bad in [&[][..], &good[..good.len() / 2], &flipped, b"{}"] {
            fs::write(&file, bad).unwrap();
            reason(dir.path());
            damaged += 1;
        }
        fs::remove_file(&file).unwrap();
        reason(dir.path());
        fs::write(&file, good).unwrap();
    }
    assert!(damaged > 20);
    assert!(matches!(Embedded::open(dir.path()).unwrap().state, State::Ready { .. }));
}
