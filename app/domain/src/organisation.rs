//! An organisation's document.

use crate::{
    document::Check,
    error::FieldError,
    geo::Place,
    project::{check_point, german, located},
    text::{MaybeLine, MaybePassage, Title, WebUrl},
    vocabulary::{Exchange, Lang, OrganisationKind, Precision},
};
use serde::{Deserialize, Serialize};

/// Raised when the shape below changes in a way old readers would not understand.
pub const SCHEMA_VERSION: i64 = 1;

/// Who publishes here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the field names are the documentation; labels stand on the organisation page")]
pub struct Organisation {
    pub name: Title,
    pub kind: OrganisationKind,
    #[serde(default)]
    pub website: Option<WebUrl>,
    #[serde(default)]
    pub place: MaybeLine,
    #[serde(default)]
    pub lat: Option<f64>,
    #[serde(default)]
    pub lon: Option<f64>,
    #[serde(default)]
    pub precision: Option<Precision>,
    #[serde(default)]
    pub description: MaybePassage,
    #[serde(default)]
    pub offers: Vec<Exchange>,
    #[serde(default)]
    pub seeks: Vec<Exchange>,
    #[serde(default = "german")]
    pub language: Lang,
}

impl Organisation {
    /// Where it is, as precisely as it may be shown.
    #[must_use]
    pub fn located(&self) -> Place {
        located(&self.place, self.lat, self.lon, self.precision)
    }
}

impl Check for Organisation {
    fn check(&self) -> Vec<FieldError> {
        check_point(self.lat, self.lon).into_iter().collect()
    }
}
