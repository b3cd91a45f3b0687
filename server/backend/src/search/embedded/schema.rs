//! The fields of the index.
//!
//! Text is analysed by the language layer before it gets here: tantivy only splits it at spaces. Nothing is
//! stored; what an answer needs (ids, sort keys, points, facets) is in columns.

use domain::facet::Facet;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// A passage that is searched, in the two forms its words take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    /// Folded words.
    pub exact: Field,
    /// Their stems, and those of the parts of compounds ([`part`]), with places.
    pub stems: Field,
    /// How much a hit here counts.
    pub weight: f32,
}

/// All fields, by what they are for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Title; summary and names; all other text; context.
    pub passages: [Passage; 4],
    /// All folded words of an entry and the parts of compounds: the words there are.
    pub everything: Field,
    /// All words as spelled: "Bücher" ranks Bücher before the Buchers.
    pub spelled: Field,
    /// The kind of an entry, by its id.
    pub kind: Field,
    /// The id as text, to replace and delete.
    pub id: Field,
}

pub(super) const ID_HIGH: &str = "id_high";
pub(super) const ID_LOW: &str = "id_low";
pub(super) const VERSION: &str = "version";
pub(super) const PUBLISHED_AT: &str = "published_at";
pub(super) const UPDATED_AT: &str = "updated_at";
pub(super) const TITLE_KEY: &str = "title_key";
pub(super) const LAT: &str = "lat";
pub(super) const LON: &str = "lon";

/// The column of a facet.
pub(super) fn facet_column(facet: Facet) -> String {
    format!("facet_{}", facet.id())
}

/// The stem of a compound's part, told apart from that of a word of its own.
pub(super) fn part(stem: &str) -> String {
    format!("+{stem}")
}

/// Few, as each is one more list to read for every form of every word.
/// Words that are not an entry's own count least: a label is put on many entries.
const PASSAGES: [(&str, f32); 4] = [("title", 6.0), ("head", 2.0), ("body", 1.0), ("context", 0.7)];

/// The schema; always the same for one version of the program.
pub(super) fn build() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let passages = PASSAGES.map(|(name, weight)| Passage {
        exact: schema.add_text_field(&format!("{name}_exact"), text("whitespace", IndexRecordOption::WithFreqs, true)),
        stems: schema.add_text_field(&format!("{name}_stems"), text("whitespace", IndexRecordOption::WithFreqsAndPositions, true)),
        weight,
    });
    let fields = Fields {
        passages,
        everything: schema.add_text_field("everything", text("whitespace", IndexRecordOption::Basic, false)),
        spelled: schema.add_text_field("spelled", text("whitespace", IndexRecordOption::Basic, false)),
        kind: schema.add_text_field("kind", text("raw", IndexRecordOption::Basic, false)),
        id: schema.add_text_field("id", text("raw", IndexRecordOption::Basic, false)),
    };
    schema.add_u64_field(ID_HIGH, FAST);
    schema.add_u64_field(ID_LOW, FAST);
    // What the comparison with the database looks at.
    schema.add_u64_field(VERSION, FAST);
    schema.add_i64_field(PUBLISHED_AT, FAST);
    schema.add_i64_field(UPDATED_AT, FAST);
    schema.add_text_field(TITLE_KEY, FAST);
    schema.add_f64_field(LAT, FAST);
    schema.add_f64_field(LON, FAST);
    for facet in Facet::ALL {
        schema.add_text_field(&facet_column(*facet), FAST);
    }
    (schema.build(), fields)
}

fn text(tokenizer: &str, record: IndexRecordOption, lengths: bool) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record).set_fieldnorms(lengths);
    TextOptions::default().set_indexing_options(indexing)
}
