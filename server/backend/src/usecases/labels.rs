//! Facet values by the words of their labels, in either language: people name what they look for, not our ids.

use crate::search::{
    highlight::highlight,
    language::{Word, allowed_typos, distance, is_glue, reading::Reading, words},
};
use arc_swap::ArcSwap;
use domain::{
    facet::Facet,
    vocabulary::{Choice, Lang},
    words::turns,
};
use std::sync::{Arc, LazyLock};

/// From so many letters on, a word that is not the last may be a beginning too.
const START_FROM: usize = 4;
/// Words that turn a label into its contrary.
const DENYING: [&str; 5] = ["nicht", "kein", "keine", "not", "no"];

/// A value and the words of its label in each language.
pub(super) struct Labelled {
    /// Its facet.
    pub facet: Facet,
    /// The value.
    pub choice: &'static Choice,
    words: [Vec<String>; Lang::ALL.len()],
}

/// How well a label is met, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Word for word.
    Whole,
    /// It begins so.
    Start,
    /// A later word of it begins so.
    Inside,
    /// By another form or another word of the same meaning.
    Meaning,
    /// With a typing mistake.
    Mistyped,
}

/// All labels as they are shown, and at which turn of them that was.
struct All {
    turn: u64,
    labels: Vec<Arc<Labelled>>,
}

static LABELS: LazyLock<ArcSwap<All>> = LazyLock::new(|| ArcSwap::from_pointee(read()));

fn read() -> All {
    // Before the labels are: they may be newer than it says, never older.
    let turn = turns();
    let values = Facet::ALL.iter().flat_map(|facet| facet.choices().into_iter().flatten().map(move |choice| (*facet, choice)));
    let labels = values.map(|(facet, choice)| {
        let folded = |lang| words(choice.label(lang)).into_iter().map(|word| word.folded).collect();
        Arc::new(Labelled { facet, choice, words: [folded(Lang::De), folded(Lang::En)] })
    });
    All { turn, labels: labels.collect() }
}

/// All values that have a label.
pub(super) fn all() -> Vec<Arc<Labelled>> {
    if LABELS.load().turn != turns() {
        LABELS.store(Arc::new(read()));
    }
    LABELS.load().labels.clone()
}

/// Those of these facets.
pub(super) fn of(facets: &'static [Facet]) -> impl Iterator<Item = Arc<Labelled>> {
    all().into_iter().filter(move |label| facets.contains(&label.facet))
}

impl Labelled {
    /// How the label goes on from all that was typed; the last word may be unfinished.
    pub fn completes(&self, typed: &[Word]) -> Option<Fit> {
        self.words.iter().filter_map(|label| completes(label, typed)).min()
    }

    /// How the label has to do with any word that was typed. `reading` is of the same text.
    pub fn concerns(&self, typed: &[Word], reading: &Reading) -> Option<Fit> {
        let telling = typed.iter().filter(|word| !is_glue(&word.folded));
        let fits = telling.flat_map(|word| self.words.iter().flatten().filter_map(|label| fit(label, &word.folded)));
        let meant = || Lang::ALL.iter().any(|lang| !highlight(self.choice.label(*lang), reading, *lang).is_empty());
        let best = fits.min();
        if best.is_none_or(|best| best > Fit::Meaning) && meant() { Some(Fit::Meaning) } else { best }
    }

    /// Whether label and typed words are of one mind: both say "nicht", or none does.
    pub fn agrees(&self, typed: &[Word]) -> bool {
        let denies = |mut words: std::slice::Iter<'_, String>| words.any(|word| DENYING.contains(&word.as_str()));
        let typed: Vec<String> = typed.iter().map(|word| word.folded.clone()).collect();
        self.words.iter().any(|label| denies(label.iter()) == denies(typed.iter()))
    }
}

fn completes(label: &[String], typed: &[Word]) -> Option<Fit> {
    let (last, before) = typed.split_last()?;
    let begins = |word: &Word| label.iter().position(|part| part.starts_with(&word.folded));
    let is_there = |word: &Word| {
        label.iter().any(|part| *part == word.folded || (word.folded.chars().count() >= START_FROM && part.starts_with(&word.folded)))
    };
    if !before.iter().all(is_there) {
        return None;
    }
    let at = begins(last)?;
    let whole = label.len() == typed.len() && label[at] == last.folded;
    Some(if whole {
        Fit::Whole
    } else if begins(&typed[0]) == Some(0) {
        Fit::Start
    } else {
        Fit::Inside
    })
}

fn fit(label: &str, typed: &str) -> Option<Fit> {
    // "in" and "of" stand in labels, too.
    if is_glue(label) {
        return None;
    }
    if label == typed {
        return Some(Fit::Whole);
    }
    if typed.chars().count() >= START_FROM && label.starts_with(typed) {
        return Some(Fit::Inside);
    }
    let allowed = usize::from(allowed_typos(typed));
    (allowed > 0 && distance(label, typed) <= allowed).then_some(Fit::Mistyped)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACETS: &[Facet] = &[Facet::Topic, Facet::Technique, Facet::Theme, Facet::Region];

    fn completing(text: &str) -> Vec<&'static str> {
        let typed = words(text);
        let mut found: Vec<_> = of(FACETS).filter_map(|label| Some((label.completes(&typed)?, label.choice.id))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().map(|(_, id)| id).collect()
    }

    fn concerning(text: &str) -> Vec<&'static str> {
        let typed = words(text);
        of(FACETS).filter(|label| label.concerns(&typed, &Reading::default()).is_some()).map(|label| label.choice.id).collect()
    }

    #[test]
    fn beginnings_complete_labels_in_either_language() {
        assert_eq!(completing("pfle"), ["care"]);
        assert_eq!(completing("leichte spr"), ["easy-language"]);
        assert_eq!(completing("easy l"), ["easy-language"]);
        assert_eq!(completing("sprache leichte"), ["easy-language"]);
        assert_eq!(completing("koeln"), Vec::<&str>::new());
        assert!(completing("thuer").contains(&"de-th") && completing("Bavar").contains(&"de-by"));
        assert_eq!(completing("chatbot xyz"), Vec::<&str>::new());
        assert_eq!(completing(""), Vec::<&str>::new());
    }

    #[test]
    fn one_word_of_several_is_enough_to_concern_a_label() {
        assert_eq!(concerning("Drohnen für die Pflege"), ["care"]);
        assert_eq!(concerning("Pfelge am Bett"), ["care"]);
        assert_eq!(concerning("und im"), Vec::<&str>::new());
        assert_eq!(concerning("xyzzyplugh"), Vec::<&str>::new());
    }
}
