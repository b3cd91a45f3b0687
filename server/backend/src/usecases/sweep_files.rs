//! Sweeping the file store: what no document names for long goes.
//!
//! Nothing is removed because of a list that was made before. A file goes only where it is known for
//! [`limits::UNUSED_FILE_HOURS`] that nothing names it, where nothing names it at this moment, and while nobody writes a
//! document. Whoever sends a file says so before ([`unused_files::sent`]) and waits for a sweep that is just removing it.

use crate::{
    Backend,
    failure::Result,
    feed::{Lease, is_due},
    storage::unused_files,
};
use domain::{
    limits,
    picture::Picture,
    time::{HOUR, Timestamp},
};
use std::{collections::BTreeSet, time::Duration};

/// One process at a time sweeps.
const SWEEPING: &str = "sweeping files";
/// How often to look whether it is time.
const PAUSE: Duration = Duration::from_secs(600);
/// Documents read at a time.
const CHUNK: i64 = 500;
/// Files removed while nobody can write: not long.
const AT_ONCE: usize = 10;

/// What a sweep did, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Pictures, and half-written files, that were removed.
    pub removed: usize,
    /// Bytes that this made free.
    pub bytes: u64,
    /// Those that nothing names, but not for long enough.
    pub waiting: usize,
}

/// Sweeps once. `None` where another process is at it.
///
/// # Errors
/// When the database fails, or a file cannot be removed; what was removed before stays so.
pub async fn sweep_files(backend: &Backend) -> Result<Option<Swept>> {
    let Some(lease) = Lease::take(&backend.db, &backend.clock, SWEEPING).await? else { return Ok(None) };
    let swept = lease.during(sweep(backend)).await;
    lease.free().await?;
    swept.map(Some)
}

/// What a sweep would do now. Changes nothing.
///
/// # Errors
/// When the database or the folder cannot be read.
pub async fn would_sweep(backend: &Backend) -> Result<Swept> {
    let (kept, named) = (backend.files.kept().await?, named(backend).await?);
    let old = unused_files::since(&mut backend.db.read().await?, limit(backend)).await?;
    let mut swept = Swept::default();
    for (file, bytes) in kept.iter().filter(|(file, _)| !named.contains(*file)) {
        if old.contains(file) {
            swept.removed += 1;
            swept.bytes += bytes;
        } else {
            swept.waiting += 1;
        }
    }
    Ok(swept)
}

/// Sweeps every night, for as long as the process runs.
pub async fn sweep_files_always(backend: Backend) {
    let started = backend.clock.now();
    loop {
        tokio::time::sleep(PAUSE).await;
        match last_sweep(&backend).await {
            Ok(last) if !is_due(last, started, backend.clock.now()) => {}
            Ok(_) => match sweep_files(&backend).await {
                Ok(Some(Swept { removed, bytes, waiting })) => tracing::info!(removed, bytes, waiting, "the file store was swept"),
                Ok(None) => {}
                Err(failure) => tracing::error!(cause = %failure, "the file store cannot be swept; trying again"),
            },
            Err(failure) => tracing::error!(cause = %failure, "it cannot be told when the file store was last swept"),
        }
    }
}

async fn last_sweep(backend: &Backend) -> Result<Option<Timestamp>> {
    Ok(unused_files::last_sweep(&mut backend.db.read().await?).await?)
}

fn limit(backend: &Backend) -> Timestamp {
    Timestamp(backend.clock.now().0 - limits::UNUSED_FILE_HOURS * HOUR)
}

async fn sweep(backend: &Backend) -> Result<Swept> {
    let kept = backend.files.kept().await?;
    let named = named(backend).await?;
    let mut tx = backend.db.write().await?;
    for file in kept.keys() {
        match named.contains(file) {
            true => unused_files::forget(&mut tx, file).await?,
            false => unused_files::found(&mut tx, file, backend.clock.now()).await?,
        }
    }
    tx.commit().await?;
    let old = unused_files::since(&mut backend.db.read().await?, limit(backend)).await?;
    let mut swept = Swept::default();
    for some in old.chunks(AT_ONCE) {
        let (removed, bytes) = remove(backend, some).await?;
        swept.removed += removed;
        swept.bytes += bytes;
    }
    let here = backend.files.kept().await?;
    swept.waiting = here.keys().filter(|file| !named.contains(*file)).count();
    let mut tx = backend.db.write().await?;
    unused_files::swept(&mut tx, backend.clock.now()).await?;
    tx.commit().await?;
    Ok(swept)
}

/// Removes those that nothing names, while nobody can name them. A process that is killed in between leaves them noted, and
/// the next sweep goes on.
async fn remove(backend: &Backend, files: &[String]) -> Result<(usize, u64)> {
    let (mut removed, mut bytes) = (0, 0);
    let mut tx = backend.db.write().await?;
    unused_files::hold_documents(&mut tx).await?;
    for file in files {
        // Sent again since, or named since: no longer ours.
        if !unused_files::take(&mut tx, file, limit(backend)).await? || unused_files::is_named(&mut tx, file).await? {
            continue;
        }
        let freed = backend.files.remove(file).await?;
        removed += usize::from(freed > 0);
        bytes += freed;
    }
    tx.commit().await?;
    Ok((removed, bytes))
}

/// Every picture that anything names: documents whatever became of them, what undoing gives back, and addresses in texts.
async fn named(backend: &Backend) -> Result<BTreeSet<String>> {
    let mut named = BTreeSet::new();
    let mut last = String::new();
    loop {
        let some = unused_files::documents(&mut backend.db.read().await?, &last, CHUNK).await?;
        for (_, document) in &some {
            named.extend(names(document));
        }
        match some.into_iter().next_back() {
            Some((id, _)) => last = id,
            None => break,
        }
    }
    for text in unused_files::besides(&mut backend.db.read().await?).await? {
        named.extend(names(&text));
    }
    Ok(named)
}

/// Whatever looks like a picture's name in a text, wherever it stands: rather one too many.
fn names(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_ascii_hexdigit() && c != 'x' && c != '-').filter(|word| word.len() > 32);
    words.filter_map(|word| {
        let shorter = || word.rsplit_once('-').and_then(|(picture, _)| picture.parse::<Picture>().ok());
        word.parse::<Picture>().ok().or_else(shorter).map(|picture| picture.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_wherever_they_stand() {
        let hash = "0123456789abcdef0123456789abcdef";
        let text = format!(
            r#"{{"images":[{{"file":"{hash}-12x8"}}],"t":"see /files/{hash}-1200x800-480.jpg, 018f-x","b":"{{\"file\":\"{hash}-3x4\"}}"}}"#
        );
        let found: Vec<_> = names(&text).collect();
        assert_eq!(found, [format!("{hash}-12x8"), format!("{hash}-1200x800"), format!("{hash}-3x4")]);
    }
}
