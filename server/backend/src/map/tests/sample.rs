//! Made-up entries, the same in every run.

use crate::search::document::{Change, IndexDocument};
use domain::{
    facet::Facet,
    geo::Point,
    id::EntryId,
    time::Timestamp,
    vocabulary::{Kind, Lang, Phase, Topic},
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A generator of numbers that look random (Knuth's constants).
pub struct Lcg(pub u64);

impl Lcg {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// From −1 to 1.
    pub fn share(&mut self) -> f64 {
        self.below(1 << 30) as f64 / f64::from(1 << 29) - 1.0
    }

    fn point(&mut self) -> Point {
        const EDGES: [(f64, f64); 8] =
            [(90.0, 0.0), (-90.0, 180.0), (0.0, 180.0), (0.0, -180.0), (0.0, 0.0), (85.06, 7.0), (-85.05, -0.0), (51.0, 179.999_999)];
        let (lat, lon) = match self.below(20) {
            0 => EDGES[self.below(EDGES.len())],
            // A shared house.
            1..=3 => (50.94 + self.below(3) as f64 / 100.0, 6.96),
            // Towns.
            4..=14 => (50.0 + self.below(12) as f64 / 3.0 + self.share() / 40.0, 7.0 + self.below(7) as f64 + self.share() / 20.0),
            15..=17 => (51.0 + 4.0 * self.share(), 10.0 + 5.0 * self.share()),
            _ => (90.0 * self.share(), 180.0 * self.share()),
        };
        Point { lat, lon }
    }
}

/// The id of the n-th entry; numbers of entries that follow each other lie far apart.
pub fn id(n: usize) -> EntryId {
    EntryId(Uuid::from_u64_pair(n as u64, (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
}

pub fn document(n: usize, point: Option<Point>, random: &mut Lcg) -> IndexDocument {
    let kind = Kind::ALL[random.below(3)];
    let set = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<BTreeSet<_>>();
    let topics: Vec<&str> = (0..random.below(4)).map(|_| Topic::ALL[random.below(Topic::ALL.len())].id()).collect();
    let facets = [
        (Facet::Kind, set(&[kind.id()])),
        (Facet::Topic, set(&topics)),
        (Facet::Phase, set(&[Phase::ALL[random.below(8)].id()])),
        (Facet::Organisation, set(&[&format!("organisation-{}", random.below(300))])),
    ];
    IndexDocument {
        id: id(n),
        kind,
        slug: format!("entry-{n}"),
        language: Lang::De,
        title: format!("Entry {n}"),
        summary: String::new(),
        body: String::new(),
        names: String::new(),
        context: String::new(),
        facets: facets.into(),
        point,
        published_at: Timestamp(0),
        updated_at: Timestamp(0),
    }
}

/// Entries all over: towns, one house with many, the edges of the world; one in twenty without a point.
pub fn documents(count: usize) -> Vec<IndexDocument> {
    let mut random = Lcg(7);
    (0..count)
        .map(|n| {
            let point = random.point();
            let shown = (random.below(20) > 0).then_some(point);
            document(n, shown, &mut random)
        })
        .collect()
}

pub fn puts(documents: &[IndexDocument]) -> Vec<Change> {
    documents.iter().map(|document| Change::Put(Box::new(document.clone()))).collect()
}
