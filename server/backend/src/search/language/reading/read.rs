//! From a text to its reading.

use super::{
    Asked, Form, Reading, Vocabulary, Way, advice,
    form::{all_ways_of, other_words, ways_of, worth},
    spelling,
};
use crate::search::language::{PREFIX_FROM, Synonyms, Word, compound, glue::is_glue, words};
use domain::limits;
use std::{collections::HashSet, ops::Range};

/// From so many entries on that hold a word, it was not mistyped.
const KNOWN: u64 = 3;
/// What every entry is about, whether it says so or not; and so are the words that mean the same. Who types "KI in der
/// Pflege" wants what is called "Spracherkennung" there too.
pub const SUBJECT: &str = "ki";
/// From so many letters on, the last word also stands for longer ones where it is a word itself.
const START_FROM: usize = 4;

/// Reads a text. `synonyms` and `vocabulary` are those of the index that is asked.
#[must_use]
pub fn read(text: &str, synonyms: &Synonyms, vocabulary: &impl Vocabulary) -> Reading {
    let all = words(text);
    let counting = counting(&all);
    let spans = spans(&all, synonyms, vocabulary);
    let mut fixes = vec![];
    let mut asked = Vec::with_capacity(counting.len());
    for at in counting {
        let word = &all[at];
        let is_last = at + 1 == all.len();
        let mut ways = ways_of(&word.folded, synonyms);
        ways.extend(start(word, is_last, vocabulary));
        spans.iter().filter(|span| span.covers(at)).for_each(|span| ways.extend(span.ways.iter().cloned()));
        let mut mistaken = vec![];
        let mut found = entries(&ways, vocabulary);
        if found < KNOWN {
            let fix = spelling::resembling(word, is_last, found > 0, synonyms, vocabulary);
            mistaken = fix.ways;
            if let Some(right) = fix.right.filter(|_| found == 0) {
                // Nothing has the word as typed: the similar ones take its place.
                ways.append(&mut mistaken);
                found = entries(&ways, vocabulary);
                fixes.push((word.range.clone(), right));
            }
        }
        // Its parts may be in many entries, and never in the same one.
        let own = own_parts(&word.folded, synonyms);
        let whole = entries(&ways.iter().filter(|way| !own.contains(&way.form)).cloned().collect::<Vec<_>>(), vocabulary);
        let parts = if whole < KNOWN { parts(word, synonyms, vocabulary) } else { vec![] };
        asked.push(Asked { word: word.clone(), ways, mistaken, entries: found, parts });
    }
    let (words, besides) = apart_from_the_subject(asked, &subject(&all, synonyms));
    let only_parts = words.iter().filter(|asked| is_met_by_parts_alone(asked, synonyms, vocabulary));
    let taken_apart = only_parts.map(|asked| text[asked.word.range.clone()].to_owned()).collect();
    Reading { words, besides, taken_apart, corrected: spelling::corrected(text, &fixes), asks_advice: advice::asks(&all) }
}

/// Whether a compound is met, and only by its own parts.
fn is_met_by_parts_alone(asked: &Asked, synonyms: &Synonyms, vocabulary: &impl Vocabulary) -> bool {
    let own = own_parts(&asked.word.folded, synonyms);
    let mut met = asked.ways.iter().filter(|way| vocabulary.count(&way.form) > 0).peekable();
    met.peek().is_some() && met.all(|way| own.contains(&way.form))
}

/// By what the parts of a compound are met. Other words of its meaning are no parts of it, though phrases too.
fn own_parts(folded: &str, synonyms: &Synonyms) -> Vec<Form> {
    let own = ways_of(folded, synonyms).into_iter().map(|way| way.form);
    own.filter(|form| matches!(form, Form::Phrase(_) | Form::Together(_))).collect()
}

/// Where the words that say the subject begin in the text.
fn subject(all: &[Word], synonyms: &Synonyms) -> HashSet<usize> {
    let folded: Vec<String> = all.iter().map(|word| word.folded.clone()).collect();
    let says = |span: &Range<usize>| {
        matches!(&folded[span.clone()], [word] if word == SUBJECT) || synonyms.of(&folded[span.clone()]).any(|phrase| *phrase == [SUBJECT])
    };
    let longest = synonyms.longest().max(1);
    let spans = (0..all.len()).flat_map(|from| (from + 1..=(from + longest).min(all.len())).map(move |to| from..to));
    let (subject, others): (Vec<_>, Vec<_>) = spans.partition(says);
    // "KI-Gesetz" is what it means as a whole.
    let known: Vec<_> = others.into_iter().filter(|span| span.len() > 1 && synonyms.of(&folded[span.clone()]).next().is_some()).collect();
    let is_inside = |span: &Range<usize>| known.iter().any(|whole| whole.start <= span.start && span.end <= whole.end);
    subject.into_iter().filter(|span| !is_inside(span)).flatten().map(|at| all[at].range.start).collect()
}

/// The words without the subject, and the subject; all words where nothing else leads anywhere.
fn apart_from_the_subject(asked: Vec<Asked>, subject: &HashSet<usize>) -> (Vec<Asked>, Vec<Asked>) {
    let is_subject = |asked: &Asked| subject.contains(&asked.word.range.start);
    if asked.iter().any(|asked| !is_subject(asked) && asked.entries > 0) {
        asked.into_iter().partition(|asked| !is_subject(asked))
    } else {
        (asked, vec![])
    }
}

/// The parts of a compound as words of their own.
fn parts(word: &Word, synonyms: &Synonyms, vocabulary: &impl Vocabulary) -> Vec<Asked> {
    let each = compound::split(&word.folded).into_iter().map(|part| {
        let part = part.to_owned();
        let ways = all_ways_of(&part, synonyms);
        let word = Word { range: word.range.clone(), spelled: part.clone(), folded: part };
        Asked { entries: entries(&ways, vocabulary), word, ways, mistaken: vec![], parts: vec![] }
    });
    each.collect()
}

/// Which words count: each once, and glue only where there is nothing else.
fn counting(all: &[Word]) -> Vec<usize> {
    let mut seen = HashSet::new();
    let distinct: Vec<usize> = (0..all.len()).filter(|at| seen.insert(&all[*at].folded)).collect();
    let telling: Vec<usize> = distinct.iter().copied().filter(|at| is_telling(&all[*at].folded)).collect();
    let mut counting = if telling.is_empty() { distinct } else { telling };
    counting.truncate(limits::SEARCH_WORDS);
    counting
}

/// A single letter tells nothing either: the "E" of "E-Mail" is in every "e. V.".
fn is_telling(folded: &str) -> bool {
    folded.chars().count() > 1 && !is_glue(folded)
}

/// Entries that a word is met in.
fn entries(ways: &[Way], vocabulary: &impl Vocabulary) -> u64 {
    ways.iter().map(|way| vocabulary.count(&way.form)).max().unwrap_or_default()
}

/// The last word may be unfinished. A short one that is a word itself is taken as finished: "KI" is not meant as "Kinder".
fn start(word: &Word, is_last: bool, vocabulary: &impl Vocabulary) -> Option<Way> {
    let letters = word.folded.chars().count();
    let is_word = || vocabulary.count(&Form::Word(word.folded.clone())) > 0;
    if !is_last || letters < PREFIX_FROM || (letters < START_FROM && is_word()) {
        return None;
    }
    let growth = (worth::START_MAX - worth::START) / 5.0;
    let worth = (worth::START + growth * (letters - PREFIX_FROM) as f32).min(worth::START_MAX);
    Some(Way { form: Form::Start(word.folded.clone()), worth })
}

/// Neighbours that mean something together.
struct Span {
    from: usize,
    to: usize,
    ways: Vec<Way>,
}

impl Span {
    fn covers(&self, at: usize) -> bool {
        (self.from..self.to).contains(&at)
    }
}

/// Words and phrases with synonyms, and pairs that make a compound.
fn spans(all: &[Word], synonyms: &Synonyms, vocabulary: &impl Vocabulary) -> Vec<Span> {
    let folded: Vec<String> = all.iter().map(|word| word.folded.clone()).collect();
    let mut spans = vec![];
    for from in 0..all.len() {
        for to in from + 1..=(from + synonyms.longest()).min(all.len()) {
            spans.push(Span { from, to, ways: other_words(&folded[from..to], synonyms) });
        }
        if let Some([one, other]) = folded.get(from..from + 2) {
            for glued in [format!("{one}{other}"), format!("{one}s{other}")] {
                let itself = if is_known(&glued, synonyms, vocabulary) { ways_of(&glued, synonyms) } else { vec![] };
                let others = other_words(&[glued], synonyms);
                spans.push(Span { from, to: from + 2, ways: [itself, others].concat() });
            }
        }
    }
    spans.retain(|span| !span.ways.is_empty());
    spans
}

fn is_known(folded: &str, synonyms: &Synonyms, vocabulary: &impl Vocabulary) -> bool {
    ways_of(folded, synonyms).iter().take(3).any(|way| vocabulary.count(&way.form) > 0)
}

#[cfg(test)]
mod tests {
    use super::super::Resembling;
    use super::*;
    use crate::search::language::stem;
    use domain::vocabulary::Lang;

    /// An index that holds these German words, each in ten entries.
    struct Holding(&'static [&'static str]);

    impl Vocabulary for Holding {
        fn count(&self, form: &Form) -> u64 {
            let holds = |stem: &String| self.0.iter().any(|word| self::stem(word, Lang::De) == *stem);
            let is_met = match form {
                Form::Word(word) => self.0.contains(&word.as_str()),
                Form::Stem(stem) => holds(stem),
                Form::Part(part) => self.0.iter().any(|word| compound::parts(word).iter().any(|own| self::stem(own, Lang::De) == *part)),
                Form::Start(start) => self.0.iter().any(|word| word.starts_with(start)),
                Form::Phrase(stems) => stems.iter().all(holds),
                Form::Together(parts) => parts.iter().all(|forms| forms.iter().any(|form| self.count(form) > 0)),
            };
            u64::from(is_met) * 10
        }

        fn resembling(&self, _: &str, _: u8, _: bool) -> Vec<Resembling> {
            vec![]
        }

        fn count_spelled(&self, _: &str) -> u64 {
            0
        }
    }

    #[test]
    fn only_a_compound_is_said_to_be_taken_apart_and_only_where_nothing_else_meets_it() {
        let synonyms = Synonyms::new([
            &["Gehörlose", "taube Menschen"][..],
            &["LLM", "Sprachmodell", "large language model"],
            &["Frauenhaus", "Schutz vor Gewalt"],
        ]);
        let apart = |text: &str, holding| read(text, &synonyms, &Holding(holding)).taken_apart;
        assert_eq!(apart("Frauenhaus", &["frauen", "haus"]), ["Frauenhaus"]);
        assert_eq!(apart("Frauenhaus", &["frauen", "haus", "frauenhauser"]), Vec::<String>::new());
        assert_eq!(apart("Frauenhaus", &["frauen", "haus", "schutz", "vor", "gewalt"]), Vec::<String>::new());
        assert_eq!(apart("Frauenhaus", &["schutz", "vor", "gewalt"]), Vec::<String>::new());
        assert_eq!(apart("Gehörlose", &["taube", "menschen"]), Vec::<String>::new());
        assert_eq!(apart("LLM", &["sprache", "modell"]), Vec::<String>::new());
        assert_eq!(apart("Frauenhaus", &["wald"]), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_not_met_by_the_stem_of_glue() {
        let met = |text: &str, holding| read(text, &Synonyms::default(), &Holding(holding)).words[0].entries;
        assert_eq!(met("Stätte", &["statt"]), 0);
        assert_eq!(met("Kindertagesstätte", &["kinder", "tag", "statt"]), 0);
        assert_eq!(met("Seiten", &["seit"]), 0);
        assert!(met("Seiten", &["seite"]) > 0 && met("Seite", &["seiten"]) > 0 && met("Seiten", &["webseite"]) > 0);
        assert!(met("Stätten", &["statte"]) > 0);
        assert!(met("statt", &["statt"]) > 0, "where it is all that was typed");
    }

    #[test]
    fn the_subject_need_not_be_there_unless_it_is_part_of_something_with_a_name() {
        let synonyms = Synonyms::new([&["KI", "Künstliche Intelligenz"][..], &["KI-Gesetz", "AI Act"]]);
        let besides = |text: &str| {
            let reading = read(text, &synonyms, &Holding(&["ki", "gesetz", "pflege", "act"]));
            reading.besides.into_iter().map(|asked| asked.word.folded).collect::<Vec<_>>()
        };
        assert_eq!(besides("KI in der Pflege"), ["ki"]);
        assert_eq!(besides("künstliche Intelligenz in der Pflege"), ["kunstliche", "intelligenz"]);
        assert_eq!(besides("KI-Gesetz"), Vec::<String>::new());
    }
}
