//! The index as it is after one commit: what searches read, all of one moment.

use super::{
    browsed::{Browsed, Key},
    collect::{Candidate, Collected, Filters, Pass},
    order::{Keys, score},
    place::{Area, Points},
    rows::{Rows, Values},
    schema::{Fields, ID_HIGH, ID_LOW, VERSION},
    text::TextQuery,
    understanding::{Leading, Lenient, Understanding},
    vocabulary::Known,
};
use crate::search::{
    Error, Found, Hit, Request, Result, Versions,
    language::{
        Synonyms,
        reading::{Asked, Reading, read},
    },
};
use domain::{facet::FacetCounts, id::EntryId, vocabulary::Sort};
use std::sync::Arc;
use tantivy::{DocAddress, IndexMeta, Searcher, TERMINATED, columnar::Column, query::EnableScoring};
use uuid::Uuid;

/// Fewer hits than this, and entries that lack a word are welcome too.
const LITTLE: usize = 10;
/// So many of those are wanted: else they may lack one word more.
const ENOUGH: usize = 20;

/// The rarest of many words are looked at: some of a dozen can be chosen in thousands of ways.
const TELLING: usize = 8;

/// A word in every so-manyth entry is everywhere.
const EVERYWHERE: u64 = 5;

/// A part of a compound that is in so many times as many entries as its rarest one says nothing alone.
const GENERAL: u64 = 10;

/// What a text is read with.
pub(super) struct Source<'a> {
    pub fields: &'a Fields,
    pub synonyms: &'a Synonyms,
}

/// A text, read and made a query.
struct Understood {
    reading: Reading,
    query: TextQuery,
    /// Where `query` is content with some words: what has them all.
    all: Option<TextQuery>,
}

/// The index after one commit.
pub(super) struct View {
    pub searcher: Searcher,
    pub values: Arc<Values>,
    /// By segment, in the searcher's order.
    pub rows: Vec<Arc<Rows>>,
    /// Number of the commit.
    pub opstamp: u64,
    /// The feed mark that was committed.
    pub mark: i64,
    browsed: Browsed,
}

impl View {
    /// Reads what is new since `before`.
    pub(super) fn read(searcher: Searcher, meta: &IndexMeta, before: Option<&Self>) -> tantivy::Result<Self> {
        let mut values = before.map(|view| Values::clone(&view.values)).unwrap_or_default();
        let mut rows = Vec::new();
        for segment in searcher.segment_readers() {
            let known = before.and_then(|view| view.rows.iter().find(|rows| rows.segment == segment.segment_id()));
            rows.push(match known {
                Some(rows) => Arc::clone(rows),
                None => Arc::new(Rows::read(segment, &mut values)?),
            });
        }
        let mark = meta.payload.as_deref().and_then(|mark| mark.parse().ok()).unwrap_or_default();
        Ok(Self { searcher, values: Arc::new(values), rows, opstamp: meta.opstamp, mark, browsed: Browsed::default() })
    }

    /// The page that is asked for, with counts or without.
    pub(super) fn search(self: &Arc<Self>, from: &Source<'_>, request: &Request<'_>, counting: bool) -> Result<Found> {
        let (page, per_page) = (request.query.page.max(1) as usize, request.query.per_page as usize);
        let order = request.order();
        let understood = self.understand(from, &request.query.text)?;
        let keep = page.saturating_mul(per_page);
        let pass = || self.collect(&understood.query, request, order, keep, counting);
        let collected = match Key::of(request, understood.reading.words.is_empty(), order, keep, counting) {
            Some(key) => self.browsed.get(key, pass)?,
            None => Arc::new(pass()?),
        };
        let with_all = match &understood.all {
            Some(all) => Some(self.collect(all, request, Sort::Newest, 1, false)?.total),
            None => None,
        };
        let facets = self.facets(&collected);
        let ranked = self.ranked(order, request, collected.candidates.clone())?;
        let on_page = ranked.into_iter().skip((page - 1).saturating_mul(per_page)).take(per_page);
        let hits = on_page.map(|candidate| self.hit(order, request, candidate)).collect::<Result<_>>()?;
        Ok(Found { total: collected.total, located: collected.located, hits, facets, with_all, reading: Arc::new(understood.reading) })
    }

    /// The numbers of all matches, in no order.
    pub(super) fn matching(self: &Arc<Self>, from: &Source<'_>, request: &Request<'_>) -> Result<Vec<u64>> {
        let understood = self.understand(from, &request.query.text)?;
        // Any order without scores will do.
        let collected = self.collect(&understood.query, request, Sort::Newest, usize::MAX, false)?;
        Ok(collected.candidates.into_iter().map(|candidate| candidate.number).collect())
    }

    /// All matches, best first: their numbers and where they are.
    pub(super) fn all(self: &Arc<Self>, from: &Source<'_>, request: &Request<'_>) -> Result<Vec<(u64, DocAddress)>> {
        let understood = self.understand(from, &request.query.text)?;
        let collected = self.collect(&understood.query, request, Sort::Relevance, usize::MAX, false)?;
        let ranked = self.ranked(Sort::Relevance, request, collected.candidates)?;
        Ok(ranked.into_iter().map(|candidate| (candidate.number, candidate.at)).collect())
    }

    /// How a text is read with the words of this index.
    pub(super) fn reading(&self, from: &Source<'_>, text: &str) -> Reading {
        read(text, from.synonyms, &Known { searcher: &self.searcher, fields: from.fields })
    }

    /// What a text asks for: all of its words; where hardly anything has them all, some of them.
    fn understand(&self, from: &Source<'_>, text: &str) -> Result<Understood> {
        let reading = self.reading(from, text);
        let all = TextQuery::all(&self.searcher, from.fields, &reading);
        Ok(match self.lenient(from, &reading, &all)? {
            Some((_, query)) => Understood { reading, query, all: Some(all) },
            None => Understood { reading, query: all, all: None },
        })
    }

    /// Where hardly anything meets all words: how many of which are enough, and what finds those.
    fn lenient(&self, from: &Source<'_>, reading: &Reading, all: &TextQuery) -> Result<Option<(Lenient, TextQuery)>> {
        // Decided by the text alone, never by filters: a count beside a filter is what choosing it brings.
        let pieces: Vec<&Asked> = reading.pieces().collect();
        if pieces.len() < 2 || self.finds(all, LITTLE)? {
            return Ok(None);
        }
        // Who types one compound is content with entries that have all of its parts, few as they may be.
        if matches!(&*reading.words, [_]) && !reading.taken_apart.is_empty() && self.finds(all, 1)? {
            return Ok(None);
        }
        let telling = self.telling(reading);
        let some = |at_least| TextQuery::some(&self.searcher, from.fields, reading, &telling, at_least);
        let mut at_least = telling.len().div_ceil(2);
        let mut query = some(at_least);
        while at_least > 1 && !self.finds(&query, ENOUGH)? {
            at_least -= 1;
            query = some(at_least);
        }
        Ok(Some((Lenient { telling, at_least }, query)))
    }

    /// A text as it is understood here, for an engine that knows nothing of words.
    pub(super) fn understanding(&self, from: &Source<'_>, text: &str) -> Result<Understanding> {
        let reading = self.reading(from, text);
        let all = TextQuery::all(&self.searcher, from.fields, &reading);
        let lenient = self.lenient(from, &reading, &all)?.map(|(lenient, _)| lenient);
        let known = Known { searcher: &self.searcher, fields: from.fields };
        let words = reading.words.iter().map(|asked| Leading::of(asked, &known)).collect();
        let besides = reading.besides.iter().map(|asked| Leading::of(asked, &known)).collect();
        let pieces = reading.pieces().map(|asked| Leading::of(asked, &known)).collect();
        Ok(Understanding { words, besides, pieces, lenient, reading })
    }

    /// The words of which some are enough: those that are anywhere, and not everywhere. Of "Projekte für Wohnungslose"
    /// the first alone says nothing, nor does the last part of "Wohnungslosenhilfe" beside the first.
    fn telling(&self, reading: &Reading) -> Vec<usize> {
        let rarest = |asked: &Asked| asked.parts.iter().map(|part| part.entries).filter(|entries| *entries > 0).min();
        let most = reading.words.iter().flat_map(|asked| {
            let most = rarest(asked).map_or(u64::MAX, |rarest| rarest * GENERAL);
            std::iter::repeat_n(most, asked.parts.len().max(1))
        });
        let pieces: Vec<(u64, u64)> = reading.pieces().map(|asked| asked.entries).zip(most).collect();
        let everywhere = self.searcher.num_docs() / EVERYWHERE;
        let among = |range: std::ops::RangeInclusive<u64>| {
            let is_telling = |at: &usize| range.contains(&pieces[*at].0) && pieces[*at].0 <= pieces[*at].1;
            (0..pieces.len()).filter(is_telling).collect::<Vec<_>>()
        };
        let mut telling = Some(among(1..=everywhere)).filter(|rare| !rare.is_empty()).unwrap_or_else(|| among(1..=u64::MAX));
        telling.sort_by_key(|at| pieces[*at].0);
        telling.truncate(TELLING);
        telling.sort_unstable();
        telling
    }

    /// Whether a query finds so many entries. Looks no further.
    fn finds(&self, text: &TextQuery, wanted: usize) -> Result<bool> {
        let weight = text.query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        let mut found = 0;
        for segment in self.searcher.segment_readers() {
            let mut scorer = weight.scorer(segment, 1.0)?;
            while scorer.doc() != TERMINATED && found < wanted {
                found += usize::from(segment.alive_bitset().is_none_or(|alive| alive.is_alive(scorer.doc())));
                scorer.advance();
            }
        }
        Ok(found >= wanted)
    }

    fn collect(self: &Arc<Self>, text: &TextQuery, request: &Request<'_>, order: Sort, keep: usize, counting: bool) -> Result<Collected> {
        let filters = Arc::new(Filters::of(request.query, self));
        let pass = Pass { view: Arc::clone(self), filters, area: Area::of(request), order, centre: request.centre, keep, counting };
        Ok(self.searcher.search_with_statistics_provider(&text.query, &pass, &text.statistics(&self.searcher))?)
    }

    fn facets(&self, collected: &Collected) -> FacetCounts {
        let mut facets = FacetCounts::new();
        for ((facet, value), count) in self.values.names().iter().zip(&collected.counts).filter(|(_, count)| **count > 0) {
            facets.entry(*facet).or_default().insert(value.to_string(), *count);
        }
        facets
    }

    /// All candidates in order. Titles are compared here, as their keys do not compare between segments.
    fn ranked(&self, order: Sort, request: &Request<'_>, mut candidates: Vec<Candidate>) -> Result<Vec<Candidate>> {
        if order != Sort::Title {
            candidates.sort_unstable();
            return Ok(candidates);
        }
        let mut titled = Vec::with_capacity(candidates.len());
        candidates.sort_unstable_by_key(|candidate| (candidate.at.segment_ord, candidate.key));
        for of_segment in candidates.chunk_by(|a, b| a.at.segment_ord == b.at.segment_ord) {
            let keys = Keys::read(order, request.centre, self.searcher.segment_reader(of_segment[0].at.segment_ord))?;
            let titles = keys.titles(&of_segment.iter().map(|candidate| candidate.key).collect::<Vec<_>>())?;
            titled.extend(titles.into_iter().zip(of_segment).map(|(title, candidate)| (title, candidate.number, *candidate)));
        }
        titled.sort_unstable();
        Ok(titled.into_iter().map(|(_, _, candidate)| candidate).collect())
    }

    fn hit(&self, order: Sort, request: &Request<'_>, candidate: Candidate) -> Result<Hit> {
        let id = self.id(candidate.at)?;
        let distance_km = match request.centre {
            Some(centre) => Points::read(self.searcher.segment_reader(candidate.at.segment_ord))?
                .of(candidate.at.doc_id)
                .map(|point| centre.distance_km(point)),
            None => None,
        };
        let score = if order == Sort::Relevance { score(candidate.key) } else { 0.0 };
        Ok(Hit { id, score, distance_km })
    }

    /// What the index holds.
    pub(super) fn versions(&self) -> Result<Versions> {
        let mut versions = Versions::with_capacity(usize::try_from(self.searcher.num_docs()).unwrap_or_default());
        for segment in self.searcher.segment_readers() {
            let column = |name| segment.fast_fields().u64(name);
            let (high, low, version) = (column(ID_HIGH)?, column(ID_LOW)?, column(VERSION)?);
            for doc in segment.doc_ids_alive() {
                let of = |column: &Column<u64>| column.first(doc).unwrap_or_default();
                let id = EntryId(Uuid::from_u64_pair(of(&high), of(&low)));
                if versions.insert(id, of(&version)).is_some() {
                    // An entry that is there twice is as nobody wants it: no version is that long.
                    versions.insert(id, u64::MAX);
                }
            }
        }
        Ok(versions)
    }

    /// The entry of a document.
    pub(super) fn id(&self, at: DocAddress) -> Result<EntryId> {
        let segment = self.searcher.segment_reader(at.segment_ord);
        let half = |column| Ok::<_, Error>(segment.fast_fields().u64(column)?.first(at.doc_id).unwrap_or_default());
        Ok(EntryId(Uuid::from_u64_pair(half(ID_HIGH)?, half(ID_LOW)?)))
    }
}
