//! All tiles of a zoom together, compared with a clustering of the whole world at once.

use super::{
    decode::decode,
    index,
    sample::{Lcg, document, documents},
};
use crate::{
    map::{MapIndex, Selection, mercator::project},
    search::document::IndexDocument,
};
use domain::{facet::Facet, geo::Point};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A mark of the whole world: where it is drawn (tile, then step) → how many.
type World = BTreeMap<(u32, u32, u32, u32), u64>;

/// Clusters without tiles, straight from the description in `cluster`.
fn clustered_at_once(points: &[(u32, u32)], zoom: u8) -> World {
    let side = if zoom >= 18 { 1 } else { 1_u64 << (32 - 3 - u32::from(zoom)) };
    let mut cells: BTreeMap<(i64, i64), (u64, u64, u64)> = BTreeMap::new();
    for (x, y) in points {
        let cell = cells.entry(((u64::from(*y) / side) as i64, (u64::from(*x) / side) as i64)).or_default();
        *cell = (cell.0 + 1, cell.1 + u64::from(*x), cell.2 + u64::from(*y));
    }
    let centre = |cell: &(u64, u64, u64)| (cell.1 / cell.0, cell.2 / cell.0);
    let stronger_near = |at: (i64, i64)| -> Vec<(u64, std::cmp::Reverse<(i64, i64)>)> {
        let (own, (x, y)) = (cells[&at].0, centre(&cells[&at]));
        let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (at.0 + dy, at.1 + dx)));
        let stronger = around.filter(|other| *other != at).filter_map(|other| cells.get(&other).map(|cell| (other, cell)));
        let near = stronger.filter(|(other, cell)| {
            let (ox, oy) = centre(cell);
            let distance = ((ox as f64 - x as f64).powi(2) + (oy as f64 - y as f64).powi(2)).sqrt();
            (cell.0 > own || cell.0 == own && *other < at) && distance < 0.8 * side as f64
        });
        near.map(|(other, cell)| (cell.0, std::cmp::Reverse(other))).collect()
    };
    let mut counts: HashMap<(i64, i64), u64> = HashMap::new();
    for (at, cell) in &cells {
        let joins = if zoom >= 18 { Vec::new() } else { stronger_near(*at) };
        let leader = joins.into_iter().filter(|(_, other)| stronger_near(other.0).is_empty()).max();
        *counts.entry(leader.map_or(*at, |(_, other)| other.0)).or_default() += cell.0;
    }
    let drawn = |at: &(i64, i64)| {
        let (x, y) = centre(&cells[at]);
        let tile = |unit: u64| (unit >> (32 - u32::from(zoom))) as u32;
        let step = |unit: u64| ((unit << zoom & 0xFFFF_FFFF) >> 20) as u32;
        (tile(x), tile(y), step(x), step(y))
    };
    let mut world = World::new();
    counts.iter().for_each(|(at, count)| *world.entry(drawn(at)).or_default() += count);
    world
}

fn all_tiles(index: &MapIndex, points: &[(u32, u32)], zoom: u8, selection: &Selection) -> World {
    let tile = |unit: u32| (u64::from(unit) >> (32 - u32::from(zoom))) as u32;
    let tiles: BTreeSet<(u32, u32)> = points.iter().map(|(x, y)| (tile(*x), tile(*y))).collect();
    let mut world = World::new();
    for (x, y) in tiles {
        for feature in decode(&index.tile(zoom, x, y, selection).unwrap()) {
            assert!(feature.count > 0);
            *world.entry((x, y, feature.x, feature.y)).or_default() += feature.count;
        }
    }
    world
}

fn projected<'a>(documents: impl Iterator<Item = &'a IndexDocument>) -> Vec<(u32, u32)> {
    documents.filter_map(|document| document.point).map(project).collect()
}

fn check(documents: &[IndexDocument], selection: &Selection, selected: impl Fn(&IndexDocument, Point) -> bool) {
    let index = index(documents);
    let shown = documents.iter().filter(|document| document.point.is_some_and(|point| selected(document, point)));
    let points = projected(shown);
    assert!(!points.is_empty());
    assert_eq!(index.count_with_point(selection), points.len() as u64);
    for zoom in 0..=19 {
        let tiles = all_tiles(&index, &projected(documents.iter()), zoom, selection);
        assert_eq!(tiles.values().sum::<u64>(), points.len() as u64, "zoom {zoom}");
        assert_eq!(tiles, clustered_at_once(&points, zoom), "zoom {zoom}");
    }
}

#[test]
fn every_entry_is_in_one_mark_of_one_tile() {
    check(&documents(10_000), &Selection::default(), |_, _| true);
}

#[test]
fn so_it_is_with_filters() {
    let topics: BTreeSet<String> = ["care", "climate", "housing"].map(str::to_owned).into();
    let selection = Selection { filters: [(Facet::Topic, topics.clone())].into(), ..Selection::default() };
    check(&documents(10_000), &selection, |document, _| !document.facets[&Facet::Topic].is_disjoint(&topics));
}

/// The longest chain: whether the second mark joins the first hangs on the fourth, three cells away in the
/// neighbouring tile. Seen from all four sides.
#[test]
fn what_lies_three_cells_away_decides() {
    const CELL: f64 = 360.0 / 256.0; // at zoom 5
    let chain = [(0.15, 2), (-0.6, 1), (-1.3, 3), (-2.05, 4)];
    for (east, north) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
        let place = |cells: f64| Point {
            lat: CELL * if north == 0.0 { 0.5 } else { cells * north },
            lon: CELL * if east == 0.0 { 0.5 } else { cells * east },
        };
        let places = chain.iter().flat_map(|(cells, count)| std::iter::repeat_n(place(*cells), *count));
        let documents: Vec<_> = places.enumerate().map(|(n, point)| document(n, Some(point), &mut Lcg(1))).collect();
        check(&documents, &Selection::default(), |_, _| true);
        let world = all_tiles(&index(&documents), &projected(documents.iter()), 5, &Selection::default());
        assert_eq!(world.into_values().collect::<BTreeSet<_>>(), [3, 7].into());
    }
}

#[test]
fn tiles_without_entries_are_empty() {
    let documents = documents(300);
    let (index, points) = (index(&documents), projected(documents.iter()));
    for (x, y) in (0..64).flat_map(|x| (0..64).map(move |y| (x, y))) {
        let anything = points.iter().any(|point| (point.0 >> 26, point.1 >> 26) == (x, y));
        assert_eq!(!index.tile(6, x, y, &Selection::default()).unwrap().is_empty(), anything, "6/{x}/{y}");
    }
}
