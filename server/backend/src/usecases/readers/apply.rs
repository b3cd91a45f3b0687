//! Taking over what a reader suggests: into what is public, and into what is being written.

use crate::{Backend, failure::Result, usecases::write::place};
use domain::{
    FieldError, Problem,
    account::Actor,
    form::{self, Input},
    reader::Changes,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// Of the changes, those of these fields.
///
/// # Errors
/// [`domain::Error::Invalid`] on `field` where that is none.
pub(super) fn chosen(changes: &Changes, fields: &[String]) -> Result<Changes> {
    let chosen: Changes =
        changes.iter().filter(|(name, _)| fields.contains(name)).map(|(name, change)| (name.clone(), change.clone())).collect();
    if chosen.is_empty() {
        return Err(vec![FieldError::new("field", Problem::Required)].into());
    }
    Ok(chosen)
}

/// The document with these changes, and with the point of its place where that is another.
pub(super) async fn apply(
    backend: &Backend,
    actor: &Actor,
    kind: Kind,
    before: &Map<String, Value>,
    changes: &Changes,
) -> Result<Map<String, Value>> {
    let mut document = before.clone();
    for (name, change) in changes {
        form::set(&mut document, name, Some(change.new.clone()).filter(|value| !value.is_null()));
    }
    let is_moved = changes.keys().any(|name| form::field_of(kind, name).is_some_and(|field| field.input == Input::Place));
    if is_moved {
        place::settle(backend, actor, before, &mut document).await?;
    }
    Ok(document)
}

/// Of the changes, those that write over nothing that somebody else wrote in this draft meanwhile: it says what was
/// public, or what is suggested.
pub(super) fn harmless(changes: &Changes, public: &Map<String, Value>, draft: &Map<String, Value>) -> Changes {
    let is_harmless = |name: &str| form::value_of(draft, name) == form::value_of(public, name);
    changes.iter().filter(|(name, _)| is_harmless(name)).map(|(name, change)| (name.clone(), change.clone())).collect()
}
