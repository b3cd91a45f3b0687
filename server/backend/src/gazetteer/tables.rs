//! The built-in tables: one place a line, fields between tabs. Each comes under its own licence and stays its own file.

use super::{Hit, fold::base};
use domain::{
    geo::Point,
    region::{self, Region},
};
use std::collections::HashMap;

/// GeoNames, CC BY 4.0: name, other names, region, population, lat, lon.
pub const PLACES: &str = include_str!("../../data/places.tsv");
/// © OpenStreetMap contributors, ODbL: postcode, names of its towns, lat, lon.
pub const POSTCODES: &str = include_str!("../../data/postcodes.tsv");

/// A town or a part of one.
#[derive(Debug)]
pub struct Place {
    /// In German, where there is such a name.
    pub name: &'static str,
    others: &'static str,
    /// The German state or the country.
    pub region: Region,
    /// Inhabitants; 0 where nobody counted.
    pub population: u32,
    /// Somewhere in it.
    pub point: Point,
}

impl Place {
    /// All its names, the short forms too.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let names = std::iter::once(self.name).chain(list(self.others));
        names.flat_map(|name| [name, base(name)])
    }

    /// Whether it is in Germany.
    #[must_use]
    pub fn is_german(&self) -> bool {
        self.region.id.starts_with("de-")
    }

    /// As an answer.
    #[must_use]
    pub fn hit(&self) -> Hit {
        let population = Some(self.population).filter(|people| *people > 0);
        Hit { name: self.name.to_owned(), postcode: None, region: self.region, point: self.point, population }
    }
}

/// A German postcode.
#[derive(Debug)]
pub struct Postcode {
    /// Five digits.
    pub code: &'static str,
    towns: &'static str,
    /// The middle of its area.
    pub point: Point,
}

impl Postcode {
    /// The names of its towns; two codes have none.
    pub fn towns(&self) -> impl Iterator<Item = &'static str> + use<> {
        list(self.towns)
    }
}

fn list(names: &'static str) -> impl Iterator<Item = &'static str> + use<> {
    names.split(';').filter(|name| !name.is_empty())
}

/// All towns. A line that cannot be read is left out; a test sees that there is none.
pub fn places() -> Vec<Place> {
    let regions: HashMap<&str, Region> = region::CHOICES.iter().map(|choice| (choice.id, choice)).collect();
    let read = |line: &'static str| {
        let [name, others, region, population, lat, lon] = fields(line)?;
        Some(Place { name, others, region: regions.get(region)?, population: population.parse().ok()?, point: point(lat, lon)? })
    };
    PLACES.lines().filter_map(read).collect()
}

/// All German postcodes, as [`places`].
pub fn postcodes() -> Vec<Postcode> {
    let read = |line: &'static str| {
        let [code, towns, lat, lon] = fields(line)?;
        Some(Postcode { code, towns, point: point(lat, lon)? })
    };
    POSTCODES.lines().filter_map(read).collect()
}

fn fields<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    line.split('\t').collect::<Vec<_>>().try_into().ok()
}

fn point(lat: &str, lon: &str) -> Option<Point> {
    Point::new(lat.parse().ok()?, lon.parse().ok()?).ok()
}
