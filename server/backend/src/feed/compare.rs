//! Comparing an index with the database. The feed says what changed, so an index that read it to its end is as it should
//! be; that it is, is looked at all the same: disks fail, servers are restored from copies, programs have faults.
//!
//! What differs is put into the feed once more, so that it takes the same way into the index as everything else.

use super::{Indexer, Mirror, Source, indexer::Progress};
use crate::{
    failure::{Failure, Result},
    search::{Comparison, Error, Versions, meilisearch::Trouble},
};
use domain::id::EntryId;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// Entries read at a time, few: building documents is computing, and answers go first.
const BATCH: i64 = 50;
/// How often to look again at what differs while entries keep changing. What still differs then is put into the feed
/// although it may only be new: that does no harm.
const ROUNDS: usize = 5;
/// How long an index may take to come in step with the feed.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long to leave that to the process that serves.
const DEFERENCE: Duration = Duration::from_secs(3);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(100);

/// An index that is compared.
enum Index<'a> {
    Embedded(&'a Indexer),
    Meilisearch(&'a Mirror),
}

/// How an entry differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Difference {
    Missing,
    Stale,
    Surplus,
}

impl Indexer {
    /// Compares the embedded index with the database and has put right what differs. Needs nobody who follows the feed,
    /// but leaves writing to one who does.
    ///
    /// # Errors
    /// When the database or the index fails, or the index does not come in step with the feed.
    pub async fn compare(&self, progress: Progress<'_>) -> Result<Comparison> {
        compare(&self.source, &Index::Embedded(self), progress).await
    }
}

impl Mirror {
    /// Compares the index in Meilisearch with the database and has put right what differs.
    ///
    /// # Errors
    /// As [`Indexer::compare`].
    pub async fn compare(&self, progress: Progress<'_>) -> Result<Comparison> {
        let compared = compare(self.source(), &Index::Meilisearch(self), progress).await;
        let Err(Failure::Search(Error::Meilisearch(trouble @ Trouble::Garbled(_)))) = compared else { return compared };
        tracing::warn!(cause = %trouble, "the index in Meilisearch holds what is not of our making; it is built anew");
        self.rebuild(progress).await?;
        compare(self.source(), &Index::Meilisearch(self), progress).await
    }
}

async fn compare(source: &Source, index: &Index<'_>, progress: Progress<'_>) -> Result<Comparison> {
    index.in_step(source.head().await?).await?;
    let mut there = index.versions().await?;
    let (mut walk, mut compared, mut suspects) = (source.walk_by(BATCH).await?, 0, BTreeSet::new());
    loop {
        let begun = Instant::now();
        let Some(documents) = walk.next().await? else { break };
        compared += documents.len() as u64;
        let differs = documents.iter().filter(|document| there.remove(&document.id) != Some(document.version()));
        suspects.extend(differs.map(|document| document.id));
        progress(walk.done, walk.total);
        // Half of the time belongs to others.
        sleep(begun.elapsed()).await;
    }
    suspects.extend(there.into_keys());
    let differing = confirm(source, index, suspects).await?;
    if !differing.is_empty() {
        source.repeat(&differing.keys().copied().collect()).await?;
        index.in_step(source.head().await?).await?;
    }
    let count = |what| differing.values().filter(|difference| **difference == what).count() as u64;
    let [missing, stale, surplus] = [Difference::Missing, Difference::Stale, Difference::Surplus].map(count);
    let comparison = Comparison { at: source.clock.now(), compared, missing, stale, surplus };
    index.note(&comparison).await?;
    Ok(comparison)
}

/// Which of these entries differ. Database and index are looked at one after the other, and entries change meanwhile: only
/// what differs while the feed stands still does so for certain.
async fn confirm(source: &Source, index: &Index<'_>, mut suspects: BTreeSet<EntryId>) -> Result<BTreeMap<EntryId, Difference>> {
    let mut differing = BTreeMap::new();
    for _ in 0..ROUNDS {
        if suspects.is_empty() {
            break;
        }
        let head = source.head().await?;
        index.in_step(head).await?;
        let there = index.versions_of(&suspects).await?;
        let wanted = source.versions_of(&suspects).await?;
        differing = suspects.iter().filter_map(|id| Some((*id, difference(wanted.get(id), there.get(id))?))).collect();
        if source.head().await? == head {
            break;
        }
        suspects = differing.keys().copied().collect();
    }
    Ok(differing)
}

fn difference(wanted: Option<&u64>, there: Option<&u64>) -> Option<Difference> {
    match (wanted, there) {
        (Some(_), None) => Some(Difference::Missing),
        (None, Some(_)) => Some(Difference::Surplus),
        (wanted, there) => (wanted != there).then_some(Difference::Stale),
    }
}

impl Index<'_> {
    async fn versions(&self) -> Result<Versions> {
        Ok(match self {
            Self::Embedded(indexer) => indexer.search().versions().await?,
            Self::Meilisearch(mirror) => mirror.engine().versions().await?,
        })
    }

    async fn versions_of(&self, ids: &BTreeSet<EntryId>) -> Result<Versions> {
        match self {
            // All of them are read as fast as some.
            Self::Embedded(_) => self.versions().await,
            Self::Meilisearch(mirror) => Ok(mirror.engine().versions_of(ids).await?),
        }
    }

    /// Waits until the feed is applied as far as this; brings it about where nobody else does.
    async fn in_step(&self, head: i64) -> Result<()> {
        let begun = Instant::now();
        while !self.is_in_step(head, begun.elapsed() > DEFERENCE).await? {
            if begun.elapsed() > PATIENCE {
                return Err(Error::Busy.into());
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    async fn is_in_step(&self, head: i64, helping: bool) -> Result<bool> {
        let (helped, mark) = match self {
            Self::Embedded(indexer) => {
                indexer.search().reload_if_changed().await?;
                let helped = if helping { indexer.catch_up_search().await } else { Ok(()) };
                (helped, indexer.search().mark())
            }
            Self::Meilisearch(mirror) => (mirror.catch_up(&mut |_, _| ()).await.map(drop), mirror.mark()),
        };
        match helped {
            // Another process is at it.
            Ok(()) | Err(Failure::Search(Error::Busy)) => Ok(mark.ok_or(Error::NotBuilt)? >= head),
            Err(failure) => Err(failure),
        }
    }

    async fn note(&self, comparison: &Comparison) -> Result<()> {
        match self {
            Self::Embedded(indexer) => Ok(indexer.search().embedded().note(comparison)?),
            Self::Meilisearch(mirror) => mirror.note(comparison).await,
        }
    }
}
