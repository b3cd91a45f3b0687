//! Places without asking anybody: German postcodes, the towns of the world, and the region of a point.
//!
//! The tables are built in (2.4 MB, made by `data/build.py`; whose they are and under which licence: `data/NOTICE.md`).
//! Knows no streets: for those an operator may name a geocoder of their own.

mod fold;
mod nearest;
mod tables;

#[cfg(test)]
mod tests;

use domain::{geo::Point, region::Region};
use fold::{base, fold};
use std::{cmp::Reverse, collections::HashSet, sync::LazyLock};
use tables::{Place, Postcode};

/// How many hits [`Gazetteer::find`] gives at most.
pub const HITS: usize = 8;
/// How many digits of a postcode are worth a list.
const POSTCODE_PREFIX: usize = 3;

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
    /// The built-in places. The first call reads the tables (about 60 ms); 12 MB stay in memory.
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

    /// What `text` may mean: a German postcode (three digits or more) or a town, German or not, however its
    /// umlauts are written. Whole names before beginnings of names, German towns before others, large before small.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        match postcode_in(text) {
            Some(digits) => self.find_postcode(digits),
            None => Some(self.find_town(text)).filter(|hits| !hits.is_empty()).unwrap_or_else(|| self.find_town(base(text))),
        }
    }

    /// The region of the nearest place within 60 km: the German state or the country.
    #[must_use]
    pub fn region_of(&self, point: Point) -> Option<Region> {
        nearest::nearest(&self.places, point, |_| true).map(|place| place.region)
    }

    fn find_postcode(&self, digits: &str) -> Vec<Hit> {
        let from = self.postcodes.partition_point(|postcode| postcode.code < digits);
        let found = self.postcodes[from..].iter().take_while(|postcode| postcode.code.starts_with(digits));
        found.filter_map(|postcode| self.postcode_hit(postcode)).take(HITS).collect()
    }

    /// A German postcode lies in Germany, whatever place across the border may be nearer.
    fn postcode_hit(&self, postcode: &Postcode) -> Option<Hit> {
        let german = nearest::nearest(&self.places, postcode.point, Place::is_german)?;
        let towns: Vec<&str> = postcode.towns().collect();
        let name = if towns.is_empty() { german.name.to_owned() } else { towns.join(", ") };
        Some(Hit { name, postcode: Some(postcode.code), region: german.region, point: postcode.point, population: None })
    }

    fn find_town(&self, text: &str) -> Vec<Hit> {
        let (folded, typed) = (fold(text), text.trim().to_lowercase());
        if folded.is_empty() {
            return Vec::new();
        }
        let from = self.names.partition_point(|(name, _)| *name < folded);
        let candidates = self.names[from..].iter().take_while(|(name, _)| name.starts_with(&folded));
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
