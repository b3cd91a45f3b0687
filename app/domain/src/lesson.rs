//! A lesson's document: what was tried, what happened, what its authors advise.

use crate::{
    document::{Check, check_lists, one_or_many},
    error::FieldError,
    project::german,
    text::{MaybePassage, Passage, Slug, Title, WebUrl},
    vocabulary::{Lang, Outcome, Phase, Theme},
};
use serde::{Deserialize, Serialize};

/// Raised when the shape below changes in a way old readers would not understand.
pub const SCHEMA_VERSION: i64 = 1;

/// A lesson learned. `projects` also reads the older key `project` with one slug.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the field names are the documentation; labels stand on the lesson page")]
pub struct Lesson {
    pub title: Title,
    #[serde(default)]
    pub context: MaybePassage,
    #[serde(default)]
    pub tried: MaybePassage,
    pub insight: Passage,
    #[serde(default)]
    pub recommendation: MaybePassage,
    #[serde(default)]
    pub applies_when: MaybePassage,
    #[serde(default)]
    pub not_when: MaybePassage,
    pub outcome: Outcome,
    #[serde(default)]
    pub themes: Vec<Theme>,
    #[serde(default)]
    pub phase: Option<Phase>,
    #[serde(default, alias = "project", deserialize_with = "one_or_many")]
    pub projects: Vec<Slug>,
    #[serde(default)]
    pub organisation: Option<Slug>,
    #[serde(default)]
    pub sources: Vec<WebUrl>,
    #[serde(default = "german")]
    pub language: Lang,
}

impl Check for Lesson {
    fn check(&self) -> Vec<FieldError> {
        check_lists(&[("projects", self.projects.len()), ("sources", self.sources.len())])
    }
}
