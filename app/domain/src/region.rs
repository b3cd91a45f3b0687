//! Regions: the 16 German states (ISO 3166-2, lower case: `de-nw`) and other countries (ISO 3166-1: `at`).
//! Derived from a place, never typed by people.

use crate::vocabulary::Choice;

/// A region of the vocabulary.
pub type Region = &'static Choice;

include!("region_choices.rs");
