//! Regions: the 16 German states (ISO 3166-2, lower case: `de-nw`) and other countries (ISO 3166-1: `at`).
//! Derived from a place, never typed by people.

use crate::error::Problem;
use crate::vocabulary::{Choice, unknown};

/// A region of the vocabulary.
pub type Region = &'static Choice;

/// Finds a region by its id.
///
/// # Errors
/// [`Problem::UnknownValue`] with the allowed ids.
pub fn parse(raw: &str) -> Result<Region, Problem> {
    CHOICES.iter().find(|c| c.id == raw).ok_or_else(|| unknown(raw, CHOICES))
}

include!("region_choices.rs");
