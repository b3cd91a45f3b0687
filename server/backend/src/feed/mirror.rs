//! Keeps the index in Meilisearch in step with the entries, at its own pace: nothing else waits for it.
//!
//! The change feed is the outbox. What Meilisearch did not confirm is read again, for as long as it takes; how far it
//! got stands in Meilisearch itself, so that one that was emptied or put back to an older state catches up.

use super::{
    Source,
    indexer::{DEBOUNCE, POLL, Progress},
};
use crate::{
    failure::{Failure, Result},
    search::{Meilisearch, meilisearch::Need},
};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::sync::Notify;

/// How often the state that stands in Meilisearch is looked at although nothing changed.
const LOOK: Duration = Duration::from_secs(10);
/// How long to leave a Meilisearch in peace that failed.
const REST: Duration = Duration::from_secs(2);

/// Reads the feed into Meilisearch. Clones share what they know.
#[derive(Clone)]
pub struct Mirror {
    source: Source,
    engine: Meilisearch,
    changed: Arc<Notify>,
    /// When the state in Meilisearch was last seen to be as it is known here.
    looked: Arc<Mutex<Option<Instant>>>,
}

impl Mirror {
    /// What has not looked yet.
    pub(super) fn new(source: Source, engine: Meilisearch) -> Self {
        Self { source, engine, changed: Arc::default(), looked: Arc::default() }
    }

    pub(super) fn ring(&self) {
        self.changed.notify_one();
    }

    /// How far the feed is applied in Meilisearch, as far as is known here.
    #[must_use]
    pub fn mark(&self) -> Option<i64> {
        self.engine.mark()
    }

    /// Builds the index in Meilisearch where it is missing or of another version, and reads the feed to its end. Gives
    /// the number of changes read.
    ///
    /// # Errors
    /// When the database or Meilisearch fails; what was not confirmed is read again next time.
    pub async fn catch_up(&self, progress: Progress<'_>) -> Result<usize> {
        let caught = self.try_to_catch_up(progress).await;
        if caught.is_err() {
            self.set_looked(None);
        }
        caught
    }

    async fn try_to_catch_up(&self, progress: Progress<'_>) -> Result<usize> {
        if self.is_to_look() {
            match self.engine.look(self.source.head().await?).await? {
                Need::Changes => {}
                Need::Rebuild { reason } => {
                    tracing::info!(%reason, "the index in Meilisearch is built anew; the embedded engine answers meanwhile");
                    self.rebuild(progress).await?;
                }
                Need::Nothing => return Ok(0),
            }
            self.set_looked(Some(Instant::now()));
        }
        let mut read = 0;
        while let Some(news) = self.source.after(self.mark().unwrap_or_default()).await? {
            let changes = self.source.changes(&news).await?;
            self.engine.apply(&changes, news.mark).await?;
            read += news.count;
        }
        Ok(read)
    }

    fn is_to_look(&self) -> bool {
        let looked = *self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        self.mark().is_none() || looked.is_none_or(|looked| looked.elapsed() > LOOK)
    }

    fn set_looked(&self, at: Option<Instant>) {
        *self.looked.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }

    /// Builds a new index in Meilisearch beside the one that serves, then changes over.
    ///
    /// # Errors
    /// When the database or Meilisearch fails; then the old index goes on serving.
    pub async fn rebuild(&self, progress: Progress<'_>) -> Result<()> {
        let mut rebuild = self.engine.begin_rebuild().await?;
        let mut walk = self.source.walk().await?;
        while let Some(documents) = walk.next().await? {
            rebuild.put(&documents).await.map_err(failed)?;
            progress(walk.done, walk.total);
        }
        let mut mark = walk.mark;
        while let Some(news) = self.source.after(mark).await? {
            rebuild.apply(&self.source.changes(&news).await?).await.map_err(failed)?;
            mark = news.mark;
        }
        rebuild.finish(mark).await.map_err(failed)
    }

    /// Follows the feed for as long as the process runs. What keeps failing in the same way is logged once.
    pub(super) async fn follow(&self) {
        let mut failing = None;
        loop {
            match self.catch_up(&mut |_, _| ()).await {
                Ok(_) => {
                    if failing.take().is_some() {
                        tracing::info!("the index in Meilisearch is in step again");
                    }
                }
                Err(failure) => {
                    let cause = failure.to_string();
                    if failing.as_ref() != Some(&cause) {
                        tracing::warn!(%cause, "the index in Meilisearch falls behind; trying until it is in step");
                        failing = Some(cause);
                    }
                    tokio::time::sleep(REST).await;
                }
            }
            // So that a lag is noticed also while nobody searches.
            _ = self.engine.status();
            tokio::select! {
                () = self.changed.notified() => tokio::time::sleep(DEBOUNCE).await,
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }
}

fn failed(trouble: crate::search::meilisearch::Trouble) -> Failure {
    Failure::Search(trouble.into())
}
