//! How good an answer is.

use crate::{judged::Judged, known::Known};
use serde::{Deserialize, Serialize};

/// Readers rarely look further.
const TOP: usize = 10;
/// A first page.
const PAGE: usize = 20;
/// From this grade on a reader is content.
const GOOD: u8 = 2;

/// Figures of one answer, or the mean of many; each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Order of the first ten against the best order there could be (nDCG), a hit counting 2^grade − 1.
    pub ndcg10: f64,
    /// Share of what is relevant among the first twenty; of twenty where more is relevant than a page can show.
    pub recall20: f64,
    /// 1 by the place of the first good hit (grade 2 or 3) among the first ten, else 0.
    pub mrr10: f64,
    /// 1 where nothing at all was found.
    pub zero: f64,
}

/// What came for a judged query.
pub struct Answer<'a> {
    /// The query.
    pub query: &'a Judged,
    /// Addresses on the first page, best first.
    pub hits: Vec<String>,
    /// How good that is.
    pub figures: Figures,
}

/// Whether a query for one known entry found it.
pub struct Lookup<'a> {
    /// The query.
    pub query: &'a Known,
    /// Among the first ten.
    pub found: bool,
}

impl<'a> Answer<'a> {
    /// Measures the hits of a query.
    pub fn of(query: &'a Judged, mut hits: Vec<String>) -> Self {
        hits.truncate(PAGE);
        let grades: Vec<u8> = hits.iter().map(|address| query.relevant.get(address).copied().unwrap_or(0)).collect();
        let judged: Vec<u8> = query.relevant.values().copied().collect();
        Self { query, hits, figures: Figures::of(&grades, &judged) }
    }
}

impl<'a> Lookup<'a> {
    /// Looks for the entry among the hits.
    pub fn of(query: &'a Known, hits: &[String]) -> Self {
        Self { query, found: hits.iter().take(TOP).any(|address| *address == query.address) }
    }
}

impl Figures {
    /// Of the grades of hits in their order, where the grades of all that is relevant are `judged`.
    fn of(grades: &[u8], judged: &[u8]) -> Self {
        let mut best = judged.to_vec();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let found = grades.iter().take(PAGE).filter(|grade| **grade > 0).count();
        let first_good = grades.iter().take(TOP).position(|grade| *grade >= GOOD);
        Self {
            ndcg10: share(gain(grades), gain(&best)),
            recall20: share(found as f64, judged.len().min(PAGE) as f64),
            mrr10: first_good.map_or(0.0, |place| 1.0 / (place + 1) as f64),
            zero: f64::from(u8::from(grades.is_empty())),
        }
    }

    /// The mean; of nothing, zeros.
    pub fn mean<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        let mut count = 0.0;
        for one in all {
            sum.ndcg10 += one.ndcg10;
            sum.recall20 += one.recall20;
            sum.mrr10 += one.mrr10;
            sum.zero += one.zero;
            count += 1.0;
        }
        let of = |total: f64| share(total, count);
        Self { ndcg10: of(sum.ndcg10), recall20: of(sum.recall20), mrr10: of(sum.mrr10), zero: of(sum.zero) }
    }

    /// To three decimals, as the baseline keeps them.
    pub fn rounded(self) -> Self {
        Self { ndcg10: rounded(self.ndcg10), recall20: rounded(self.recall20), mrr10: rounded(self.mrr10), zero: rounded(self.zero) }
    }
}

/// To three decimals.
pub fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}

/// A part of a whole; 0 of nothing.
pub fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// What the first ten are worth: the further down, the less.
fn gain(grades: &[u8]) -> f64 {
    let worth = grades.iter().take(TOP).zip(2u32..).map(|(grade, place)| (2f64.powi((*grade).into()) - 1.0) / f64::from(place).log2());
    // Not `sum`: of nothing that is -0.
    worth.fold(0.0, |sum, worth| sum + worth)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, expected: f64) -> bool {
        (value - expected).abs() < 0.000_5
    }

    #[test]
    fn figures_are_those_computed_by_hand() {
        // Found: 0, 3, 1. DCG = 7 / log2(3) + 1 / log2(4) = 4.4165 + 0.5 = 4.9165.
        // Best: 3, 2, 1. DCG = 7 + 3 / log2(3) + 1 / log2(4) = 7 + 1.8928 + 0.5 = 9.3928.
        let figures = Figures::of(&[0, 3, 1], &[1, 2, 3]);
        assert!(near(figures.ndcg10, 4.9165 / 9.3928), "{figures:?}");
        assert!(near(figures.recall20, 2.0 / 3.0) && near(figures.mrr10, 0.5) && figures.zero == 0.0, "{figures:?}");
    }

    #[test]
    fn the_best_order_counts_one_and_nothing_counts_zero() {
        assert_eq!(Figures::of(&[3, 2, 1, 0], &[1, 2, 3]), Figures { ndcg10: 1.0, recall20: 1.0, mrr10: 1.0, zero: 0.0 });
        assert_eq!(Figures::of(&[], &[3]), Figures { zero: 1.0, ..Figures::default() });
        assert_eq!(Figures::of(&[0, 0], &[3]), Figures::default());
    }

    #[test]
    fn what_is_too_far_down_does_not_count() {
        let eleventh = [[0; 10].as_slice(), &[3]].concat();
        assert_eq!(Figures::of(&eleventh, &[3]), Figures { recall20: 1.0, ..Figures::default() });
        let late = [[0; 20].as_slice(), &[3]].concat();
        assert_eq!(Figures::of(&late, &[3]), Figures::default());
        assert_eq!(Figures::of(&[1, 1], &[1, 1]).mrr10, 0.0);
    }

    #[test]
    fn a_full_page_is_all_that_a_page_can_show() {
        assert_eq!(Figures::of(&[1; 20], &[1; 35]).recall20, 1.0);
        assert_eq!(Figures::of(&[1; 10], &[1; 35]).recall20, 0.5);
    }

    #[test]
    fn a_mean_is_taken_figure_by_figure() {
        let all = [Figures { ndcg10: 1.0, zero: 1.0, ..Figures::default() }, Figures { recall20: 0.5, mrr10: 1.0, ..Figures::default() }];
        assert_eq!(Figures::mean(all.iter()), Figures { ndcg10: 0.5, recall20: 0.25, mrr10: 0.5, zero: 0.5 });
        assert_eq!(Figures::mean([].iter()), Figures::default());
    }
}
