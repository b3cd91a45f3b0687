//! From typed text to a query: every word must match, each in the best way it can.

use super::{lift::Lift, schema::Fields};
use crate::search::language::{PREFIX_FROM, Word, allowed_typos, stem, words};
use domain::vocabulary::Lang;
use std::collections::HashSet;
use tantivy::{
    Score, Searcher, Term,
    query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::IndexRecordOption,
};

/// What a match is worth by how it came about; 1 is the word itself.
mod quality {
    use tantivy::Score;

    pub const STEM: Score = 0.9;
    /// A word that starts with what was typed: from …
    pub const PREFIX: Score = 0.62;
    /// … growing with each letter typed, up to this.
    pub const PREFIX_MAX: Score = 0.87;
    /// By number of mistakes. Not weighted by passage: these only ever come last.
    pub const TYPOS: [Score; 2] = [0.05, 0.02];
    /// Mistakes in the start of a longer word.
    pub const TYPO_IN_PREFIX: Score = 0.01;
    /// Spelled just so, umlauts and all.
    pub const SPELLED: Score = 0.3;
    /// What further passages add to the best one.
    pub const FURTHER: Score = 0.1;
}

/// The query for a text; one without words finds everything.
pub(super) fn query(searcher: &Searcher, fields: &Fields, text: &str) -> tantivy::Result<Box<dyn Query>> {
    let words = words(text);
    let last = words.last().map(|word| word.folded.clone());
    let mut seen = HashSet::new();
    let distinct: Vec<Word> = words.into_iter().filter(|word| seen.insert(word.folded.clone())).collect();
    let floor = distinct.len() as Score;
    let mut all = Vec::new();
    for word in &distinct {
        let word = Typed { searcher, fields, word, is_last: last.as_deref() == Some(&word.folded) };
        all.push((Occur::Must, word.query(floor)?));
    }
    Ok(if all.is_empty() { Box::new(AllQuery) } else { Box::new(BooleanQuery::new(all)) })
}

/// One word of the query.
struct Typed<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    word: &'a Word,
    is_last: bool,
}

impl Typed<'_> {
    fn query(&self, floor: Score) -> tantivy::Result<Box<dyn Query>> {
        let mut ways = self.mistaken();
        ways.push(Box::new(Lift::new(self.real()?, floor)));
        Ok(Box::new(DisjunctionMaxQuery::new(ways)))
    }

    /// The word itself, its inflections and, where it is the last one, what it may be the start of.
    fn real(&self) -> tantivy::Result<Box<dyn Query>> {
        let prefix = self.prefix()?;
        let stems = [stem(&self.word.folded, Lang::De), stem(&self.word.folded, Lang::En)];
        let mut ways = Vec::new();
        for passage in &self.fields.passages {
            let exact = Term::from_field_text(passage.exact, &self.word.folded);
            ways.push(weighted(one(exact.clone()), passage.weight));
            for stem in &stems {
                ways.push(weighted(one(Term::from_field_text(passage.stems, stem)), passage.weight * quality::STEM));
            }
            if let Some(worth) = prefix {
                let starts = FuzzyTermQuery::new_prefix(exact, 0, true);
                ways.push(constant(starts, passage.weight * worth));
            }
        }
        let best = Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, quality::FURTHER));
        let spelled = constant(TermQuery::new(self.spelled(), IndexRecordOption::Basic), quality::SPELLED);
        Ok(Box::new(BooleanQuery::new(vec![(Occur::Must, best), (Occur::Should, spelled)])))
    }

    fn spelled(&self) -> Term {
        Term::from_field_text(self.fields.spelled, &self.word.spelled)
    }

    /// What being the start of a word is worth, if anything. Measured against what the whole word scores where
    /// it stands once: else "KI", which is everywhere, would rank below everything about "Kinder".
    fn prefix(&self) -> tantivy::Result<Option<Score>> {
        let letters = self.word.folded.chars().count();
        if !self.is_last || letters < PREFIX_FROM {
            return Ok(None);
        }
        let growth = (quality::PREFIX_MAX - quality::PREFIX) / 5.0;
        let worth = (quality::PREFIX + growth * (letters - PREFIX_FROM) as Score).min(quality::PREFIX_MAX);
        let found = self.searcher.doc_freq(&Term::from_field_text(self.fields.everything, &self.word.folded))? as Score;
        let rarity = (1.0 + (self.searcher.num_docs() as Score - found + 0.5).max(0.5) / (found + 0.5)).ln();
        Ok(Some(worth * rarity.min(1.6)))
    }

    /// Typing mistakes.
    fn mistaken(&self) -> Vec<Box<dyn Query>> {
        let term = || Term::from_field_text(self.fields.everything, &self.word.folded);
        let allowed = allowed_typos(&self.word.folded);
        let whole = (1..=allowed).zip(quality::TYPOS).map(|(typos, worth)| constant(FuzzyTermQuery::new(term(), typos, true), worth));
        let start =
            (self.is_last && allowed > 0).then(|| constant(FuzzyTermQuery::new_prefix(term(), allowed, true), quality::TYPO_IN_PREFIX));
        whole.chain(start).collect()
    }
}

fn one(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn weighted(query: Box<dyn Query>, weight: Score) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

fn constant(query: impl Query, score: Score) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}
