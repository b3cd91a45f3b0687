//! Map sections and distances.

use super::sample::{Sample, entry, query};
use crate::search::document::IndexDocument;
use domain::{
    geo::{BBox, Point},
    query::{Near, Query},
    vocabulary::Sort,
};

fn at(slug: &str, lat: f64, lon: f64) -> IndexDocument {
    IndexDocument { point: Some(Point { lat, lon }), ..entry(slug, slug) }
}

fn world() -> Sample {
    Sample::of(vec![
        at("fiji", -17.8, 178.0),
        at("samoa", -13.8, -172.1),
        at("edge", 0.0, 180.0),
        at("cologne", 50.94, 6.96),
        at("bonn", 50.73, 7.1),
        at("berlin", 52.52, 13.4),
        entry("nowhere", "nowhere"),
    ])
}

fn inside<'a>(sample: &'a Sample, bbox: &str) -> Vec<&'a str> {
    let bbox: BBox = bbox.parse().unwrap();
    sample.slugs(&Query { bbox: Some(bbox), sort: Some(Sort::Title), ..Query::default() })
}

#[test]
fn sections_may_cross_the_antimeridian_and_hold_their_edges() {
    let sample = world();
    assert_eq!(inside(&sample, "5,50,14,53"), ["berlin", "bonn", "cologne"]);
    assert_eq!(inside(&sample, "6.96,50.94,13.4,52.52"), ["berlin", "cologne"]);
    assert_eq!(inside(&sample, "170,-20,-170,20"), ["edge", "fiji", "samoa"]);
    assert_eq!(inside(&sample, "-180,-90,180,90").len(), 6);
}

#[test]
fn radius_is_a_circle_and_hits_carry_their_distance() {
    let sample = world();
    let centre = Some(Point { lat: 50.94, lon: 6.96 });
    let near = |km| Query { near: Some(Near { place: "50667".to_owned(), km }), sort: Some(Sort::Distance), ..Query::default() };
    for (km, expected) in [(20, &["cologne"][..]), (30, &["cologne", "bonn"]), (500, &["cologne", "bonn", "berlin"])] {
        let found = sample.find(&near(km), centre);
        assert_eq!(found.hits.iter().map(|hit| sample.slug(hit.id)).collect::<Vec<_>>(), expected);
        assert!(found.hits.iter().all(|hit| hit.distance_km.unwrap() <= f64::from(km)));
        assert_eq!(sample.matching(&near(km), centre).len(), expected.len());
    }
    assert_eq!(sample.ask("").hits.iter().filter(|hit| hit.distance_km.is_some()).count(), 0);
}

#[test]
fn sections_of_the_sample_hold_what_is_in_them() {
    let sample = Sample::new();
    let nrw = query("bbox=5.9,50.3,9.5,52.5");
    let expected = sample.entries.iter().filter(|entry| entry.point.is_some_and(|point| nrw.bbox.unwrap().contains(point))).count();
    assert!(expected > 5);
    assert_eq!(sample.find(&nrw, None).total, expected as u64);
}
