//! The settings of the index: code, so that an index is always as the program that asks it expects.

use super::document::{self, field};
use crate::search::{checksum::Checksum, language};
use domain::facet::Facet;
use serde_json::{Value, json};

/// Totals are exact, and all values of a facet counted, up to this; numbers of entries are values too. It costs nothing
/// until there are as many.
const MOST: u64 = 10_000_000;
/// After this time Meilisearch leaves the order as far as it is. Later than anybody waits for it: an order that is asked
/// for is exact or comes from the embedded engine.
const CUTOFF_MS: u64 = 2_000;

/// The settings.
pub(super) fn settings() -> Value {
    let facets = Facet::ALL.iter().map(|facet| facet.id());
    let filterable: Vec<&str> = facets.chain([field::GEO, field::SPOT, field::LOCATED, field::NUMBER]).collect();
    json!({
        "displayedAttributes": [field::ID, field::NUMBER, field::VERSION, field::GEO],
        "searchableAttributes": field::TEXTS,
        "filterableAttributes": filterable,
        "sortableAttributes": [field::PUBLISHED_HOUR, field::UPDATED_AT, field::TITLE_KEY, field::NUMBER],
        // An order that is asked for comes before all relevance. Without one, the newest of the same rank comes first, and
        // ties go by number, as everywhere.
        "rankingRules": [
            "sort", "words", "typo", "proximity", "attribute", "exactness",
            format!("{}:desc", field::PUBLISHED_HOUR), format!("{}:asc", field::NUMBER),
        ],
        // Mistyped words are put right when a text is read: with all words of the index in view, and marked as found.
        "typoTolerance": {"enabled": false, "disableOnNumbers": true},
        "faceting": {"maxValuesPerFacet": MOST, "sortFacetValuesBy": {"*": "alpha"}},
        "pagination": {"maxTotalHits": MOST},
        "searchCutoffMs": CUTOFF_MS,
        "facetSearch": false,
    })
}

/// What the index depends on besides its entries. Another one needs another index.
pub(super) fn version() -> String {
    let mut sum = Checksum::default();
    sum.text(&settings().to_string());
    sum.text(&language::probe());
    format!("{}-{:016x}", document::VERSION, sum.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_can_be_filtered_and_counted() {
        let settings = settings();
        let filterable = settings["filterableAttributes"].as_array().unwrap();
        assert!(Facet::ALL.iter().all(|facet| filterable.contains(&json!(facet.id()))));
    }

    #[test]
    fn no_text_leaves_the_index() {
        let shown = settings()["displayedAttributes"].clone();
        assert!(field::TEXTS.iter().all(|text| !shown.as_array().unwrap().contains(&json!(text))));
    }

    #[test]
    fn the_version_is_the_same_each_time() {
        assert_eq!(version(), version());
        assert!(version().starts_with(&format!("{}-", document::VERSION)));
    }
}
