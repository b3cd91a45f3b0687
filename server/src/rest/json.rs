//! The shapes of answers, in one place. Times are RFC 3339, places in degrees.

use backend::{search::highlight::Segment, usecases::views::Card};
use domain::{facet::FacetCounts, time::Timestamp, vocabulary::Kind};
use serde_json::{Map, Value, json};

/// A time as people and programs write it; `null` outside the years that RFC 3339 knows.
pub fn time(at: Timestamp) -> Value {
    jiff::Timestamp::from_microsecond(at.0).map_or(Value::Null, |at| json!(at.to_string()))
}

/// The address of an entry's page.
pub fn url(base: &str, kind: Kind, slug: &str) -> String {
    format!("{base}/{}/{slug}", kind.path())
}

/// One hit of a search.
pub fn hit(base: &str, card: &Card, searched: bool) -> Value {
    let mut hit = json!({
        "kind": card.kind,
        "slug": card.slug,
        "title": card.title,
        "summary": card.summary,
        "language": card.language,
        "organisation": card.organisation.as_ref().map(|(slug, _)| slug),
        "organisation_name": card.organisation.as_ref().map(|(_, name)| name),
        "phase": card.phase,
        "outcome": card.outcome,
        "topics": card.topics,
        "place": card.place,
        "lat": card.point.map(|point| point.lat),
        "lon": card.point.map(|point| point.lon),
        "origin": card.origin,
        "updated_at": time(card.updated_at),
        "url": url(base, card.kind, &card.slug),
        "highlights": {},
    });
    if searched {
        hit["highlights"] = json!({"title": segments(&card.marked_title), "summary": segments(&card.marked_summary)});
    }
    if let Some(km) = card.distance_km {
        hit["distance_km"] = json!((km * 10.0).round() / 10.0);
    }
    hit
}

/// Text cut where marks begin and end, so that nobody has to count bytes: `[{text, hit}]`.
fn segments(segments: &[Segment]) -> Value {
    segments.iter().map(|segment| json!({"text": segment.text, "hit": segment.hit})).collect()
}

/// `{name: {id: count}}`.
pub fn facets(facets: &FacetCounts) -> Value {
    let object: Map<String, Value> = facets.iter().map(|(facet, counts)| (facet.id().to_owned(), json!(counts))).collect();
    Value::Object(object)
}
