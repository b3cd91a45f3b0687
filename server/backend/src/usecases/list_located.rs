//! Everything that a query selects and that has a place, for exports.

use super::{
    selection::selection,
    views::{Card, cards},
};
use crate::{Backend, failure::Result};
use domain::{account::Actor, query::Query};

/// Cards with a public point, in the order of their ids. Order and paging of the query do not matter.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn list_located(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Vec<Card>> {
    let mut ids = backend.map.ids(&selection(backend, query).await?);
    ids.sort_unstable();
    cards(&mut backend.db.read().await?, &ids).await
}
