//! `GET /api/v1/search`, and the lists of one kind.

use super::{
    json,
    problem::{Problem, parse_query},
};
use crate::state::BaseUrl;
use axum::{
    Json,
    extract::{RawQuery, State},
};
use backend::{Backend, usecases::search_entries::search_entries};
use domain::{account::Actor, facet::Facet, query::Query, vocabulary::Kind};
use serde_json::{Value, json};

/// Everything the query language can ask.
pub async fn search(
    State(backend): State<Backend>,
    State(base): State<BaseUrl>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Problem> {
    answer(&backend, &base, &parse_query(query)?).await
}

/// The same for one kind only.
pub async fn list(
    kind: Kind,
    State(backend): State<Backend>,
    State(base): State<BaseUrl>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Problem> {
    let mut query = parse_query(query)?;
    query.filters.insert(Facet::Kind, [kind.id().to_owned()].into());
    answer(&backend, &base, &query).await
}

async fn answer(backend: &Backend, base: &BaseUrl, query: &Query) -> Result<Json<Value>, Problem> {
    let results = search_entries(backend, &Actor::Visitor, query).await?;
    let searched = !query.text.is_empty();
    let hits: Vec<Value> = results.page.items.iter().map(|card| json::hit(&base.0, card, searched)).collect();
    Ok(Json(json!({
        "total": results.page.total,
        "page": results.page.number,
        "per_page": results.page.per_page,
        "located": results.located,
        "near": results.centre.as_ref().map(|meant| &meant.place.name),
        "corrected": results.corrected.map(|corrected| corrected.text),
        "with_all": results.with_all,
        "taken_apart": results.taken_apart,
        "hits": hits,
        "facets": json::facets(&results.facets),
        // Of organisations the facet holds the most frequent.
        "organisations_total": results.organisations_total,
    })))
}
