//! A fixed mix of questions to a directory, as people ask them: for benchmarks and for trying what breaks.

use super::sample;
use domain::query::Query;
use serde_json::Value;
use std::fs;

/// What is added to a text or stands alone, in turn. Mostly nothing.
const NARROWED: [&str; 10] = [
    "",
    "",
    "&kind=project",
    "",
    "&topic=care&topic=inclusion",
    "&near=50667&km=100",
    "",
    "&phase=live&kind=project",
    "&bbox=5.9,50.3,9.5,52.5",
    "&sort=newest",
];

/// `size` queries: whole words, several words, beginnings of words, mistakes, no text at all, with filters, around
/// places and in sections of the map. Always the same ones.
///
/// # Panics
/// Where the sample cannot be read.
#[must_use]
pub fn queries(size: usize) -> Vec<Query> {
    let titles = titles();
    let all = (0..size).map(|n| {
        let words: Vec<&str> = titles[n * 37 % titles.len()].split_whitespace().filter(|word| word.chars().count() > 3).collect();
        let word = words.get(n % words.len().max(1)).copied().unwrap_or("Beratung");
        let text = match n % 8 {
            0 => String::new(),
            1 | 2 => word.to_owned(),
            3 => words.iter().take(2).copied().collect::<Vec<_>>().join(" "),
            4 => word.chars().take(4).collect(),
            5 => mistyped(word),
            6 => word.chars().take(7).collect(),
            _ => words.join(" "),
        };
        let mut query = Query::parse(NARROWED[n / 8 % NARROWED.len()]).expect("queries of the mix");
        query.text = text.chars().take(domain::limits::SEARCH_TEXT).collect();
        query
    });
    all.collect()
}

fn titles() -> Vec<String> {
    let lines = ["projects", "lessons"].map(|file| fs::read_to_string(sample().join(file).with_extension("jsonl")).expect("the sample"));
    let title = |line: &str| serde_json::from_str::<Value>(line).ok()?.get("title")?.as_str().map(str::to_owned);
    lines.iter().flat_map(|text| text.lines()).filter_map(title).collect()
}

/// Two letters in the middle exchanged.
fn mistyped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    letters.swap(middle - 1, middle);
    letters.into_iter().collect()
}
