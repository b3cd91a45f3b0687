//! Parsing documents: the shape by serde with a path to the wrong field, then the rules between fields.

use crate::{
    error::{FieldError, Problem},
    text::told_in,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Rules that concern more than one field.
pub trait Check {
    /// Everything that is wrong, field by field.
    fn check(&self) -> Vec<FieldError>;
}

/// Reads a document from JSON.
///
/// # Errors
/// The first field of a wrong shape, or all broken rules between fields.
pub fn parse<T: DeserializeOwned + Check>(value: Value) -> Result<T, Vec<FieldError>> {
    let document: T = serde_path_to_error::deserialize(value).map_err(|error| vec![shape_error(&error)])?;
    let errors = document.check();
    if errors.is_empty() { Ok(document) } else { Err(errors) }
}

/// serde says "unknown field `x`" and "missing field `x`" about the enclosing object: move the name into the path.
fn shape_error(error: &serde_path_to_error::Error<serde_json::Error>) -> FieldError {
    let (path, message) = (error.path().to_string(), error.inner().to_string());
    let problem = told_in(&message);
    if !matches!(problem, Problem::Malformed { .. }) {
        return FieldError::new(path, problem);
    }
    let quoted = message.split('`').nth(1).unwrap_or_default();
    let within = |name: &str| match path.as_str() {
        "." => name.to_owned(),
        path if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
        path => format!("{path}.{name}"),
    };
    if message.starts_with("unknown field") {
        let allowed = message.split('`').skip(3).step_by(2).map(str::to_owned).collect();
        return FieldError::new(within(quoted), Problem::UnknownName { allowed });
    }
    if message.starts_with("missing field") {
        return FieldError::new(within(quoted), Problem::Required);
    }
    if message.starts_with("duplicate field") {
        return FieldError::new(within(quoted), Problem::Repeated);
    }
    FieldError::new(path, problem)
}

/// Reads `"x"`, `["x", "y"]` or `null` as a list.
pub(crate) fn one_or_many<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum OneOrMany<T> {
        Many(Vec<T>),
        One(Option<T>),
    }
    Ok(match <OneOrMany<T> as serde::Deserialize>::deserialize(deserializer)? {
        OneOrMany::Many(list) => list,
        OneOrMany::One(one) => one.into_iter().collect(),
    })
}

/// Refuses lists over the limit.
pub(crate) fn check_lists(lists: &[(&str, usize)]) -> Vec<FieldError> {
    let max = crate::limits::LIST;
    lists.iter().filter(|(_, len)| *len > max).map(|(field, _)| FieldError::new(*field, Problem::TooMany { max })).collect()
}
