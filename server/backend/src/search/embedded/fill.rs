//! From an entry to a document of the index.

use super::schema::{self, Fields};
use crate::search::{
    document::IndexDocument,
    language::{Word, compound, stem, words},
};
use domain::{id::EntryId, vocabulary::Lang};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use tantivy::{
    TantivyDocument, Term,
    schema::{Field, Schema},
    tokenizer::{PreTokenizedString, Token},
};

/// Distinct words remembered; then it begins anew.
const REMEMBERED: usize = 100_000;

/// What finds the document of an entry.
pub(super) fn term_of(fields: &Fields, id: EntryId) -> Term {
    Term::from_field_text(fields.id, &id.to_string())
}

/// Makes documents. It remembers how it took words apart: entries use the same ones again and again.
#[derive(Default)]
pub(super) struct Filler {
    known: HashMap<(String, Lang), Arc<Analysis>>,
}

/// A word in the forms it is found by.
struct Analysis {
    stem: String,
    /// Parts of a compound, folded.
    parts: Vec<String>,
    /// Their stems, marked as such.
    part_stems: Vec<String>,
}

impl Filler {
    /// The document of an entry.
    pub(super) fn document(&mut self, schema: &Schema, fields: &Fields, entry: &IndexDocument) -> tantivy::Result<TantivyDocument> {
        let mut out = TantivyDocument::default();
        out.add_text(fields.id, entry.id.to_string());
        out.add_text(fields.kind, entry.kind.id());
        self.add_texts(&mut out, fields, entry);
        let (high, low) = entry.id.0.as_u64_pair();
        out.add_u64(schema.get_field(schema::ID_HIGH)?, high);
        out.add_u64(schema.get_field(schema::ID_LOW)?, low);
        out.add_u64(schema.get_field(schema::VERSION)?, entry.version());
        out.add_i64(schema.get_field(schema::PUBLISHED_AT)?, entry.published_at.0);
        out.add_i64(schema.get_field(schema::UPDATED_AT)?, entry.updated_at.0);
        out.add_text(schema.get_field(schema::TITLE_KEY)?, entry.title_key());
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

    fn add_texts(&mut self, out: &mut TantivyDocument, fields: &Fields, entry: &IndexDocument) {
        let own: &[Lang] = &[entry.language];
        // Names and labels are of both languages, so they are found by the inflections of both.
        let both = Lang::ALL;
        let texts: [(usize, &str, &[Lang]); 5] =
            [(0, &entry.title, own), (1, &entry.summary, own), (1, &entry.names, both), (2, &entry.body, own), (3, &entry.context, both)];
        let (mut everything, mut spelled) = (BTreeSet::new(), BTreeSet::new());
        for (passage, text, langs) in texts {
            let passage = &fields.passages[passage];
            let words = words(text);
            out.add_text(passage.exact, joined(words.iter().map(|word| word.folded.as_str())));
            for lang in langs {
                out.add_pre_tokenized_text(passage.stems, self.stems(&words, *lang, &mut everything));
            }
            everything.extend(words.iter().map(|word| word.folded.clone()));
            spelled.extend(words.into_iter().map(|word| word.spelled));
        }
        out.add_text(fields.everything, joined(everything.iter().map(String::as_str)));
        out.add_text(fields.spelled, joined(spelled.iter().map(String::as_str)));
    }

    /// Stems in their order, those of a compound's parts where the compound stands.
    fn stems(&mut self, words: &[Word], lang: Lang, everything: &mut BTreeSet<String>) -> PreTokenizedString {
        let mut tokens = Vec::with_capacity(words.len());
        for (position, word) in words.iter().enumerate() {
            let word = self.analysed(&word.folded, lang);
            everything.extend(word.parts.iter().cloned());
            let forms = [&word.stem].into_iter().chain(&word.part_stems);
            tokens.extend(forms.map(|form| Token { position, text: form.clone(), ..Token::default() }));
        }
        PreTokenizedString { text: String::new(), tokens }
    }

    fn analysed(&mut self, folded: &str, lang: Lang) -> Arc<Analysis> {
        if self.known.len() > REMEMBERED {
            self.known.clear();
        }
        let known = self.known.entry((folded.to_owned(), lang)).or_insert_with(|| Arc::new(analyse(folded, lang)));
        Arc::clone(known)
    }
}

fn analyse(folded: &str, lang: Lang) -> Analysis {
    let parts: Vec<String> = if lang == Lang::De { compound::parts(folded).into_iter().map(str::to_owned).collect() } else { vec![] };
    let part_stems = parts.iter().map(|part| schema::part(&stem(part, lang))).collect();
    Analysis { stem: stem(folded, lang), parts, part_stems }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}
