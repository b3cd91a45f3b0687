//! What moderators call the values of vocabularies, and the groups of words of one meaning that they keep.
//!
//! Ids stay as they are, see [`crate::vocabulary`]. To let moderators name the values of one more vocabulary: a line in
//! [`Vocabulary::ALL`].

use crate::{
    facet::Facet,
    vocabulary::{Choice, Exchange, Lang, OrganisationKind, Outcome, PersonalData, Phase, Scope, Sourcing, Technique, Theme, Topic},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// A vocabulary whose values moderators name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vocabulary {
    /// Fixed id.
    pub id: &'static str,
    name: Facet,
    /// The facets that offer its values.
    pub facets: &'static [Facet],
    /// Its values.
    pub choices: &'static [Choice],
}

impl Vocabulary {
    /// All of them. Regions are called as the gazetteer calls them; what belongs to the interface alone is in its texts.
    pub const ALL: &'static [Self] = &[
        Self { id: "topic", name: Facet::Topic, facets: &[Facet::Topic], choices: Topic::CHOICES },
        Self { id: "technique", name: Facet::Technique, facets: &[Facet::Technique], choices: Technique::CHOICES },
        Self { id: "theme", name: Facet::Theme, facets: &[Facet::Theme], choices: Theme::CHOICES },
        Self { id: "phase", name: Facet::Phase, facets: &[Facet::Phase], choices: Phase::CHOICES },
        Self { id: "outcome", name: Facet::Outcome, facets: &[Facet::Outcome], choices: Outcome::CHOICES },
        Self { id: "sourcing", name: Facet::Sourcing, facets: &[Facet::Sourcing], choices: Sourcing::CHOICES },
        Self { id: "personal_data", name: Facet::PersonalData, facets: &[Facet::PersonalData], choices: PersonalData::CHOICES },
        Self { id: "scope", name: Facet::Scope, facets: &[Facet::Scope], choices: Scope::CHOICES },
        Self { id: "org_kind", name: Facet::OrgKind, facets: &[Facet::OrgKind], choices: OrganisationKind::CHOICES },
        Self { id: "exchange", name: Facet::Offers, facets: &[Facet::Offers, Facet::Seeks], choices: Exchange::CHOICES },
    ];

    /// The vocabulary with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|vocabulary| vocabulary.id == id)
    }

    /// The value with this id.
    #[must_use]
    pub fn choice(self, id: &str) -> Option<&'static Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// What it is called: the names of its facets.
    #[must_use]
    pub fn label(self, lang: Lang) -> String {
        let names: Vec<&str> = self.facets.iter().map(|facet| facet.label(lang)).collect();
        names.join(" / ")
    }

    /// Whether entries are found by the labels of its values: those say what an entry is about. Others would find nearly
    /// everything.
    #[must_use]
    pub fn is_searched(self) -> bool {
        Facet::TELLING.contains(&self.name)
    }

    /// The same of one of its values.
    #[must_use]
    pub fn is_searched_for(self, value: &str) -> bool {
        self.name.tells(value)
    }
}

/// What moderators call a value, and how they explain it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// In German.
    pub de: String,
    /// In English.
    pub en: String,
    /// What it means, in German; may be empty.
    pub about_de: String,
    /// The same in English.
    pub about_en: String,
}

impl Named {
    /// The label.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        if lang == Lang::De { &self.de } else { &self.en }
    }

    /// What it means.
    #[must_use]
    pub fn about(&self, lang: Lang) -> &str {
        if lang == Lang::De { &self.about_de } else { &self.about_en }
    }
}

/// What moderators call values; those that are not in here are called as they are built in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels(BTreeMap<(&'static str, &'static str), Named>);

impl Labels {
    /// Names a value from now on.
    pub fn put(&mut self, choice: &Choice, named: Named) {
        self.0.insert((choice.of, choice.id), named);
    }

    /// What moderators call a value, if they do.
    #[must_use]
    pub fn of(&self, choice: &Choice) -> Option<&Named> {
        self.0.get(&(choice.of, choice.id))
    }

    /// What a value is called.
    #[must_use]
    pub fn label<'a>(&'a self, choice: &'a Choice, lang: Lang) -> &'a str {
        self.of(choice).map_or_else(|| choice.built_in(lang), |named| named.label(lang))
    }
}

/// What this process shows: `&'static`, so that a label can be asked for wherever one is drawn, as one that is built in can.
type Shown = BTreeMap<(&'static str, &'static str), [&'static str; 4]>;

/// One process serves one directory, so there is one of these: labels are drawn in a hundred places, down to pictures and
/// letters. What is decided or kept by a label takes [`Labels`] by hand.
static SHOWN: RwLock<Shown> = RwLock::new(Shown::new());
static TURNS: AtomicU64 = AtomicU64::new(0);
/// Texts that were ever shown. They are never freed, as somebody may hold one: each is kept once, and people change few.
static KEPT: RwLock<BTreeSet<&'static str>> = RwLock::new(BTreeSet::new());

/// Shows these labels from now on.
pub fn show(labels: &Labels) {
    let entry = |(key, named): (&(&'static str, &'static str), &Named)| {
        (*key, [&named.de, &named.en, &named.about_de, &named.about_en].map(|text| keep(text)))
    };
    *SHOWN.write().unwrap_or_else(PoisonError::into_inner) = labels.0.iter().map(entry).collect();
    TURNS.fetch_add(1, Ordering::AcqRel);
}

/// How often other labels were shown: as long as it stays the same, so do all labels.
#[must_use]
pub fn turns() -> u64 {
    TURNS.load(Ordering::Acquire)
}

/// The label that moderators gave a value.
pub(crate) fn shown(choice: &Choice, lang: Lang) -> Option<&'static str> {
    look(choice).map(|texts| texts[usize::from(lang == Lang::En)])
}

/// What a value means, if moderators explained it.
#[must_use]
pub fn about(choice: &Choice, lang: Lang) -> Option<&'static str> {
    look(choice).map(|texts| texts[2 + usize::from(lang == Lang::En)]).filter(|text| !text.is_empty())
}

fn look(choice: &Choice) -> Option<[&'static str; 4]> {
    SHOWN.read().unwrap_or_else(PoisonError::into_inner).get(&(choice.of, choice.id)).copied()
}

fn keep(text: &str) -> &'static str {
    let mut kept = KEPT.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text) {
        return known;
    }
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    kept.insert(text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vocabulary_is_found_and_names_its_own_values() {
        for vocabulary in Vocabulary::ALL {
            assert_eq!(Vocabulary::named(vocabulary.id), Some(*vocabulary));
            assert!(vocabulary.choices.iter().all(|choice| choice.of == vocabulary.id), "{}", vocabulary.id);
            for facet in vocabulary.facets {
                assert_eq!(facet.choices(), Some(vocabulary.choices));
            }
        }
        let searched: Vec<_> = Vocabulary::ALL.iter().filter(|vocabulary| vocabulary.is_searched()).map(|it| it.id).collect();
        assert_eq!(searched, ["topic", "technique", "theme", "phase", "scope", "org_kind"]);
        assert!(Vocabulary::named("region").is_none());
    }

    #[test]
    fn a_value_is_called_as_moderators_call_it_and_its_namesake_is_not() {
        let (topic, theme) = (Topic::Participation, Theme::Participation);
        let mut labels = Labels::default();
        let named = Named { de: "Mitreden".into(), en: "Having a say".into(), about_de: "Wer gefragt wird.".into(), ..Named::default() };
        labels.put(Vocabulary::named("topic").unwrap().choice("participation").unwrap(), named);
        let before = turns();
        show(&labels);
        assert_eq!((topic.label(Lang::De), topic.label(Lang::En)), ("Mitreden", "Having a say"));
        assert_eq!(Facet::Topic.value_label("participation", Lang::De), "Mitreden");
        assert_eq!(theme.label(Lang::De), "Beteiligung");
        let choice = &Topic::CHOICES[topic as usize];
        assert_eq!((about(choice, Lang::De), about(choice, Lang::En)), (Some("Wer gefragt wird."), None));
        assert!(turns() > before);
        show(&Labels::default());
        assert_eq!(topic.label(Lang::De), "Beteiligung");
    }
}
