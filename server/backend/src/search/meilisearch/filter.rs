//! Filters in Meilisearch's language, written only from our own types.

use crate::search::Request;
use domain::{facet::Facet, geo::Point, vocabulary::Kind};
use std::fmt::Write;

/// The filter of a request, but for one facet; `None` where everything will do.
pub(super) fn filter(request: &Request<'_>, but: Option<Facet>) -> Option<String> {
    let chosen = request.query.filters.iter().filter(|(facet, values)| Some(**facet) != but && !values.is_empty());
    let mut parts: Vec<String> = chosen.map(|(facet, values)| one_of(*facet, values.iter().map(String::as_str))).collect();
    if let Some(bbox) = request.query.bbox {
        // Crosses the antimeridian by itself where west is greater than east; edges belong to it.
        parts.push(format!("_geoBoundingBox([{}, {}], [{}, {}])", bbox.north, bbox.east, bbox.south, bbox.west));
    }
    if let Some((centre, near)) = request.centre.zip(request.query.near.as_ref()) {
        parts.push(format!("_geoRadius({}, {})", place(centre), u64::from(near.km) * 1_000));
    }
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

/// A filter that lets nothing but lessons through, of what it let through.
pub(super) fn only_lessons(filter: Option<String>) -> String {
    let lessons = one_of(Facet::Kind, [Kind::Lesson.id()].into_iter());
    filter.into_iter().chain([lessons]).collect::<Vec<_>>().join(" AND ")
}

/// A point as it stands in filters, without loss.
fn place(point: Point) -> String {
    format!("{}, {}", point.lat, point.lon)
}

fn one_of<'a>(facet: Facet, values: impl Iterator<Item = &'a str>) -> String {
    let values: Vec<String> = values.map(quoted).collect();
    format!("{} IN [{}]", facet.id(), values.join(", "))
}

/// A value in quotes. All but the characters of slugs and ids is written by its number: Meilisearch unescapes twice,
/// first quotes, then the rest, and no quote or backslash of a value may take part in either.
fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') {
            out.push(c);
        } else {
            // Into a String: never fails.
            _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::query::{Near, Query};

    fn of(query: &Query, but: Option<Facet>) -> Option<String> {
        filter(&Request { query, centre: Some(Point { lat: 50.94, lon: -6.5 }) }, but)
    }

    #[test]
    fn or_inside_and_between_and_one_facet_can_be_left_out() {
        let query = Query::parse("topic=care&topic=health&phase=live").unwrap();
        assert_eq!(of(&query, None).unwrap(), r#"topic IN ["care", "health"] AND phase IN ["live"]"#);
        assert_eq!(of(&query, Some(Facet::Topic)).unwrap(), r#"phase IN ["live"]"#);
        assert_eq!(of(&Query::parse("topic=care").unwrap(), Some(Facet::Topic)), None);
        assert_eq!(of(&Query::default(), None), None);
    }

    #[test]
    fn places_are_written_without_loss() {
        let bbox = Query::parse("bbox=170.00000000000003,-20,-170,20.5").unwrap();
        assert_eq!(of(&bbox, None).unwrap(), "_geoBoundingBox([20.5, -170], [-20, 170.00000000000003])");
        let near = Query { near: Some(Near { place: "50667".into(), km: 30 }), ..Query::default() };
        assert_eq!(of(&near, None).unwrap(), "_geoRadius(50.94, -6.5, 30000)");
        assert_eq!(filter(&Request { query: &near, centre: None }, None), None);
    }

    #[test]
    fn nothing_in_a_value_can_end_it() {
        for value in ["\"", "\\", "\\\"", "a\" OR kind = \"lesson", "'] OR topic EXISTS", "\u{0}", "ß 🎉", "\\u{22}", "NOT"] {
            let written = quoted(value);
            let inside = &written[1..written.len() - 1];
            assert!(written.starts_with('"') && written.ends_with('"') && !inside.contains(['"', '\'', ' ', ']', ',']), "{written}");
            assert!(inside.match_indices('\\').all(|(at, _)| inside[at..].starts_with("\\u{")), "{written}");
        }
    }
}
