//! What another label would change for search.

use super::{
    Tried, Typed,
    list_labels::{built_in, find},
    may_decide, read,
    tried::try_out,
};
use crate::{
    Backend,
    failure::Result,
    feed::index_documents_with,
    search::{document::Change, language::is_glue},
    storage::{entries, feed, labels},
};
use domain::{account::Actor, id::EntryId, limits, vocabulary::Lang};

/// Rows read at a time.
const BATCH: usize = 500;
/// Single words of labels that are tried beside the labels themselves.
const WORDS: usize = 6;

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum TriedLabel {
    /// Entries are not found by labels of this vocabulary: only what they are called changes.
    NotSearched,
    /// So many entries may carry the value that trying it out would take too long.
    TooMany(usize),
    /// What the labels and their words find now, and would find.
    Tried(Tried),
}

/// Tries out what a value shall be called.
///
/// # Errors
/// [`domain::Error::Invalid`] on its fields, as when it is saved; [`domain::Error::NotFound`].
pub async fn try_label(backend: &Backend, actor: &Actor, vocabulary: &str, id: &str, typed: &Typed<'_>) -> Result<TriedLabel> {
    may_decide(actor)?;
    let (vocabulary, choice) = find(vocabulary, id)?;
    let mut tx = backend.db.read().await?;
    let mut known = labels::all(&mut tx).await?;
    let named = read::label(typed, vocabulary, choice, &known)?;
    if !vocabulary.is_searched_for(choice.id) {
        return Ok(TriedLabel::NotSearched);
    }
    let ids = feed::tagged(&mut tx, choice.id).await?;
    if ids.len() > limits::TRIED_ENTRIES {
        return Ok(TriedLabel::TooMany(ids.len()));
    }
    let before = known.of(choice).cloned().unwrap_or_else(|| built_in(choice));
    let texts = texts(Lang::ALL.iter().flat_map(|lang| [named.label(*lang), before.label(*lang)]));
    let is_same = Lang::ALL.iter().all(|lang| named.label(*lang) == before.label(*lang));
    known.put(choice, named);
    let mut changes = vec![];
    for chunk in ids.chunks(BATCH).filter(|_| !is_same) {
        let chunk: &[EntryId] = chunk;
        let rows = entries::by_ids(&mut tx, chunk).await?;
        let documents = index_documents_with(&mut tx, &rows, backend.gazetteer, &known).await?;
        changes.extend(documents.into_iter().map(|document| Change::Put(Box::new(document))));
    }
    drop(tx);
    Ok(TriedLabel::Tried(try_out(backend, None, changes, texts).await?))
}

/// The labels, each once, and then their words.
fn texts<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<String> {
    let (mut texts, mut known): (Vec<String>, Vec<Vec<String>>) = (vec![], vec![]);
    let mut add = |texts: &mut Vec<String>, text: &str| {
        let folded = read::folded(text);
        if !known.contains(&folded) {
            known.push(folded);
            texts.push(text.to_owned());
        }
    };
    labels.for_each(|label| add(&mut texts, label));
    let (all, labelled) = (texts.clone(), texts.len());
    for label in &all {
        let words = crate::search::language::words(label);
        for word in words.iter().filter(|word| word.folded.chars().count() > 1 && !is_glue(&word.folded)) {
            if texts.len() < labelled + WORDS {
                add(&mut texts, &label[word.range.clone()]);
            }
        }
    }
    texts
}
