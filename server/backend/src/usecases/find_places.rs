//! What a text may mean as a place, for people who choose one.

use crate::{Backend, failure::Result, gazetteer::Hit, geocoder::Told};
use domain::{account::Actor, geo::Point, region::Region, vocabulary::Precision};

/// A place, and the text that means just this one in `near`; `None` where no text tells it from a larger namesake.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What people call it.
    pub name: String,
    /// The city that it is a part of, where its name does not say it.
    pub part_of: Option<&'static str>,
    /// Its postcode, where it is known.
    pub postcode: Option<String>,
    /// The German state or the country.
    pub region: Region,
    /// Where it is.
    pub point: Point,
    /// How exact that is.
    pub precision: Precision,
    /// Inhabitants, where they are known.
    pub population: Option<u32>,
    /// As `near` takes it.
    pub near: Option<String>,
}

/// Whether somebody is still typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// All of it: what the built-in places do not know, the operator's geocoder is asked, where there is one.
    Whole,
    /// A beginning, which concerns nobody else.
    Beginning,
}

/// Up to [`crate::gazetteer::HITS`] built-in places: whole names before beginnings, German ones before others, large before
/// small. Where none of them is all that was typed, those of the geocoder come before them.
///
/// # Errors
/// None of its own: a geocoder that fails adds nothing.
pub async fn find_places(backend: &Backend, _actor: &Actor, text: &str, typed: Typed) -> Result<Vec<Place>> {
    let gazetteer = backend.gazetteer;
    let built_in = gazetteer.find(text).into_iter().map(|hit| {
        let (part_of, near) = (gazetteer.part_of(&hit), gazetteer.name_of(&hit));
        place(hit, part_of, near)
    });
    let geocoder = backend.geocoder.as_ref().filter(|_| typed == Typed::Whole && !gazetteer.knows(text));
    let told = match geocoder {
        Some(geocoder) => geocoder.find(text).await.unwrap_or_default(),
        None => [].into(),
    };
    let told = told.iter().filter_map(|told| from_outside(backend, told));
    Ok(told.chain(built_in).collect())
}

fn place(hit: Hit, part_of: Option<&'static str>, near: Option<String>) -> Place {
    let precision = if hit.postcode.is_some() { Precision::Postcode } else { Precision::Town };
    let Hit { name, postcode, region, point, population } = hit;
    Place { name, part_of, postcode: postcode.map(str::to_owned), region, point, precision, population, near }
}

/// Of the region our own tables are asked: facets know no other.
fn from_outside(backend: &Backend, told: &Told) -> Option<Place> {
    let region = backend.gazetteer.region_of(told.point)?;
    let Told { name, postcode, point, precision } = told.clone();
    // `near` understands what is built in; the postcode is.
    let near = postcode.clone().filter(|code| !backend.gazetteer.find(code).is_empty());
    Some(Place { name, part_of: None, postcode, region, point, precision, population: None, near })
}
