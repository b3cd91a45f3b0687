//! The nearest of many places.

use super::tables::Place;
use domain::geo::Point;

/// Further away, a place says nothing about a point.
const REACH_KM: f64 = 60.0;
/// A degree of latitude in km, a little less than it is.
const KM_PER_DEGREE: f64 = 111.19;
/// A town of 3.6 million inhabitants: no larger one reaches further.
const WIDEST_KM: f64 = 12.0;

/// How far a town of 1,000 inhabitants reaches, in km; one of 4,000 twice as far.
#[derive(Clone, Copy)]
pub struct Spread(f64);

/// Every town is its middle: decides between countries. No place of the table falls to another country so.
pub const NONE: Spread = Spread(0.0);
/// Decides between German states, where the middle of a large town may be further away than the village over
/// the border (Mainz). Of the 7,555 postcodes whose town is known by name, 30 get a wrong state or country so, and 47
/// with `NONE`; from 0.3 km on, small towns fall to large neighbours in the next state.
pub const TOWNS: Spread = Spread(0.2);

impl Spread {
    fn of(self, place: &Place) -> f64 {
        (self.0 * (f64::from(place.population) / 1_000.0).sqrt()).min(WIDEST_KM)
    }
}

/// The nearest wanted place, at most 60 km away, where towns begin `spread` before their middle. `places` are
/// sorted from south to north.
///
/// Walks north, then south, until no place can be better than the best: some hundred distances where places are
/// dense (about 10 µs), up to 12,000 in Germany's latitudes where none is near (less than 0.5 ms).
pub fn nearest(places: &[Place], point: Point, spread: Spread, wanted: impl Fn(&Place) -> bool) -> Option<&Place> {
    let (south, north) = places.split_at(places.partition_point(|place| place.point.lat < point.lat));
    let walk = Walk { point, spread, wanted };
    walk.better(south.iter().rev(), walk.better(north.iter(), (REACH_KM, None))).1
}

struct Walk<W> {
    point: Point,
    spread: Spread,
    wanted: W,
}

/// A place and how far its edge is.
type Best<'a> = (f64, Option<&'a Place>);

impl<W: Fn(&Place) -> bool> Walk<W> {
    /// The best of `places`, each further away in latitude than the one before it, and of what is known.
    fn better<'a>(&self, places: impl Iterator<Item = &'a Place>, mut best: Best<'a>) -> Best<'a> {
        let widest = if self.spread.0 > 0.0 { WIDEST_KM } else { 0.0 };
        for place in places {
            let at_least = (place.point.lat - self.point.lat).abs() * KM_PER_DEGREE;
            if at_least > REACH_KM || at_least - widest > best.0 {
                break;
            }
            let km = if (self.wanted)(place) { place.point.distance_km(self.point) } else { f64::INFINITY };
            let edge = km - self.spread.of(place);
            if km <= REACH_KM && edge < best.0 {
                best = (edge, Some(place));
            }
        }
        best
    }
}
