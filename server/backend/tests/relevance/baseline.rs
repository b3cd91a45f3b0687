//! What was reached before, by engine: nothing may fall far below it unnoticed. Lives in `baseline.json`, which
//! `ALLMENDE_WRITE_BASELINE=1` rewrites.

use crate::{
    judged::{CATEGORIES, file},
    known,
    measure::{Answer, Figures, Lookup, rounded},
    report,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs};

/// As far may a category fall: smaller differences mean nothing with so few queries.
const SLACK: f64 = 0.02;
/// Two decimal numbers apart by less are the same.
const EPSILON: f64 = 1e-9;

/// Figures by engine.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Baseline(BTreeMap<String, Reached>);

/// What an engine reached.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Reached {
    categories: BTreeMap<String, Figures>,
    known: BTreeMap<String, Found>,
    /// To tell which queries a loss comes from.
    queries: BTreeMap<String, Query>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Found {
    found10: f64,
    /// To tell what else is missed now.
    missed: Vec<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Query {
    category: String,
    ndcg10: f64,
    recall20: f64,
}

impl Baseline {
    /// The stored one; an engine that is not in it has nothing to fall below.
    pub fn read() -> Self {
        serde_json::from_str(&fs::read_to_string(file("baseline.json")).unwrap()).unwrap()
    }

    /// Takes up what an engine reached.
    pub fn add(&mut self, engine: &str, answers: &[Answer<'_>], lookups: &[Lookup<'_>]) {
        let categories =
            CATEGORIES.into_iter().chain(["all"]).map(|category| (category.to_owned(), report::mean(answers, category).rounded()));
        let known = known::KINDS.into_iter().map(|kind| {
            let missed = lookups.iter().filter(|lookup| lookup.query.kind == kind && !lookup.found);
            let missed = missed.map(|lookup| format!("{} ({})", lookup.query.text, lookup.query.address)).collect();
            (kind.to_owned(), Found { found10: rounded(report::found(lookups, kind).1), missed })
        });
        let queries = answers.iter().map(|answer| {
            let Figures { ndcg10, recall20, .. } = answer.figures.rounded();
            (answer.query.q.clone(), Query { category: answer.query.category.clone(), ndcg10, recall20 })
        });
        self.0.insert(engine.to_owned(), Reached { categories: categories.collect(), known: known.collect(), queries: queries.collect() });
    }

    /// Stores this one in the place of what was reached before by the engines that ran; of others that stays.
    pub fn write(self) {
        let path = file("baseline.json");
        let mut all = if path.exists() { Self::read() } else { Self::default() };
        all.0.extend(self.0);
        fs::write(&path, all.to_json()).unwrap();
        println!("written: {}", path.display());
    }

    /// What fell below this baseline: a line a category, and one for each query in it that got worse.
    pub fn losses(&self, now: &Self) -> Vec<String> {
        let mut lines = vec![];
        for (engine, now) in &now.0 {
            if let Some(before) = self.0.get(engine) {
                lines.extend(before.losses(now).into_iter().map(|line| format!("{engine}: {line}")));
            }
        }
        lines
    }

    /// One line a figure or query, so that a diff shows what changed.
    fn to_json(&self) -> String {
        let engines = self.0.iter().map(|(engine, reached)| {
            let parts = [lines("categories", &reached.categories), lines("known", &reached.known), lines("queries", &reached.queries)];
            format!("{}: {{\n{}\n}}", json(engine), parts.join(",\n"))
        });
        format!("{{\n{}\n}}\n", engines.collect::<Vec<_>>().join(",\n"))
    }
}

impl Reached {
    fn losses(&self, now: &Self) -> Vec<String> {
        let mut lines = vec![];
        for (category, before) in &self.categories {
            let Some(after) = now.categories.get(category) else { continue };
            let figures = [
                ("nDCG@10", before.ndcg10, after.ndcg10),
                ("recall@20", before.recall20, after.recall20),
                ("share with any hit", 1.0 - before.zero, 1.0 - after.zero),
            ];
            let fallen: Vec<_> = figures.into_iter().filter(|(_, before, after)| fell(*before, *after)).collect();
            lines.extend(fallen.iter().map(|(name, before, after)| format!("{category}: {name} {before:.3} -> {after:.3}")));
            if !fallen.is_empty() {
                lines.extend(self.worse(now, category));
            }
        }
        for (kind, before) in &self.known {
            let Some(after) = now.known.get(kind).filter(|after| fell(before.found10, after.found10)) else { continue };
            lines.push(format!("{kind}: found@10 {:.3} -> {:.3}", before.found10, after.found10));
            lines.extend(after.missed.iter().filter(|query| !before.missed.contains(query)).map(|query| format!("  missed: {query}")));
        }
        lines
    }

    fn worse(&self, now: &Self, category: &str) -> Vec<String> {
        let both = self.queries.iter().filter_map(|(q, before)| now.queries.get(q).map(|after| (q, before, after)));
        both.filter(|(_, before, after)| category == "all" || (&*before.category, &*after.category) == (category, category))
            .filter(|(_, before, after)| fell(before.ndcg10, after.ndcg10) || fell(before.recall20, after.recall20))
            .map(|(q, before, after)| {
                let [ndcg, recall] = [(before.ndcg10, after.ndcg10), (before.recall20, after.recall20)]
                    .map(|(before, after)| format!("{before:.3} -> {after:.3}"));
                format!("  worse: {q} (nDCG@10 {ndcg}, recall@20 {recall})")
            })
            .collect()
    }
}

fn fell(before: f64, after: f64) -> bool {
    after < before - SLACK - EPSILON
}

fn lines<T: Serialize>(name: &str, values: &BTreeMap<String, T>) -> String {
    let lines = values.iter().map(|(key, value)| format!("    {}: {}", json(key), json(value)));
    format!("  {}: {{\n{}\n  }}", json(name), lines.collect::<Vec<_>>().join(",\n"))
}

fn json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(ndcg10: f64, found10: f64, missed: &[&str]) -> Baseline {
        let figures = Figures { ndcg10, recall20: 1.0, mrr10: 1.0, zero: 0.0 };
        let query = Query { category: "typo".to_owned(), ndcg10, recall20: 1.0 };
        let found = Found { found10, missed: missed.iter().map(ToString::to_string).collect() };
        let reached = Reached {
            categories: BTreeMap::from([("typo".to_owned(), figures)]),
            known: BTreeMap::from([("known typo".to_owned(), found)]),
            queries: BTreeMap::from([("chatbto".to_owned(), query)]),
        };
        Baseline(BTreeMap::from([("embedded".to_owned(), reached)]))
    }

    #[test]
    fn a_small_loss_passes_and_a_large_one_names_its_queries() {
        let before = reached(0.9, 1.0, &[]);
        assert!(before.losses(&reached(0.88, 0.98, &["a"])).is_empty());
        let expected = [
            "embedded: typo: nDCG@10 0.900 -> 0.879",
            "embedded:   worse: chatbto (nDCG@10 0.900 -> 0.879, recall@20 1.000 -> 1.000)",
            "embedded: known typo: found@10 1.000 -> 0.900",
            "embedded:   missed: a",
        ];
        assert_eq!(before.losses(&reached(0.879, 0.9, &["a"])), expected);
    }

    #[test]
    fn what_nobody_has_measured_before_is_no_loss() {
        assert!(Baseline::default().losses(&reached(0.1, 0.1, &[])).is_empty());
    }

    #[test]
    fn it_is_read_as_it_is_written() {
        let baseline = reached(0.9, 0.5, &["a \"b\""]);
        assert_eq!(serde_json::from_str::<Baseline>(&baseline.to_json()).unwrap(), baseline);
    }
}
