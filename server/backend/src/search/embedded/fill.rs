//! From an entry to a document of the index.

use super::schema::{self, Fields};
use crate::search::{
    document::IndexDocument,
    language::{Word, stem, words},
};
use domain::{id::EntryId, vocabulary::Lang};
use tantivy::{
    TantivyDocument, Term,
    schema::{Field, Schema},
};

/// What finds the document of an entry.
pub(super) fn term_of(fields: &Fields, id: EntryId) -> Term {
    Term::from_field_text(fields.id, &id.to_string())
}

/// The document of an entry.
pub(super) fn document(schema: &Schema, fields: &Fields, entry: &IndexDocument) -> tantivy::Result<TantivyDocument> {
    let mut out = TantivyDocument::default();
    out.add_text(fields.id, entry.id.to_string());
    add_texts(&mut out, fields, entry);
    let (high, low) = entry.id.0.as_u64_pair();
    out.add_u64(schema.get_field(schema::ID_HIGH)?, high);
    out.add_u64(schema.get_field(schema::ID_LOW)?, low);
    out.add_i64(schema.get_field(schema::PUBLISHED_AT)?, entry.published_at.0);
    out.add_i64(schema.get_field(schema::UPDATED_AT)?, entry.updated_at.0);
    out.add_text(schema.get_field(schema::TITLE_KEY)?, joined(&words(&entry.title), |word| word.folded.clone()));
    if let Some(point) = entry.point {
        out.add_f64(schema.get_field(schema::LAT)?, point.lat);
        out.add_f64(schema.get_field(schema::LON)?, point.lon);
    }
    for (facet, values) in &entry.facets {
        let field: Field = schema.get_field(&schema::facet_column(*facet))?;
        values.iter().for_each(|value| out.add_text(field, value));
    }
    Ok(out)
}

fn add_texts(out: &mut TantivyDocument, fields: &Fields, entry: &IndexDocument) {
    let names_langs = [Lang::De, Lang::En];
    // Names carry the labels of both languages, so they are found by the inflections of both.
    let texts: [(&str, &[Lang]); 4] = [
        (&entry.title, &[entry.language]),
        (&entry.summary, &[entry.language]),
        (&entry.body, &[entry.language]),
        (&entry.names, &names_langs),
    ];
    for (passage, (text, langs)) in fields.passages.iter().zip(texts) {
        let words = words(text);
        let folded = joined(&words, |word| word.folded.clone());
        out.add_text(passage.exact, &folded);
        out.add_text(fields.everything, folded);
        for lang in langs {
            out.add_text(passage.stems, joined(&words, |word| stem(&word.folded, *lang)));
        }
        out.add_text(fields.spelled, joined(&words, |word| word.spelled.clone()));
    }
}

fn joined(words: &[Word], form: impl Fn(&Word) -> String) -> String {
    words.iter().map(form).collect::<Vec<_>>().join(" ")
}
