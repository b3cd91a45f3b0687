//! What Meilisearch is given of an entry. No text of it is ever shown from there.

use super::token::keys;
use crate::search::{
    document::IndexDocument,
    language::{Word, words},
};
use domain::{geo::Point, id::EntryId, vocabulary::Lang};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fmt};

/// To be raised where documents are made in another way that neither settings nor language layer show. A program never
/// replaces the index of one with a higher number: it will not be in use for long.
pub(super) const VERSION: u32 = 2;

/// The names of fields that are not facets.
pub(super) mod field {
    pub const ID: &str = "id";
    /// [`domain::id::EntryId::number`]; ties are broken by it.
    pub const NUMBER: &str = "number";
    /// What the comparison with the database looks at.
    pub const VERSION: &str = "version";
    pub const GEO: &str = "_geo";
    /// Which entry is where, [`Spot`] as text. A facet: its values are all that match, in one answer and unranked.
    pub const SPOT: &str = "spot";
    /// Whether it may be shown on a map.
    pub const LOCATED: &str = "located";
    pub const PUBLISHED_HOUR: &str = "published_hour";
    pub const UPDATED_AT: &str = "updated_at";
    pub const TITLE_KEY: &str = "title_key";
    /// Passages as words and as keys, the most telling first: an inflection in a title counts more than the word itself
    /// in the text.
    pub const TEXTS: [&str; 9] = ["title", "title_keys", "summary", "names", "head_keys", "body", "body_keys", "context", "context_keys"];
}

/// An entry and where it may be shown, if it may.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub id: EntryId,
    pub point: Option<Point>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        self.point.iter().try_for_each(|point| write!(f, " {} {}", point.lat, point.lon))
    }
}

impl Spot {
    /// Reads what [`fmt::Display`] wrote; `None` where it is something else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(' ').collect();
        let (id, point) = match *parts {
            [id] => (id, None),
            [id, lat, lon] => (id, Some(Point { lat: lat.parse().ok()?, lon: lon.parse().ok()? })),
            _ => return None,
        };
        Some(Self { id: id.parse().ok()?, point })
    }
}

/// The document of an entry.
pub(super) fn document(entry: &IndexDocument) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| drop(out.insert(name.to_owned(), value));
    put(field::ID, json!(entry.id));
    put(field::NUMBER, json!(entry.id.number()));
    put(field::VERSION, json!(entry.version()));
    field::TEXTS.into_iter().zip(texts(entry)).for_each(|(name, text)| put(name, json!(text)));
    for (facet, values) in &entry.facets {
        put(facet.id(), json!(values));
    }
    if let Some(point) = entry.point {
        put(field::GEO, json!({"lat": point.lat, "lng": point.lon}));
    }
    put(field::SPOT, json!(Spot { id: entry.id, point: entry.point }.to_string()));
    put(field::LOCATED, json!(entry.point.is_some()));
    put(field::PUBLISHED_HOUR, json!(entry.published_hour()));
    put(field::UPDATED_AT, json!(entry.updated_at.0));
    put(field::TITLE_KEY, json!(entry.title_key()));
    Value::Object(out)
}

/// In the order of [`field::TEXTS`].
fn texts(entry: &IndexDocument) -> [String; 9] {
    let own = &[entry.language][..];
    let IndexDocument { title, summary, names, body, context, .. } = entry;
    let [title, summary, names, body, context] = [title, summary, names, body, context].map(|text| Passage::of(text));
    // Names and labels are of both languages, so they are found by the inflections of both.
    let head_keys = summary.keys(own).into_iter().chain(names.keys(Lang::ALL)).collect();
    [
        title.folded(),
        joined(title.keys(own)),
        summary.folded(),
        names.folded(),
        joined(head_keys),
        body.folded(),
        joined(body.keys(own)),
        context.folded(),
        joined(context.keys(Lang::ALL)),
    ]
}

struct Passage<'a> {
    text: &'a str,
    words: Vec<Word>,
}

impl<'a> Passage<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, words: words(text) }
    }

    /// The folded words. A full stop stays where a sentence ends: words across it are not near each other.
    fn folded(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut end = 0;
        for Word { range, folded, .. } in &self.words {
            if !out.is_empty() {
                out.push_str(if ends_sentence(&self.text[end..range.start]) { ". " } else { " " });
            }
            out.push_str(folded);
            end = range.end;
        }
        out
    }

    /// What its words are found by besides themselves, each once.
    fn keys(&self, langs: &[Lang]) -> BTreeSet<String> {
        self.words.iter().flat_map(|word| keys(&word.folded, langs)).collect()
    }
}

fn ends_sentence(between: &str) -> bool {
    between.contains('\n') || (between.contains(['.', '!', '?', ';', ':']) && between.contains(char::is_whitespace))
}

/// Each by itself: keys that stand side by side mean nothing.
fn joined(keys: BTreeSet<String>) -> String {
    keys.into_iter().collect::<Vec<_>>().join(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spots_are_written_without_loss() {
        let id = EntryId(uuid::Uuid::from_u128(7));
        let spot = Spot { id, point: Some(Point { lat: -0.1 - 0.2, lon: 1e-7 }) };
        for spot in [spot, Spot { id, point: None }] {
            assert_eq!(Spot::read(&spot.to_string()), Some(spot));
        }
        for other in ["", "7 1 2", &format!("{spot} 3"), &format!("{id} 1"), &format!("{id} 1 x")] {
            assert_eq!(Spot::read(other), None, "{other}");
        }
    }

    #[test]
    fn sentences_stay_apart() {
        let folded = |text: &str| Passage::of(text).folded();
        assert_eq!(folded("Ein e.V. hilft. Große Wirkung!\nEnde: gut"), "ein e v. hilft. grosse wirkung. ende. gut");
        assert_eq!(folded(""), "");
    }
}
