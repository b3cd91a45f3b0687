//! What indexes are built from: changes of the feed and all entries, always as the rows are now. The same for every
//! reader that keeps an index.

use super::document::{index_documents, with_dependants};
use crate::{
    clock::Clock,
    failure::Result,
    gazetteer::Gazetteer,
    search::{
        Versions,
        document::{Change, IndexDocument},
    },
    storage::{Db, entries, feed},
};
use domain::id::EntryId;
use std::collections::BTreeSet;

/// Changes or entries read at a time.
const BATCH: i64 = 500;

/// Reads the database for indexes.
#[derive(Clone)]
pub struct Source {
    /// Where entries are.
    pub db: Db,
    /// Tells regions.
    pub gazetteer: &'static Gazetteer,
    /// Now.
    pub clock: Clock,
}

/// What changed next.
pub(super) struct News {
    /// Which entries, each once.
    ids: BTreeSet<EntryId>,
    /// How many changes these are.
    pub count: usize,
    /// How far the feed is read with them.
    pub mark: i64,
}

impl Source {
    /// How far the feed goes.
    pub(super) async fn head(&self) -> Result<i64> {
        Ok(feed::head(&mut self.db.read().await?).await?)
    }

    /// The next changes behind a mark.
    pub(super) async fn after(&self, mark: i64) -> Result<Option<News>> {
        self.after_by(mark, BATCH).await
    }

    /// The same with so many at a time.
    pub(super) async fn after_by(&self, mark: i64, batch: i64) -> Result<Option<News>> {
        let rows = feed::after(&mut self.db.read().await?, mark, batch).await?;
        let Some((mark, _)) = rows.last().copied() else { return Ok(None) };
        Ok(Some(News { count: rows.len(), ids: rows.into_iter().map(|(_, id)| id).collect(), mark }))
    }

    /// The current state of these entries, and of those that tell of them.
    pub(super) async fn changes(&self, news: &News) -> Result<Vec<Change>> {
        let mut tx = self.db.read().await?;
        let ids: Vec<EntryId> = with_dependants(&mut tx, &news.ids).await?.into_iter().collect();
        let rows = entries::by_ids(&mut tx, &ids).await?;
        let current = index_documents(&mut tx, &rows, self.gazetteer).await?;
        let present: BTreeSet<EntryId> = current.iter().map(|document| document.id).collect();
        let gone = ids.into_iter().filter(|id| !present.contains(id)).map(Change::Drop);
        Ok(gone.chain(current.into_iter().map(|document| Change::Put(Box::new(document)))).collect())
    }

    /// The versions of those of these entries that readers may see.
    pub(super) async fn versions_of(&self, ids: &BTreeSet<EntryId>) -> Result<Versions> {
        let (ids, mut versions): (Vec<EntryId>, _) = (ids.iter().copied().collect(), Versions::new());
        for chunk in ids.chunks(BATCH as usize) {
            let mut tx = self.db.read().await?;
            let rows = entries::by_ids(&mut tx, chunk).await?;
            let documents = index_documents(&mut tx, &rows, self.gazetteer).await?;
            versions.extend(documents.iter().map(|document| (document.id, document.version())));
        }
        Ok(versions)
    }

    /// Puts entries into the feed once more: all that follow it take up their current state. Gives how far the feed goes.
    pub(super) async fn repeat(&self, ids: &BTreeSet<EntryId>) -> Result<i64> {
        let ids: Vec<EntryId> = ids.iter().copied().collect();
        for chunk in ids.chunks(BATCH as usize) {
            let mut tx = self.db.write().await?;
            for id in chunk {
                feed::append(&mut tx, *id, self.clock.now()).await?;
            }
            tx.commit().await?;
        }
        self.head().await
    }

    /// Begins to read all entries.
    pub(super) async fn walk(&self) -> Result<Walk<'_>> {
        self.walk_by(BATCH).await
    }

    /// The same with so many at a time.
    pub(super) async fn walk_by(&self, batch: i64) -> Result<Walk<'_>> {
        let mut tx = self.db.read().await?;
        // Before the entries: what changes from here on is in the feed behind this mark.
        let mark = feed::head(&mut tx).await?;
        let total = u64::try_from(entries::count(&mut tx).await?).unwrap_or_default();
        Ok(Walk { source: self, batch, last: None, mark, done: 0, total })
    }
}

/// A walk over all entries. Not of one moment: a slow reader must not hold a transaction open. What changes meanwhile
/// is to be read from the feed afterwards.
pub(super) struct Walk<'a> {
    source: &'a Source,
    batch: i64,
    last: Option<EntryId>,
    /// How far the feed went when the walk began.
    pub mark: i64,
    /// Entries passed.
    pub done: u64,
    /// Entries in all.
    pub total: u64,
}

impl Walk<'_> {
    /// The next entries that readers may see, maybe none of a batch; `None` behind the last.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<IndexDocument>>> {
        let mut tx = self.source.db.read().await?;
        let (rows, newest) = entries::after(&mut tx, self.last, self.batch).await?;
        if newest.is_none() {
            return Ok(None);
        }
        self.last = newest;
        self.done += rows.len() as u64;
        Ok(Some(index_documents(&mut tx, &rows, self.source.gazetteer).await?))
    }
}
