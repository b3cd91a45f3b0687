//! From a reading to a query: every word must be met, each in the best way there is.

use super::{
    lift::Lift,
    schema::{self, Fields},
    vocabulary::Known,
};
use crate::search::language::reading::{Asked, Form, Reading, Vocabulary, Way, worth};
use domain::vocabulary::Kind;
use std::collections::HashMap;
use tantivy::{
    Score, Searcher, Term,
    query::{
        AllQuery, Bm25StatisticsProvider, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur,
        PhraseQuery, Query, TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

/// Spelled just so, umlauts and all.
const SPELLED: Score = 0.3;
/// What further passages and forms add to the best one.
const FURTHER: Score = 0.5;
/// What parts of a compound are worth that stand in different passages, against those that stand in one.
const ANYWHERE: Score = 0.5;
/// What each word adds where some are enough, times its rarity: an entry that has two of three in its text is nearer to
/// what is meant than one with a single word in its title.
const MET: Score = 6.0;
/// What a lesson gains by each word where advice is asked for, times the word's rarity.
const LEARNT: Score = 12.0;
/// Words that may stand between those of a phrase.
const SLOP: u32 = 2;
/// The rarity that the start of a word counts with at most: else a common word such as "Chat" would rank below
/// everything that begins with it.
const START_RARITY: Score = 1.6;
/// What a word besides adds at most where others may be mistyped: too little to lift a mistake above what is real.
const BESIDES_MISTAKES: Score = 0.1;
/// What having all words adds where having some is enough: more than any score.
const ALL: Score = 10_000.0;

/// A query and how often its words are to be taken for.
pub(super) struct TextQuery {
    pub query: Box<dyn Query>,
    frequencies: HashMap<Term, u64>,
}

impl TextQuery {
    /// Finds what meets every word of a reading; everything where there is none.
    pub(super) fn all(searcher: &Searcher, fields: &Fields, reading: &Reading) -> Self {
        let mut builder = Builder { known: Known { searcher, fields }, asks_advice: reading.asks_advice, frequencies: HashMap::new() };
        let query = builder.all(reading);
        Self { query, frequencies: builder.frequencies }
    }

    /// Finds what meets at least so many of the `telling` words. What meets all words comes first.
    pub(super) fn some(searcher: &Searcher, fields: &Fields, reading: &Reading, telling: &[usize], at_least: usize) -> Self {
        let mut builder = Builder { known: Known { searcher, fields }, asks_advice: reading.asks_advice, frequencies: HashMap::new() };
        let all = builder.all(reading);
        // Far enough above, and among themselves in their own order.
        let above = Box::new(ConstScoreQuery::new(all.box_clone(), ALL));
        let (telling, others): (Vec<_>, Vec<_>) = reading.pieces().enumerate().partition(|(at, _)| telling.contains(at));
        let mut clauses = |words: Vec<(usize, &Asked)>| -> Vec<(Occur, Box<dyn Query>)> {
            let each = |(_, asked): (usize, &Asked)| {
                let way = builder.any_way(asked);
                let met = Box::new(ConstScoreQuery::new(way.box_clone(), MET * rarity(asked.entries, searcher))) as Box<dyn Query>;
                let both = BooleanQuery::new(vec![(Occur::Must, way), (Occur::Should, met)]);
                (Occur::Should, Box::new(both) as Box<dyn Query>)
            };
            words.into_iter().map(each).collect()
        };
        let some = BooleanQuery::with_minimum_required_clauses(clauses(telling), at_least);
        // What meets all words may meet a compound by another word, and none of its parts.
        let met =
            BooleanQuery::new(vec![(Occur::Should, Box::new(some)), (Occur::Should, Box::new(ConstScoreQuery::new(all.box_clone(), 0.0)))]);
        let mut all_clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(met)), (Occur::Should, above)];
        all_clauses.push((Occur::Should, weighted(all, 100.0)));
        all_clauses.extend(clauses(others));
        all_clauses.extend(clauses(reading.besides.iter().enumerate().collect()));
        let query = Box::new(BooleanQuery::new(all_clauses));
        Self { query, frequencies: builder.frequencies }
    }

    /// The statistics to score with: all forms of a word are as rare as the most frequent of them.
    pub(super) fn statistics<'a>(&'a self, searcher: &'a Searcher) -> impl Bm25StatisticsProvider + 'a {
        Statistics { searcher, frequencies: &self.frequencies }
    }
}

struct Statistics<'a> {
    searcher: &'a Searcher,
    frequencies: &'a HashMap<Term, u64>,
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.searcher.total_num_docs()
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.frequencies.get(term).copied().map_or_else(|| self.searcher.doc_freq(term), Ok)
    }
}

struct Builder<'a> {
    known: Known<'a>,
    asks_advice: bool,
    frequencies: HashMap<Term, u64>,
}

impl Builder<'_> {
    fn all(&mut self, Reading { words, besides, .. }: &Reading) -> Box<dyn Query> {
        // Only where something may be mistaken is there anything to keep it below.
        let floor = words.iter().any(|asked| !asked.mistaken.is_empty()).then_some(words.len() as Score);
        let mut clauses: Vec<_> = words.iter().map(|asked| (Occur::Must, self.word(asked, floor))).collect();
        for asked in besides {
            let real = self.real(asked);
            let query = if floor.is_some() { weighted(Box::new(Lift::new(real, 0.0)), BESIDES_MISTAKES) } else { real };
            clauses.push((Occur::Should, query));
        }
        if clauses.is_empty() { Box::new(AllQuery) } else { Box::new(BooleanQuery::new(clauses)) }
    }

    fn word(&mut self, asked: &Asked, floor: Option<Score>) -> Box<dyn Query> {
        let real = self.real(asked);
        let Some(floor) = floor else { return real };
        let mut ways = self.queries(&asked.mistaken);
        // Below what is real, but in the order of what it would be.
        ways = ways.into_iter().map(|way| Box::new(Lift::new(way, 0.0)) as Box<dyn Query>).collect();
        ways.push(Box::new(Lift::new(real, floor)));
        Box::new(DisjunctionMaxQuery::new(ways))
    }

    /// A word by any of its ways, mistaken ones far below.
    fn any_way(&mut self, asked: &Asked) -> Box<dyn Query> {
        let real = self.real(asked);
        let mistaken = self.queries(&asked.mistaken);
        let below = weighted(Box::new(DisjunctionMaxQuery::new(mistaken)), 0.05);
        Box::new(DisjunctionMaxQuery::new(vec![real, below]))
    }

    fn real(&mut self, asked: &Asked) -> Box<dyn Query> {
        let best = Box::new(DisjunctionMaxQuery::with_tie_breaker(self.queries(&asked.ways), FURTHER));
        let spelled = Term::from_field_text(self.known.fields.spelled, &asked.word.spelled);
        let spelled = ConstScoreQuery::new(Box::new(TermQuery::new(spelled, IndexRecordOption::Basic)), SPELLED);
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, best), (Occur::Should, Box::new(spelled))];
        if self.asks_advice {
            let lesson = Term::from_field_text(self.known.fields.kind, Kind::Lesson.id());
            let learnt = ConstScoreQuery::new(
                Box::new(TermQuery::new(lesson, IndexRecordOption::Basic)),
                LEARNT * rarity(asked.entries, self.known.searcher),
            );
            clauses.push((Occur::Should, Box::new(learnt)));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    fn queries(&mut self, ways: &[Way]) -> Vec<Box<dyn Query>> {
        let frequency = ways.iter().map(|way| self.frequency(&way.form)).max().unwrap_or_default().max(1);
        ways.iter().flat_map(|way| self.way(way, frequency)).collect()
    }

    fn frequency(&self, form: &Form) -> u64 {
        match form {
            Form::Word(_) | Form::Stem(_) | Form::Part(_) => self.known.count(form),
            Form::Start(_) | Form::Phrase(_) | Form::Together(_) => 0,
        }
    }

    /// Compounds with a part that begins so, wherever they stand: there is no list of parts by passage.
    fn start_of_part(&self, start: &str) -> Box<dyn Query> {
        let term = Term::from_field_text(self.known.fields.everything, start);
        constant(FuzzyTermQuery::new_prefix(term, 0, true), self.rarity(start).min(START_RARITY) * worth::PART)
    }

    /// A way in each passage where it leads anywhere.
    fn way(&mut self, way: &Way, frequency: u64) -> Vec<Box<dyn Query>> {
        let passages = self.known.fields.passages;
        let queries = passages.into_iter().map(|passage| {
            let query = match &way.form {
                Form::Start(start) => {
                    let term = Term::from_field_text(passage.exact, start);
                    let worth = self.rarity(start).min(START_RARITY);
                    Some(constant(FuzzyTermQuery::new_prefix(term, 0, true), worth))
                }
                Form::Phrase(stems) => self.phrase(passage.stems, stems),
                Form::Together(all) => self.together(passage.exact, passage.stems, all),
                form => self.term(passage.exact, passage.stems, form, Some(frequency)),
            };
            query.map(|query| weighted(query, passage.weight * way.worth))
        });
        let mut queries: Vec<_> = queries.collect::<Vec<_>>().into_iter().flatten().collect();
        match &way.form {
            Form::Start(start) => queries.push(weighted(self.start_of_part(start), way.worth)),
            Form::Together(all) => queries.extend(self.anywhere(all).map(|query| weighted(query, way.worth * ANYWHERE))),
            _ => {}
        }
        queries
    }

    /// Each of these in any passage.
    fn anywhere(&mut self, all: &[Vec<Form>]) -> Option<Box<dyn Query>> {
        let mut clauses = vec![];
        for any in all {
            let mut forms = vec![];
            for form in any {
                if let Form::Together(smaller) = form {
                    forms.extend(self.anywhere(smaller));
                } else {
                    for passage in self.known.fields.passages {
                        let query = self.term(passage.exact, passage.stems, form, None);
                        forms.extend(query.map(|query| weighted(query, passage.weight)));
                    }
                }
            }
            if forms.is_empty() {
                return None;
            }
            clauses.push((Occur::Must, Box::new(DisjunctionMaxQuery::new(forms)) as Box<dyn Query>));
        }
        Some(Box::new(BooleanQuery::new(clauses)))
    }

    fn term(&mut self, exact: Field, stems: Field, form: &Form, frequency: Option<u64>) -> Option<Box<dyn Query>> {
        let term = match form {
            Form::Word(word) => Term::from_field_text(exact, word),
            Form::Stem(stem) => Term::from_field_text(stems, stem),
            Form::Part(stem) => Term::from_field_text(stems, &schema::part(stem)),
            Form::Start(_) | Form::Phrase(_) | Form::Together(_) => return None,
        };
        if self.known.searcher.doc_freq(&term).unwrap_or_default() == 0 {
            return None;
        }
        if let Some(frequency) = frequency {
            self.frequencies.insert(term.clone(), frequency);
        }
        Some(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)))
    }

    fn phrase(&self, field: Field, stems: &[String]) -> Option<Box<dyn Query>> {
        let terms: Vec<Term> = stems.iter().map(|stem| Term::from_field_text(field, stem)).collect();
        let is_there = |term: &Term| self.known.searcher.doc_freq(term).unwrap_or_default() > 0;
        if terms.len() < 2 || !terms.iter().all(is_there) {
            return None;
        }
        let mut phrase = PhraseQuery::new(terms);
        phrase.set_slop(SLOP);
        Some(Box::new(phrase))
    }

    fn together(&mut self, exact: Field, stems: Field, all: &[Vec<Form>]) -> Option<Box<dyn Query>> {
        let mut clauses = vec![];
        for any in all {
            let mut forms = vec![];
            for form in any {
                forms.extend(match form {
                    Form::Together(smaller) => self.together(exact, stems, smaller),
                    form => self.term(exact, stems, form, None),
                });
            }
            if forms.is_empty() {
                return None;
            }
            clauses.push((Occur::Must, Box::new(DisjunctionMaxQuery::new(forms)) as Box<dyn Query>));
        }
        Some(Box::new(BooleanQuery::new(clauses)))
    }

    /// How rare the word itself is.
    fn rarity(&self, folded: &str) -> Score {
        rarity(self.known.count(&Form::Word(folded.to_owned())), self.known.searcher)
    }
}

/// What BM25 takes for the rarity of a word that so many entries have.
fn rarity(entries: u64, searcher: &Searcher) -> Score {
    let (found, all) = (entries as Score, searcher.num_docs() as Score);
    (1.0_f32 + (all - found + 0.5).max(0.5) / (found + 0.5)).ln()
}

fn weighted(query: Box<dyn Query>, weight: Score) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

fn constant(query: impl Query, score: Score) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}
