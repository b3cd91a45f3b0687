//! Trying out what other words and other entries would find.

use super::sample::{Sample, entry, id_of};
use crate::search::{document::Change, embedded::Effect, language::Synonyms};
use std::{collections::BTreeMap, fs, path::Path, time::SystemTime};

/// Every file below a folder, and when it was last written.
fn files(folder: &Path) -> BTreeMap<String, SystemTime> {
    let mut all = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.display().to_string(), path.metadata().unwrap().modified().unwrap());
        }
    }
    all
}

#[test]
fn changes_are_tried_out_in_memory_and_nothing_is_written() {
    let sample = Sample::of(vec![entry("a", "Sumpfdotterblume"), entry("b", "Bleibt"), entry("c", "Geht")]);
    let before = files(sample.dir.path());
    let changes = [Change::Put(Box::new(entry("a", "Bergkristall"))), Change::Drop(id_of("c"))];
    let trial = sample.index.try_out(None, &changes).unwrap();
    let effect = |text: &str| trial.effect(text, 3).unwrap();
    let (none, a, c) = ((0, vec![]), (1, vec![id_of("a")]), (1, vec![id_of("c")]));
    assert_eq!(effect("Bergkristall"), Effect { before: 0, after: 1, comes: a.clone(), goes: none.clone() });
    assert_eq!(effect("Sumpfdotterblume"), Effect { before: 1, after: 0, comes: none.clone(), goes: a });
    assert_eq!(effect("geht"), Effect { before: 1, after: 0, comes: none.clone(), goes: c });
    assert_eq!(effect("bleibt"), Effect { before: 1, after: 1, comes: none.clone(), goes: none });
    assert_eq!(files(sample.dir.path()), before);
    assert!(!sample.set_of("sumpfdotterblume").is_empty() && sample.set_of("bergkristall").is_empty());
    // It is of the moment at which it was begun, and in nobody's way.
    sample.index.apply(&[Change::Drop(id_of("b"))], 2).unwrap();
    assert_eq!(trial.effect("bleibt", 3).unwrap().before, 1);
    let again = sample.index.try_out(Some(Synonyms::new([["Felsen", "Sumpfdotterblume"]])), &[]).unwrap();
    assert_eq!(again.effect("Felsen", 0).unwrap(), Effect { before: 0, after: 1, comes: (1, vec![]), goes: (0, vec![]) });
    assert_eq!(sample.set_of("felsen").len(), 0);
}
