//! The nearest of many places.

use super::tables::Place;
use domain::geo::Point;

/// Further away, a place says nothing about a point.
const REACH_KM: f64 = 60.0;
/// A degree of latitude in km, a little less than it is.
const KM_PER_DEGREE: f64 = 111.19;

/// The nearest wanted place within 60 km, of `places` sorted from south to north.
///
/// Walks north, then south, until no place can be nearer than the best: some hundred distances where places are
/// dense, up to 5,000 in Germany's latitudes where none is near. Measured (see `tests`): 4 µs in Germany, 0.1 ms at sea.
pub fn nearest(places: &[Place], point: Point, wanted: impl Fn(&Place) -> bool) -> Option<&Place> {
    let middle = places.partition_point(|place| place.point.lat < point.lat);
    let (south, north) = places.split_at(middle);
    let start = (REACH_KM, None);
    let (km, found) = north.iter().try_fold(start, |best, place| closer(best, place, point, &wanted)).unwrap_or_else(|best| best);
    let (_, found) =
        south.iter().rev().try_fold((km, found), |best, place| closer(best, place, point, &wanted)).unwrap_or_else(|best| best);
    found
}

type Best<'a> = (f64, Option<&'a Place>);

/// The better of both; an error ends the walk.
fn closer<'a>(best: Best<'a>, place: &'a Place, point: Point, wanted: &impl Fn(&Place) -> bool) -> Result<Best<'a>, Best<'a>> {
    if (place.point.lat - point.lat).abs() * KM_PER_DEGREE > best.0 {
        return Err(best);
    }
    if !wanted(place) {
        return Ok(best);
    }
    let km = place.point.distance_km(point);
    Ok(if km < best.0 { (km, Some(place)) } else { best })
}
