//! From a reading to the texts that Meilisearch is sent for it.
//!
//! A reading says for each word by which forms it is met; Meilisearch looks for all words of a text and knows no
//! "or". So it is sent several texts, one for each way to combine forms, and asked for all that any of them finds.

use super::token::key;
use crate::search::{
    embedded::{Leading, Lenient, Understanding},
    language::{
        reading::{Form, Way, is_of_glue},
        stem,
    },
};
use domain::vocabulary::Lang;
use std::cmp::Ordering;

/// Texts sent at most for all words of a reading, beside the words as typed and the few that decide on the order alone. What
/// is left out finds the fewest.
const MOST: usize = 24;
/// Ways to say words that decide on the order alone.
const FEW: usize = 3;
/// What hits by mistyped words are worth: less than any other.
const MISTAKEN: f32 = 0.05;
/// What hits without a word that they need not have are worth.
const WITHOUT: f32 = 0.9;
/// What hits that lack a word are worth.
const LACKING: f32 = 0.01;

/// A text to be sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Variant {
    /// Ends with a space unless its last word may go on.
    pub text: String,
    /// What its hits' scores are multiplied with.
    pub weight: f32,
}

impl Variant {
    /// The text that finds everything.
    pub(super) fn everything() -> Self {
        Self { text: String::new(), weight: 1.0 }
    }

    fn times(self, factor: f32) -> Self {
        Self { weight: self.weight * factor, ..self }
    }
}

/// A way to say some words.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    words: Vec<String>,
    /// The beginning of a last one.
    goes_on: Option<String>,
    worth: f32,
    /// How many entries it finds, if words knew nothing of each other; only to compare with others.
    reach: f32,
}

/// What finds all that meet every word; without words, everything. Words besides decide on the order alone.
pub(super) fn all(text: &Understanding) -> Vec<Variant> {
    let words: Vec<_> = text.words.iter().collect();
    sorted([with_those_besides(text, &words), deciding(text, &words)].concat())
}

/// What finds all that meet enough words. Those that meet every one come first.
pub(super) fn some(text: &Understanding, lenient: &Lenient) -> Vec<Variant> {
    let lacking = |count: usize, ways: fn(&Understanding, &[&Leading]) -> Vec<Variant>| {
        let weight = LACKING * count as f32 / lenient.telling.len().max(1) as f32;
        let choices = choices(&lenient.telling, count).into_iter();
        let chosen = choices.map(|choice| choice.into_iter().map(|at| &text.pieces[at]).collect::<Vec<_>>());
        // The best of each choice come before the rest of any.
        sorted(chosen.flat_map(|words| ways(text, &words)).map(|variant| variant.times(weight)).collect())
    };
    let words: Vec<_> = text.words.iter().collect();
    // What has as many words as are enough decides on what is found; what has more of them, or those besides, on the order alone.
    let mut variants = [deciding(text, &words), lacking(lenient.at_least, deciding)].concat();
    variants.truncate(2 * MOST);
    let more = (lenient.at_least + 1..lenient.telling.len()).rev();
    let better = more.flat_map(|count| lacking(count, |text, words| deciding(text, words).into_iter().take(FEW).collect()));
    let besides = [with_those_besides(text, &words), lacking(lenient.at_least, with_those_besides)].concat();
    variants.extend(besides.into_iter().chain(better).take(MOST));
    sorted(variants)
}

/// What finds all that meet these words, whether or not they meet those besides.
fn deciding(text: &Understanding, words: &[&Leading]) -> Vec<Variant> {
    let weight = if text.besides.is_empty() { 1.0 } else { WITHOUT };
    of_words(words).into_iter().map(|variant| variant.times(weight)).collect()
}

/// What meets those besides too.
fn with_those_besides(text: &Understanding, words: &[&Leading]) -> Vec<Variant> {
    if text.besides.is_empty() {
        return vec![];
    }
    // Before the others: the last of those may go on.
    let both: Vec<_> = text.besides.iter().chain(words.iter().copied()).collect();
    of_words(&both).into_iter().take(FEW).collect()
}

/// The best first.
fn sorted(mut variants: Vec<Variant>) -> Vec<Variant> {
    variants.sort_by(|a, b| descending(a.weight, b.weight));
    variants
}

/// All ways to choose `count` of some.
fn choices(among: &[usize], count: usize) -> Vec<Vec<usize>> {
    match (among, count) {
        (_, 0) => vec![vec![]],
        ([], _) => vec![],
        ([first, rest @ ..], _) => {
            let with = choices(rest, count - 1).into_iter().map(|choice| [vec![*first], choice].concat());
            with.chain(choices(rest, count)).collect()
        }
    }
}

fn of_words(words: &[&Leading]) -> Vec<Variant> {
    let combined = words.iter().fold(vec![Said::nothing()], |before, word| each_with(&before, &said(word)));
    let mut combined = if words.is_empty() { vec![] } else { combined };
    // As typed: for the order alone where other texts find it too, since hits by the very words come first.
    let typed: Vec<String> = words.iter().map(|word| word.folded.clone()).collect();
    if !combined.iter().any(|said| said.goes_on.is_none() && said.words == typed) {
        combined.insert(0, Said { words: typed, ..Said::nothing() });
    }
    combined.sort_by(|a, b| descending(a.worth, b.worth));
    combined.into_iter().map(Said::variant).collect()
}

/// The ways to say a word, each once. None where nothing leads anywhere: then only the word itself is left to ask for.
fn said(word: &Leading) -> Vec<Said> {
    let real = word.ways.iter().flat_map(|(way, entries)| Said::by(way, 1.0, *entries));
    distinct(real.chain(word.mistaken.iter().flat_map(|(way, entries)| Said::by(way, MISTAKEN, *entries))).collect())
}

/// Both: every way to say the one with every way to say the other, those that find the most.
fn each_with(some: &[Said], others: &[Said]) -> Vec<Said> {
    let mut both = distinct(some.iter().flat_map(|one| others.iter().map(|other| one.with(other))).collect());
    both.sort_by(|a, b| descending(a.reach, b.reach));
    both.truncate(MOST);
    both
}

/// What is left without those of which others find all, the best first.
fn distinct(mut all: Vec<Said>) -> Vec<Said> {
    all.sort_by(|a, b| descending(a.worth, b.worth));
    let mut kept: Vec<Said> = vec![];
    for said in all {
        if !kept.iter().any(|other| other.finds(&said)) {
            kept.retain(|other| !said.finds(other));
            kept.push(said);
        }
    }
    kept
}

impl Said {
    fn nothing() -> Self {
        Self { words: vec![], goes_on: None, worth: 1.0, reach: 1.0 }
    }

    fn by(way: &Way, factor: f32, entries: u64) -> impl Iterator<Item = Self> {
        let (worth, reach) = (way.worth * factor, entries as f32);
        Self::all_of(&way.form).into_iter().map(move |said| Self { worth, reach, ..said })
    }

    /// Nothing for the word itself: entries hold its stem wherever they hold it, unless that is the stem of glue. Parts may
    /// stand anywhere, as Meilisearch takes an entry as a whole; where they are near each other, it ranks them higher.
    fn all_of(form: &Form) -> Vec<Self> {
        let one = |words: Vec<String>| vec![Self { words, ..Self::nothing() }];
        match form {
            Form::Word(word) if is_of_glue(word, &stem(word, Lang::De)) => one(vec![word.clone()]),
            Form::Word(_) => vec![],
            Form::Start(start) => vec![Self { goes_on: Some(start.clone()), ..Self::nothing() }],
            Form::Stem(stem) | Form::Part(stem) => one(vec![key(stem)]),
            Form::Phrase(stems) => one(stems.iter().map(|stem| key(stem)).collect()),
            Form::Together(all) => all.iter().fold(vec![Self::nothing()], |before, any| {
                let ways = distinct(any.iter().flat_map(Self::all_of).collect());
                each_with(&before, &ways)
            }),
        }
    }

    /// Whether all that the other finds is found by this too: it asks for nothing else.
    fn finds(&self, other: &Self) -> bool {
        let met = |word: &String| other.words.contains(word);
        let begun = |start: &String| other.words.iter().chain(&other.goes_on).any(|word| word.starts_with(start.as_str()));
        self.words.iter().all(met) && self.goes_on.iter().all(begun)
    }

    /// Both, each word once: neighbours with a meaning of their own ("künstliche Intelligenz") are said in one word.
    fn with(&self, next: &Self) -> Self {
        let further: Vec<String> = next.words.iter().filter(|word| !self.words.contains(word)).cloned().collect();
        // What is said once counts once: another word for two is not worth less than another word for one.
        let (worth, reach) = if further.is_empty() && next.goes_on.is_none() {
            (self.worth.min(next.worth), self.reach)
        } else {
            (self.worth * next.worth, self.reach * next.reach)
        };
        let words = [self.words.clone(), further].concat();
        Self { words, goes_on: next.goes_on.clone(), worth, reach }
    }

    /// The last word goes on unless a space follows it.
    fn variant(self) -> Variant {
        let end = self.goes_on.unwrap_or_default();
        let words = self.words.into_iter().map(|word| word + " ").collect::<String>();
        Variant { text: words + &end, weight: self.worth }
    }
}

fn descending(a: f32, b: f32) -> Ordering {
    b.total_cmp(&a)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(asked: &[(&str, &[Form])]) -> Understanding {
        let word = |(word, forms): &(&str, &[Form])| {
            let ways = forms.iter().zip(0..).map(|(form, nth)| (Way { form: form.clone(), worth: 1.0 - nth as f32 / 10.0 }, 9));
            Leading { folded: (*word).to_owned(), ways: ways.collect(), mistaken: vec![] }
        };
        let words: Vec<Leading> = asked.iter().map(word).collect();
        Understanding { pieces: words.clone(), words, ..Understanding::default() }
    }

    fn texts(asked: &[(&str, &[Form])]) -> Vec<String> {
        all(&understood(asked)).into_iter().map(|variant| variant.text).collect()
    }

    fn stem(stem: &str) -> Form {
        Form::Stem(stem.to_owned())
    }

    #[test]
    fn each_way_is_a_text_and_the_last_word_may_go_on() {
        let start = Form::Start("kitas".to_owned());
        assert_eq!(texts(&[("kitas", &[stem("kita"), stem("kita/en"), start])]), ["kitas ", "kita ", "kita1 ", "kitas"]);
        assert_eq!(texts(&[("kita", &[stem("kita"), Form::Part("kita".to_owned())])]), ["kita "]);
        assert_eq!(texts(&[]), [""]);
    }

    #[test]
    fn words_combine_and_what_others_find_is_left_out() {
        let phrase = Form::Phrase(vec!["neu".to_owned(), "gart".to_owned()]);
        let two = texts(&[("neue", &[stem("neu")]), ("kitas", &[stem("kita"), phrase])]);
        assert_eq!(two, ["neue kitas ", "neu kita ", "neu gart "]);
        // "KI" stands for both words.
        let both = texts(&[("kunstlich", &[stem("kunstlich"), stem("ki")]), ("intelligenz", &[stem("intelligenz"), stem("ki")])]);
        assert_eq!(both, ["kunstlich intelligenz ", "ki "]);
    }

    #[test]
    fn what_stands_for_several_words_counts_once() {
        let both = all(&understood(&[("sign", &[stem("sign"), stem("gebard")]), ("language", &[stem("languag"), stem("gebard")])]));
        assert!(both.iter().any(|variant| variant.text == "gebard " && variant.weight > 0.89), "{both:?}");
    }

    #[test]
    fn parts_are_combined_with_all_that_they_may_be() {
        let parts =
            Form::Together(vec![vec![stem("sozial")], vec![stem("berat"), Form::Together(vec![vec![stem("rat")], vec![stem("hilf")]])]]);
        assert_eq!(texts(&[("sozialberatung", &[parts])]), ["sozialberatung ", "sozial berat ", "sozial rat hilf "]);
    }

    #[test]
    fn many_words_with_many_ways_stay_few_texts() {
        let forms: Vec<Vec<Form>> = (0..8).map(|nth| ["a", "b", "c", "d"].map(|end| stem(&format!("{nth}{end}"))).to_vec()).collect();
        let many: Vec<(&str, &[Form])> = forms.iter().map(|forms| ("wort", forms.as_slice())).collect();
        assert!(texts(&many).len() <= MOST + 1);
        let some = some(&understood(&many), &Lenient { telling: (0..8).collect(), at_least: 4 });
        assert!(some.len() <= 3 * MOST && some.is_sorted_by(|a, b| a.weight >= b.weight));
    }

    #[test]
    fn hits_that_lack_a_word_come_last() {
        let two = understood(&[("rad", &[stem("rad")]), ("haus", &[stem("haus")])]);
        let found = some(&two, &Lenient { telling: vec![0, 1], at_least: 1 });
        let texts: Vec<&str> = found.iter().map(|variant| variant.text.as_str()).collect();
        assert_eq!(texts, ["rad haus ", "rad ", "haus "]);
        assert!(found[1].weight < found[0].weight / 50.0);
    }

    #[test]
    fn words_besides_decide_on_the_order_alone() {
        let besides = understood(&[("ki", &[stem("ki")])]).words;
        let rad = [stem("rad"), Form::Start("rad".to_owned())];
        let text = Understanding { besides, ..understood(&[("rad", &rad)]) };
        let variants = all(&text);
        let texts: Vec<&str> = variants.iter().map(|variant| variant.text.as_str()).collect();
        assert_eq!(texts, ["ki rad ", "ki rad", "rad ", "rad"]);
        assert!(variants[3].weight < variants[1].weight);
    }

    #[test]
    fn words_besides_decide_on_the_order_of_what_lacks_a_word_too() {
        let besides = understood(&[("ki", &[stem("ki")])]).words;
        let text = Understanding { besides, ..understood(&[("rad", &[stem("rad")]), ("haus", &[stem("haus")])]) };
        let found = some(&text, &Lenient { telling: vec![0, 1], at_least: 1 });
        let texts: Vec<&str> = found.iter().map(|variant| variant.text.as_str()).collect();
        assert_eq!(texts, ["ki rad haus ", "rad haus ", "ki rad ", "ki haus ", "rad ", "haus "]);
    }

    #[test]
    fn words_besides_take_the_place_of_nothing_that_decides() {
        let forms: Vec<Vec<Form>> = (0..6).map(|nth| ["a", "b", "c", "d"].map(|end| stem(&format!("{nth}{end}"))).to_vec()).collect();
        let many: Vec<(&str, &[Form])> = forms.iter().map(|forms| ("wort", forms.as_slice())).collect();
        let (plain, lenient) = (understood(&many), Lenient { telling: (0..6).collect(), at_least: 3 });
        let text = Understanding { besides: understood(&[("ki", &[stem("ki")])]).words, ..plain.clone() };
        let deciding = |found: Vec<Variant>| {
            found
                .into_iter()
                .map(|variant| variant.text)
                .filter(|text| text.split(' ').count() <= 4 && !text.starts_with("ki"))
                .collect::<Vec<_>>()
        };
        let (mut without, mut with) = (deciding(some(&plain, &lenient)), deciding(some(&text, &lenient)));
        without.sort();
        with.sort();
        assert!(!without.is_empty());
        assert_eq!(without, with);
    }

    #[test]
    fn a_word_that_leads_nowhere_is_still_asked_for() {
        assert_eq!(texts(&[("xyzzyx", &[])]), ["xyzzyx "]);
        assert_eq!(texts(&[("rad", &[stem("rad")]), ("xyzzyx", &[])]), ["rad xyzzyx "]);
    }
}
