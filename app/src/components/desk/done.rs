//! What forms of the desk did, in words.

use crate::i18n::t;

/// All that can be told, as it stands in addresses.
const KNOWN: [&str; 25] = [
    "suggestion-published",
    "suggestion-declined",
    "report-answered",
    "report-closed",
    "claim-accepted",
    "claim-refused",
    "check-fine",
    "check-taken-back",
    "noted",
    "note-removed",
    "featured",
    "feature-ended",
    "removed",
    "restored",
    "trusted",
    "trust-ended",
    "template-added",
    "template-changed",
    "template-removed",
    "words-saved",
    "words-removed",
    "pair-dismissed",
    "pair-restored",
    "released",
    "taken-over",
];

/// Of what was done here.
pub fn words(done: &str) -> Option<String> {
    KNOWN.into_iter().find(|known| done == *known).map(|known| t!("desk-done", what = known))
}
