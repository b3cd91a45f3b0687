//! Likeness, against what its words promise.

use super::sample::Sample;
use crate::search::{
    document::{Change, IndexDocument},
    likeness::Likeness,
};
use domain::{facet::Facet, id::EntryId, vocabulary::Kind};

const THROUGH: &[Facet] = &[Facet::Topic, Facet::Technique, Facet::Theme];

fn like(sample: &Sample, to: &IndexDocument, same: &[Facet], without: &[EntryId], limit: usize) -> Vec<EntryId> {
    sample.index.similar(&Likeness { to, through: THROUGH, same, without, limit }).unwrap()
}

fn shares(one: &IndexDocument, other: &IndexDocument, facet: &Facet) -> bool {
    one.facets.get(facet).zip(other.facets.get(facet)).is_some_and(|(a, b)| !a.is_disjoint(b))
}

#[test]
fn likeness_has_a_reason_and_is_no_self_praise() {
    for sample in [Sample::new(), Sample::in_pieces()] {
        for entry in &sample.entries {
            let found = like(&sample, entry, &[Facet::Outcome], &[], 1_000);
            let expected = sample.entries.iter().filter(|other| {
                let same = other.kind == entry.kind && shares(entry, other, &Facet::Outcome);
                other.id != entry.id && same && THROUGH.iter().any(|facet| shares(entry, other, facet))
            });
            let (mut expected, mut ids): (Vec<_>, _) = (expected.map(|other| other.id).collect(), found.clone());
            expected.sort_unstable();
            ids.sort_unstable();
            assert_eq!(ids, expected, "{}", entry.slug);
            assert_eq!(like(&sample, entry, &[Facet::Outcome], &[], 3), found[..found.len().min(3)], "{}", entry.slug);
        }
    }
}

#[test]
fn what_is_not_wanted_makes_room_for_the_next() {
    let sample = Sample::new();
    let entry = sample.entries.iter().find(|entry| entry.slug == "project/carifix").unwrap();
    let found = like(&sample, entry, &[], &[], 5);
    assert_eq!(found.len(), 5);
    assert_eq!(like(&sample, entry, &[], &found[..1], 4), found[1..]);
    assert_eq!(like(&sample, entry, &[], &[], 0), []);
}

#[test]
fn what_was_taken_out_resembles_nothing() {
    let sample = Sample::new();
    let entry = sample.entries.iter().find(|entry| entry.slug == "project/carifix").unwrap();
    let first = like(&sample, entry, &[], &[], 1)[0];
    sample.index.apply(&[Change::Drop(first)], 2).unwrap();
    assert!(!like(&sample, entry, &[], &[], 1_000).contains(&first));
}

#[test]
fn an_entry_that_says_nothing_resembles_nothing() {
    let sample = Sample::new();
    let mut silent = super::sample::entry("silent", "Pflege");
    silent.facets.insert(Facet::Kind, [Kind::Project.id().to_owned()].into());
    assert_eq!(like(&sample, &silent, &[], &[], 4), []);
    silent.facets.insert(Facet::Topic, ["no-such-topic".to_owned()].into());
    assert_eq!(like(&sample, &silent, &[], &[], 4), []);
}
