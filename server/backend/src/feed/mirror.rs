//! Keeps the index in Meilisearch in step with the entries, at its own pace: nothing else waits for it.
//!
//! The change feed is the outbox. What Meilisearch did not confirm is read again, for as long as it takes; how far it
//! got stands in Meilisearch itself, so that one that was emptied or put back to an older state catches up.
//!
//! One process writes at a time, by a [`Lease`]. Meilisearch does not know of leases: what a process sent that stood still
//! for so long that another took over may arrive after what that one sent. Who finds that its lease was lost puts what it
//! sent into the feed again. A rebuild needs none of that: it goes to an index with a name of its own, and changes places
//! together with its mark.

use super::{
    Lease, Source,
    indexer::{DEBOUNCE, POLL, Progress},
};
use crate::{
    failure::{Failure, Result},
    search::{Comparison, Error, Meilisearch, document::Change, meilisearch::Need},
};
use domain::id::EntryId;
use std::{
    collections::BTreeSet,
    future::Future,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use tokio::{sync::Notify, time::sleep};

/// How often the state that stands in Meilisearch is looked at although nothing changed.
const LOOK: Duration = Duration::from_secs(10);
/// How long to leave a Meilisearch in peace that failed.
const REST: Duration = Duration::from_secs(2);
/// What only one process may do at a time, by the name of its lease.
const WRITING: &str = "meilisearch";
/// How long one process writes at a stretch, however much there is: `allmende reindex` wants its turn too.
const TURN: Duration = Duration::from_secs(5);
/// Changes sent at a time. Meilisearch takes about as long for few as for many, so after a large import it is in step sooner.
const PORTION: i64 = 5_000;
/// Before a lease that another has is asked for again, and between two turns.
const PAUSE: Duration = Duration::from_millis(250);

/// Reads the feed into Meilisearch. Clones share what they know.
#[derive(Clone)]
pub struct Mirror {
    source: Source,
    engine: Meilisearch,
    changed: Arc<Notify>,
    /// When the state in Meilisearch was last seen to be as it is known here.
    looked: Arc<Mutex<Option<Instant>>>,
    /// The lease while this process writes.
    held: Arc<Mutex<Option<Arc<Lease>>>>,
    /// What was sent while another process may have been writing too: the older of two states may have come last.
    unsure: Arc<Mutex<BTreeSet<EntryId>>>,
}

/// Entries sent during one lease.
type Sent = Mutex<BTreeSet<EntryId>>;

impl Mirror {
    /// What has not looked yet.
    pub(super) fn new(source: Source, engine: Meilisearch) -> Self {
        let (changed, looked, held, unsure) = Default::default();
        Self { source, engine, changed, looked, held, unsure }
    }

    pub(super) fn ring(&self) {
        self.changed.notify_one();
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    pub(super) fn engine(&self) -> &Meilisearch {
        &self.engine
    }

    /// How far the feed is applied in Meilisearch, as far as is known here.
    #[must_use]
    pub fn mark(&self) -> Option<i64> {
        self.engine.mark()
    }

    /// Builds the index in Meilisearch where it is missing or of another version, and reads the feed to its end. Gives
    /// the number of changes read here.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process writes, which does the same; when the database or Meilisearch fails. What
    /// was not confirmed is read again next time.
    pub async fn catch_up(&self, progress: Progress<'_>) -> Result<usize> {
        let mut read = 0;
        loop {
            let turn = self.turn(progress).await;
            if turn.is_err() {
                self.set_looked(None);
            }
            let (done, is_all) = turn?;
            read += done;
            if is_all {
                return Ok(read);
            }
            sleep(PAUSE).await;
        }
    }

    /// Writes for a while. Gives the number of changes read, and whether these were all.
    async fn turn(&self, progress: Progress<'_>) -> Result<(usize, bool)> {
        self.repeat_unsure().await?;
        if !self.is_to_look() && self.source.after(self.known()).await?.is_none() {
            return Ok((0, true));
        }
        // Without a lease: who does not write wants to know how far the writer is.
        match self.look().await? {
            Need::Nothing => return Ok((0, true)),
            Need::Changes if self.source.after(self.known()).await?.is_none() => return Ok((0, true)),
            Need::Changes | Need::Rebuild { .. } => {}
        }
        let lease = self.take().await?.ok_or(Error::Busy)?;
        let sent = Sent::default();
        self.alone(lease, &sent, self.write(&sent, progress)).await
    }

    async fn take(&self) -> Result<Option<Lease>> {
        Lease::take(&self.source.db, &self.source.clock, WRITING).await
    }

    /// Writes as the only one. What was sent without that being certain to the end is kept in mind.
    async fn alone<T>(&self, lease: Lease, sent: &Sent, work: impl Future<Output = Result<T>>) -> Result<T> {
        let lease = Arc::new(lease);
        *locked(&self.held) = Some(Arc::clone(&lease));
        // Also where this is broken off from outside.
        let _unsure = Unsure { mirror: self, sent };
        let done = lease.during(work).await;
        *locked(&self.held) = None;
        let was_held = lease.free().await.inspect_err(|failure| tracing::warn!(cause = %failure, "a lease cannot be freed"));
        if was_held.unwrap_or(false) {
            locked(sent).clear();
        }
        done
    }

    /// Has all readers of the feed take up once more what may be older in Meilisearch than it should be.
    async fn repeat_unsure(&self) -> Result<()> {
        let ids = locked(&self.unsure).clone();
        if !ids.is_empty() {
            tracing::warn!(entries = ids.len(), "the lease was lost while writing to Meilisearch; what was sent is sent again");
            self.source.repeat(&ids).await?;
            locked(&self.unsure).retain(|id| !ids.contains(id));
        }
        Ok(())
    }

    /// Only with the lease.
    async fn write(&self, sent: &Sent, progress: Progress<'_>) -> Result<(usize, bool)> {
        // Once more: before the lease was taken another may have written.
        match self.look().await? {
            Need::Changes => {}
            Need::Rebuild { reason } => {
                tracing::info!(%reason, "the index in Meilisearch is built anew; the embedded engine answers meanwhile");
                self.build(progress).await?;
                self.set_looked(Some(Instant::now()));
            }
            Need::Nothing => return Ok((0, true)),
        }
        let (mut read, begun) = (0, Instant::now());
        while let Some(news) = self.source.after_by(self.known(), PORTION).await? {
            if begun.elapsed() > TURN {
                return Ok((read, false));
            }
            let changes = self.source.changes(&news).await?;
            locked(sent).extend(changes.iter().map(Change::id));
            self.engine.apply(&changes, news.mark).await?;
            read += news.count;
        }
        Ok((read, true))
    }

    fn known(&self) -> i64 {
        self.mark().unwrap_or_default()
    }

    async fn look(&self) -> Result<Need> {
        let need = self.engine.look(self.source.head().await?).await?;
        self.set_looked((need == Need::Changes).then(Instant::now));
        Ok(need)
    }

    fn is_to_look(&self) -> bool {
        self.mark().is_none() || locked(&self.looked).is_none_or(|looked| looked.elapsed() > LOOK)
    }

    fn set_looked(&self, at: Option<Instant>) {
        *locked(&self.looked) = at;
    }

    /// Builds a new index in Meilisearch beside the one that serves, then changes over. Waits for its turn while another
    /// process writes.
    ///
    /// # Errors
    /// When the database or Meilisearch fails; then the old index goes on serving.
    pub async fn rebuild(&self, progress: Progress<'_>) -> Result<()> {
        let lease = self.wait_for_turn().await?;
        // What is sent goes to an index of its own, and takes its mark with it.
        self.alone(lease, &Sent::default(), self.build(progress)).await
    }

    async fn wait_for_turn(&self) -> Result<Lease> {
        let mut waits = false;
        loop {
            if let Some(lease) = self.take().await? {
                return Ok(lease);
            }
            if !std::mem::replace(&mut waits, true) {
                tracing::info!("another process is writing to Meilisearch; waiting for it");
            }
            sleep(PAUSE).await;
        }
    }

    /// Keeps in Meilisearch what a comparison came to.
    pub(super) async fn note(&self, comparison: &Comparison) -> Result<()> {
        let lease = self.wait_for_turn().await?;
        let noting = async {
            // Before the lease was taken another may have written.
            self.look().await?;
            Ok(self.engine.note(comparison).await?)
        };
        self.alone(lease, &Sent::default(), noting).await
    }

    async fn build(&self, progress: Progress<'_>) -> Result<()> {
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

    /// Lets go of what is held while writing, so that the next process need not wait. To be called once nothing here
    /// writes any more.
    pub(super) async fn let_go(&self) {
        let held = locked(&self.held).take();
        if let Some(lease) = held {
            _ = lease.free().await.inspect_err(|failure| tracing::warn!(cause = %failure, "a lease cannot be freed"));
        }
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
                // The other process does it; how far it is, is seen at the next look.
                Err(Failure::Search(Error::Busy)) => {}
                Err(failure) => {
                    let cause = failure.to_string();
                    if failing.as_ref() != Some(&cause) {
                        tracing::warn!(%cause, "the index in Meilisearch falls behind; trying until it is in step");
                        failing = Some(cause);
                    }
                    sleep(REST).await;
                }
            }
            // So that a lag is noticed also while nobody searches.
            _ = self.engine.status();
            tokio::select! {
                () = self.changed.notified() => sleep(DEBOUNCE).await,
                () = sleep(POLL) => {}
            }
        }
    }
}

/// Keeps in mind what was sent, unless that turned out to be certain.
struct Unsure<'a> {
    mirror: &'a Mirror,
    sent: &'a Sent,
}

impl Drop for Unsure<'_> {
    fn drop(&mut self) {
        locked(&self.mirror.unsure).append(&mut locked(self.sent));
    }
}

fn failed(trouble: crate::search::meilisearch::Trouble) -> Failure {
    Failure::Search(trouble.into())
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
