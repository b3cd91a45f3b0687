//! Errors as `application/problem+json` (RFC 9457), with every wrong field and what is allowed.

use axum::{
    Json,
    extract::{FromRequestParts, rejection::PathRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::Failure;
use domain::{Error, FieldError, query::Query};
use serde_json::{Value, json};

/// An error on its way out.
#[derive(Debug)]
pub struct Problem(Error);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self(failure.tell())
    }
}

/// The parts of an address. Where they are not of the right shape, nothing is there.
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub struct Path<T>(pub T);

impl From<PathRejection> for Problem {
    fn from(_: PathRejection) -> Self {
        Self(Error::NotFound)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let fields: Vec<Value> = match &self.0 {
            Error::Invalid(errors) => errors.iter().map(field).collect(),
            _ => vec![],
        };
        let mut body = json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or("Error"),
            "status": status.as_u16(),
            "detail": self.0.to_string(),
        });
        if !fields.is_empty() {
            body["errors"] = Value::Array(fields);
        }
        (status, [(header::CONTENT_TYPE, "application/problem+json")], Json(body)).into_response()
    }
}

/// `{field, code, detail, …}` with whatever the code carries: `allowed`, `max`, `value`.
fn field(error: &FieldError) -> Value {
    let mut value = serde_json::to_value(&error.problem).unwrap_or_default();
    value["field"] = json!(error.field);
    value["detail"] = json!(error.problem.reason());
    value
}

/// Reads the query language.
///
/// # Errors
/// Every unknown name and value.
pub fn parse_query(raw: Option<String>) -> Result<Query, Problem> {
    Query::parse(raw.as_deref().unwrap_or_default()).map_err(|errors| Problem(Error::Invalid(errors)))
}

/// For addresses below `/api/v1` that are none.
pub async fn not_found() -> Problem {
    Problem(Error::NotFound)
}
