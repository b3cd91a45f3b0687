//! Why hits were found: the words that were typed, marked wherever a card shows them, and where it shows none, the first
//! passage of the entry that has one.

use super::views::Card;
use crate::{
    Backend,
    failure::Result,
    feed::{names, passages},
    markdown, public,
    search::{
        highlight::{self, Segment, highlight},
        language::reading::Reading,
    },
    storage::entries,
};
use domain::{account::Actor, entry::Document, id::EntryId};
use std::collections::BTreeMap;

/// Characters of a passage that are shown.
const SHOWN: usize = 160;

/// Marks what these cards show of their organisation and their topics, and adds passages to those that show nothing of
/// what was typed.
///
/// # Errors
/// A fault where engine or database fail.
pub async fn explain_hits<'a>(backend: &Backend, _actor: &Actor, text: &str, cards: impl IntoIterator<Item = &'a mut Card>) -> Result<()> {
    let mut cards = cards.into_iter().peekable();
    if text.is_empty() || cards.peek().is_none() {
        return Ok(());
    }
    let reading = backend.search.read(text)?;
    let mut silent: BTreeMap<EntryId, &mut Card> = BTreeMap::new();
    for card in cards {
        card.mark_facts(&reading);
        if !card.has_marks() {
            silent.insert(card.id, card);
        }
    }
    let ids: Vec<EntryId> = silent.keys().copied().collect();
    if ids.is_empty() {
        return Ok(());
    }
    let rows = entries::by_ids(&mut backend.db.read().await?, &ids).await?;
    for row in &rows {
        if let (Some(card), Some(revision)) = (silent.get_mut(&row.id), row.revision.as_ref().filter(|_| row.state.is_public())) {
            card.marked_passage = passage(&public::document(revision.document.clone()), &reading);
        }
    }
    Ok(())
}

/// The first passage with a word that was found, cut down around it; empty where there is none.
fn passage(document: &Document, reading: &Reading) -> Vec<Segment> {
    let texts = passages(document).into_iter().map(markdown::plain).chain(names(document));
    let marked = texts.map(|text| (highlight(&text, reading, document.language()), text)).find(|(ranges, _)| !ranges.is_empty());
    let cropped = marked.map(|(ranges, text)| highlight::crop(&text, &ranges, SHOWN));
    cropped.map(|(text, ranges)| highlight::segments(&text, &ranges)).unwrap_or_default()
}
