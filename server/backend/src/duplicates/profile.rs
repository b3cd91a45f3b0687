//! What is compared of an entry.

use crate::{
    search::{
        document::IndexDocument,
        language::{compound, fold, is_glue, is_word, stem, words},
    },
    storage::entries::Entry,
};
use domain::{
    geo::Point,
    id::EntryId,
    vocabulary::{Kind, Lang},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Shorter words say little.
const SHORTEST: usize = 3;

/// An entry, ready to be compared.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Which.
    pub id: EntryId,
    /// What it is: only the same are compared.
    pub kind: Kind,
    /// In which language it is written.
    pub language: Lang,
    /// Whose it is.
    pub organisation: Option<EntryId>,
    /// Where it is, as far as that is public.
    pub point: Option<Point>,
    /// Stems of its title, with those of the parts of compounds.
    pub title: BTreeSet<String>,
    /// Stems of all it says.
    pub text: BTreeSet<String>,
    /// Words of it that no lexicon has, and numbers: names, which stay in translations.
    pub names: BTreeSet<String>,
    /// Those of its title.
    pub title_names: BTreeSet<String>,
    /// Hosts and paths of all its links.
    pub links: BTreeSet<String>,
}

impl Profile {
    /// Of an entry and what engines know of it.
    #[must_use]
    pub fn new(entry: &Entry, document: &IndexDocument) -> Self {
        let IndexDocument { title, summary, body, language, .. } = document;
        let all = format!("{title}\n{summary}\n{body}");
        let value = entry.revision.as_ref().and_then(|revision| serde_json::to_value(&revision.document).ok()).unwrap_or_default();
        let mut links = BTreeSet::new();
        collect(&value, &mut links);
        Self {
            id: document.id,
            kind: document.kind,
            language: *language,
            organisation: entry.organisation_id,
            point: document.point,
            title: stems(title, *language, true),
            text: stems(&all, *language, false),
            names: names(&all),
            title_names: names(title),
            links,
        }
    }

    /// What brings it together with others.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        [&self.text, &self.names, &self.links].into_iter().flatten().map(String::as_str)
    }
}

fn stems(text: &str, lang: Lang, with_parts: bool) -> BTreeSet<String> {
    let telling = |word: &str| word.chars().count() >= SHORTEST && !is_glue(word);
    let words: Vec<String> = words(text).into_iter().map(|word| word.folded).filter(|word| telling(word)).collect();
    let parts = words.iter().filter(|_| with_parts && lang == Lang::De).flat_map(|word| compound::parts(word));
    let parts: Vec<String> = parts.filter(|part| telling(part)).map(|part| stem(part, lang)).collect();
    words.iter().map(|word| stem(word, lang)).chain(parts).collect()
}

/// Marked, so that a name is never taken for a stem.
fn names(text: &str) -> BTreeSet<String> {
    let is_name = |word: &str| word.chars().count() > SHORTEST && !is_glue(word) && !is_word(word);
    words(text)
        .into_iter()
        .filter(|word| text[word.range.clone()].starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        .map(|word| word.folded)
        .filter(|word| is_name(word))
        .map(|word| format!("={word}"))
        .collect()
}

/// Every address in a document, without what differs by accident.
fn collect(value: &Value, links: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => links.extend(address(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, links)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, links)),
        _ => {}
    }
}

/// `www.x.de/a/` and `https://x.de/a` are one.
fn address(text: &str) -> Option<String> {
    let url = url::Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    let path = url.path().trim_end_matches('/');
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    Some(fold(&format!("{}{path}{query}", host.strip_prefix("www.").unwrap_or(host))))
}
