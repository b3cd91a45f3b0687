//! The figures as people read them.

use crate::{
    judged::CATEGORIES,
    known,
    measure::{Answer, Figures, Lookup, share},
};
use std::fmt::Write;

/// How many of the worst are told.
const WORST: usize = 40;
/// How many hits show what came instead.
const HITS: usize = 5;
/// How many entries show what is missing.
const MISSING: usize = 6;

/// The mean figures of a category; of all where it is `all`.
pub fn mean(answers: &[Answer<'_>], category: &str) -> Figures {
    Figures::mean(answers.iter().filter(|answer| category == "all" || answer.query.category == category).map(|answer| &answer.figures))
}

/// How many of a kind of known items there are, and the share of them that was found.
pub fn found(lookups: &[Lookup<'_>], kind: &str) -> (usize, f64) {
    let all = lookups.iter().filter(|lookup| lookup.query.kind == kind);
    let (count, found) = all.fold((0, 0), |(count, found), lookup| (count + 1, found + usize::from(lookup.found)));
    (count, share(found as f64, count as f64))
}

/// A table: one line a category, then known items.
pub fn table(engine: &str, answers: &[Answer<'_>], lookups: &[Lookup<'_>]) -> String {
    let mut text = format!("\n{engine:<18} {:>8} {:>8} {:>9} {:>7} {:>8}\n", "queries", "nDCG@10", "recall@20", "MRR@10", "nothing");
    for category in CATEGORIES.into_iter().chain(["all"]) {
        let count = answers.iter().filter(|answer| category == "all" || answer.query.category == category).count();
        let Figures { ndcg10, recall20, mrr10, zero } = mean(answers, category);
        let nothing = zero * 100.0;
        _ = writeln!(text, "{category:<18} {count:>8} {ndcg10:>8.3} {recall20:>9.3} {mrr10:>7.3} {nothing:>7.1}%");
    }
    _ = writeln!(text, "\n{:<18} {:>8} {:>8}", "known items", "queries", "found@10");
    for kind in known::KINDS {
        let (count, share) = found(lookups, kind);
        _ = writeln!(text, "{kind:<18} {count:>8} {share:>8.3}");
    }
    text
}

/// The worst answers: what came first instead, and what good is not on the page.
pub fn worst(engine: &str, answers: &[Answer<'_>]) -> String {
    let mut order: Vec<&Answer<'_>> = answers.iter().filter(|answer| answer.figures.ndcg10 < 1.0).collect();
    let sum = |answer: &Answer<'_>| answer.figures.ndcg10 + answer.figures.recall20;
    order.sort_by(|a, b| sum(a).total_cmp(&sum(b)));
    let mut text = format!("worst of {engine} (grade and entry; + came, - did not)\n");
    for answer in order.into_iter().take(WORST) {
        let Answer { query, hits, figures } = answer;
        _ = writeln!(text, "{:.2} {:.2}  {} ({})", figures.ndcg10, figures.recall20, query.q, query.category);
        if hits.is_empty() {
            text.push_str("           + nothing\n");
        }
        for address in hits.iter().take(HITS) {
            _ = writeln!(text, "           + {} {address}", query.relevant.get(address).copied().unwrap_or(0));
        }
        let mut missing: Vec<(&String, &u8)> = query.relevant.iter().filter(|(address, _)| !hits.contains(address)).collect();
        missing.sort_by(|a, b| b.1.cmp(a.1));
        for (address, grade) in missing.into_iter().take(MISSING) {
            _ = writeln!(text, "           - {grade} {address}");
        }
    }
    text
}
