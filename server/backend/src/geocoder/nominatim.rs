//! Nominatim's `jsonv2`: a list of places with their addresses in parts.

use super::{PLACES, Told, address};
use domain::{geo::Point, vocabulary::Precision};
use reqwest::Url;
use serde::Deserialize;

pub(super) fn question(endpoint: &Url, text: &str) -> Url {
    let mut url = endpoint.clone();
    let limit = PLACES.to_string();
    url.query_pairs_mut().extend_pairs([("q", text), ("format", "jsonv2"), ("addressdetails", "1"), ("limit", &limit)]);
    url
}

#[derive(Deserialize)]
struct Place {
    lat: String,
    lon: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    addresstype: String,
    #[serde(default)]
    address: Parts,
}

#[derive(Deserialize, Default)]
struct Parts {
    house_number: Option<String>,
    road: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    town: Option<String>,
    village: Option<String>,
    municipality: Option<String>,
}

/// What is no point, and what is larger than a town, is left out: a pin in the middle of a state says nothing.
pub(super) fn read(body: &[u8]) -> serde_json::Result<Vec<Told>> {
    let places: Vec<Place> = serde_json::from_slice(body)?;
    Ok(places.iter().take(PLACES).filter_map(told).collect())
}

fn told(place: &Place) -> Option<Told> {
    let parts = &place.address;
    let precision = match place.addresstype.as_str() {
        "country" | "state" | "region" | "province" | "state_district" | "county" => return None,
        "postcode" => Precision::Postcode,
        "city" | "town" | "village" | "municipality" | "hamlet" | "borough" | "suburb" | "quarter" | "neighbourhood"
        | "isolated_dwelling" => Precision::Town,
        _ => Precision::Address,
    };
    let town = parts.city.as_ref().or(parts.town.as_ref()).or(parts.village.as_ref()).or(parts.municipality.as_ref());
    let name = Some(place.name.as_str()).filter(|name| !name.is_empty());
    let street = parts.road.as_deref().filter(|_| precision == Precision::Address);
    Some(Told {
        name: address(street, parts.house_number.as_deref(), name, town.map(String::as_str))?,
        postcode: parts.postcode.clone(),
        point: Point::new(place.lat.parse().ok()?, place.lon.parse().ok()?).ok()?,
        precision,
    })
}
