//! What resembles an entry: one pass over all rows of facet values, with the rarer words of title and summary on top.
//!
//! Values count by their rarity: that two projects are about disaster relief says more than that both are pilots.
//! Words can at most double what values say, so that a chance word never outweighs a shared topic. Tantivy's
//! `MoreLikeThis` knows only words, and cannot ask for a reason that people would accept.

use super::{
    rows::Rows,
    schema::{Fields, ID_LOW},
    view::View,
};
use crate::search::{
    Result,
    language::{stem, words},
    likeness::Likeness,
};
use domain::{facet::Facet, id::EntryId};
use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};
use tantivy::{
    DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader, Term,
    collector::{Collector, SegmentCollector},
    columnar::Column,
    query::{AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, TermQuery},
    schema::IndexRecordOption,
};
use uuid::Uuid;

/// Words looked up.
const WORDS: usize = 12;
/// Shorter words are mostly glue.
const LETTERS: usize = 4;
/// The score of words that makes half of what words can add.
const HALF: Score = 12.0;

/// What a shared value of a facet says about likeness, before its rarity.
fn telling(facet: Facet) -> Score {
    match facet {
        Facet::Topic | Facet::Theme => 1.0,
        Facet::Technique => 0.7,
        Facet::Region => 0.3,
        Facet::Outcome | Facet::Language => 0.2,
        Facet::Phase | Facet::Scope | Facet::Sourcing | Facet::PersonalData | Facet::OrgKind => 0.1,
        Facet::Kind | Facet::OnMap | Facet::Offers | Facet::Seeks | Facet::Organisation => 0.0,
    }
}

/// The entries that resemble one most, best first.
pub(super) fn similar(view: &Arc<View>, fields: &Fields, likeness: &Likeness<'_>) -> Result<Vec<EntryId>> {
    let without = likeness.without.iter().copied().chain([likeness.to.id]).map(EntryId::number).collect();
    let pass = Resemblance {
        view: Arc::clone(view),
        marks: Arc::new(Marks::of(likeness, view)),
        without: Arc::new(without),
        keep: likeness.limit,
    };
    let query = words_in_common(&view.searcher, fields, likeness)?;
    let best = view.searcher.search(&query, &pass)?;
    best.into_iter().map(|candidate| view.id(candidate.at)).collect()
}

/// Every entry, scored by the rarer words of title and summary that it shares; 0 where it shares none.
fn words_in_common(searcher: &Searcher, fields: &Fields, likeness: &Likeness<'_>) -> tantivy::Result<Box<dyn Query>> {
    let (title, summary) = (fields.passages[0].stems, fields.passages[1].stems);
    let text = [likeness.to.title.as_str(), &likeness.to.summary].join(" ");
    let long = words(&text).into_iter().filter(|word| word.folded.chars().count() >= LETTERS);
    let stems: BTreeSet<String> = long.map(|word| stem(&word.folded, likeness.to.language)).collect();
    let mut found = vec![];
    for stem in stems {
        let frequency = |field| searcher.doc_freq(&Term::from_field_text(field, &stem));
        found.push((frequency(title)?.max(frequency(summary)?), stem));
    }
    // In one entry only: that is this one. In every tenth: that is how everybody writes.
    found.retain(|(frequency, _)| *frequency > 1 && *frequency <= searcher.num_docs() / 10);
    found.sort_unstable();
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0)))];
    for (_, stem) in found.into_iter().take(WORDS) {
        for (field, weight) in [(title, 1.5), (summary, 1.0)] {
            let term = TermQuery::new(Term::from_field_text(field, &stem), IndexRecordOption::WithFreqs);
            clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight))));
        }
    }
    Ok(Box::new(BooleanQuery::new(clauses)))
}

/// What each value says, by its number.
struct Marks {
    weights: Vec<Score>,
    /// What a value fulfils: bit 0 the reason for likeness, one more for each facet that must be the same.
    fulfils: Vec<u32>,
    wanted: u32,
}

impl Marks {
    fn of(likeness: &Likeness<'_>, view: &View) -> Self {
        let size = view.values.names().len();
        let same: Vec<Facet> = likeness.same.iter().copied().chain([Facet::Kind]).collect();
        let mut marks = Self { weights: vec![0.0; size], fulfils: vec![0; size], wanted: (1 << (same.len() + 1)) - 1 };
        for (facet, value) in likeness.to.facets.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value))) {
            let Some(number) = view.values.find(facet, value) else { continue };
            marks.weights[number as usize] = telling(facet) * rarity(view, number);
            let bit = same.iter().position(|same| *same == facet).map_or(0, |at| 2 << at);
            marks.fulfils[number as usize] = bit | u32::from(likeness.through.contains(&facet));
        }
        marks
    }

    /// How much an entry with these values resembles; `None` where it lacks what it must have. Who is tagged with
    /// everything resembles nothing much.
    fn of_row(&self, row: &[u32]) -> Option<Score> {
        let (mut sum, mut fulfilled) = (0.0, 0);
        for value in row {
            sum += self.weights[*value as usize];
            fulfilled |= self.fulfils[*value as usize];
        }
        (fulfilled == self.wanted).then(|| sum / (row.len() as Score).sqrt())
    }
}

fn rarity(view: &View, value: u32) -> Score {
    let with: u32 = view.rows.iter().map(|rows| rows.count(value)).sum();
    (1.0 + view.searcher.num_docs() as Score / with.max(1) as Score).ln()
}

struct Resemblance {
    view: Arc<View>,
    marks: Arc<Marks>,
    /// Numbers of entries that are not wanted.
    without: Arc<HashSet<u64>>,
    keep: usize,
}

/// The smaller, the better; ties are broken by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    key: u32,
    number: u64,
    at: DocAddress,
}

impl Collector for Resemblance {
    type Fruit = Vec<Candidate>;
    type Child = SegmentPass;

    fn for_segment(&self, ordinal: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentPass> {
        Ok(SegmentPass {
            ordinal,
            rows: Arc::clone(&self.view.rows[ordinal as usize]),
            marks: Arc::clone(&self.marks),
            without: Arc::clone(&self.without),
            ids_low: segment.fast_fields().u64(ID_LOW)?,
            keep: self.keep,
            found: vec![],
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Vec<Candidate>>) -> tantivy::Result<Vec<Candidate>> {
        let mut all = fruits.concat();
        all.sort_unstable();
        all.truncate(self.keep);
        Ok(all)
    }
}

struct SegmentPass {
    ordinal: SegmentOrdinal,
    rows: Arc<Rows>,
    marks: Arc<Marks>,
    without: Arc<HashSet<u64>>,
    ids_low: Column<u64>,
    keep: usize,
    found: Vec<Candidate>,
}

impl SegmentCollector for SegmentPass {
    type Fruit = Vec<Candidate>;

    fn collect(&mut self, doc: DocId, words: Score) {
        let Some(values) = self.marks.of_row(self.rows.of(doc)) else { return };
        let number = EntryId(Uuid::from_u64_pair(0, self.ids_low.first(doc).unwrap_or_default())).number();
        if !self.without.contains(&number) {
            let likeness = values * (1.0 + words / (words + HALF));
            // Never negative: its bits sort as it does.
            self.found.push(Candidate { key: !likeness.to_bits(), number, at: DocAddress::new(self.ordinal, doc) });
        }
    }

    fn harvest(mut self) -> Vec<Candidate> {
        if self.found.len() > self.keep && self.keep > 0 {
            self.found.select_nth_unstable(self.keep - 1);
        }
        self.found.truncate(self.keep);
        self.found
    }
}
