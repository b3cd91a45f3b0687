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
use domain::geo::{BBox, Point};

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
        assert_eq!((feature.count, feature.split), (50, None), "zoom {zoom}");
        assert_eq!(feature.texts, [("bbox".to_owned(), "6.959999,50.939999,6.960001,50.940001".to_owned())].into(), "zoom {zoom}");
    }
}

#[test]
fn a_group_says_where_it_comes_apart() {
    let mut random = Lcg(7);
    for spread in [0.000_3, 0.002, 0.03, 0.5, 4.0] {
        for _ in 0..20 {
            let mut near = || Point { lat: COLOGNE.lat + spread * random.share(), lon: COLOGNE.lon + spread * random.share() };
            let points: Vec<Point> = (0..6).map(|_| near()).collect();
            let index = index(&at(&points));
            let zoom = (0..18).rev().find(|zoom| around(&index, points[0], *zoom).iter().any(|feature| feature.count == 6));
            let (Some(zoom), Some(first)) = (zoom, (0..18).find(|zoom| around(&index, points[0], *zoom).iter().any(|f| f.count == 6)))
            else {
                continue;
            };
            for zoom in first..=zoom {
                let groups = around(&index, points[0], zoom);
                let Some(group) = groups.iter().find(|feature| feature.count == 6) else { continue };
                let split = group.split.unwrap() as u8;
                assert!(split > zoom && split <= 18, "{zoom}: {group:?}");
                let there = points.iter().flat_map(|point| around(&index, *point, split));
                assert!(there.clone().count() > 0 && there.into_iter().all(|feature| feature.count < 6), "{zoom}: {group:?}");
            }
        }
    }
}

#[test]
fn a_group_that_comes_apart_too_late_says_its_section() {
    let next_door = Point { lat: 50.9401, lon: 6.9601 };
    let [feature] = &around(&index(&at(&[COLOGNE, next_door])), COLOGNE, 5)[..] else { panic!("one feature") };
    assert_eq!((feature.count, feature.split), (2, Some(18)));
    assert_eq!(feature.texts["bbox"], "6.959999,50.939999,6.960101,50.940101");
}

#[test]
fn the_extent_holds_what_is_selected() {
    let berlin = Point { lat: 52.52, lon: 13.4 };
    let austin = Point { lat: 30.27, lon: -97.74 };
    let index = index(&at(&[COLOGNE, berlin, austin]));
    let everything = Selection::default();
    assert_eq!(index.extent(&everything, None), Some((BBox { west: -97.74, south: 30.27, east: 13.4, north: 52.52 }, 3)));
    let germany = index.extent(&everything, Some(BBox::GERMANY));
    assert_eq!(germany, Some((BBox { west: 6.96, south: 50.94, east: 13.4, north: 52.52 }, 2)));
    assert_eq!(MapIndex::default().extent(&everything, None), None);
}

#[test]
fn entries_a_few_steps_apart_are_single_from_zoom_18() {
    let next_door = Point { lat: 50.9401, lon: 6.9601 };
    let index = index(&at(&[COLOGNE, next_door]));
    assert_eq!(around(&index, COLOGNE, 10).len(), 1);
    assert_eq!(around(&index, COLOGNE, 18).iter().map(|feature| feature.count).collect::<Vec<_>>(), [1, 1]);
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
