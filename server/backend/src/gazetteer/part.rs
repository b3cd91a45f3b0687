//! Which city a part of it belongs to.
//!
//! The table of places does not tell "Mitte" from a town of its own. The one of postcodes does: it names towns and villages,
//! and never parts of cities.

use super::{Gazetteer, Hit, SAME_TOWN_KM, fold::base, tables::Postcode};
use domain::{Lang, geo::Point};

/// From so many inhabitants on, a town has parts that people know by name. Around smaller ones it is villages that the
/// postcodes leave out.
const CITY: u32 = 100_000;
/// The middle of the nearest postcode is no further from a place in a city.
const NEXT_KM: f64 = 3.0;
/// The middle of its city is no further.
const CITY_KM: f64 = 25.0;
/// So many postcodes around a place must name the city, and nothing else.
const AGREE: usize = 3;

impl Gazetteer {
    /// The city that a place is a part of, where that is clear and its name does not say it: Hannover for the Mitte there.
    /// Of the 11,870 German places it finds the city of 400; two of them are villages at its edge.
    #[must_use]
    pub fn part_of(&self, hit: &Hit) -> Option<&'static str> {
        if hit.postcode.is_some() || !hit.region.id.starts_with("de-") {
            return None;
        }
        let around = self.postcodes_around(hit.point);
        let is_it = |town: &str| town == hit.name || base(town) == base(&hit.name);
        if around.iter().any(|(_, postcode)| postcode.towns().any(is_it)) {
            return None;
        }
        let nearest = around.get(..AGREE).filter(|nearest| nearest[0].0 < NEXT_KM)?;
        let city = nearest[0].1.towns().next()?;
        let agree = nearest.iter().all(|(_, postcode)| postcode.towns().eq([city]));
        (agree && !hit.name.contains(city) && self.is_city(city, hit)).then_some(city)
    }

    /// That city, unless its region is called like it: of the Mitte in Berlin, "Berlin" says all.
    #[must_use]
    pub fn city_beside_region(&self, hit: &Hit, lang: Lang) -> Option<&'static str> {
        self.part_of(hit).filter(|city| *city != hit.region.label(lang))
    }

    /// German postcodes within the reach of a town, the nearest first.
    fn postcodes_around(&self, point: Point) -> Vec<(f64, &Postcode)> {
        // Degrees of latitude first, which cost less: 111 km each.
        let may_be = |postcode: &&Postcode| (postcode.point.lat - point.lat).abs() * 111.0 < SAME_TOWN_KM;
        let around = self.postcodes.iter().filter(may_be).map(|postcode| (postcode.point.distance_km(point), postcode));
        let mut around: Vec<_> = around.filter(|(km, _)| *km < SAME_TOWN_KM).collect();
        around.sort_by(|a, b| a.0.total_cmp(&b.0));
        around
    }

    /// Whether a city of this name is around a place, and more than it.
    fn is_city(&self, name: &str, part: &Hit) -> bool {
        let found = self.find_town(name, |place| {
            place.point.distance_km(part.point) < CITY_KM && place.names().any(|known| known == name || known == base(name))
        });
        let people = found.iter().filter_map(|city| city.population).max().unwrap_or_default();
        people >= CITY && people > part.population.unwrap_or_default()
    }
}
