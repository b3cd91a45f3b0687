//! The index as it is after one commit: what searches read, all of one moment.

use super::{
    collect::{Candidate, Collected, Filters, Pass},
    order::{self, Keys},
    place::{Area, Points},
    rows::{Rows, Values},
    schema::{Fields, ID_HIGH, ID_LOW},
    text,
};
use crate::search::{Error, Found, Hit, Request, Result};
use domain::{facet::FacetCounts, id::EntryId, vocabulary::Sort};
use std::sync::Arc;
use tantivy::{DocAddress, IndexMeta, Searcher};
use uuid::Uuid;

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
        Ok(Self { searcher, values: Arc::new(values), rows, opstamp: meta.opstamp, mark })
    }

    /// The page that is asked for, with counts or without.
    pub(super) fn search(self: &Arc<Self>, fields: &Fields, request: &Request<'_>, counting: bool) -> Result<Found> {
        let (page, per_page) = (request.query.page.max(1) as usize, request.query.per_page as usize);
        let order = order::of(request);
        let collected = self.collect(fields, request, order, page.saturating_mul(per_page), counting)?;
        let facets = self.facets(&collected);
        let ranked = self.ranked(order, request, collected.candidates)?;
        let on_page = ranked.into_iter().skip((page - 1).saturating_mul(per_page)).take(per_page);
        let hits = on_page.map(|candidate| self.hit(order, request, candidate)).collect::<Result<_>>()?;
        Ok(Found { total: collected.total, hits, facets })
    }

    /// The numbers of all matches, in no order.
    pub(super) fn matching(self: &Arc<Self>, fields: &Fields, request: &Request<'_>) -> Result<Vec<u64>> {
        // Any order without scores will do.
        let collected = self.collect(fields, request, Sort::Newest, usize::MAX, false)?;
        Ok(collected.candidates.into_iter().map(|candidate| candidate.number).collect())
    }

    fn collect(self: &Arc<Self>, fields: &Fields, request: &Request<'_>, order: Sort, keep: usize, counting: bool) -> Result<Collected> {
        let filters = Arc::new(Filters::of(request.query, self));
        let pass = Pass { view: Arc::clone(self), filters, area: Area::of(request), order, centre: request.centre, keep, counting };
        let query = text::query(&self.searcher, fields, &request.query.text)?;
        Ok(self.searcher.search(&query, &pass)?)
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
        let score = if order == Sort::Relevance { f32::from_bits(!(candidate.key as u32)) } else { 0.0 };
        Ok(Hit { id, score, distance_km })
    }

    /// The entry of a document.
    pub(super) fn id(&self, at: DocAddress) -> Result<EntryId> {
        let segment = self.searcher.segment_reader(at.segment_ord);
        let half = |column| Ok::<_, Error>(segment.fast_fields().u64(column)?.first(at.doc_id).unwrap_or_default());
        Ok(EntryId(Uuid::from_u64_pair(half(ID_HIGH)?, half(ID_LOW)?)))
    }
}
