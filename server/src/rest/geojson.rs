//! `GET /api/v1/projects.geojson`: every project of the query that has a place.

use super::{
    json,
    problem::{Problem, parse_query},
};
use crate::{etag, state::BaseUrl};
use axum::{
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{
    Backend,
    usecases::{
        list_located::{Located, list_located},
        views::Card,
    },
};
use domain::{account::Actor, facet::Facet, geo::Point, vocabulary::Kind};
use futures::stream;
use geojson::{Feature, FeatureWriter, GeometryValue, JsonObject};
use serde_json::json;
use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

/// Written by the `geojson` crate's `FeatureWriter` while it is sent, coordinates as longitude, latitude. Other sites'
/// scripts may read it: maps load such layers in the browser.
pub async fn projects(
    State(backend): State<Backend>,
    State(base): State<BaseUrl>,
    asked: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let mut query = parse_query(query)?;
    query.filters.insert(Facet::Kind, [Kind::Project.id().to_owned()].into());
    // Told before anything is read: the answer may be newer than its tag, never older.
    let tag = etag::tag_of_state(&(backend.indexer.mark(), query.to_query_string()));
    let is_known = etag::is_known(&asked, &tag);
    let head = ([(header::ETAG, tag)], [(header::CACHE_CONTROL, "no-cache"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")]);
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, head.0, head.1).into_response());
    }
    let located = list_located(&backend, &Actor::Visitor, &query).await?;
    let body = Body::from_stream(stream::try_unfold(Some(Writing::new(base, located)), Writing::go_on));
    let file = (header::CONTENT_DISPOSITION, "inline; filename=\"allmende-projects.geojson\"");
    Ok((head.0, head.1, [(header::CONTENT_TYPE, "application/geo+json"), file], body).into_response())
}

/// A collection that is being written: what is there is sent, then comes more.
struct Writing {
    base: BaseUrl,
    located: Located,
    writer: FeatureWriter<Pipe>,
    pipe: Pipe,
}

impl Writing {
    fn new(base: BaseUrl, located: Located) -> Self {
        let pipe = Pipe::default();
        Self { base, located, writer: FeatureWriter::from_writer(pipe.clone()), pipe }
    }

    /// The next piece. A fault breaks the answer off: half a collection must not look like a whole one.
    async fn go_on(writing: Option<Self>) -> io::Result<Option<(Bytes, Option<Self>)>> {
        let Some(mut writing) = writing else { return Ok(None) };
        let cards = writing.located.next().await.map_err(|failure| io::Error::other(failure.tell()))?;
        let is_last = cards.is_none();
        for (card, point) in cards.iter().flatten().filter_map(|card| Some((card, card.point?))) {
            writing.writer.write_feature(&feature(&writing.base.0, card, point)).map_err(io::Error::other)?;
        }
        if is_last {
            writing.writer.finish().map_err(io::Error::other)?;
        }
        let piece = writing.pipe.take();
        Ok(Some((piece, (!is_last).then_some(writing))))
    }
}

/// Takes what the writer writes until it is sent. Clones share it.
#[derive(Default, Clone)]
struct Pipe(Arc<Mutex<Vec<u8>>>);

impl Pipe {
    fn take(&self) -> Bytes {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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
