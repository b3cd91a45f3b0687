//! Keeps the embedded search index and the map index in step with the entries.

use super::{Mirror, Source};
use crate::{
    failure::{Failure, Result},
    map::{Batch, MapIndex},
    search::{Search, document::Change, language::Synonyms},
    storage::{labels, synonyms},
};
use arc_swap::ArcSwap;
use domain::{
    time::Timestamp,
    words::{self, Labels},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::Notify;

/// How often other processes' changes are looked for.
pub(super) const POLL: Duration = Duration::from_secs(1);
/// Several changes in a row become one commit.
pub(super) const DEBOUNCE: Duration = Duration::from_millis(200);

/// How long to leave an index in peace that could not be built anew.
const REST: Duration = Duration::from_secs(60);

/// How far a rebuild is: entries done, entries in all.
pub type Progress<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

/// How far the feed goes and how far both indexes have read it: as long as it stays the same, so do all answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// As far as this process has heard: its own changes at once, those of others when it looks for them.
    head: i64,
    search: Option<i64>,
    meilisearch: Option<i64>,
    map: i64,
    turns: u64,
}

/// Reads the feed into both indexes.
#[derive(Clone)]
pub struct Indexer {
    pub(super) source: Source,
    /// One target.
    search: Search,
    /// The other target; in memory, so its mark is too.
    map: MapIndex,
    /// Rung after a change in this process.
    changed: Arc<Notify>,
    /// Follows the feed beside this one, at its own pace.
    mirror: Option<Mirror>,
    map_mark: Arc<AtomicI64>,
    head: Arc<AtomicI64>,
    turns: Arc<AtomicU64>,
    /// What moderators call values, as it was last read.
    labels: Arc<ArcSwap<Labels>>,
}

impl Indexer {
    /// An indexer that has read nothing yet.
    #[must_use]
    pub fn new(source: Source, search: Search, map: MapIndex) -> Self {
        let mirror = match &search {
            Search::Embedded(_) => None,
            Search::Meilisearch(engine) => Some(Mirror::new(source.clone(), engine.clone())),
        };
        let (map_mark, head, turns, labels) = Default::default();
        Self { source, search, map, changed: Arc::default(), mirror, map_mark, head, turns, labels }
    }

    /// What keeps the index in Meilisearch, where there is one.
    #[must_use]
    pub fn mirror(&self) -> Option<&Mirror> {
        self.mirror.as_ref()
    }

    pub(super) fn search(&self) -> &Search {
        &self.search
    }

    pub(super) fn now(&self) -> Timestamp {
        self.source.clock.now()
    }

    /// Says, after a commit, that the feed now goes as far as this: all that follow it look at once.
    pub fn ring(&self, head: i64) {
        self.heard(head);
        self.changed.notify_one();
        self.mirror.iter().for_each(Mirror::ring);
    }

    /// How far the feed goes and both indexes are. Costs a few reads of memory.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark {
            head: self.head.load(Ordering::Acquire),
            search: self.search.mark(),
            meilisearch: self.mirror.as_ref().and_then(Mirror::mark),
            map: self.map_mark.load(Ordering::Acquire),
            turns: self.turns.load(Ordering::Acquire),
        }
    }

    /// Says that the feed goes as far as this.
    fn heard(&self, head: i64) {
        self.head.fetch_max(head, Ordering::AcqRel);
    }

    /// Says that answers of before are to be asked for no more although the feed stands still: because one lacks what a
    /// failing index could not tell, or because words are understood in another way.
    pub fn turn(&self) {
        self.turns.fetch_add(1, Ordering::AcqRel);
    }

    /// Takes up the synonyms and labels that moderators keep. They change what is found and what it is called, so nothing
    /// is answered from before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn learn(&self) -> Result<()> {
        let mut tx = self.source.db.read().await?;
        let (groups, labels) = (synonyms::groups(&mut tx).await?, labels::all(&mut tx).await?);
        let have_other_names = **self.labels.load() != labels;
        if have_other_names {
            words::show(&labels);
            self.labels.store(Arc::new(labels));
        }
        if self.search.set_synonyms(Synonyms::new(groups)) || have_other_names {
            self.turn();
        }
        Ok(())
    }

    /// What moderators call values, as far as this process has heard.
    #[must_use]
    pub fn labels(&self) -> Arc<Labels> {
        self.labels.load_full()
    }

    /// Makes both indexes whole before the first answer: the map always, the search index where it is
    /// missing, damaged or of another version.
    ///
    /// # Errors
    /// When the database or the index fails.
    pub async fn start(&self, progress: Progress<'_>) -> Result<()> {
        self.learn().await?;
        let head = self.source.head().await?;
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
        let mut rebuild = search.then(|| self.search.begin_rebuild()).transpose()?;
        let (mut walk, mut on_map) = (self.source.walk().await?, Batch::default());
        while let Some(documents) = walk.next().await? {
            for document in documents {
                if let Some(rebuild) = &mut rebuild {
                    rebuild.put(&document)?;
                }
                if map {
                    on_map.put(&document);
                }
            }
            progress(walk.done, walk.total);
        }
        if let Some(rebuild) = rebuild {
            rebuild.finish(walk.mark)?;
        }
        if map {
            self.map.take_in(&on_map);
            self.map_mark.store(walk.mark, Ordering::Release);
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
            let Some(news) = self.source.after(from).await? else { return Ok(read) };
            // Before the work, which may take long or fail.
            self.heard(news.mark);
            let changes = self.source.changes(&news).await?;
            self.apply(changes, news.mark).await?;
            read += news.count;
        }
    }

    /// The same for the embedded search index alone.
    pub(super) async fn catch_up_search(&self) -> Result<()> {
        while let Some(news) = self.source.after(self.search.mark().unwrap_or_default()).await? {
            self.search.apply(self.source.changes(&news).await?, news.mark).await?;
        }
        Ok(())
    }

    async fn apply(&self, changes: Vec<Change>, mark: i64) -> Result<()> {
        self.map.apply(&changes);
        self.search.apply(changes, mark).await?;
        self.map_mark.fetch_max(mark, Ordering::AcqRel);
        Ok(())
    }

    /// Frees what other processes may be waiting for. To be called before the process ends, once nothing follows the feed
    /// here any more.
    pub async fn let_go(&self) {
        if let Some(mirror) = &self.mirror {
            mirror.let_go().await;
        }
    }

    /// Follows the feed for as long as the process runs. An error is logged and tried again. What is slow in Meilisearch
    /// holds up nothing else.
    pub async fn follow(self) {
        let mirror = self.mirror.clone();
        let mirrored = async {
            match mirror {
                Some(mirror) => mirror.follow().await,
                None => std::future::pending().await,
            }
        };
        tokio::join!(self.follow_here(), mirrored, self.compare_nightly());
    }

    async fn follow_here(&self) {
        let mut rests = None;
        loop {
            tokio::select! {
                () = self.changed.notified() => tokio::time::sleep(DEBOUNCE).await,
                () = tokio::time::sleep(POLL) => {}
            }
            if let Err(error) = self.search.reload_if_changed().await {
                tracing::error!(cause = %error, "the index that another process built cannot be taken up");
            }
            if let Err(failure) = self.learn().await {
                tracing::error!(cause = %failure, "synonyms and labels cannot be read; the old ones stay");
            }
            let complain = |failure: &Failure| tracing::error!(cause = %failure, "the indexes fell behind; trying again");
            let is_behind = self.catch_up().await.inspect_err(complain).is_err();
            if rests.is_none_or(|since: Instant| since.elapsed() > REST) {
                let restored = self.restore(is_behind).await.inspect_err(|failure| {
                    tracing::error!(cause = %failure, "the search index cannot be built anew; the old one goes on answering");
                });
                rests = restored.is_err().then(Instant::now);
            }
        }
    }

    /// Builds the search index anew where its files were deleted or damaged; the old one answers meanwhile.
    async fn restore(&self, thorough: bool) -> Result<()> {
        let Some(reason) = self.search.is_lost(thorough).await else { return Ok(()) };
        tracing::warn!(%reason, "the search index is built anew; the old one answers meanwhile");
        self.rebuild(&mut |_, _| ()).await?;
        self.catch_up().await?;
        Ok(())
    }
}
