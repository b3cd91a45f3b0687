//! The facets of the query language: what one can filter by, and the counts that come back.

use crate::{
    error::Problem,
    region,
    text::Slug,
    vocabulary::{
        Choice, Exchange, Kind, Lang, OnMap, OrganisationKind, Outcome, PersonalData, Phase, Scope, Sourcing, Technique, Theme, Topic,
        unknown,
    },
};
use std::collections::BTreeMap;

macro_rules! vocabulary_of_facets {
    ($($name:ident $id:literal $de:literal $en:literal => $values:expr,)*) => {
        /// Something one can filter by. A query may name each several times: OR inside one facet, AND between facets.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Facet { $(#[doc = $en] $name,)* }

        impl Facet {
            /// All facets, in their order on pages.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            const NAMES: &'static [Choice] = &[$(Choice { of: "facet", id: $id, de: $de, en: $en }),*];

            /// The allowed values, or `None` where any slug will do (organisations).
            #[must_use]
            pub fn choices(self) -> Option<&'static [Choice]> {
                match self { $(Self::$name => $values,)* }
            }
        }
    };
}
vocabulary_of_facets! {
    Kind "kind" "Art" "Kind" => Some(Kind::CHOICES),
    Topic "topic" "Thema" "Topic" => Some(Topic::CHOICES),
    Phase "phase" "Stand" "Phase" => Some(Phase::CHOICES),
    Technique "technique" "Technik" "Technique" => Some(Technique::CHOICES),
    Region "region" "Region" "Region" => Some(region::CHOICES),
    Scope "scope" "Reichweite" "Scope" => Some(Scope::CHOICES),
    OnMap "on_map" "Auf der Karte" "On the map" => Some(OnMap::CHOICES),
    Sourcing "sourcing" "Bauen oder kaufen" "Make or buy" => Some(Sourcing::CHOICES),
    PersonalData "personal_data" "Personenbezogene Daten" "Personal data" => Some(PersonalData::CHOICES),
    Outcome "outcome" "Ergebnis" "Outcome" => Some(Outcome::CHOICES),
    Theme "theme" "Worum es geht" "Theme" => Some(Theme::CHOICES),
    OrgKind "org_kind" "Art der Organisation" "Kind of organisation" => Some(OrganisationKind::CHOICES),
    Offers "offers" "Bietet an" "Offers" => Some(Exchange::CHOICES),
    Seeks "seeks" "Sucht" "Seeks" => Some(Exchange::CHOICES),
    Organisation "organisation" "Organisation" "Organisation" => None,
    Language "lang_content" "Sprache des Eintrags" "Language of the entry" => Some(Lang::CHOICES),
}

impl Facet {
    /// Those whose labels entries are found by. What says nothing about the content stays out: else "Deutsch" or "Projekt"
    /// would find nearly everything. So does the outcome: "hat geklappt" is in "hat nicht geklappt".
    pub const TELLING: [Self; 7] = [Self::Topic, Self::Technique, Self::Region, Self::Theme, Self::OrgKind, Self::Phase, Self::Scope];

    /// Whether entries are found by the label of one of its values. "Einsatz" and "Ort" say something else in a text than "Im
    /// Einsatz" and "Vor Ort" say of an entry, and would find every other one.
    #[must_use]
    pub fn tells(self, value: &str) -> bool {
        Self::TELLING.contains(&self) && !matches!((self, value), (Self::Phase, "live") | (Self::Scope, "local"))
    }

    /// Its name in addresses and in the API.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::NAMES[self as usize].id
    }

    /// Its heading on pages.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        Self::NAMES[self as usize].label(lang)
    }

    /// The facet of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|facet| facet.id() == id)
    }

    /// Checks a value.
    ///
    /// # Errors
    /// [`Problem::UnknownValue`] with what is allowed.
    pub fn parse(self, raw: &str) -> Result<String, Problem> {
        match self.choices() {
            Some(choices) if choices.iter().any(|c| c.id == raw) => Ok(raw.to_owned()),
            Some(choices) => Err(unknown(raw, choices)),
            None => raw.parse::<Slug>().map(|slug| slug.to_string()),
        }
    }

    /// The label of a value; the value itself where there is no vocabulary.
    #[must_use]
    pub fn value_label(self, value: &str, lang: Lang) -> String {
        let choice = self.choices().into_iter().flatten().find(|c| c.id == value);
        choice.map_or_else(|| value.to_owned(), |c| c.label(lang).to_owned())
    }
}

/// How many entries of the result carry each value. Each facet's counts ignore its own selection, so that
/// they say what choosing one more value would bring. Values with a count of 0 are left out.
pub type FacetCounts = BTreeMap<Facet, BTreeMap<String, u64>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facets_are_found_by_name_and_check_their_values() {
        for facet in Facet::ALL {
            assert_eq!(Facet::named(facet.id()), Some(*facet));
        }
        assert!(Facet::Region.parse("de-nw").is_ok() && Facet::Organisation.parse("dicv-koeln").is_ok());
        assert!(matches!(Facet::Topic.parse("pflege"), Err(Problem::UnknownValue { allowed, .. }) if allowed.contains(&"care".to_owned())));
        assert_eq!(Facet::Topic.value_label("care", Lang::De), "Pflege");
    }
}
