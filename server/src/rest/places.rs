//! `GET /api/v1/places?q=`: towns and postcodes, while somebody types one.

use super::{problem::Problem, suggest::parse};
use axum::{
    Json,
    extract::{RawQuery, State},
};
use backend::{
    Backend,
    usecases::find_places::{Place, find_places},
};
use domain::{Error, Lang, account::Actor, vocabulary::Precision};
use serde_json::{Value, json};

/// Whole names before beginnings, German ones before others, large before small.
pub async fn places(State(backend): State<Backend>, RawQuery(raw): RawQuery) -> Result<Json<Value>, Problem> {
    let (text, lang) = parse(raw.as_deref().unwrap_or_default()).map_err(Error::Invalid)?;
    let places = find_places(&backend, &Actor::Visitor, &text).await?;
    Ok(Json(json!({"places": places.iter().map(|place| shape(place, lang)).collect::<Vec<_>>()})))
}

/// `region` and `near` are values of the query language: entries there, and around there.
fn shape(place: &Place, lang: Lang) -> Value {
    let hit = &place.hit;
    let (region, german) = (hit.region.label(lang), hit.region.id.starts_with("de-"));
    let germany = if lang == Lang::De { "Deutschland" } else { "Germany" };
    let precision = if hit.postcode.is_some() { Precision::Postcode } else { Precision::Town };
    json!({
        "name": hit.name,
        "postcode": hit.postcode,
        "state": german.then_some(region),
        "country": if german { germany } else { region },
        "lat": hit.point.lat,
        "lon": hit.point.lon,
        "precision": precision.id(),
        "population": hit.population,
        "region": hit.region.id,
        "near": place.near,
    })
}
