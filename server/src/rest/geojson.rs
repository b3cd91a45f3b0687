//! `GET /api/v1/projects.geojson`: every project of the query that has a place.

use super::{
    json,
    problem::{Problem, parse_query},
};
use crate::state::BaseUrl;
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use backend::{
    Backend, Failure,
    usecases::{list_located::list_located, views::Card},
};
use domain::{account::Actor, facet::Facet, geo::Point, vocabulary::Kind};
use geojson::{Feature, FeatureWriter, GeometryValue, JsonObject};
use serde_json::json;

/// Written by the `geojson` crate's `FeatureWriter`, coordinates as longitude, latitude.
pub async fn projects(State(backend): State<Backend>, State(base): State<BaseUrl>, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let mut query = parse_query(query)?;
    query.filters.insert(Facet::Kind, [Kind::Project.id().to_owned()].into());
    let cards = list_located(&backend, &Actor::Visitor, &query).await?;
    let mut out = vec![];
    let mut writer = FeatureWriter::from_writer(&mut out);
    for (card, point) in cards.iter().filter_map(|card| card.point.map(|point| (card, point))) {
        writer.write_feature(&feature(&base.0, card, point)).map_err(broken)?;
    }
    writer.finish().map_err(broken)?;
    drop(writer);
    Ok(([(header::CONTENT_TYPE, "application/geo+json")], out).into_response())
}

fn broken(error: geojson::Error) -> Failure {
    Failure::File(std::io::Error::other(error))
}

fn feature(base: &str, card: &Card, point: Point) -> Feature {
    let properties = json!({
        "slug": card.slug,
        "title": card.title,
        "summary": card.summary,
        "organisation": card.organisation.as_ref().map(|(slug, _)| slug),
        "organisation_name": card.organisation.as_ref().map(|(_, name)| name),
        "phase": card.phase,
        "topics": card.topics,
        "place": card.place,
        "language": card.language,
        "origin": card.origin,
        "updated_at": json::time(card.updated_at),
        "url": json::url(base, card.kind, &card.slug),
    });
    Feature {
        geometry: Some(GeometryValue::new_point([point.lon, point.lat]).into()),
        properties: properties.as_object().cloned().or_else(|| Some(JsonObject::new())),
        id: Some(geojson::feature::Id::String(card.slug.to_string())),
        ..Feature::default()
    }
}
