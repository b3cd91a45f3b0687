//! `GET /api/v1/places?q=`: towns and postcodes. `typed=beginning` says that somebody is still typing: then no geocoder is
//! asked.

use super::{problem, suggest::parse};
use axum::{
    Json,
    extract::{RawQuery, State},
};
use backend::{
    Backend,
    usecases::find_places::{Place, Typed, find_places},
};
use domain::{Error, FieldError, Lang, Problem, account::Actor, query};
use serde_json::{Value, json};

/// Whole names before beginnings, German ones before others, large before small.
pub async fn places(State(backend): State<Backend>, RawQuery(raw): RawQuery) -> Result<Json<Value>, problem::Problem> {
    let (rest, typed) = split(raw.as_deref().unwrap_or_default())?;
    let (text, lang) = parse(&rest).map_err(Error::Invalid)?;
    let places = find_places(&backend, &Actor::Visitor, &text, typed).await?;
    Ok(Json(json!({"places": places.iter().map(|place| shape(place, lang)).collect::<Vec<_>>()})))
}

/// What `typed` says, and the query without it.
fn split(raw: &str) -> Result<(String, Typed), Error> {
    let (typed, rest): (Vec<_>, Vec<_>) = query::pairs(raw).into_iter().partition(|(name, _)| name == "typed");
    let typed = match typed.first().map(|(_, value)| value.as_str()) {
        None | Some("" | "whole") => Typed::Whole,
        Some("beginning") => Typed::Beginning,
        Some(other) => {
            let problem = Problem::UnknownValue { value: other.to_owned(), allowed: vec!["whole".into(), "beginning".into()] };
            return Err(Error::Invalid(vec![FieldError::new("typed", problem)]));
        }
    };
    Ok((query::write(rest.iter().map(|(name, value)| (name.as_str(), value.as_str()))), typed))
}

/// `part_of` is the city where `name` is a part of one. `region` and `near` are values of the query language: entries
/// there, and around there.
fn shape(place: &Place, lang: Lang) -> Value {
    let (region, german) = (place.region.label(lang), place.region.id.starts_with("de-"));
    let germany = if lang == Lang::De { "Deutschland" } else { "Germany" };
    json!({
        "name": place.name,
        "part_of": place.part_of,
        "postcode": place.postcode,
        "state": german.then_some(region),
        "country": if german { germany } else { region },
        "lat": place.point.lat,
        "lon": place.point.lon,
        "precision": place.precision.id(),
        "population": place.population,
        "region": place.region.id,
        "near": place.near,
    })
}
