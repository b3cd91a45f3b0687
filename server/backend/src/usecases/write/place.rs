//! Where a place that was typed is.

use crate::{
    Backend,
    failure::Result,
    usecases::find_places::{Place, Typed, find_places},
};
use domain::{FieldError, Problem, account::Actor};
use serde_json::{Map, Value, json};

/// Looks up the place of a document where it is not the one of `before`, and keeps the point beside it. Without a point
/// where nobody knows it.
pub(in crate::usecases) async fn settle(
    backend: &Backend,
    actor: &Actor,
    before: &Map<String, Value>,
    document: &mut Map<String, Value>,
) -> Result<()> {
    let typed = document.get("place").and_then(Value::as_str).map(str::to_owned);
    if before.get("place") == document.get("place") && document.contains_key("lat") {
        return Ok(());
    }
    document.remove("lat");
    document.remove("lon");
    if let Some(place) = found(backend, actor, typed.as_deref()).await? {
        document.insert("lat".into(), json!(place.point.lat));
        document.insert("lon".into(), json!(place.point.lon));
        document.entry("precision").or_insert_with(|| json!("town"));
    }
    Ok(())
}

async fn found(backend: &Backend, actor: &Actor, typed: Option<&str>) -> Result<Option<Place>> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else { return Ok(None) };
    let is_known = backend.gazetteer.knows(typed);
    let places = find_places(backend, actor, typed, Typed::Whole).await?;
    // The beginning of a name is nobody's place; what the operator's geocoder says comes first and is whole.
    Ok(places.into_iter().next().filter(|_| is_known || backend.geocoder.is_some()))
}

/// That a place is unknown, where that matters: what reaches further than a place may call it what it likes.
pub(super) fn problem(document: &Map<String, Value>) -> Option<FieldError> {
    let place = document.get("place").and_then(Value::as_str)?;
    let is_wide = document.get("scope").and_then(Value::as_str).is_some_and(|scope| scope != "local");
    let is_unknown = !document.contains_key("lat") && !is_wide;
    is_unknown.then(|| FieldError::new("place", Problem::UnknownPlace { value: place.to_owned() }))
}
