//! What an address says that means nothing here: told in the words of the page, and the address without it.

use crate::{
    context::{Here, lang},
    i18n::t,
    routes,
};
use domain::{FieldError, Problem, facet::Facet};

/// What is wrong with one value, without the names and values that programs know it by.
pub fn sentence(error: FieldError) -> String {
    let FieldError { field, problem } = error;
    match (problem, name(&field)) {
        (Problem::UnknownName { .. }, _) => t!("misread-name", name = field),
        (Problem::UnknownValue { value, .. }, Some(name)) => t!("misread-value", value = value, name = name),
        (Problem::UnknownValue { value, .. }, None) => t!("misread-value-of-none", value = value),
        (Problem::Needs { .. }, _) if field == "sort" => t!("misread-distance"),
        (problem, Some(name)) => format!("{name}: {}", problem.describe(lang())),
        (problem, None) => problem.describe(lang()),
    }
}

/// What readers know as this part of an address.
fn name(field: &str) -> Option<String> {
    if let Some(facet) = Facet::named(field) {
        return Some(facet.label(lang()).to_owned());
    }
    Some(match field {
        "q" => t!("misread-text"),
        "bbox" => t!("misread-section"),
        "near" => t!("place-label"),
        "km" => t!("place-km"),
        "sort" | "order" => t!("sort-label"),
        "from" => t!("misread-from"),
        "to" => t!("misread-to"),
        "page" => t!("misread-page"),
        "per_page" => t!("misread-per-page"),
        "view" => t!("views-label"),
        "facet" => t!("filters"),
        "lang" => t!("misread-language"),
        _ => return None,
    })
}

/// The address of this page without what is wrong; where something is missing, that of everything.
pub fn without(here: &Here, errors: &[FieldError]) -> String {
    // A page of a filter's values is nothing without the filter.
    if errors.iter().any(|error| error.problem == Problem::Required || error.field == "facet") {
        return routes::EXPLORE.path();
    }
    let is_wrong = |name: &str, value: &str| {
        errors.iter().filter(|error| error.field == name).any(|error| match &error.problem {
            // One of several values of a filter: the others may stay.
            Problem::UnknownValue { value: wrong, .. } => wrong.trim() == value.trim(),
            _ => true,
        })
    };
    let pairs = domain::query::pairs(&here.query);
    let right = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).filter(|(name, value)| !is_wrong(name, value));
    let query = domain::query::write(right);
    if query.is_empty() { here.path.to_string() } else { format!("{}?{query}", here.path) }
}
