//! The sections and their fields.

use super::{Field, Input, Section};
use crate::vocabulary::{
    CostBand, EffortBand, Exchange, Lang, OrganisationKind, Outcome, PersonalData, Phase, Precision, Scope, Sourcing, Technique, Theme,
    Topic,
};

const fn may(name: &'static str, input: Input) -> Field {
    Field { name, input, is_required: false }
}

const fn must(name: &'static str, input: Input) -> Field {
    Field { name, input, is_required: true }
}

const PARTNER: &[Field] = &[must("name", Input::Line), may("role", Input::Line)];
const LINK: &[Field] = &[must("label", Input::Line), must("url", Input::Address)];
const OPTION: &[Field] = &[
    must("name", Input::Line),
    may("effect_on_site.weight", Input::Mark),
    may("effect_on_site.score", Input::Mark),
    may("effect_on_site.note", Input::Line),
    may("scalability.weight", Input::Mark),
    may("scalability.score", Input::Mark),
    may("scalability.note", Input::Line),
    may("financing.weight", Input::Mark),
    may("financing.score", Input::Mark),
    may("financing.note", Input::Line),
    may("strategic_potential.weight", Input::Mark),
    may("strategic_potential.score", Input::Mark),
    may("strategic_potential.note", Input::Line),
];

pub(super) const PROJECT: &[Section] = &[
    Section {
        id: "basics",
        fields: &[
            must("title", Input::Line),
            must("problem", Input::Passage),
            must("summary", Input::Short),
            must("phase", Input::Choice(Phase::CHOICES)),
            may("phase_reason", Input::Passage),
            may("place", Input::Place),
            may("precision", Input::Choice(Precision::CHOICES)),
            may("scope", Input::Choice(Scope::CHOICES)),
            may("topics", Input::Choices(Topic::CHOICES)),
        ],
    },
    Section {
        id: "story",
        fields: &[
            may("alternatives", Input::Passage),
            may("why_ai", Input::Passage),
            may("solution", Input::Passage),
            may("results", Input::Passage),
            may("setbacks", Input::Passage),
            may("advice", Input::Passage),
            may("easy_language_summary", Input::Passage),
        ],
    },
    Section {
        id: "people",
        fields: &[
            may("target_groups", Input::Lines),
            may("reach", Input::Line),
            may("started", Input::Date),
            may("ended", Input::Date),
            may("partners", Input::Rows(PARTNER)),
            may("offers", Input::Choices(Exchange::CHOICES)),
            may("seeks", Input::Choices(Exchange::CHOICES)),
        ],
    },
    Section {
        id: "technique",
        fields: &[
            may("techniques", Input::Choices(Technique::CHOICES)),
            may("sourcing", Input::Choice(Sourcing::CHOICES)),
            may("hosting", Input::Line),
            may("licence", Input::Line),
            may("open_source_url", Input::Address),
            may("energy_notes", Input::Passage),
        ],
    },
    Section {
        id: "data",
        fields: &[
            may("data_used", Input::Passage),
            may("personal_data", Input::Choice(PersonalData::CHOICES)),
            may("legal_basis", Input::Passage),
            may("data_location", Input::Line),
            may("human_oversight", Input::Passage),
            may("failure_modes", Input::Passage),
            may("bias_checks", Input::Passage),
        ],
    },
    Section {
        id: "money",
        fields: &[
            may("cost_band", Input::Choice(CostBand::CHOICES)),
            may("effort_band", Input::Choice(EffortBand::CHOICES)),
            may("funding", Input::Lines),
            may("after_funding", Input::Passage),
        ],
    },
    Section {
        id: "phase-zero",
        fields: &[
            may("phase_zero.needs_research", Input::Passage),
            may("phase_zero.people_involved", Input::Passage),
            may("phase_zero.data_check", Input::Passage),
            may("phase_zero.risk_check", Input::Passage),
            may("phase_zero.exit_criteria", Input::Passage),
        ],
    },
    Section {
        id: "make-or-buy",
        fields: &[
            may("make_or_buy.options", Input::Rows(OPTION)),
            may("make_or_buy.decision", Input::Passage),
            may("make_or_buy.revisit", Input::Date),
        ],
    },
    Section {
        id: "links",
        fields: &[
            may("website", Input::Address),
            may("links", Input::Rows(LINK)),
            may("sources", Input::Addresses),
            may("language", Input::Choice(Lang::CHOICES)),
        ],
    },
];

pub(super) const LESSON: &[Section] = &[
    Section {
        id: "basics",
        fields: &[
            must("title", Input::Line),
            may("context", Input::Passage),
            may("tried", Input::Passage),
            must("insight", Input::Passage),
            must("outcome", Input::Choice(Outcome::CHOICES)),
        ],
    },
    Section {
        id: "advice",
        fields: &[
            may("recommendation", Input::Passage),
            may("applies_when", Input::Passage),
            may("not_when", Input::Passage),
            may("themes", Input::Choices(Theme::CHOICES)),
        ],
    },
    Section {
        id: "origin",
        fields: &[
            may("projects", Input::Projects),
            may("phase", Input::Choice(Phase::CHOICES)),
            may("sources", Input::Addresses),
            may("language", Input::Choice(Lang::CHOICES)),
        ],
    },
];

pub(super) const ORGANISATION: &[Section] = &[Section {
    id: "basics",
    fields: &[
        must("name", Input::Line),
        must("kind", Input::Choice(OrganisationKind::CHOICES)),
        may("description", Input::Passage),
        may("place", Input::Place),
        may("precision", Input::Choice(Precision::CHOICES)),
        may("website", Input::Address),
        may("offers", Input::Choices(Exchange::CHOICES)),
        may("seeks", Input::Choices(Exchange::CHOICES)),
        may("language", Input::Choice(Lang::CHOICES)),
    ],
}];

/// What a new entry begins with, before anything else is asked.
pub(super) const QUICK_PROJECT: &[Field] = &[
    must("title", Input::Line),
    must("problem", Input::Passage),
    must("summary", Input::Short),
    must("phase", Input::Choice(Phase::CHOICES)),
    may("place", Input::Place),
    may("scope", Input::Choice(Scope::CHOICES)),
];
pub(super) const QUICK_LESSON: &[Field] = &[
    must("title", Input::Line),
    must("insight", Input::Passage),
    must("outcome", Input::Choice(Outcome::CHOICES)),
    may("projects", Input::Projects),
];
/// What readers suggest, with where they read it.
pub(super) const SUGGESTED_PROJECT: &[Field] = &[
    must("title", Input::Line),
    must("problem", Input::Passage),
    must("summary", Input::Short),
    must("phase", Input::Choice(Phase::CHOICES)),
    may("place", Input::Place),
    may("scope", Input::Choice(Scope::CHOICES)),
    may("sources", Input::Addresses),
];
pub(super) const SUGGESTED_LESSON: &[Field] = &[
    must("title", Input::Line),
    must("insight", Input::Passage),
    must("outcome", Input::Choice(Outcome::CHOICES)),
    may("sources", Input::Addresses),
];
