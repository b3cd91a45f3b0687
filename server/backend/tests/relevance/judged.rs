//! The golden set: queries with the entries that people want who type them. README.md says how it was judged.

use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// What a query tries, in the order of reports.
pub const CATEGORIES: [&str; 15] = [
    "exact",
    "typo",
    "umlaut-ue",
    "umlaut-plain",
    "part",
    "split",
    "compound-phrase",
    "inflection",
    "prefix",
    "words",
    "synonym",
    "question",
    "english",
    "names",
    "gender",
];
/// With fewer, one query decides about a category.
const QUERIES_IN_A_CATEGORY: usize = 8;
/// With fewer, the whole says little.
const QUERIES: usize = 120;

/// A query and its judgement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// What is typed.
    pub q: String,
    /// One of [`CATEGORIES`].
    pub category: String,
    /// Grades by address: 3 exactly that, 2 good, 1 touches on it. Everything else is not wanted.
    pub relevant: BTreeMap<String, u8>,
    /// Why it was judged so, where that is not plain.
    #[serde(default)]
    #[expect(dead_code, reason = "for those who read the file")]
    pub note: String,
}

/// A file of this test.
pub fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/relevance").join(name)
}

/// All judged queries.
pub fn read() -> Vec<Judged> {
    let text = fs::read_to_string(file("queries.jsonl")).unwrap();
    let lines = text.lines().enumerate();
    lines.map(|(at, line)| serde_json::from_str(line).unwrap_or_else(|error| panic!("queries.jsonl, line {}: {error}", at + 1))).collect()
}

/// Everything that is wrong with a golden set, for a directory with these addresses.
pub fn faults(queries: &[Judged], addresses: &BTreeSet<String>) -> Vec<String> {
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    for query in queries {
        let Judged { q, category, relevant, .. } = query;
        if !seen.insert(q.to_lowercase()) {
            faults.push(format!("{q}: is there twice"));
        }
        if !CATEGORIES.contains(&&**category) {
            faults.push(format!("{q}: no such category: {category}"));
        }
        if !relevant.values().any(|grade| *grade >= 2) {
            faults.push(format!("{q}: nothing of grade 2 or 3: nobody is glad of any answer"));
        }
        faults.extend(relevant.values().filter(|grade| !(1..=3).contains(*grade)).map(|grade| format!("{q}: no such grade: {grade}")));
        faults.extend(
            relevant.keys().filter(|address| !addresses.contains(*address)).map(|address| format!("{q}: no such entry: {address}")),
        );
    }
    for category in CATEGORIES {
        let count = queries.iter().filter(|query| query.category == category).count();
        if count < QUERIES_IN_A_CATEGORY {
            faults.push(format!("{category}: {count} queries, {QUERIES_IN_A_CATEGORY} are needed"));
        }
    }
    if queries.len() < QUERIES {
        faults.push(format!("{} queries, {QUERIES} are needed", queries.len()));
    }
    faults
}

#[test]
fn what_is_wrong_with_a_golden_set_is_told() {
    let judged = |q: &str, category: &str, address: &str, grade| Judged {
        q: q.to_owned(),
        category: category.to_owned(),
        relevant: BTreeMap::from([(address.to_owned(), grade)]),
        note: String::new(),
    };
    let addresses = BTreeSet::from(["projects/a".to_owned()]);
    let queries =
        [judged("Wald", "exact", "projects/a", 3), judged("wald", "sideways", "projects/b", 4), judged("See", "typo", "projects/a", 1)];
    let faults = faults(&queries, &addresses);
    for fault in ["wald: is there twice", "no such category: sideways", "no such grade: 4", "no such entry: projects/b", "See: nothing of"]
    {
        assert!(faults.iter().any(|line| line.contains(fault)), "{fault}: {faults:?}");
    }
    assert!(faults.contains(&"exact: 1 queries, 8 are needed".to_owned()));
    assert_eq!(faults.last().unwrap(), "3 queries, 120 are needed");
}
