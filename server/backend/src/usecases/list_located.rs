//! Everything that a query selects and that has a place, for exports.

use super::{
    selection::selection,
    views::{Card, cards},
};
use crate::{Backend, failure::Result};
use domain::{account::Actor, id::EntryId, query::Query};

/// Entries read at a time.
const CHUNK: usize = 500;

/// What was selected, to be read piece by piece: only the ids are held.
pub struct Located {
    backend: Backend,
    /// Those still to be read, the next ones last.
    ids: Vec<EntryId>,
}

/// Cards with a public point, in the order of their ids. Order and paging of the query do not matter.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn list_located(backend: &Backend, _actor: &Actor, query: &Query) -> Result<Located> {
    let mut ids = backend.map.ids(&selection(backend, query).await?);
    ids.sort_unstable_by(|a, b| b.cmp(a));
    Ok(Located { backend: backend.clone(), ids })
}

impl Located {
    /// The next cards; none after the last. Each call reads in a unit of work of its own: whoever takes the answer
    /// slowly holds no view of the database open. What was withdrawn in the meantime is left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Option<Vec<Card>>> {
        if self.ids.is_empty() {
            return Ok(None);
        }
        let mut chunk = self.ids.split_off(self.ids.len().saturating_sub(CHUNK));
        chunk.reverse();
        cards(&mut self.backend.db.read().await?, &chunk).await.map(Some)
    }
}
