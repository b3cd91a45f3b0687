//! Looking over the whole directory.

use crate::{
    Backend,
    duplicates::{Pair, Profile, find},
    failure::Result,
    feed::{Lease, index_documents, is_due},
    storage::{duplicates, entries},
    usecases::moderate::may_decide,
};
use domain::{account::Actor, id::EntryId, vocabulary::Kind};
use std::{collections::HashMap, io, time::Duration};

/// One process at a time looks.
const LOOKING: &str = "looking for duplicates";
/// How often to look whether it is time.
const PAUSE: Duration = Duration::from_secs(600);
/// Entries read at a time.
const CHUNK: i64 = 500;

/// Looks for pairs over the whole directory, and replaces those found before; what was dismissed stays so. Tells how many
/// entries were compared; `None` where another process is at it.
///
/// # Errors
/// When the database fails.
pub async fn look(backend: &Backend) -> Result<Option<usize>> {
    let Some(lease) = Lease::take(&backend.db, &backend.clock, LOOKING).await? else { return Ok(None) };
    let looked = lease.during(look_alone(backend)).await;
    lease.free().await?;
    looked.map(Some)
}

/// The same, since a moderator asked for it.
///
/// # Errors
/// As [`look`], and of those who do not decide.
pub async fn look_now(backend: &Backend, actor: &Actor) -> Result<Option<usize>> {
    may_decide(actor)?;
    let backend = backend.clone();
    // Whoever asked may not wait for it: it is done all the same.
    tokio::spawn(async move { look(&backend).await }).await.map_err(io::Error::other)?
}

/// Looks every night, for as long as the process runs.
pub async fn look_always(backend: Backend) {
    let started = backend.clock.now();
    loop {
        tokio::time::sleep(PAUSE).await;
        match last_look(&backend).await {
            Ok(last) if !is_due(last, started, backend.clock.now()) => {}
            Ok(_) => match look(&backend).await {
                Ok(Some(compared)) => tracing::info!(compared, "the directory was looked over for duplicates"),
                Ok(None) => {}
                Err(failure) => tracing::error!(cause = %failure, "duplicates cannot be looked for; trying again"),
            },
            Err(failure) => tracing::error!(cause = %failure, "it cannot be told when duplicates were last looked for"),
        }
    }
}

async fn last_look(backend: &Backend) -> Result<Option<domain::time::Timestamp>> {
    let last = duplicates::last_look(&mut backend.db.read().await?).await?;
    Ok(last.map(|(at, _)| at))
}

async fn look_alone(backend: &Backend) -> Result<usize> {
    let mut compared = 0;
    let mut pairs = vec![];
    for (_, profiles) in profiles(backend).await? {
        compared += profiles.len();
        pairs.extend(found(profiles).await?);
    }
    let mut tx = backend.db.write().await?;
    duplicates::replace(&mut tx, &pairs, i64::try_from(compared).unwrap_or(i64::MAX), backend.clock.now()).await?;
    tx.commit().await?;
    Ok(compared)
}

/// Comparing takes long, and nothing else may wait for it.
async fn found(profiles: Vec<Profile>) -> Result<Vec<Pair>> {
    Ok(tokio::task::spawn_blocking(move || find(&profiles)).await.map_err(io::Error::other)?)
}

/// What readers see, kind by kind.
async fn profiles(backend: &Backend) -> Result<HashMap<Kind, Vec<Profile>>> {
    let mut all: HashMap<Kind, Vec<Profile>> = HashMap::new();
    let mut last: Option<EntryId> = None;
    loop {
        let mut tx = backend.db.read().await?;
        let (mut entries, next) = entries::after(&mut tx, last, CHUNK).await?;
        entries.retain(|entry| entry.state.is_public());
        let documents = index_documents(&mut tx, &entries, backend.gazetteer).await?;
        drop(tx);
        let profile = move || -> Vec<Profile> {
            let documents: HashMap<EntryId, _> = documents.into_iter().map(|document| (document.id, document)).collect();
            entries.iter().filter_map(|entry| Some(Profile::new(entry, documents.get(&entry.id)?))).collect()
        };
        for profile in tokio::task::spawn_blocking(profile).await.map_err(io::Error::other)? {
            all.entry(profile.kind).or_default().push(profile);
        }
        last = match next {
            Some(next) => Some(next),
            None => return Ok(all),
        };
    }
}
