//! Made-up entries all over Europe for measuring the map: around towns, as many as people live there. The same in every
//! run of a seed.

use crate::{gazetteer::Gazetteer, search::document::IndexDocument};
use domain::{
    facet::Facet,
    geo::Point,
    id::EntryId,
    time::Timestamp,
    vocabulary::{Kind, Lang, Phase, Scope, Technique, Topic},
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How far entries lie from the middle of a town of a million inhabitants, in degrees; around a village it is less.
const SPREAD: f64 = 0.12;
/// Europe, roughly: west, south, east, north.
const EUROPE: (f64, f64, f64, f64) = (-11.0, 35.0, 32.0, 70.0);

/// `size` documents with nothing but what a map needs.
pub fn scattered(size: usize, seed: u64) -> impl Iterator<Item = IndexDocument> {
    let towns = towns();
    let mut random = Random(seed);
    (0..size).map(move |n| document(n, random.point(&towns), &mut random))
}

/// Some points of the same kind: where people look.
#[must_use]
pub fn points(count: usize, seed: u64) -> Vec<Point> {
    let towns = towns();
    let mut random = Random(seed);
    (0..count).map(|_| random.point(&towns)).collect()
}

/// The number of the n-th entry's id.
#[must_use]
pub fn id(n: usize) -> EntryId {
    // Ids are made in the order of time; their lower halves are random.
    EntryId(Uuid::from_u64_pair(0x0190_0000_0000_7000 + n as u64, (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
}

/// Towns, each with the inhabitants of it and of all before it.
fn towns() -> Vec<(u64, Point, u32)> {
    let (west, south, east, north) = EUROPE;
    let inside = |point: Point| (west..=east).contains(&point.lon) && (south..=north).contains(&point.lat);
    let mut all = 0;
    let towns = Gazetteer::built_in().towns().filter(|(point, people)| inside(*point) && *people > 0);
    towns
        .map(|(point, people)| {
            all += u64::from(people);
            (all, point, people)
        })
        .collect()
}

fn document(n: usize, point: Point, random: &mut Random) -> IndexDocument {
    let kind = [Kind::Project, Kind::Project, Kind::Lesson, Kind::Lesson, Kind::Organisation][random.below(5)];
    let some = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<BTreeSet<_>>();
    let topics: Vec<&str> = (0..=random.below(3)).map(|_| Topic::ALL[random.skewed(Topic::ALL.len())].id()).collect();
    let facets = [
        (Facet::Kind, some(&[kind.id()])),
        (Facet::Language, some(&[Lang::De.id()])),
        (Facet::Topic, some(&topics)),
        (Facet::Technique, some(&[Technique::ALL[random.skewed(Technique::ALL.len())].id()])),
        (Facet::Phase, some(&[Phase::ALL[random.below(Phase::ALL.len())].id()])),
        (Facet::Scope, some(&[Scope::ALL[random.below(Scope::ALL.len())].id()])),
    ];
    IndexDocument {
        id: id(n),
        kind,
        slug: format!("{}-{n}", kind.id()),
        language: Lang::De,
        title: format!("Made-up {} number {n} of many", kind.id()),
        summary: String::new(),
        context: String::new(),
        body: String::new(),
        names: String::new(),
        facets: facets.into(),
        point: Some(point),
        published_at: Timestamp(0),
        updated_at: Timestamp(0),
    }
}

/// Numbers that look random (Knuth's constants).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, bound: usize) -> usize {
        self.next() as usize % bound
    }

    /// Small numbers more often than large ones.
    fn skewed(&mut self, bound: usize) -> usize {
        self.below(bound).min(self.below(bound))
    }

    /// From −1 to 1, mostly around 0.
    fn near_zero(&mut self) -> f64 {
        (0..3).map(|_| self.below(2_001) as f64 / 1_000.0 - 1.0).sum::<f64>() / 3.0
    }

    fn point(&mut self, towns: &[(u64, Point, u32)]) -> Point {
        let all = towns.last().map_or(1, |(all, ..)| *all);
        let drawn = (self.next() << 31 | self.next()) % all;
        let (_, middle, people) = towns[towns.partition_point(|(upto, ..)| *upto <= drawn)];
        let reach = SPREAD * (f64::from(people) / 1_000_000.0).sqrt().min(2.0);
        Point { lat: middle.lat + self.near_zero() * reach, lon: middle.lon + self.near_zero() * reach * 1.6 }
    }
}
