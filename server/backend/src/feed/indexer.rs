//! Keeps the search index and the map index in step with the entries.

use super::document::{index_documents, with_dependants};
use crate::{
    failure::Result,
    gazetteer::Gazetteer,
    map::MapIndex,
    search::{Search, document::Change, language::Synonyms},
    storage::{Db, Tx, entries, feed, synonyms},
};
use domain::id::EntryId;
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::sync::Notify;

/// Entries read at a time.
const BATCH: i64 = 500;
/// How often other processes' changes are looked for.
const POLL: Duration = Duration::from_secs(1);
/// Several changes in a row become one commit.
const DEBOUNCE: Duration = Duration::from_millis(200);

/// How far a rebuild is: entries done, entries in all.
pub type Progress<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

/// How far the feed goes and how far both indexes have read it: as long as it stays the same, so do all answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// As far as this process has heard: its own changes at once, those of others when it looks for them.
    head: i64,
    search: Option<i64>,
    map: i64,
    turns: u64,
}

/// Reads the feed into both indexes.
#[derive(Clone)]
pub struct Indexer {
    /// Where entries are.
    pub db: Db,
    /// One target.
    pub search: Search,
    /// The other target; in memory, so its mark is too.
    pub map: MapIndex,
    /// Tells regions.
    pub gazetteer: &'static Gazetteer,
    /// Rung after a change in this process.
    pub changed: Arc<Notify>,
    map_mark: Arc<AtomicI64>,
    head: Arc<AtomicI64>,
    turns: Arc<AtomicU64>,
}

impl Indexer {
    /// An indexer that has read nothing yet.
    #[must_use]
    pub fn new(db: Db, search: Search, map: MapIndex, gazetteer: &'static Gazetteer) -> Self {
        Self { db, search, map, gazetteer, changed: Arc::default(), map_mark: Arc::default(), head: Arc::default(), turns: Arc::default() }
    }

    /// How far the feed goes and both indexes are. Costs a few reads of memory.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark {
            head: self.head.load(Ordering::Acquire),
            search: self.search.mark(),
            map: self.map_mark.load(Ordering::Acquire),
            turns: self.turns.load(Ordering::Acquire),
        }
    }

    /// Says that the feed goes as far as this.
    pub fn heard(&self, head: i64) {
        self.head.fetch_max(head, Ordering::AcqRel);
    }

    /// Says that answers of before are to be asked for no more although the feed stands still: because one lacks what a
    /// failing index could not tell, or because words are understood in another way.
    pub fn turn(&self) {
        self.turns.fetch_add(1, Ordering::AcqRel);
    }

    /// Takes up the synonyms that moderators keep. They change what is found, so nothing is answered from before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn learn(&self) -> Result<()> {
        let groups = synonyms::groups(&mut self.db.read().await?).await?;
        if self.search.set_synonyms(Synonyms::new(groups)) {
            self.turn();
        }
        Ok(())
    }

    /// Makes both indexes whole before the first answer: the map always, the search index where it is
    /// missing, damaged or of another version.
    ///
    /// # Errors
    /// When the database or the index fails.
    pub async fn start(&self, progress: Progress<'_>) -> Result<()> {
        self.learn().await?;
        let head = feed::head(&mut self.db.read().await?).await?;
        // An index that is ahead of its database has seen what a restored database has not.
        let usable = self.search.mark().is_some_and(|mark| mark <= head);
        self.walk(!usable, true, progress).await?;
        self.catch_up().await?;
        Ok(())
    }

    /// Builds a new search index beside the one that serves, then changes over.
    ///
    /// # Errors
    /// When the database or the index fails; then the old index goes on serving.
    pub async fn rebuild(&self, progress: Progress<'_>) -> Result<()> {
        self.walk(true, false, progress).await
    }

    async fn walk(&self, search: bool, map: bool, progress: Progress<'_>) -> Result<()> {
        let mut tx = self.db.read().await?;
        // Read before the entries: what changes from here on is in the feed behind this mark.
        let mark = feed::head(&mut tx).await?;
        let total = u64::try_from(entries::count(&mut tx).await?).unwrap_or_default();
        let mut rebuild = search.then(|| self.search.begin_rebuild()).transpose()?;
        let (mut last, mut done, mut on_map) = (None, 0, vec![]);
        loop {
            let (rows, newest) = entries::after(&mut tx, last, BATCH).await?;
            if newest.is_none() {
                break;
            }
            last = newest;
            done += rows.len() as u64;
            for document in index_documents(&mut tx, &rows, self.gazetteer).await? {
                if let Some(rebuild) = &mut rebuild {
                    rebuild.put(&document)?;
                }
                if map {
                    on_map.push(Change::Put(Box::new(document)));
                }
            }
            progress(done, total);
        }
        drop(tx);
        if let Some(rebuild) = rebuild {
            rebuild.finish(mark)?;
        }
        if map {
            self.map.apply(&on_map);
            self.map_mark.store(mark, Ordering::Release);
        }
        Ok(())
    }

    /// Reads the feed to its end. Gives the number of changes read.
    ///
    /// # Errors
    /// When the database or the index fails; what was not confirmed is read again next time.
    pub async fn catch_up(&self) -> Result<usize> {
        let mut read = 0;
        loop {
            let from = self.search.mark().unwrap_or(0).min(self.map_mark.load(Ordering::Acquire));
            let mut tx = self.db.read().await?;
            let rows = feed::after(&mut tx, from, BATCH).await?;
            let Some((mark, _)) = rows.last().copied() else { return Ok(read) };
            // Before the work, which may take long or fail.
            self.heard(mark);
            let changes = self.changes(&mut tx, rows.iter().map(|(_, id)| *id).collect()).await?;
            drop(tx);
            read += rows.len();
            self.apply(changes, mark).await?;
        }
    }

    /// The current state of these entries, and of those that tell of them.
    async fn changes(&self, tx: &mut Tx, ids: BTreeSet<EntryId>) -> Result<Vec<Change>> {
        let ids: Vec<EntryId> = with_dependants(tx, &ids).await?.into_iter().collect();
        let rows = entries::by_ids(tx, &ids).await?;
        let current = index_documents(tx, &rows, self.gazetteer).await?;
        let present: BTreeSet<EntryId> = current.iter().map(|document| document.id).collect();
        let gone = ids.into_iter().filter(|id| !present.contains(id)).map(Change::Drop);
        Ok(gone.chain(current.into_iter().map(|document| Change::Put(Box::new(document)))).collect())
    }

    async fn apply(&self, changes: Vec<Change>, mark: i64) -> Result<()> {
        self.map.apply(&changes);
        self.search.apply(changes, mark).await?;
        self.map_mark.fetch_max(mark, Ordering::AcqRel);
        Ok(())
    }

    /// Follows the feed for as long as the process runs. An error is logged and tried again.
    pub async fn follow(self) {
        loop {
            tokio::select! {
                () = self.changed.notified() => tokio::time::sleep(DEBOUNCE).await,
                () = tokio::time::sleep(POLL) => {}
            }
            if let Err(error) = self.search.reload_if_changed().await {
                tracing::error!(cause = %error, "the index that another process built cannot be taken up");
            }
            if let Err(failure) = self.learn().await {
                tracing::error!(cause = %failure, "the synonyms cannot be read; the old ones stay");
            }
            if let Err(failure) = self.catch_up().await {
                tracing::error!(cause = %failure, "the indexes fell behind; trying again");
            }
        }
    }
}
