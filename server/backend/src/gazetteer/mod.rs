//! Places without asking anybody: German postcodes, the towns of the world, and the region of a point.
//!
//! The tables are built in (2.4 MB, made by `data/build.py`; whose they are and under which licence: `data/NOTICE.md`).
//! Knows no streets: for those an operator may name a geocoder of their own.

mod coarse;
mod fold;
mod meaning;
mod nearest;
mod part;
mod tables;

#[cfg(test)]
mod tests;

pub use meaning::Meant;

use domain::{geo::Point, region::Region};
use fold::{base, fold};
use nearest::nearest;
use std::{cmp::Reverse, collections::HashSet, sync::LazyLock};
use tables::{Place, Postcode};

/// How many hits [`Gazetteer::find`] gives at most.
pub const HITS: usize = 8;
/// How many digits of a postcode are worth a list.
const POSTCODE_PREFIX: usize = 3;
/// Further apart, a town and a postcode that bear one name are two.
const SAME_TOWN_KM: f64 = 15.0;

/// A postcode or a town that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What people call it. A postcode that several towns share has all their names, with commas between.
    pub name: String,
    /// The postcode, where that was looked for.
    pub postcode: Option<&'static str>,
    /// The German state or the country.
    pub region: Region,
    /// A point in the town; the middle of a postcode's area.
    pub point: Point,
    /// Inhabitants, where they are known.
    pub population: Option<u32>,
}

/// All places.
#[derive(Debug)]
pub struct Gazetteer {
    /// From south to north.
    places: Vec<Place>,
    /// By code.
    postcodes: Vec<Postcode>,
    /// Folded names and the places that bear them, by name.
    names: Vec<(String, u32)>,
}

impl Gazetteer {
    /// The built-in places. The first call reads the tables: about 0.1 s.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::new(tables::places(), tables::postcodes()));
        &BUILT_IN
    }

    fn new(mut places: Vec<Place>, mut postcodes: Vec<Postcode>) -> Self {
        places.sort_by(|a, b| a.point.lat.total_cmp(&b.point.lat));
        postcodes.sort_by_key(|postcode| postcode.code);
        let mut names: Vec<(String, u32)> =
            (0..).zip(&places).flat_map(|(n, place)| place.names().map(move |name| (fold(name), n))).collect();
        names.sort_unstable();
        names.dedup();
        Self { places, postcodes, names }
    }

    /// The names of all places, in German too, long and short. Some are there more than once.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.places.iter().flat_map(Place::names)
    }

    /// What `text` may mean: a German postcode (three digits or more) or a town, German or not, however its
    /// umlauts are written. Whole names before beginnings of names, German towns before others, large before small.
    /// A region after a comma or in brackets tells places of one name apart: `Neustadt, Hessen`.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        if let Some(digits) = postcode_in(text) {
            return self.find_postcode(digits);
        }
        let hits = self.find_town(text, |_| true);
        if !hits.is_empty() {
            return hits;
        }
        match meaning::qualified(text) {
            Some((name, region)) => self.find_town(name, |place| place.region.id == region),
            None => self.find_town(base(text), |_| true),
        }
    }

    /// The German state or the country of a point, told by the nearest place within 60 km. Within a few km of a
    /// border it may be the one across.
    #[must_use]
    pub fn region_of(&self, point: Point) -> Option<Region> {
        let place = nearest(&self.places, point, nearest::NONE, |_| true)?;
        let state = if place.is_german() { self.nearest_german(point, |_| true) } else { None };
        Some(state.unwrap_or(place).region)
    }

    /// Every place, with its inhabitants.
    pub fn towns(&self) -> impl Iterator<Item = (Point, u32)> + '_ {
        self.places.iter().map(|place| (place.point, place.population))
    }

    fn nearest_german(&self, point: Point, wanted: impl Fn(&Place) -> bool) -> Option<&Place> {
        nearest(&self.places, point, nearest::TOWNS, |place| place.is_german() && wanted(place))
    }

    fn find_postcode(&self, digits: &str) -> Vec<Hit> {
        let from = self.postcodes.partition_point(|postcode| postcode.code < digits);
        let found = self.postcodes[from..].iter().take_while(|postcode| postcode.code.starts_with(digits));
        found.filter_map(|postcode| self.postcode_hit(postcode)).take(HITS).collect()
    }

    fn postcode_hit(&self, postcode: &Postcode) -> Option<Hit> {
        let place = self.town_of(postcode)?;
        let towns = postcode.towns().collect::<Vec<_>>().join(", ");
        let name = if towns.is_empty() { place.name.to_owned() } else { towns };
        Some(Hit { name, postcode: Some(postcode.code), region: place.region, point: postcode.point, population: None })
    }

    /// The town that a postcode names, where the table of towns has it; else the nearest German place.
    fn town_of(&self, postcode: &Postcode) -> Option<&Place> {
        let close = |place: &Place| place.point.distance_km(postcode.point) < SAME_TOWN_KM;
        let named = |place: &Place| postcode.towns().any(|town| place.names().any(|name| name == town || name == base(town)));
        let town = self.nearest_german(postcode.point, |place| close(place) && named(place));
        town.or_else(|| self.nearest_german(postcode.point, |_| true))
    }

    fn find_town(&self, text: &str, wanted: impl Fn(&Place) -> bool) -> Vec<Hit> {
        let (folded, typed) = (fold(text), text.trim().to_lowercase());
        if folded.is_empty() {
            return Vec::new();
        }
        let from = self.names.partition_point(|(name, _)| *name < folded);
        let candidates = self.names[from..].iter().take_while(|(name, _)| name.starts_with(&folded));
        let candidates = candidates.filter(|(_, n)| wanted(&self.places[*n as usize]));
        let mut ranked: Vec<_> = candidates.map(|(name, n)| (self.rank(*n, *name == folded, &typed), *n)).collect();
        ranked.sort_unstable();
        let mut seen = HashSet::new();
        ranked.iter().filter(|(_, n)| seen.insert(*n)).take(HITS).map(|(_, n)| self.places[*n as usize].hit()).collect()
    }

    /// Smaller is better. Among whole names of a country, one written as typed comes first: Au before Aue.
    fn rank(&self, n: u32, whole: bool, typed: &str) -> (bool, bool, bool, Reverse<u32>) {
        let place = &self.places[n as usize];
        let as_typed = whole && place.names().any(|name| name.to_lowercase() == typed);
        (!whole, !place.is_german(), !as_typed, Reverse(place.population))
    }
}

/// The digits of a postcode: `50667`, `D-50667 Köln`, or the beginning of one.
fn postcode_in(text: &str) -> Option<&str> {
    let text = text.trim();
    let whole = text.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 5);
    whole.or_else(|| ((POSTCODE_PREFIX..5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then_some(text))
}
