//! Where an entry may be: map section and radius, tested exactly.

use super::schema::{LAT, LON};
use crate::search::Request;
use domain::geo::{BBox, Point};
use tantivy::{DocId, SegmentReader, columnar::Column};

/// The places that are asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    bbox: Option<BBox>,
    around: Option<(Point, f64)>,
}

impl Area {
    pub(super) fn of(request: &Request<'_>) -> Self {
        let around = request.centre.zip(request.query.near.as_ref().map(|near| f64::from(near.km)));
        Self { bbox: request.query.bbox, around }
    }

    /// Whether every place will do, even none.
    pub(super) fn is_everywhere(&self) -> bool {
        self.bbox.is_none() && self.around.is_none()
    }

    /// Whether an entry there is asked for; one without a place only where every place will do.
    pub(super) fn contains(&self, point: Option<Point>) -> bool {
        let Some(point) = point else { return self.is_everywhere() };
        self.bbox.is_none_or(|bbox| bbox.contains(point)) && self.around.is_none_or(|(centre, km)| is_within(centre, point, km))
    }
}

/// Exact, but spares the trigonometry where the difference in latitude alone is too much.
fn is_within(centre: Point, point: Point, km: f64) -> bool {
    /// A little less than a degree of latitude has, so that rounding never excludes.
    const KM_PER_DEGREE: f64 = 111.19;
    (centre.lat - point.lat).abs() * KM_PER_DEGREE <= km && centre.distance_km(point) <= km
}

/// The points of a segment's entries.
pub(super) struct Points {
    lat: Column<f64>,
    lon: Column<f64>,
}

impl Points {
    pub(super) fn read(segment: &SegmentReader) -> tantivy::Result<Self> {
        Ok(Self { lat: segment.fast_fields().f64(LAT)?, lon: segment.fast_fields().f64(LON)? })
    }

    pub(super) fn of(&self, doc: DocId) -> Option<Point> {
        Some(Point { lat: self.lat.first(doc)?, lon: self.lon.first(doc)? })
    }
}
