//! Where something is, as precisely as its authors want it shown.

use crate::{error::Problem, vocabulary::Precision};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A point in degrees, WGS 84. Always finite, `lat` in −90..=90, `lon` in −180..=180.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl Point {
    /// # Errors
    /// [`Problem::Malformed`] outside the bounds above.
    pub fn new(lat: f64, lon: f64) -> Result<Self, Problem> {
        if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) {
            Ok(Self { lat, lon })
        } else {
            Err(Problem::malformed("expected a latitude from -90 to 90 and a longitude from -180 to 180"))
        }
    }

    /// Great-circle distance in km (haversine, mean Earth radius 6,371 km).
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let (dlat, dlon) = (b - a, (other.lon - self.lon).to_radians());
        let h = (dlat / 2.0).sin().powi(2) + a.cos() * b.cos() * (dlon / 2.0).sin().powi(2);
        2.0 * 6371.0 * h.sqrt().min(1.0).asin()
    }
}

/// A degree of latitude in km.
const KM_PER_DEGREE: f64 = 111.195;

/// A map section. `west > east` crosses the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BBox {
    /// Western edge, degrees.
    pub west: f64,
    /// Southern edge, degrees.
    pub south: f64,
    /// Eastern edge, degrees.
    pub east: f64,
    /// Northern edge, degrees.
    pub north: f64,
}

impl BBox {
    /// Germany with all its islands.
    pub const GERMANY: Self = Self { west: 5.87, south: 47.27, east: 15.04, north: 55.06 };

    /// Europe from Iceland to the Urals.
    pub const EUROPE: Self = Self { west: -25.0, south: 34.0, east: 45.0, north: 72.0 };

    /// The box that is one point.
    #[must_use]
    pub fn of(Point { lat, lon }: Point) -> Self {
        Self { west: lon, south: lat, east: lon, north: lat }
    }

    /// The box around two that do not cross the antimeridian.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// The box around a circle of so many km, which it touches; it ends at the antimeridian and at the poles.
    #[must_use]
    pub fn around(centre: Point, km: f64) -> Self {
        let lat = km / KM_PER_DEGREE;
        let lon = lat / centre.lat.to_radians().cos().max(0.01);
        Self {
            west: (centre.lon - lon).max(-180.0),
            south: (centre.lat - lat).max(-90.0),
            east: (centre.lon + lon).min(180.0),
            north: (centre.lat + lat).min(90.0),
        }
    }

    /// Edges belong to the box.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        let in_lon = if self.west <= self.east {
            (self.west..=self.east).contains(&point.lon)
        } else {
            point.lon >= self.west || point.lon <= self.east
        };
        in_lon && (self.south..=self.north).contains(&point.lat)
    }
}

impl FromStr for BBox {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        let wrong = || Problem::malformed("expected west,south,east,north in degrees, for example 5.9,50.3,9.5,52.5");
        let edges: Vec<f64> = raw.split(',').map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?;
        let [west, south, east, north] = edges[..] else { return Err(wrong()) };
        let inside = Point::new(south, west).is_ok() && Point::new(north, east).is_ok();
        if !inside || south > north {
            return Err(wrong());
        }
        Ok(Self { west, south, east, north })
    }
}

impl fmt::Display for BBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{},{}", self.west, self.south, self.east, self.north)
    }
}

/// A place as its authors want it shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What people call it: "Köln".
    pub name: Option<String>,
    /// As it was given: `precision` says how exactly it may be shown.
    pub point: Option<Point>,
    /// How exact `point` is.
    pub precision: Precision,
}

impl Place {
    /// The point of a place that was made as coarse as it may be shown. A state or "none" has none, so that no pin claims
    /// more than is meant.
    #[must_use]
    pub fn public_point(&self) -> Option<Point> {
        match self.precision {
            Precision::Address | Precision::Town | Precision::Postcode => self.point,
            Precision::State | Precision::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_read_and_refused() {
        let nrw: BBox = "5.9,50.3,9.5,52.5".parse().unwrap();
        assert!(nrw.contains(Point { lat: 50.94, lon: 6.96 }));
        assert!(!nrw.contains(Point { lat: 52.52, lon: 13.4 }));
        for bad in ["", "1,2,3", "1,2,3,4,5", "5,52,9,50", "a,b,c,d", "NaN,0,1,1", "0,-91,1,1", "0,0,181,1"] {
            assert!(bad.parse::<BBox>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_box_may_cross_the_antimeridian() {
        let pacific: BBox = "170,-20,-170,20".parse().unwrap();
        assert!(pacific.contains(Point { lat: 0.0, lon: 179.0 }) && pacific.contains(Point { lat: 0.0, lon: -175.0 }));
        assert!(!pacific.contains(Point { lat: 0.0, lon: 0.0 }));
    }

    #[test]
    fn cologne_to_berlin_is_477_km() {
        let km = Point { lat: 50.9375, lon: 6.9603 }.distance_km(Point { lat: 52.52, lon: 13.405 });
        assert!((476.0..479.0).contains(&km), "{km}");
    }

    #[test]
    fn what_is_not_public_has_no_point() {
        let point = Some(Point { lat: 50.0, lon: 7.0 });
        for (precision, shown) in [
            (Precision::Address, true),
            (Precision::Town, true),
            (Precision::Postcode, true),
            (Precision::State, false),
            (Precision::None, false),
        ] {
            assert_eq!(Place { name: None, point, precision }.public_point().is_some(), shown);
        }
    }
}
