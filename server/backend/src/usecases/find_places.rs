//! What a text may mean as a place, for people who choose one.

use crate::{Backend, failure::Result, gazetteer::Hit};
use domain::account::Actor;

/// A place, and the text that means just this one in `near`; `None` where no text tells it from a larger namesake.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Where and what it is.
    pub hit: Hit,
    /// As `near` takes it.
    pub near: Option<String>,
}

/// Up to [`crate::gazetteer::HITS`] places: whole names before beginnings, German ones before others, large before small.
///
/// # Errors
/// None of its own.
pub async fn find_places(backend: &Backend, _actor: &Actor, text: &str) -> Result<Vec<Place>> {
    let places = backend.gazetteer.find(text).into_iter().map(|hit| Place { near: backend.gazetteer.name_of(&hit), hit });
    Ok(places.collect())
}
