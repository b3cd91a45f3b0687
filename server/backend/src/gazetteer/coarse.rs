//! Places as exactly as their authors want them shown: a point that was given more exactly becomes that of the town or
//! the postcode, and words that say more than a town do so no longer.

use super::{
    Gazetteer,
    fold::{base, fold},
    nearest::{TOWNS, nearest},
    tables::{Place as Town, Postcode},
};
use domain::{
    Lang,
    geo::{Place, Point},
    region::{self, Region},
    vocabulary::Precision,
};

/// A town that the words name must lie so near to the point, in km: else another one of its name is meant.
const NAMED_KM: f64 = 30.0;
/// Where no town is near, steps of a degree.
const STEP: f64 = 10.0;

impl Gazetteer {
    /// The place as everybody may know it. Doing it twice changes nothing.
    #[must_use]
    pub fn public(&self, place: Place, language: Lang) -> Place {
        let Place { name, point, precision } = place;
        let name = name.as_deref();
        match precision {
            Precision::Address => Place { name: name.map(str::to_owned), point, precision },
            Precision::Town => {
                let town = point.and_then(|point| self.town(point, name));
                let shown = name.map(|name| self.without_numbers(name, town));
                Place { name: shown, point: point.map(|point| town.map_or(rounded(point), |town| town.point)), precision }
            }
            Precision::Postcode => self.at_postcode(name, point, language),
            Precision::State => {
                let region = self.region(name, point);
                let kept = name.filter(|name| !has_digit(name) && self.find(name).is_empty()).map(str::to_owned);
                Place { name: region.map(|region| region.label(language).to_owned()).or(kept), point: None, precision }
            }
            Precision::None => Place { name: None, point: None, precision },
        }
    }

    /// The point alone, of a place of whose precision nothing was said: a town.
    #[must_use]
    pub fn town_point(&self, name: Option<&str>, point: Point) -> Point {
        self.town(point, name).map_or(rounded(point), |town| town.point)
    }

    /// Postcodes are known in Germany; elsewhere the town stands for them.
    fn at_postcode(&self, name: Option<&str>, point: Option<Point>, language: Lang) -> Place {
        let german = point.is_none_or(|point| self.region_of(point).is_some_and(|region| region.id.starts_with("de-")));
        let Some(postcode) = self.postcode(name, point).filter(|_| german) else {
            let town = self.public(Place { name: name.map(str::to_owned), point, precision: Precision::Town }, language);
            return Place { precision: Precision::Postcode, ..town };
        };
        let more = |name: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| has_digit(word) && word != postcode.code);
        let told = || self.postcode_hit(postcode).map(|hit| format!("{} {}", postcode.code, hit.name));
        let name = name.and_then(|name| if more(name) { told() } else { Some(name.to_owned()) });
        Place { name, point: point.map(|_| postcode.point), precision: Precision::Postcode }
    }

    /// The town of that name that is near, else the one that the point is in.
    fn town(&self, point: Point, name: Option<&str>) -> Option<&Town> {
        name.into_iter().flat_map(names_in).find_map(|name| self.named(&fold(name), point)).or_else(|| {
            // A suburb is a place of the table, too, and belongs to its town.
            let around = |point| nearest(&self.places, point, TOWNS, |_| true);
            let mut town = around(point)?;
            // Ends: whoever takes a town in reaches further than that.
            while let Some(larger) = around(town.point).filter(|larger| larger.point != town.point) {
                town = larger;
            }
            Some(town)
        })
    }

    fn named(&self, folded: &str, point: Point) -> Option<&Town> {
        let from = self.names.partition_point(|(name, _)| name.as_str() < folded);
        let bearers = self.names[from..].iter().take_while(|(name, _)| name == folded).map(|(_, n)| &self.places[*n as usize]);
        let near = bearers.map(|town| (town.point.distance_km(point), town)).filter(|(km, _)| *km <= NAMED_KM);
        near.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, town)| town)
    }

    /// The postcode that the words name, else the nearest one.
    fn postcode(&self, name: Option<&str>, point: Option<Point>) -> Option<&Postcode> {
        let named = |code: &str| Some(&self.postcodes[self.postcodes.binary_search_by(|postcode| postcode.code.cmp(code)).ok()?]);
        let near = |postcode: &&Postcode| point.is_none_or(|point| postcode.point.distance_km(point) <= NAMED_KM);
        let named = name.and_then(super::postcode_in).and_then(named).filter(near);
        named.or_else(|| {
            let point = point?;
            // A quarter of a degree, some 28 km, is more than the widest postcode; telling so is cheaper than distances.
            let around = self.postcodes.iter().filter(|postcode| (postcode.point.lat - point.lat).abs() < 0.25);
            around.min_by(|a, b| a.point.distance_km(point).total_cmp(&b.point.distance_km(point)))
        })
    }

    /// The state or country of a point, else of what the words name.
    fn region(&self, name: Option<&str>, point: Option<Point>) -> Option<Region> {
        let by_point = point.and_then(|point| self.region_of(point));
        let is_named = |name: &str| region::CHOICES.iter().find(|choice| Lang::ALL.iter().any(|lang| choice.label(*lang) == name));
        by_point.or_else(|| name.and_then(is_named)).or_else(|| Some(self.find(name?).first()?.region))
    }

    /// House numbers and postcodes say more than a town.
    fn without_numbers(&self, name: &str, town: Option<&Town>) -> String {
        let known = || self.find(name).into_iter().next().map(|hit| hit.name);
        match town {
            _ if !has_digit(name) => name.to_owned(),
            Some(town) => town.name.to_owned(),
            None => known().unwrap_or_default(),
        }
    }
}

/// What of some words may be the name of a town: all, what stands before `am` or a comma, and the last part of an address.
fn names_in(text: &str) -> [&str; 3] {
    let last = text.rsplit(',').next().unwrap_or(text);
    [text, base(text), last.trim_start_matches(|c: char| !c.is_alphabetic())]
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// To a tenth of a degree, some 11 km.
fn rounded(Point { lat, lon }: Point) -> Point {
    Point { lat: (lat * STEP).round() / STEP, lon: (lon * STEP).round() / STEP }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOOR: Point = Point { lat: 50.941_279, lon: 6.958_281 };

    fn public(precision: Precision, name: &str, point: Point) -> Place {
        let place = Place { name: Some(name.to_owned()).filter(|name| !name.is_empty()), point: Some(point), precision };
        let shown = Gazetteer::built_in().public(place, Lang::De);
        assert_eq!(Gazetteer::built_in().public(shown.clone(), Lang::De), shown, "twice");
        shown
    }

    #[test]
    fn an_address_stays_and_everything_coarser_moves() {
        assert_eq!(public(Precision::Address, "Domkloster 4, Köln", DOOR).point, Some(DOOR));
        for precision in [Precision::Town, Precision::Postcode] {
            let moved = public(precision, "Köln", DOOR).point.unwrap();
            assert!(moved != DOOR && moved.distance_km(DOOR) < 3.0, "{precision:?}: {moved:?}");
        }
        assert_eq!(
            public(Precision::State, "Köln", DOOR),
            Place { name: Some("Nordrhein-Westfalen".into()), point: None, precision: Precision::State }
        );
        assert_eq!(public(Precision::None, "Köln", DOOR), Place { name: None, point: None, precision: Precision::None });
    }

    #[test]
    fn all_houses_of_a_town_are_at_one_point() {
        let edge = Point { lat: 50.9, lon: 7.1 };
        assert_eq!(public(Precision::Town, "Köln", edge).point, public(Precision::Town, "Köln", DOOR).point);
        assert_eq!(public(Precision::Town, "Domkloster 4, 50667 Köln", DOOR).name.unwrap(), "Köln");
        // A namesake far away is not meant.
        let here = public(Precision::Town, "Neustadt", DOOR).point.unwrap();
        assert!(here.distance_km(DOOR) < 5.0, "{here:?}");
        let sea = Point { lat: 40.123, lon: -40.456 };
        assert_eq!(public(Precision::Town, "", sea).point, Some(Point { lat: 40.1, lon: -40.5 }));
    }

    #[test]
    fn all_houses_of_a_postcode_are_at_one_point() {
        let middle = Gazetteer::built_in().find("50667")[0].point;
        let place = public(Precision::Postcode, "Domkloster 4, 50667 Köln", DOOR);
        assert_eq!((place.name.as_deref(), place.point), (Some("50667 Köln"), Some(middle)));
        assert_eq!(public(Precision::Postcode, "50667 Köln", DOOR).name.unwrap(), "50667 Köln");
        let vienna = Point { lat: 48.208_49, lon: 16.372_08 };
        let shown = public(Precision::Postcode, "Stephansplatz 3, Wien", vienna);
        assert_eq!(shown.name.as_deref(), Some("Wien"));
        assert_ne!(shown.point, Some(vienna));
    }

    #[test]
    fn words_for_a_state_stay_unless_they_say_more() {
        assert_eq!(public(Precision::State, "Bayern", Point { lat: 48.1, lon: 11.6 }).name.unwrap(), "Bayern");
        let unlocated = |name: &str| {
            let place = Place { name: Some(name.to_owned()), point: None, precision: Precision::State };
            Gazetteer::built_in().public(place, Lang::De).name
        };
        assert_eq!(unlocated("Ruhrgebiet").as_deref(), Some("Ruhrgebiet"));
        assert_eq!(unlocated("Weimar").as_deref(), Some("Thüringen"));
        assert_eq!(unlocated("Hinter dem Haus 5"), None);
    }
}
