//! `GET /api/v1/suggest?q=`: what may be meant, while somebody types. Whatever else the query language has narrows it down.

use super::problem::Problem;
use crate::state::BaseUrl;
use axum::{
    Json,
    extract::{RawQuery, State},
};
use backend::{
    Backend,
    usecases::suggest::{Suggestion, Within, suggest as find},
};
use domain::{
    Error, FieldError, Lang,
    account::Actor,
    limits,
    query::{self, Query},
};
use serde_json::{Value, json};

/// All names that are no filters.
const NAMES: [&str; 2] = ["q", "lang"];

/// Up to a dozen suggestions, those of a kind one after the other.
pub async fn suggest(State(backend): State<Backend>, State(base): State<BaseUrl>, RawQuery(raw): RawQuery) -> Result<Json<Value>, Problem> {
    let (own, rest): (Vec<_>, Vec<_>) =
        query::pairs(raw.as_deref().unwrap_or_default()).into_iter().partition(|(name, _)| NAMES.contains(&&**name));
    let (text, lang) = parse(&write(&own)).map_err(Error::Invalid)?;
    let within = within(&rest).map_err(Error::Invalid)?;
    let suggestions = find(&backend, &Actor::Visitor, &text, &within, lang).await?;
    Ok(Json(json!({"suggestions": suggestions.iter().map(|suggestion| shape(&base.0, suggestion)).collect::<Vec<_>>()})))
}

fn write(pairs: &[(String, String)]) -> String {
    query::write(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// A radius counts also without a place: it is that around those suggested.
fn within(pairs: &[(String, String)]) -> Result<Within, Vec<FieldError>> {
    let query = Query::parse(&write(pairs))?;
    let km = pairs.iter().find(|(name, value)| name == "km" && !value.is_empty());
    Ok(Within { query, km: km.and_then(|(_, km)| km.trim().parse().ok()) })
}

fn shape(base: &str, suggestion: &Suggestion) -> Value {
    let mut value = json!({
        "kind": suggestion.kind.id(),
        "label": suggestion.label,
        "url": format!("{base}{}", suggestion.target.path()),
    });
    if let Some(detail) = &suggestion.detail {
        value["detail"] = json!(detail);
    }
    if let Some(id) = &suggestion.value {
        value["value"] = json!(id);
    }
    if let Some(count) = suggestion.count {
        value["count"] = json!(count);
    }
    value
}

/// What was typed, and the language of labels.
pub(super) fn parse(raw: &str) -> Result<(String, Lang), Vec<FieldError>> {
    let (mut text, mut lang, mut errors) = (None, None, vec![]);
    for (name, value) in query::pairs(raw) {
        let read = match name.as_str() {
            "q" if text.is_some() => Err(domain::Problem::Repeated),
            "lang" if lang.is_some() => Err(domain::Problem::Repeated),
            "q" => short(value.trim()).map(|value| text = Some(value)),
            "lang" => value.parse().map(|value| lang = Some(value)),
            _ => Err(domain::Problem::UnknownName { allowed: NAMES.map(str::to_owned).into() }),
        };
        errors.extend(read.err().map(|problem| FieldError::new(name, problem)));
    }
    match text {
        _ if !errors.is_empty() => Err(errors),
        None => Err(vec![FieldError::new("q", domain::Problem::Required)]),
        Some(text) => Ok((text, lang.unwrap_or_default())),
    }
}

fn short(value: &str) -> Result<String, domain::Problem> {
    let (max, actual) = (limits::SEARCH_TEXT, value.chars().count());
    match actual {
        0 => Err(domain::Problem::Required),
        _ if actual > max => Err(domain::Problem::TooLong { max, actual }),
        _ => Ok(value.to_owned()),
    }
}
