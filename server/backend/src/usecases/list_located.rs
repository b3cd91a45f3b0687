//! Everything that a query selects and that has a place, for exports.

use super::{selection::selection, views::Card};
use crate::{Backend, failure::Result, storage::entries};
use domain::{account::Actor, query::Query};

/// Rows read at a time.
const BATCH: i64 = 500;

/// Cards with a public point, in the order of their ids. Order and paging of the query do not matter.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn list_located(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Vec<Card>> {
    let numbers = backend.map.numbers(&selection(backend, query).await?);
    let mut tx = backend.db.read().await?;
    let (mut last, mut cards) = (None, vec![]);
    loop {
        let rows = entries::after(&mut tx, last, BATCH).await?;
        let Some(newest) = rows.last().map(|entry| entry.id) else { return Ok(cards) };
        last = Some(newest);
        cards.extend(rows.iter().filter(|entry| numbers.contains(&entry.id.number())).filter_map(Card::of));
    }
}
