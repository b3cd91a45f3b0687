//! What a tile carries.

use super::{
    decode::{Feature, decode},
    drop, index,
    sample::{Lcg, document, documents, id},
};
use crate::{
    map::{MapIndex, Selection, mercator::project},
    search::document::IndexDocument,
};
use domain::geo::Point;

const COLOGNE: Point = Point { lat: 50.94, lon: 6.96 };

fn at(points: &[Point]) -> Vec<IndexDocument> {
    points.iter().enumerate().map(|(n, point)| document(n, Some(*point), &mut Lcg(1))).collect()
}

fn around(index: &MapIndex, point: Point, zoom: u8) -> Vec<Feature> {
    let (x, y) = project(point);
    let tile = |unit: u32| (u64::from(unit) >> (32 - u32::from(zoom))) as u32;
    decode(&index.tile(zoom, tile(x), tile(y), &Selection::default()).unwrap())
}

#[test]
fn a_single_entry_says_what_it_is_at_every_zoom() {
    let documents = at(&[COLOGNE]);
    for zoom in 0..=22 {
        let [feature] = &around(&index(&documents), COLOGNE, zoom)[..] else { panic!("one feature") };
        let kind = documents[0].kind.id().to_owned();
        let texts = [("kind", kind), ("slug", "entry-0".to_owned()), ("title", "Entry 0".to_owned())];
        assert_eq!((feature.id, feature.count), (id(0).number(), 1));
        assert_eq!(feature.texts, texts.map(|(key, text)| (key.to_owned(), text)).into());
    }
}

#[test]
fn entries_at_one_place_never_split() {
    let documents = at(&[COLOGNE; 50]);
    for zoom in 0..=22 {
        let [feature] = &around(&index(&documents), COLOGNE, zoom)[..] else { panic!("one feature") };
        assert_eq!((feature.count, feature.texts.len()), (50, 0), "zoom {zoom}");
    }
}

#[test]
fn entries_a_few_steps_apart_are_single_from_zoom_14() {
    let next_door = Point { lat: 50.9401, lon: 6.9601 };
    let index = index(&at(&[COLOGNE, next_door]));
    assert_eq!(around(&index, COLOGNE, 10).len(), 1);
    assert_eq!(around(&index, COLOGNE, 14).iter().map(|feature| feature.count).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn ids_are_whole_in_javascript_and_differ_in_a_tile() {
    let index = index(&documents(2_000));
    for (z, x, y) in [(0, 0, 0), (5, 16, 10), (7, 66, 42), (10, 531, 343)] {
        let mut ids: Vec<u64> = decode(&index.tile(z, x, y, &Selection::default()).unwrap()).iter().map(|f| f.id).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert!(ids.len() == all && all > 0 && ids.iter().all(|id| *id < 1 << 53));
    }
}

#[test]
fn the_same_entries_in_another_order_give_the_same_tile() {
    let mut documents = documents(2_000);
    let tile = |documents: &[IndexDocument]| index(documents).tile(6, 33, 21, &Selection::default());
    let before = tile(&documents);
    documents.reverse();
    assert_eq!(tile(&documents), before);
    let bit_by_bit = MapIndex::default();
    documents.chunks(300).for_each(|part| bit_by_bit.apply(&super::sample::puts(part)));
    bit_by_bit.apply(&[drop(&documents[0])]);
    bit_by_bit.apply(&super::sample::puts(&documents[..1]));
    assert_eq!(bit_by_bit.tile(6, 33, 21, &Selection::default()), before);
}

#[test]
fn addresses_of_no_tile_are_refused() {
    let index = index(&documents(10));
    for (z, x, y) in [(23, 0, 0), (255, 0, 0), (0, 1, 0), (3, 8, 0), (3, 0, 8), (22, 1 << 22, 0), (5, u32::MAX, 0)] {
        assert!(index.tile(z, x, y, &Selection::default()).is_none(), "{z}/{x}/{y}");
    }
    assert_eq!(MapIndex::default().tile(0, 0, 0, &Selection::default()), Some(Vec::new()));
}
