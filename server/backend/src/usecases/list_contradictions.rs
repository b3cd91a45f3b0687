//! Pairs of lessons that pull in different directions.

use super::views::{Contradiction, cards};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        contradictions::{self, Pair},
    },
};
use domain::account::Actor;

/// The newest `limit` pairs. Everybody may read them: both lessons are public.
///
/// # Errors
/// When the database fails.
pub async fn list_contradictions(backend: &Backend, _actor: &Actor, limit: usize) -> Result<Vec<Contradiction>> {
    let mut tx = backend.db.read().await?;
    let pairs = contradictions::public(&mut tx, i64::try_from(limit).unwrap_or(i64::MAX), 0).await?;
    with_cards(&mut tx, pairs).await
}

/// The pairs with what there is to show of both lessons.
pub(super) async fn with_cards(tx: &mut Tx, pairs: Vec<Pair>) -> Result<Vec<Contradiction>> {
    let mut ids: Vec<_> = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let cards = cards(tx, &ids).await?;
    let card = |id| cards.iter().find(|card| card.id == id).cloned();
    Ok(pairs.into_iter().filter_map(|Pair { a, b, why }| Some(Contradiction { a: card(a)?, b: card(b)?, why })).collect())
}
