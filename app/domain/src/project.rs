//! A project's document: the profile as its authors tell it. Field names are those of the interchange format.

use crate::{
    document::{Check, check_lists},
    error::{FieldError, Problem},
    geo::{Place, Point},
    text::{Line, MaybeLine, MaybePassage, Passage, Slug, Summary, Title, WebUrl, custom},
    time::PartialDate,
    vocabulary::{CostBand, EffortBand, Exchange, Lang, PersonalData, Phase, Precision, Scope, Sourcing, Technique, Topic},
};
use serde::{Deserialize, Deserializer, Serialize};

/// Raised when the shape below changes in a way old readers would not understand.
pub const SCHEMA_VERSION: i64 = 1;

/// Everything an organisation says about a project. Only `title`, `summary`, `problem`, `phase` and
/// one of `place` and `scope` are required; what is empty was not said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the field names are the documentation; labels stand on the project page")]
pub struct Project {
    pub title: Title,
    #[serde(default)]
    pub organisation: Option<Slug>,
    pub summary: Summary,
    pub problem: Passage,
    #[serde(default)]
    pub alternatives: MaybePassage,
    #[serde(default)]
    pub why_ai: MaybePassage,
    #[serde(default)]
    pub solution: MaybePassage,
    #[serde(default)]
    pub results: MaybePassage,
    #[serde(default)]
    pub setbacks: MaybePassage,
    #[serde(default)]
    pub advice: MaybePassage,
    #[serde(default)]
    pub easy_language_summary: MaybePassage,
    pub phase: Phase,
    #[serde(default)]
    pub phase_reason: MaybePassage,
    #[serde(default)]
    pub techniques: Vec<Technique>,
    #[serde(default)]
    pub topics: Vec<Topic>,
    #[serde(default)]
    pub target_groups: Vec<Line>,
    #[serde(default)]
    pub sourcing: Option<Sourcing>,
    #[serde(default)]
    pub make_or_buy: Option<MakeOrBuy>,
    #[serde(default)]
    pub phase_zero: Option<PhaseZero>,
    #[serde(default)]
    pub data_used: MaybePassage,
    #[serde(default)]
    pub personal_data: Option<PersonalData>,
    #[serde(default)]
    pub legal_basis: MaybePassage,
    #[serde(default)]
    pub data_location: MaybeLine,
    #[serde(default)]
    pub hosting: MaybeLine,
    #[serde(default)]
    pub human_oversight: MaybePassage,
    #[serde(default)]
    pub failure_modes: MaybePassage,
    #[serde(default)]
    pub bias_checks: MaybePassage,
    #[serde(default)]
    pub energy_notes: MaybePassage,
    #[serde(default)]
    pub licence: MaybeLine,
    #[serde(default)]
    pub open_source_url: Option<WebUrl>,
    #[serde(default)]
    pub cost_band: Option<CostBand>,
    #[serde(default)]
    pub effort_band: Option<EffortBand>,
    #[serde(default)]
    pub funding: Vec<Line>,
    #[serde(default)]
    pub after_funding: MaybePassage,
    #[serde(default)]
    pub partners: Vec<Partner>,
    #[serde(default)]
    pub started: Option<PartialDate>,
    #[serde(default)]
    pub ended: Option<PartialDate>,
    #[serde(default)]
    pub reach: MaybeLine,
    #[serde(default)]
    pub offers: Vec<Exchange>,
    #[serde(default)]
    pub seeks: Vec<Exchange>,
    #[serde(default)]
    pub website: Option<WebUrl>,
    #[serde(default)]
    pub links: Vec<Link>,
    #[serde(default)]
    pub images: Vec<Image>,
    #[serde(default)]
    pub place: MaybeLine,
    #[serde(default)]
    pub lat: Option<f64>,
    #[serde(default)]
    pub lon: Option<f64>,
    #[serde(default)]
    pub precision: Option<Precision>,
    #[serde(default)]
    pub scope: Option<Scope>,
    #[serde(default)]
    pub sources: Vec<WebUrl>,
    #[serde(default = "german")]
    pub language: Lang,
}

pub(crate) fn german() -> Lang {
    Lang::De
}

/// Who else is in it, and what they do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct Partner {
    pub name: Line,
    #[serde(default)]
    pub role: MaybeLine,
}

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct Link {
    pub label: Line,
    pub url: WebUrl,
}

/// A picture in the file store. Never without a text alternative.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct Image {
    pub file: Line,
    pub alt: Line,
    #[serde(default)]
    pub credit: MaybeLine,
}

/// How the choice between building and buying was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct MakeOrBuy {
    #[serde(default)]
    pub options: Vec<MakeOrBuyOption>,
    #[serde(default)]
    pub decision: MaybePassage,
    #[serde(default)]
    pub revisit: Option<PartialDate>,
}

/// One option and how it was judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct MakeOrBuyOption {
    pub name: Line,
    #[serde(default)]
    pub effect_on_site: Option<Score>,
    #[serde(default)]
    pub scalability: Option<Score>,
    #[serde(default)]
    pub financing: Option<Score>,
    #[serde(default)]
    pub strategic_potential: Option<Score>,
}

/// A judgement: weight and score from 0 to 5, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct Score {
    #[serde(deserialize_with = "mark")]
    pub weight: u8,
    #[serde(deserialize_with = "mark")]
    pub score: u8,
    #[serde(default)]
    pub note: MaybePassage,
}

/// The highest weight and score.
const MARK: u8 = 5;

/// Whatever else somebody wrote there is told at its own field, in words of ours.
fn mark<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let given = serde_json::Value::deserialize(deserializer)?;
    let mark = given.as_u64().and_then(|mark| u8::try_from(mark).ok()).filter(|mark| *mark <= MARK);
    mark.ok_or_else(|| custom(Problem::NotInRange { min: 0, max: i64::from(MARK) }))
}

/// What was cleared up before anything was built (Phase Null).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Project")]
pub struct PhaseZero {
    #[serde(default)]
    pub needs_research: MaybePassage,
    #[serde(default)]
    pub people_involved: MaybePassage,
    #[serde(default)]
    pub data_check: MaybePassage,
    #[serde(default)]
    pub risk_check: MaybePassage,
    #[serde(default)]
    pub exit_criteria: MaybePassage,
}

impl Project {
    /// Where it is, as precisely as it may be shown.
    #[must_use]
    pub fn located(&self) -> Place {
        located(&self.place, self.lat, self.lon, self.precision)
    }
}

/// A point without a precision is a town: that is what the interchange format's points mean.
pub(crate) fn located(name: &MaybeLine, lat: Option<f64>, lon: Option<f64>, precision: Option<Precision>) -> Place {
    let point = lat.zip(lon).and_then(|(lat, lon)| Point::new(lat, lon).ok());
    let precision = precision.unwrap_or(if point.is_some() { Precision::Town } else { Precision::None });
    Place { name: name.given().map(str::to_owned), point, precision }
}

pub(crate) fn check_point(lat: Option<f64>, lon: Option<f64>) -> Option<FieldError> {
    match (lat, lon) {
        (None, None) => None,
        (Some(_), None) => Some(FieldError::new("lon", Problem::Required)),
        (None, Some(_)) => Some(FieldError::new("lat", Problem::Required)),
        (Some(lat), Some(lon)) => Point::new(lat, lon).err().map(|problem| FieldError::new("lat", problem)),
    }
}

impl Check for Project {
    fn check(&self) -> Vec<FieldError> {
        let mut errors = check_lists(&[
            ("target_groups", self.target_groups.len()),
            ("funding", self.funding.len()),
            ("partners", self.partners.len()),
            ("links", self.links.len()),
            ("images", self.images.len()),
            ("sources", self.sources.len()),
        ]);
        errors.extend(check_point(self.lat, self.lon));
        if self.place.given().is_none() && self.scope.is_none() {
            errors.push(FieldError::new("place", Problem::NoPlace));
        }
        if let (Some(started), Some(ended)) = (self.started, self.ended)
            && ended.year < started.year
        {
            errors.push(FieldError::new("ended", Problem::EndsBeforeStart));
        }
        errors
    }
}
