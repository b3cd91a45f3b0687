//! What this index knows of words.

use super::schema::{self, Fields};
use crate::search::language::{
    distance,
    reading::{Form, Resembling, Vocabulary},
};
use std::collections::HashMap;
use tantivy::{
    DocSet, Searcher, SegmentReader, TERMINATED, Term,
    query::FuzzyTermQuery,
    schema::{Field, IndexRecordOption},
};

/// The words of an index, as of one commit.
pub(super) struct Known<'a> {
    pub searcher: &'a Searcher,
    pub fields: &'a Fields,
}

impl Known<'_> {
    /// Errors of reading count as not there: the search itself will tell of them.
    fn frequency(&self, field: Field, text: &str) -> u64 {
        self.searcher.doc_freq(&Term::from_field_text(field, text)).unwrap_or_default()
    }

    fn stem_frequency(&self, stem: &str) -> u64 {
        self.fields.passages.iter().map(|passage| self.frequency(passage.stems, stem)).max().unwrap_or_default()
    }

    /// Whether any entry holds a word that is still there.
    fn is_anywhere(&self, word: &str) -> bool {
        let term = Term::from_field_text(self.fields.everything, word);
        let is_in = |segment: &SegmentReader| {
            let Some(deleted) = segment.alive_bitset() else { return Ok(segment.inverted_index(term.field())?.doc_freq(&term)? > 0) };
            let holders = segment.inverted_index(term.field())?.read_postings(&term, IndexRecordOption::Basic)?;
            let Some(mut holders) = holders else { return Ok(false) };
            while holders.doc() != TERMINATED && !deleted.is_alive(holders.doc()) {
                holders.advance();
            }
            Ok::<_, tantivy::TantivyError>(holders.doc() != TERMINATED)
        };
        self.searcher.segment_readers().iter().any(|segment| is_in(segment).unwrap_or_default())
    }

    /// Every word that an automaton takes, with the entries it is in.
    fn accepted(&self, query: &FuzzyTermQuery) -> tantivy::Result<HashMap<String, u64>> {
        let mut found = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.everything)?;
            let mut words = index.terms().search(query.automaton()?).into_stream()?;
            while words.advance() {
                if let Ok(word) = std::str::from_utf8(words.key()) {
                    *found.entry(word.to_owned()).or_default() += u64::from(words.value().doc_freq);
                }
            }
        }
        Ok(found)
    }
}

impl Vocabulary for Known<'_> {
    fn count(&self, form: &Form) -> u64 {
        match form {
            Form::Word(word) => self.frequency(self.fields.everything, word),
            Form::Stem(stem) => self.stem_frequency(stem),
            Form::Part(stem) => self.stem_frequency(&schema::part(stem)),
            Form::Start(start) => {
                let starting = FuzzyTermQuery::new_prefix(Term::from_field_text(self.fields.everything, start), 0, true);
                self.accepted(&starting).unwrap_or_default().into_values().sum()
            }
            Form::Phrase(stems) => stems.iter().map(|stem| self.stem_frequency(stem)).min().unwrap_or_default(),
            Form::Together(all) => {
                all.iter().map(|any| any.iter().map(|form| self.count(form)).max().unwrap_or_default()).min().unwrap_or_default()
            }
        }
    }

    fn resembling(&self, folded: &str, typos: u8, start: bool) -> Vec<Resembling> {
        let term = Term::from_field_text(self.fields.everything, folded);
        let query = if start { FuzzyTermQuery::new_prefix(term, typos, true) } else { FuzzyTermQuery::new(term, typos, true) };
        let found = self.accepted(&query).unwrap_or_default().into_iter().filter(|(word, _)| word != folded);
        // Words of entries that were taken out stay in the files for a while. They must not be told to anybody.
        let found = found.filter(|(word, _)| self.is_anywhere(word));
        let resembling = found.map(|(word, entries)| Resembling { typos: distance(folded, &word).min(255) as u8, folded: word, entries });
        resembling.collect()
    }

    fn count_spelled(&self, spelled: &str) -> u64 {
        self.frequency(self.fields.spelled, spelled)
    }
}
