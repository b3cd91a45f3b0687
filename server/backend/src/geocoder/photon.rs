//! Photon's answer: GeoJSON.

use super::{PLACES, Told, address};
use domain::{geo::Point, vocabulary::Precision};
use reqwest::Url;
use serde::Deserialize;

pub(super) fn question(endpoint: &Url, text: &str) -> Url {
    let mut url = endpoint.clone();
    let limit = PLACES.to_string();
    url.query_pairs_mut().extend_pairs([("q", text), ("limit", &limit), ("lang", "de")]);
    url
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    geometry: Geometry,
    properties: Properties,
}

#[derive(Deserialize)]
struct Geometry {
    /// Longitude, latitude.
    coordinates: [f64; 2],
}

#[derive(Deserialize)]
struct Properties {
    name: Option<String>,
    street: Option<String>,
    housenumber: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    #[serde(default, rename = "type")]
    what: String,
    #[serde(default)]
    osm_value: String,
}

/// As for Nominatim: nothing larger than a town.
pub(super) fn read(body: &[u8]) -> serde_json::Result<Vec<Told>> {
    let collection: Collection = serde_json::from_slice(body)?;
    Ok(collection.features.iter().take(PLACES).filter_map(told).collect())
}

fn told(Feature { geometry, properties }: &Feature) -> Option<Told> {
    let precision = match properties.what.as_str() {
        "country" | "state" | "county" => return None,
        "city" | "district" | "locality" => Precision::Town,
        _ if properties.osm_value == "postcode" => Precision::Postcode,
        _ => Precision::Address,
    };
    let [lon, lat] = geometry.coordinates;
    // Of a street itself, its name is that of the street.
    let street = properties.street.as_deref().filter(|_| precision == Precision::Address);
    Some(Told {
        name: address(street, properties.housenumber.as_deref(), properties.name.as_deref(), properties.city.as_deref())?,
        postcode: properties.postcode.clone(),
        point: Point::new(lat, lon).ok()?,
        precision,
    })
}
